// Front matter of another generator → front matter that Carnet reads, changed only where necessary.
// Keys that Carnet does not know stay: `site.yaml` declares them, so that layouts may use them.
import { insteadOnPage } from "../../content/entries/keys.ts";
import { frontMatterSchema } from "../../content/schema.ts";
import { flag } from "../../flag.ts";
import { authors } from "./authors.ts";
import { cover, namesPicture } from "./cover.ts";
import { dates } from "./dates.ts";
import type { HeadEditor } from "./editor.ts";
import type { Ask, HeadContext, HeadRules, HeadStep } from "./step.ts";
import { terms } from "./terms.ts";
import type { Manual, SourceEntry } from "../model.ts";
import { plainWords } from "./plain-words.ts";
import { text, texts } from "../values.ts";

/** In this order: a key gets its Carnet name before its value is examined, and rejected values are reported last. */
const STEPS: readonly HeadStep[] = [
  otherNames,
  inherit,
  title,
  plainWords,
  layout,
  authors,
  cover,
  pageTerms,
  terms,
  dates,
  state,
  language,
  aliases,
  refused,
];

/** Edits `head`, and returns what is left for a person to do. */
export function rewriteHead(head: HeadEditor, entry: SourceEntry, rules: HeadRules): Manual[] {
  const manual: Manual[] = [];
  const ask: Ask = (kind, found) => manual.push({ kind, file: entry.source, line: 0, found });
  for (const step of STEPS) step(head, { entry, rules, ask });
  return manual;
}

/** Other names of Carnet's keys, in order of preference. */
const OTHER_NAMES: readonly (readonly [to: string, from: readonly string[]])[] = [
  ["updated", ["last_modified_at", "lastmod", "last_modified", "modified", "lastModified", "modified_at"]],
  ["publishAt", ["publishDate", "publishdate"]],
  ["expires", ["expiryDate", "expirydate"]],
  ["lang-ref", ["translationKey", "translationkey", "lang_ref", "langref", "ref"]],
  ["lang", ["locale", "language"]],
  ["description", ["summary", "excerpt", "abstract"]],
  ["title", ["name"]],
];

/** Keys of folders and defaults that a text must now contain itself, since it no longer inherits them. */
function inherit(head: HeadEditor, { entry, rules }: HeadContext): void {
  const known = ["author", "authors", "image", "description", "twitter", "license", "noindex", "imageAlt"];
  const signed = head.has("author") || head.has("authors");
  const pictured = namesPicture(head.data);
  for (const [key, value] of Object.entries(entry.inherited)) {
    if (signed && /^authors?$/.test(key)) continue;
    // A picture for the whole site, or its description, beside the text's own under another name.
    if (pictured && /^image(?:Alt)?$/.test(key)) continue;
    if (entry.kind === "page" && insteadOnPage(key, rules.taxonomies) !== undefined) continue;
    // A key without a value means that there are no terms; a comma is part of a term.
    if (rules.taxonomies.includes(key) && !Object.hasOwn(head.data, key) && texts(value).length > 0)
      head.set(key, texts(value), "inherited");
    if (known.includes(key) && !head.has(key) && value !== null && value !== "")
      head.set(key, value, "inherited");
  }
}

function otherNames(head: HeadEditor): void {
  for (const [to, names] of OTHER_NAMES) {
    for (const from of names) {
      const value = text(head.data[from]);
      if (value === undefined || head.has(to)) continue;
      head.rename(from, to, value, to === "lang" ? "language" : to === "lang-ref" ? "translation" : "key");
    }
  }
}

function title(head: HeadEditor, { entry }: HeadContext): void {
  const value = head.data["title"];
  const words = text(value);
  if (words === undefined || Array.isArray(value)) head.set("title", entry.title, "title");
  else if (typeof value !== "string" || /^\d{4}-\d{1,2}-\d{1,2}$/.test(words))
    head.set("title", words, "title");
}

function layout(head: HeadEditor, { entry }: HeadContext): void {
  const value = head.data["layout"];
  if (value !== undefined && value !== entry.kind) head.remove("layout", "layout");
}

/** Terms belong to posts: what a page could say otherwise stays, for a person to write in its text. */
function pageTerms(head: HeadEditor, { entry, rules }: HeadContext): void {
  const taxonomies = [...rules.taxonomies, "categories", "category", "tag"];
  for (const key of Object.keys(head.data))
    if (entry.kind === "page" && insteadOnPage(key, taxonomies) === "none") head.remove(key, "page-terms");
}

function state(head: HeadEditor, { entry }: HeadContext): void {
  for (const key of ["draft", "published", "noindex", "typography"])
    if (head.has(key) && !flag.safeParse(head.data[key]).success) head.remove(key, "draft");
  const says =
    flag.safeParse(head.data["draft"]).data === true || flag.safeParse(head.data["published"]).data === false;
  if (entry.draft && !entry.draftInPath && !says) {
    if (head.has("draft")) head.remove("draft", "draft");
    head.set("draft", true, "draft");
  }
}

const LANGUAGE = /^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function language(head: HeadEditor, { entry, rules }: HeadContext): void {
  const own = text(head.data["lang"]);
  const wanted = entry.lang ?? rules.lang;
  if (own !== undefined && !LANGUAGE.test(own)) {
    const tidy = own.replaceAll("_", "-");
    if (LANGUAGE.test(tidy)) head.set("lang", tidy, "language");
    else head.remove("lang", "language");
  }
  if (own === undefined && wanted !== rules.lang && !entry.langInPath) head.set("lang", wanted, "language");
  if (entry.group !== undefined && !head.has("lang-ref") && !head.has("translationOf"))
    head.set("lang-ref", entry.group, "translation");
}

function aliases(head: HeadEditor, { entry }: HeadContext): void {
  for (const key of ["redirect_from", "aliases"]) {
    if (!head.has(key)) continue;
    const written = texts(head.data[key]);
    const kept = key === "aliases" || !head.has("aliases") ? entry.aliases : written;
    if (kept.length === 0) head.remove(key, "alias");
    else if (written.length !== kept.length || written.some((one, i) => one !== kept[i]))
      head.set(key, kept, "alias");
  }
}

/** A key whose value Carnet would reject must not exclude the whole text. */
function refused(head: HeadEditor, { ask }: HeadContext): void {
  for (const key of ["templateEngineOverride", "eleventyComputed"])
    if (head.has(key)) head.remove(key, "key");
  const present = Object.fromEntries(Object.entries(head.data).filter(([, value]) => value !== null));
  const checked = frontMatterSchema.safeParse(present);
  if (checked.success) return;
  for (const key of new Set(checked.error.issues.map((issue) => String(issue.path[0])))) {
    const value = head.data[key];
    const plain = text(value);
    if (plain !== undefined && frontMatterSchema.safeParse({ title: "x", [key]: plain }).success)
      head.set(key, plain, "key");
    else if (head.has(key) && key !== "title") {
      ask("mixed-field", `${key}: ${JSON.stringify(value)}`);
      head.remove(key, "key");
    }
  }
}
