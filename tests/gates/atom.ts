// Checks an Atom document against RFC 4287, citing the sections of its chapter 4.
// Well-formedness is checked before (xml.ts): this reads elements and their values.
import { instant, isAbsolute, sameAddress, type BuiltSite } from "./built-site.ts";
import { children, rootOf, textOf, type XmlElement } from "./xml.ts";

/** An entry, as both formats describe it. */
export interface ReadEntry {
  id: string;
  url: string;
  title: string;
  html: string;
  published: string;
  updated: string;
  authors: string[];
  tags: string[];
}

export function atomEntries(text: string): ReadEntry[] {
  return children(rootOf(text), "entry").map((entry) => {
    const said = (name: string): string => textOf(children(entry, name)[0]);
    return {
      id: said("id"),
      url: linksOf(entry, "alternate")[0]?.attribs["href"] ?? "",
      title: said("title"),
      html: said("content"),
      published: said("published"),
      updated: said("updated"),
      authors: children(entry, "author").map((author) => textOf(children(author, "name")[0])),
      tags: children(entry, "category").map(({ attribs }) => attribs["label"] ?? ""),
    };
  });
}

export function atomFaults(text: string, file: string, site: BuiltSite): string[] {
  const feed = rootOf(text);
  if (feed?.name !== "feed" || feed.attribs["xmlns"] !== "http://www.w3.org/2005/Atom")
    return ["not an Atom feed"];
  const entries = children(feed, "entry");
  const updates = entries.map((entry) => instant(textOf(children(entry, "updated")[0])));
  const isSigned = (element: XmlElement): boolean => children(element, "author").length > 0;
  const [self, ...more] = linksOf(feed, "self");
  const faults = [
    ...commonFaults(feed, "feed"),
    ...countFaults(feed, ["subtitle", "generator", "icon", "logo"]),
    ...entries.flatMap((entry, i) => entryFaults(entry).map((fault) => `entry ${String(i + 1)}: ${fault}`)),
  ];
  if (!isSigned(feed) && !(entries.length > 0 && entries.every(isSigned)))
    faults.push("nobody signs the feed, nor all entries (4.1.1)");
  if (more.length > 0 || !sameAddress(self?.attribs["href"], site.addressOf(file)))
    faults.push("rel=self is not this feed (4.1.1)");
  if (linksOf(feed, "alternate").length === 0) faults.push("no link to the pages it mirrors");
  if (entries.length > 0 && instant(textOf(children(feed, "updated")[0])) !== Math.max(...updates))
    faults.push("updated is not the latest change");
  if ((feed.attribs["xml:lang"] ?? "") === "") faults.push("no language");
  return faults;
}

function entryFaults(entry: XmlElement): string[] {
  const [content] = children(entry, "content");
  const published = textOf(children(entry, "published")[0]);
  const updated = textOf(children(entry, "updated")[0]);
  const faults = [
    ...commonFaults(entry, "entry"),
    ...countFaults(entry, ["published", "content", "summary", "source"]),
  ];
  if (content === undefined) faults.push("no content");
  else if (content.attribs["type"] !== "html" || children(content).length > 0)
    faults.push("content is not escaped HTML (4.1.3.3)");
  if (!(instant(updated) >= instant(published)))
    faults.push("published is no instant, or comes after updated");
  if (linksOf(entry, "alternate").length !== 1) faults.push("not one address of its page (4.1.2)");
  return faults;
}

/** Rules for both feeds and entries. */
function commonFaults(element: XmlElement, what: "feed" | "entry"): string[] {
  const faults: string[] = countFaults(element, ["rights"]);
  for (const name of ["id", "title", "updated"])
    if (children(element, name).length !== 1)
      faults.push(`${what} has not one ${name} (${what === "feed" ? "4.1.1" : "4.1.2"})`);
  const id = textOf(children(element, "id")[0]);
  if (!isAbsolute(id) || id !== id.trim()) faults.push(`id is not absolute: ${id} (4.2.6)`);
  if (textOf(children(element, "title")[0]).trim() === "") faults.push("an empty title");
  if (Number.isNaN(instant(textOf(children(element, "updated")[0]))))
    faults.push("updated is no instant (3.3)");
  for (const name of ["title", "subtitle", "summary", "rights"])
    for (const { attribs } of children(element, name))
      if (!["text", "html", "xhtml"].includes(attribs["type"] ?? "text"))
        faults.push(`${name} of an unknown type (3.1.1)`);
  for (const { attribs } of children(element, "category"))
    if ((attribs["term"] ?? "") === "") faults.push("a category without term (4.2.2.1)");
  return [...faults, ...linkFaults(element), ...children(element, "author").flatMap(personFaults)];
}

function linkFaults(element: XmlElement): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { attribs } of children(element, "link")) {
    const { href = "", rel = "alternate", type = "", hreflang = "" } = attribs;
    if (!isAbsolute(href)) faults.push(`a link is not absolute: ${href} (4.2.7.1)`);
    const key = [rel, type, hreflang].join(" ");
    if (rel === "alternate" && seen.has(key)) faults.push("two alternates of one type and language (4.1.1)");
    seen.add(key);
  }
  return faults;
}

function personFaults(person: XmlElement): string[] {
  const faults = countFaults(person, ["uri", "email"]);
  const names = children(person, "name");
  if (names.length !== 1 || textOf(names[0]).trim() === "") faults.push("an author without one name (3.2.1)");
  for (const uri of children(person, "uri"))
    if (!isAbsolute(textOf(uri))) faults.push(`an author's uri is not absolute (3.2.2)`);
  return faults;
}

function countFaults(element: XmlElement, names: readonly string[]): string[] {
  return names.filter((name) => children(element, name).length > 1).map((name) => `more than one ${name}`);
}

function linksOf(element: XmlElement, rel: string): XmlElement[] {
  return children(element, "link").filter(({ attribs }) => (attribs["rel"] ?? "alternate") === rel);
}
