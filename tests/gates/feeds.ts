// Checks the feeds of a site: Atom against RFC 4287, JSON Feed against its version 1.1, and that the two agree.
// A page must announce each feed, the page of feeds must list it, and feed readers must be able to show its texts.
import { isTag } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import * as z from "zod";
import { instant, isAbsolute, sameAddress, type BuiltSite } from "./built-site.ts";
import { children, notWellFormed, rootOf, said, textOf, type XmlElement } from "./xml.ts";

export async function feedFaults(site: BuiltSite): Promise<string[]> {
  const atoms = site.files.filter((file) => file.endsWith(".xml") && !/^sitemap(-\d+)?\.xml$/.test(file));
  const jsons = site.files.filter((file) => /(^|\/)feed\.json$/.test(file));
  const broken = await notWellFormed(atoms, site);
  const named = (file: string, faults: readonly string[]): string[] =>
    faults.map((fault) => `${file}: ${fault}`);
  return [
    ...broken,
    ...announcedFaults([...atoms, ...jsons], site),
    ...atoms
      .filter((file) => !broken.some((fault) => fault.startsWith(`${file}:`)))
      .flatMap((file) =>
        named(file, [...atomFaults(file, site), ...entriesFaults(atomEntries(site.text(file)), site)]),
      ),
    ...jsons.flatMap((file) => named(file, jsonFaults(file, site))),
  ];
}

const TYPES = ["application/atom+xml", "application/feed+json"];

/** Feeds that a page's head names must exist, and a head and the page of feeds must name each feed. */
function announcedFaults(files: readonly string[], site: BuiltSite): string[] {
  const heads = new Set<string | undefined>();
  const listed = new Set<string | undefined>();
  const faults: string[] = [];
  for (const page of site.pages) {
    const at = (href = ""): string | undefined => site.fileAt(new URL(href, page.address).href);
    for (const { type = "", href, title = "" } of page.links("alternate")) {
      if (!TYPES.includes(type)) continue;
      heads.add(at(href));
      if (at(href) === undefined || title === "")
        faults.push(`${page.file}: announces ${type} that is no feed, or has no title`);
    }
    if (page.kind === "feeds") for (const { attribs } of page.all("a")) listed.add(at(attribs["href"]));
  }
  if (!files.some((file) => file.endsWith(".xml"))) faults.push("no Atom feed");
  for (const file of files)
    if (!heads.has(file) || !listed.has(file))
      faults.push(`${file}: no page announces it, or the page of feeds does not list it`);
  return faults;
}

/** An entry, as both formats describe it. */
interface ReadEntry {
  id: string;
  url: string;
  title: string;
  html: string;
  published: string;
  updated: string;
  authors: string[];
  tags: string[];
}

function entriesFaults(entries: readonly ReadEntry[], site: BuiltSite): string[] {
  const ids = new Set(entries.map(({ id }) => id));
  return [
    ...(ids.size < entries.length ? ["one id for two entries"] : []),
    ...entries.flatMap(({ id, url, html, published, updated }) => {
      const address = site.addressFault(url);
      const faults = [...(address === undefined ? [] : [`address ${address}`]), ...contentFaults(html, site)];
      if (!(instant(updated) >= instant(published))) faults.push("no instants, or published after updated");
      return faults.map((fault) => `${id}: ${fault}`);
    }),
  ];
}

// The HTML of a text, which feed readers show without the site's styles and scripts

/** Elements that run code, need the site's scripts, or load another site unasked. */
const FORBIDDEN = /^(?:script|style|template|iframe|object|embed|form|button|input|link|meta|svg)$/;
/** Attributes that mean nothing without the site's stylesheet and scripts. */
const SOUP = /^(?:class|id|style|srcset|sizes|loading|on.*|data-.*|aria-.*|role|tabindex)$/;

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

// Atom. Sections are those of RFC 4287, chapter 4

function atomEntries(text: string): ReadEntry[] {
  return children(rootOf(text), "entry").map((entry) => ({
    id: said(entry, "id"),
    url: linksOf(entry, "alternate")[0]?.attribs["href"] ?? "",
    title: said(entry, "title"),
    html: said(entry, "content"),
    published: said(entry, "published"),
    updated: said(entry, "updated"),
    authors: children(entry, "author").map((author) => said(author, "name")),
    tags: children(entry, "category").map(({ attribs }) => attribs["label"] ?? ""),
  }));
}

