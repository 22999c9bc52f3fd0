// Checks the feeds of a site: required parts (RFC 4287, JSON Feed 1.1), and that the two formats agree. A page must announce each
// feed, and feed readers must be able to show its texts.
import { isTag } from "domhandler";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { DomUtils, parseDocument } from "htmlparser2";
import { instant, isAbsolute, sameAddress, type BuiltSite } from "./built-site.ts";
import { notWellFormed } from "./xml.ts";

export async function feedFaults(site: BuiltSite): Promise<string[]> {
  const atoms = site.files.filter((file) => file.endsWith(".xml") && file !== "sitemap.xml");
  const jsons = site.files.filter((file) => /(^|\/)feed\.json$/.test(file));
  const broken = await notWellFormed(atoms, site);
  if (broken.length > 0) return broken;
  const read = new Map([
    ...atoms.map((file) => [file, readAtom(site.text(file))] as const),
    ...jsons.map((file) => [file, readJson(site.text(file))] as const),
  ]);
  const disagreeing = jsons.flatMap((file) => {
    const other = file.replace(/\.json$/, ".xml");
    const isSame = JSON.stringify(read.get(file)?.entries) === JSON.stringify(read.get(other)?.entries);
    return isSame ? [] : `${file}: does not say what ${other} says`;
  });
  return [
    ...announcedFaults([...read.keys()], site),
    ...disagreeing,
    ...[...read].flatMap(([file, feed]) =>
      faultsOf(feed, site.addressOf(file), site).map((fault) => `${file}: ${fault}`),
    ),
  ];
}

const TYPES = ["application/atom+xml", "application/feed+json"];

/** Feeds that a page's head names must exist, and a head must name each feed. */
function announcedFaults(files: readonly string[], site: BuiltSite): string[] {
  const heads = new Set<string | undefined>();
  const faults: string[] = [];
  for (const page of site.pages) {
    const at = (href = ""): string | undefined => site.fileAt(new URL(href, page.address).href);
    for (const { type = "", href, title = "" } of page.links("alternate")) {
      if (!TYPES.includes(type)) continue;
      heads.add(at(href));
      if (at(href) === undefined || title === "")
        faults.push(`${page.file}: announces ${type} that is no feed, or has no title`);
    }
  }
  if (!files.some((file) => file.endsWith(".xml"))) faults.push("no Atom feed");
  for (const file of files) if (!heads.has(file)) faults.push(`${file}: no page announces it`);
  return faults;
}

/** A feed, as both formats describe it. */
interface ReadFeed {
  self: string;
  title: string;
  /** Not in a JSON Feed. */
  updated?: string;
  entries: {
    id: string;
    url: string;
    title: string;
    html: string;
    published: string;
    updated: string;
    authors: string[];
    tags: string[];
  }[];
}

function readAtom(text: string): ReadFeed {
  const { title, updated = "", links, entries = [] } = parseAtomFeed(text);
  const linked = (all: typeof links, rel: string): string =>
    all?.find((link) => link.rel === rel)?.href ?? "";
  return {
    self: linked(links, "self"),
    title: title?.value ?? "",
    updated,
    entries: entries.map((entry) => ({
      id: entry.id ?? "",
      url: linked(entry.links, "alternate"),
      title: entry.title?.value ?? "",
      html: entry.content?.type === "html" ? (entry.content.value ?? "") : "",
      published: entry.published ?? "",
      updated: entry.updated ?? "",
      authors: (entry.authors ?? []).map(({ name = "" }) => name),
      tags: (entry.categories ?? []).map(({ label = "" }) => label),
    })),
  };
}

function readJson(text: string): ReadFeed {
  const { title = "", feed_url: self = "", items = [] } = parseJsonFeed(text);
  return {
    ...{ self, title },
    entries: items.map((item) => ({
      id: item.id ?? "",
      url: item.url ?? "",
      title: item.title ?? "",
      html: item.content_html ?? "",
      published: item.date_published ?? "",
      updated: item.date_modified ?? "",
      authors: (item.authors ?? []).map(({ name = "" }) => name),
      tags: item.tags ?? [],
    })),
  };
}

function faultsOf({ self, title, updated, entries }: ReadFeed, url: string, site: BuiltSite): string[] {
  const faults = entries.flatMap((entry) => {
    const address = site.addressFault(entry.url);
    const own = [
      ...(address === undefined ? [] : [`address ${address}`]),
      ...contentFaults(entry.html, site),
    ];
    if (!isAbsolute(entry.id) || entry.title.trim() === "") own.push("no absolute id, or no title");
    if (entry.authors.includes("") || entry.tags.includes("")) own.push("an author or a tag without a name");
    if (!(instant(entry.updated) >= instant(entry.published)))
      own.push("no instants, or published after updated");
    return own.map((fault) => `${entry.id}: ${fault}`);
  });
  const latest = Math.max(...entries.map((entry) => instant(entry.updated)));
  if (new Set(entries.map(({ id }) => id)).size < entries.length) faults.push("one id for two entries");
  if (!sameAddress(self, url) || title === "")
    faults.push("it names another feed as itself, or has no title");
  if (updated !== undefined && entries.length > 0 && instant(updated) !== latest)
    faults.push("updated is not the latest change");
  return faults;
}

/** Elements that run code, need the site's scripts, or load another site unasked. */
const FORBIDDEN = /^(?:script|style|template|iframe|object|embed|form|button|input|link|meta|svg)$/;
/** Attributes that mean nothing without the site's stylesheet and scripts. */
const SOUP = /^(?:class|id|style|srcset|sizes|loading|on.*|data-.*|aria-.*|role|tabindex)$/;

/** The HTML of a text, which feed readers show without the site's styles and scripts. */
function contentFaults(html: string, site: BuiltSite): string[] {
  const faults = html.trim() === "" ? ["no text"] : [];
  for (const { name, attribs } of DomUtils.findAll(isTag, parseDocument(html).children)) {
    if (FORBIDDEN.test(name)) faults.push(`holds <${name}>`);
    if (name === "img" && attribs["alt"] === undefined) faults.push("a picture without alt");
    for (const [key, value] of Object.entries(attribs)) {
      if (SOUP.test(key)) faults.push(`${key} on <${name}>`);
      // Dead links of an author are reported in the text itself; what a text shows must exist.
      if (key === "href" && !URL.canParse(value)) faults.push(`href of <${name}> is not absolute: ${value}`);
      const fault = key === "src" || key === "poster" ? site.addressFault(value) : undefined;
      if (fault !== undefined) faults.push(`${key} of <${name}> ${fault}`);
    }
  }
  return faults;
}
