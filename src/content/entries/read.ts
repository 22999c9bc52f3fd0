// Reads one post or page: its file, front matter and dates, as far as possible without the others.
// The hot path of a build: what only messages need (places) is computed when a problem is found.
import { problem, type Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import type { SourceFile } from "../../files.ts";
import { calendar, dayOf, type Calendar } from "../dates.ts";
import { isDraftByName, languageFolders, readFileName, type FileName } from "../file-names.ts";
import { isWordFor } from "../key-names.ts";
import { legible, parseHead, splitFrontMatter } from "../parse.ts";
import { readUtf8 } from "../read.ts";
import { checked, unknownKey } from "../schema-problems.ts";
import { FRONT_MATTER_KEYS, frontMatterSchema, LONGEST_TITLE, type FrontMatter } from "../schema.ts";
import { oneLine } from "../text.ts";
import type { Day, Deadline, FieldPlaces, SourceText } from "../types.ts";
import { placesIn, type Places } from "../yaml/locate.ts";
import type { YamlMap } from "../yaml/parse.ts";
import { noDay, readDates } from "./dates.ts";
import { fieldsSchema, readFields, type FieldsSchema } from "./fields.ts";
import { heldBack } from "./held-back.ts";

/** What the name and the front matter of an entry say, as plain values and dates. */
export interface EntryFacts {
  name: FileName;
  data: FrontMatter;
  /** Values of the keys that `site.yaml` declares: fields, and taxonomies as written. */
  fields: Readonly<Record<string, unknown>>;
  taxonomies: Readonly<Record<string, unknown>>;
  title: string;
  lang: string;
  day?: Day | undefined;
  date?: Date | undefined;
  updated?: Day | undefined;
  expires?: Date | undefined;
  deadline?: Deadline | undefined;
  draft: boolean;
}

/** An entry on its own, before the others are known. */
export interface Loose extends EntryFacts {
  kind: "post" | "page";
  source: SourceFile;
  text: SourceText;
  bodyLine: number;
  placeOf: FieldPlaces;
  /** Place of a value inside a key: `["tags", 2]`. */
  placeIn: Places;
}

/** What reading an entry needs from the site. */
export interface EntryContext {
  site: Site;
  dates: Calendar;
  /** Folder names that stand for a language, in lower case. */
  languages: ReadonlySet<string>;
  /** Every key that front matter of the site may have. */
  knownKeys: ReadonlySet<string>;
  fields: FieldsSchema;
  /** The day of this run in the site's zone. */
  today: Day;
  problems: Problem[];
  /** Everything that affects how front matter is read, as one text. */
  settings: string;
}

export function entryContext(site: Site, now: Date, problems: Problem[]): EntryContext {
  const declared = [...Object.keys(site.fields), ...Object.keys(site.taxonomies)];
  return {
    ...{ site, problems },
    settings: JSON.stringify([{ ...site, root: "" }, dayOf(now, site.timeZone)]),
    languages: languageFolders(site),
    today: dayOf(now, site.timeZone),
    dates: calendar(site.timeZone),
    knownKeys: new Set([...FRONT_MATTER_KEYS, ...declared]),
    fields: fieldsSchema(site),
  };
}

/**
 * The result of reading a file. If an error keeps it out (`sound` is false): an entry whose refused values are left out, which is
 * only checked, or nothing. `draft` is then false if it is unknown.
 */
export type ReadEntry =
  | { entry: Loose; sound: boolean }
  | { entry?: undefined; sound?: undefined; draft: boolean };

export function readEntry(kind: "post" | "page", source: SourceFile, context: EntryContext): ReadEntry {
  const { problems } = context;
  const { file } = source;
  const read = readUtf8(source);
  if (read === undefined) return { draft: false };
  const cut = "problem" in read ? read : splitFrontMatter(file, read.bytes);
  if ("problem" in cut) {
    problems.push(cut.problem);
    const name = readFileName(file, context.languages);
    // Without front matter, the date must be in the name: both are said at once.
    if (kind === "post" && cut.problem.key === "front-matter/none" && name.day === undefined && !name.draft)
      problems.push(noDay({ file, name, draft: false }, context));
    return { draft: name.draft };
  }
  const { head, body, bodyLine } = cut.split;
  const found = readHead(kind, file, head, context);
  if ("draft" in found) return found;
  const entry = looseEntry(found.facts, { kind, source, text: { head, body }, bodyLine });
  return { entry, sound: found.sound };
}

/** Finds places in front matter. */
export function placesInHead(file: string, text: Pick<SourceText, "head">): Places {
  return placesIn(file, () => legible(text.head), 2);
}

/** The functions that find places hold only the front matter: the text may be released earlier. */
function looseEntry(facts: EntryFacts, own: Pick<Loose, "kind" | "source" | "text" | "bodyLine">): Loose {
  const placeIn = placesInHead(own.source.file, { head: own.text.head });
  return Object.assign(own, { placeIn, placeOf: fieldPlaces(placeIn) }, facts);
}

const fieldPlaces =
  (placeIn: Places): FieldPlaces =>
  (field, part) =>
    placeIn([field], part);

/** Reads and checks front matter; `draft` alone if nothing else is known of the text, or not its language. */
function readHead(
  kind: "post" | "page",
  file: string,
  head: string,
  context: EntryContext,
): { facts: EntryFacts; sound: boolean } | { draft: boolean } {
  const { problems, site } = context;
  const parsed = parseHead(file, head);
  if ("problem" in parsed) {
    problems.push(parsed.problem);
    return { draft: isDraftByName(file) || /^draft:[ \t]*(?:true|yes|oui|on)[ \t]*$/m.test(head) };
  }
  const { data: raw } = parsed;
  const placeIn = placesInHead(file, { head });
  const placeOf = fieldPlaces(placeIn);
  const name = readFileName(file, context.languages);
  const before = problems.length;
  const isUnheld = reportKeys(raw, placeIn, context);
  const title = readTitle(raw, placeOf, problems);
  // A key without a value says nothing: `twitter:`, `twitter: null`.
  const values = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
  const { value, refused } = checked(frontMatterSchema, {
    data: { ...values, title },
    placeOf: placeIn,
    problems,
  });
  const data = value ?? { title };
  const draft = name.draft || data.draft === true || data.published === false;
  if (refused.has("lang")) return { draft };
  const dates = readDates({ kind, file, data, name, draft, placeOf }, context);
  const { fields, sound } = readFields(values, context, placeIn);
  const taxonomies = Object.fromEntries(
    Object.keys(site.taxonomies).flatMap((key) => (Object.hasOwn(values, key) ? [[key, values[key]]] : [])),
  );
  const lang = languageOf(data, name, site);
  const hasTitle = !problems.slice(before).some(({ key, params }) => isOfTitle(key, params));
  const isSound = !isUnheld && refused.size === 0 && hasTitle && dates.sound && sound;
  return { facts: { name, data, fields, taxonomies, title, lang, draft, ...dates.found }, sound: isSound };
}

const isOfTitle = (key: string, params: Problem["params"]): boolean =>
  key === "front-matter/no-title" || (key.startsWith("value") && params["path"] === "title");

/** Keys that would make Eleventy evaluate a text or its data. */
const TEMPLATE_KEYS = new Set(["templateEngineOverride", "eleventyComputed"]);

/** Reports the keys of a text; true if one was meant to hold the text back, and does not. */
function reportKeys(raw: YamlMap, placeOf: Places, context: EntryContext): boolean {
  const { knownKeys: known, problems } = context;
  const held = heldBack(raw, known, { ...context, placeOf: fieldPlaces(placeOf) });
  problems.push(...held.values());
  for (const [key, value] of Object.entries(raw)) {
    if (value === null || known.has(key) || held.has(key)) continue;
    if (TEMPLATE_KEYS.has(key)) problems.push(problem("script", placeOf([key], "key"), { found: key }));
    // A text without a title is offered the line with the one that its author wrote under another key.
    else if (!(isWordFor(key, "title") && (raw["title"] ?? null) === null))
      problems.push(unknownKey([key], [...known], { data: raw, placeOf }));
  }
  return held.size > 0;
}

/** Stands for the title of a text without one, which no page shows. */
const UNTITLED = "—";

/** The title on one line, or what stands for one that is missing or refused. */
function readTitle(raw: YamlMap, placeOf: FieldPlaces, problems: Problem[]): string {
  const { title = null } = raw;
  if (typeof title === "string" && /[^\p{C}\p{Z}]/u.test(title)) {
    const written = oneLine(title);
    if (written.length <= LONGEST_TITLE) return written;
    problems.push(problem("value/limit", placeOf("title"), { path: "title", limit: LONGEST_TITLE }));
    return written.slice(0, LONGEST_TITLE);
  }
  if (title === null || typeof title === "string") {
    const [key, other] =
      Object.entries(raw).find(([one]) => one !== "title" && isWordFor(one, "title")) ?? [];
    const fix = typeof other === "string" ? `title: ${JSON.stringify(oneLine(other))}` : undefined;
    const isWritten = Object.hasOwn(raw, "title") || key === undefined;
    problems.push(problem("front-matter/no-title", placeOf(isWritten ? "title" : key, "key"), {}, fix));
    return typeof other === "string" ? oneLine(other) : UNTITLED;
  }
  const found = JSON.stringify(title);
  const fix = `title: ${JSON.stringify(found)}`;
  problems.push(problem("value", placeOf("title"), { path: "title", found }, fix));
  return UNTITLED;
}

function languageOf(data: FrontMatter, name: FileName, site: Site): string {
  if (data.lang !== undefined) return sameLanguage(data.lang, site);
  return name.langFolder === undefined ? site.lang : sameLanguage(name.langFolder, site);
}

/**
 * A language in its usual spelling. `fr` in a site in `fr-CA`, or `fr-FR` in a site in `fr`, is the site's own language, unless
 * `translations` names it.
 */
function sameLanguage(written: string, site: Site): string {
  const [primary = "", ...rest] = written.split("-");
  const lang = [
    primary.toLowerCase(),
    ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part)),
  ].join("-");
  const wider = site.lang.startsWith(`${lang}-`) || lang.startsWith(`${site.lang}-`);
  return wider && !Object.hasOwn(site.translations, lang) ? site.lang : lang;
}