function atomFaults(file: string, site: BuiltSite): string[] {
  const feed = rootOf(site.text(file));
  if (feed?.name !== "feed" || feed.attribs["xmlns"] !== "http://www.w3.org/2005/Atom")
    return ["not an Atom feed"];
  const entries = children(feed, "entry");
  const updates = entries.map((entry) => instant(said(entry, "updated")));
  const [self, ...more] = linksOf(feed, "self");
  const faults = [feed, ...entries].flatMap(commonFaults);
  if (
    children(feed, "author").length === 0 &&
    !entries.every((entry) => children(entry, "author").length > 0)
  )
    faults.push("nobody signs the feed, nor all entries (4.1.1)");
  if (more.length > 0 || !sameAddress(self?.attribs["href"], site.addressOf(file)))
    faults.push("rel=self is not this feed (4.1.1)");
  if (entries.length > 0 && instant(said(feed, "updated")) !== Math.max(...updates))
    faults.push("updated is not the latest change");
  if ((feed.attribs["xml:lang"] ?? "") === "") faults.push("no language");
  return faults;
}

/** Rules for both feeds and entries. */
function commonFaults(element: XmlElement): string[] {
  const counts = { id: 1, title: 1, updated: 1, content: element.name === "entry" ? 1 : 0 };
  const faults = Object.entries(counts)
    .filter(([name, count]) => children(element, name).length !== count)
    .map(([name]) => `${element.name} has not one ${name} (4.1.1, 4.1.2)`);
  for (const name of ["rights", "subtitle", "summary", "published", "icon", "generator"])
    if (children(element, name).length > 1) faults.push(`more than one ${name}`);
  const [content] = children(element, "content");
  if (content && (content.attribs["type"] !== "html" || children(content).length > 0))
    faults.push("content is not escaped HTML (4.1.3.3)");
  if (!isAbsolute(said(element, "id"))) faults.push("id is not absolute (4.2.6)");
  if (said(element, "title").trim() === "") faults.push("an empty title");
  if (Number.isNaN(instant(said(element, "updated")))) faults.push("updated is no instant (3.3)");
  for (const { attribs } of children(element, "category"))
    if ((attribs["term"] ?? "") === "") faults.push("a category without term (4.2.2.1)");
  for (const { attribs } of children(element, "link"))
    if (!isAbsolute(attribs["href"] ?? "")) faults.push("a link is not absolute (4.2.7.1)");
  if (linksOf(element, "alternate").length !== 1) faults.push("not one address of its page (4.1.1, 4.1.2)");
  for (const author of children(element, "author"))
    if (said(author, "name").trim() === "" || children(author, "uri").some((uri) => !isAbsolute(textOf(uri))))
      faults.push("an author without a name, or with a relative uri (3.2)");
  return faults;
}

function linksOf(element: XmlElement, rel: string): XmlElement[] {
  return children(element, "link").filter(({ attribs }) => (attribs["rel"] ?? "alternate") === rel);
}

// JSON Feed, with a strict schema: the only other keys allowed are extensions, whose names begin with `_`

const address = z.string().refine(isAbsolute, "is not absolute");
const moment = z.string().refine((text) => !Number.isNaN(instant(text)), "is no instant with a zone");
const words = z.string().min(1);
const common = {
  authors: z
    .array(z.strictObject({ name: words, url: address.optional() }))
    .min(1)
    .optional(),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  _license: z.unknown().optional(),
};
const feedSchema = z.strictObject({
  ...common,
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: words,
  ...{ home_page_url: address, feed_url: address, icon: address, favicon: address },
  description: words.optional(),
  expired: z.boolean().optional(),
  items: z.array(
    z.strictObject({
      ...common,
      ...{ id: words, url: address, title: words, content_html: z.string(), summary: words.optional() },
      ...{ image: address.optional(), date_published: moment, date_modified: moment },
      tags: z.array(words).optional(),
    }),
  ),
});

/** It must have the same entries as the Atom feed beside it. */
function jsonFaults(file: string, site: BuiltSite): string[] {
  const { data, error } = feedSchema.safeParse(JSON.parse(site.text(file)));
  if (data === undefined) return error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  const entries = data.items.map((one): ReadEntry => ({
    id: one.id,
    url: one.url,
    title: one.title,
    html: one.content_html,
    published: one.date_published,
    updated: one.date_modified,
    authors: (one.authors ?? []).map(({ name }) => name),
    tags: one.tags ?? [],
  }));
  const other = file.replace(/\.json$/, ".xml");
  const isSame = site.has(other) && JSON.stringify(entries) === JSON.stringify(atomEntries(site.text(other)));
  return [
    ...(sameAddress(data.feed_url, site.addressOf(file)) ? [] : ["feed_url is not this feed"]),
    ...(isSame ? [] : [`does not say what ${other} says`]),
  ];
}
