// Posts → an Atom feed with whole texts, as RFC 4287 specifies.
// Written here, not by a library, which would give dates in UTC only and load every other feed format.
import type { License } from "../licenses.ts";
import { ICONS } from "../site/icons.ts";
import { absoluteUrl } from "../site/site.ts";
import { feedFacts, type FeedEntry, type FeedInput } from "./entries.ts";
import { element, openTag } from "./xml.ts";

/** The whole text of the feed's file. */
export function atomFeed(input: FeedInput): string {
  const facts = feedFacts(input);
  const { lang } = input;
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    openTag("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": lang }),
    ...indented([
      element("id", {}, facts.url),
      element("title", {}, input.title),
      ...(input.description === "" ? [] : [element("subtitle", {}, input.description)]),
      element("updated", {}, facts.updated),
      element("link", { rel: "self", type: "application/atom+xml", href: facts.url }),
      element("link", { rel: "alternate", type: "text/html", hreflang: lang, href: facts.home }),
      ...author({ name: facts.publisher, url: facts.home }),
      ...rights(facts.license),
      element("generator", {}, "Carnet"),
      element("icon", {}, absoluteUrl(input.site, ICONS.small)),
      ...facts.entries.flatMap((entry) => atomEntry(entry, lang)),
    ]),
    "</feed>",
  ].join("\n")}\n`;
}

function atomEntry(entry: FeedEntry, feedLang: string): string[] {
  return [
    openTag("entry", { "xml:lang": entry.lang === feedLang ? undefined : entry.lang }),
    ...indented([
      element("id", {}, entry.id),
      element("title", {}, entry.title),
      element("link", { rel: "alternate", type: "text/html", hreflang: entry.lang, href: entry.url }),
      element("published", {}, entry.published),
      element("updated", {}, entry.updated),
      ...entry.authors.flatMap(author),
      ...entry.categories.map(({ slug, label }) => element("category", { term: slug, label })),
      ...(entry.summary === "" ? [] : [element("summary", {}, entry.summary)]),
      ...rights(entry.license),
      element("content", { type: "html" }, entry.html),
    ]),
    "</entry>",
  ];
}

/** The licence in words, and the address of its text (RFC 4946). */
function rights(license: License | undefined): string[] {
  if (license === undefined) return [];
  const { label, url: href } = license;
  return [
    element("rights", {}, label),
    ...(href === undefined ? [] : [element("link", { rel: "license", href })]),
  ];
}

function author({ name, url }: { name: string; url?: string }): string[] {
  const uri = url === undefined ? [] : [element("uri", {}, url)];
  return ["<author>", ...indented([element("name", {}, name), ...uri]), "</author>"];
}

function indented(items: readonly string[]): string[] {
  return items.map((item) => `  ${item}`);
}
