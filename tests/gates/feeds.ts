// Checks the feeds of a site: Atom against RFC 4287, JSON Feed against its version 1.1, and that the two agree.
// A page must announce each feed, the page of feeds must list it, and feed readers must be able to show its texts.
import type { BuiltSite } from "./built-site.ts";
import { atomEntries, atomFaults, type ReadEntry } from "./atom.ts";
import { contentFaults } from "./feed-content.ts";
import { jsonEntries, jsonFaults } from "./json-feed.ts";
import { notWellFormed } from "./xml.ts";

export async function feedFaults(site: BuiltSite): Promise<string[]> {
  const atoms = site.files.filter((file) => file.endsWith(".xml") && !/^sitemap(-\d+)?\.xml$/.test(file));
  const jsons = site.files.filter((file) => /(^|\/)feed\.json$/.test(file));
  const broken = await notWellFormed(atoms.map((file) => ({ fileName: file, contents: site.text(file) })));
  const sound = atoms.filter((file) => !broken.some((fault) => fault.startsWith(`${file}:`)));
  return [
    ...broken,
    ...announcedFaults([...atoms, ...jsons], site),
    ...sound.flatMap((file) =>
      faultsOf(file, atomFaults(site.text(file), file, site), atomEntries(site.text(file)), site),
    ),
    ...jsons.flatMap((file) =>
      faultsOf(file, jsonFaults(site.text(file), file, site), jsonEntries(site.text(file)), site),
    ),
    ...jsons.flatMap((file) => disagreements(file, sound, site)),
  ];
}

function faultsOf(
  file: string,
  own: readonly string[],
  entries: readonly ReadEntry[],
  site: BuiltSite,
): string[] {
  const ids = entries.map(({ id }) => id);
  const faults = [
    ...own,
    ...(new Set(ids).size < ids.length ? ["one id for two entries"] : []),
    ...entries.flatMap((entry) => {
      const address = site.addressFault(entry.url);
      const faults = [
        ...(address === undefined ? [] : [`address ${address}`]),
        ...contentFaults(entry.html, site),
      ];
      return faults.map((fault) => `${entry.id}: ${fault}`);
    }),
  ];
  return faults.map((fault) => `${file}: ${fault}`);
}

const TYPES = ["application/atom+xml", "application/feed+json"];

/** Feeds that a page's head names must exist, and a head and the page of feeds must name each feed. */
function announcedFaults(files: readonly string[], site: BuiltSite): string[] {
  const heads = new Set<string | undefined>();
  const listed = new Set<string | undefined>();
  const faults: string[] = [];
  for (const page of site.pages) {
    const at = (href = ""): string | undefined => site.fileAt(new URL(href, page.address).href);
    for (const { type = "", href, title = "" } of page
      .links("alternate")
      .filter((link) => TYPES.includes(link["type"] ?? ""))) {
      heads.add(at(href));
      if (at(href) === undefined || title === "")
        faults.push(`${page.file}: announces ${type} that is no feed, or has no title`);
    }
    if (page.kind === "feeds") for (const { attribs } of page.all("a")) listed.add(at(attribs["href"]));
  }
  if (!files.some((file) => file.endsWith(".xml"))) faults.push("no Atom feed");
  for (const file of files) {
    if (!heads.has(file)) faults.push(`${file}: no page announces it`);
    if (!listed.has(file)) faults.push(`${file}: not on the page that lists the feeds`);
  }
  return faults;
}

/** A JSON Feed must have the same entries as the Atom feed beside it. */
function disagreements(file: string, atoms: readonly string[], site: BuiltSite): string[] {
  const other = file.replace(/\.json$/, ".xml");
  if (!atoms.includes(other)) return [`${file}: no Atom feed beside it`];
  const one = JSON.stringify(jsonEntries(site.text(file)));
  return one === JSON.stringify(atomEntries(site.text(other)))
    ? []
    : [`${file}: does not say what ${other} says`];
}
