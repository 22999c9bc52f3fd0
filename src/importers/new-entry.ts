// One text of the old blog → the equivalent file of the new site, at the same address.
// The file is checked as Carnet will read it: what Carnet would reject is not written, and is reported.
import { jekyllId } from "../feeds/ids.ts";
import { parseText } from "../content/parse.ts";
import { nameIn } from "../paths.ts";
import { convertBody, type Lookup, type NewBody } from "./body/bodies.ts";
import { newDay } from "./head/dates.ts";
import { HeadEditor } from "./head/editor.ts";
import type { HeadRules } from "./head/step.ts";
import type { Change, Manual, OldSite, SourceEntry } from "./model.ts";
import { decoded, keepAddress, predict, type AddressRules } from "./new-address.ts";
import { rewriteHead } from "./head/new-front-matter.ts";
import type { YamlMap } from "../content/yaml/parse.ts";
import { map, text } from "./values.ts";

export interface NewEntry {
  entry: SourceEntry;
  target: string;
  written: string;
  data: YamlMap;
  body: string;
  /** Address that Carnet will give it. */
  url: string | undefined;
  changes: Change[];
  manual: Manual[];
  shown: string[];
  became: string[];
  replaced: NewBody["replaced"];
}

export interface NewHead {
  head: HeadEditor;
  manual: Manual[];
  /** Address that Carnet will give the text. */
  url: string | undefined;
}

export interface EntryRules {
  head: HeadRules;
  addresses: AddressRules;
}

/** Only the front matter, which gives the address before any body that links to it is read. */
export function newHead(entry: SourceEntry, site: OldSite, rules: EntryRules): NewHead {
  const head = new HeadEditor(entry.text);
  if (["toml", "json", "js"].includes(entry.text.format))
    head.changes.push({ kind: "format", line: 1, from: entry.text.format.toUpperCase(), to: "YAML" });
  for (const key of entry.text.repeated)
    head.changes.push({ kind: "duplicate-key", line: 0, from: key, to: "" });
  const own = text(head.data["permalink"]);
  // A template, a style's name or Hugo's `url`: the old address already reflects them.
  if (head.has("permalink") && (own === undefined || !own.startsWith("/") || /[{}]/.test(own)))
    head.remove("permalink", "address");
  if (site.kind === "hugo" && head.has("url")) head.remove("url", "address");
  const manual = rewriteHead(head, entry, rules.head);
  const lang = entry.lang ?? rules.addresses.lang;
  const day = newDay(head.data, entry.target, rules.head);
  const placed = { kind: entry.kind, target: entry.target, lang, ...(day !== undefined && { day }) };
  const { oldUrl } = entry;
  const edit =
    oldUrl === undefined ? { refused: true } : keepAddress(oldUrl, placed, head.data, rules.addresses);
  if ("slug" in edit) head.set("slug", edit.slug, "slug");
  else if ("permalink" in edit) head.set("permalink", edit.permalink, "address");
  else if ("refused" in edit) {
    if (predict(placed, head.data, rules.addresses) === undefined && head.has("permalink"))
      head.remove("permalink", "address");
    if (oldUrl !== undefined)
      manual.push({ kind: "address-changed", file: entry.source, line: 0, found: decoded(oldUrl) });
  }
  const url = predict(placed, head.data, rules.addresses);
  keepFeedId(head, entry, site, url);
  return { head, manual, url };
}

/** Subscribers have seen the post under its old id: if Carnet would give it another, the old one is written. */
function keepFeedId(head: HeadEditor, entry: SourceEntry, site: OldSite, url: string | undefined): void {
  const { oldUrl, source, target } = entry;
  if (entry.kind !== "post" || oldUrl === undefined || url === undefined) return;
  const isJekylls = map(site.settings["feeds"])["ids"] === "jekyll";
  const idOf = (address: string, path: string, slug: string | undefined): string => {
    const file = `content/posts/${path.replace(/^.*\/(?!index\.)|\.\w+$/g, "")}.md`;
    const named = slug === undefined ? { slug: "" } : { slug, addressKey: "slug" as const };
    return isJekylls ? jekyllId({ url: address, file, ...named }) : address;
  };
  const before = idOf(oldUrl, source, text(entry.text.data["slug"]));
  if (before !== idOf(url, target, text(head.data["slug"]))) head.set("feedId", before, "feed-id");
}

export function newEntry(
  entry: SourceEntry,
  made: NewHead,
  site: OldSite,
  lookup: Lookup,
): NewEntry | { refused: Manual } {
  const { head, url } = made;
  const { body, changes, manual, shown, became, replaced } = convertBody(entry, site, lookup);
  const written = head.write(body);
  const [problem] = parseText(
    entry.target,
    Buffer.from(written.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n")),
  ).problems;
  if (problem !== undefined)
    return {
      refused: {
        kind: "broken",
        file: entry.source,
        line: problem.line,
        found: text(problem.params["found"]) ?? problem.key,
      },
    };
  const told = toldByName(entry);
  return {
    entry,
    target: entry.target,
    written,
    data: head.data,
    body,
    url,
    changes: [...told, ...head.changes, ...changes],
    manual: [...made.manual, ...manual],
    shown,
    became,
    replaced,
  };
}

/** What needs no change in the text, since Carnet reads it from the file name, but belongs in the report. */
function toldByName({
  source,
  target,
  lang,
  langInPath,
  text: { data },
  oldUrl,
  draftInPath,
}: SourceEntry): Change[] {
  const base = nameIn(source);
  const told: Change[] = [];
  if (/^_?\d{2}-\d{1,2}-\d{1,2}-/.test(base))
    told.push({ kind: "two-digit-year", line: 0, from: base, to: `20${base.replace(/^_/, "").slice(0, 2)}` });
  if (langInPath && lang !== undefined) told.push({ kind: "language", line: 0, from: source, to: target });
  if (draftInPath) told.push({ kind: "draft", line: 0, from: source, to: target });
  const own = text(data["permalink"]);
  if (own !== undefined && /:(year|month|day|title|slug)/.test(own) && oldUrl !== undefined)
    told.push({ kind: "years-in-address", line: 0, from: own, to: decoded(oldUrl) });
  return told;
}
