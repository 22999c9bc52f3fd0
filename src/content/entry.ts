// Reads one post or page: its file, front matter, dates and address, as far as possible without the others.
// The hot path of a build: what only messages need (places) is computed when a problem is found.
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { excerpt } from "../text.ts";
import { flag, numeric } from "../yaml-values.ts";
import { nearest } from "../nearest.ts";
import { problem, type Problem } from "../problems.ts";
import type { Site } from "../site/site.ts";
import type { SourceFile } from "../files.ts";
import { catalogue } from "../strings/problems.ts";
import { addressOf } from "./permalinks.ts";
import { badDate, calendar, dayOf, type Calendar } from "./dates.ts";
import { noDay, readDates, type EntryDates } from "./entry-dates.ts";
import { isDraftByName, languageFolders, readFileName, type FileName } from "./file-names.ts";
import { heldBack } from "./held-back.ts";
import { parseHead, readUtf8, splitFrontMatter } from "./parse.ts";
import { asText, checked, isWordFor, unknownKey } from "./schema-problems.ts";
import {
  FRONT_MATTER_KEYS,
  frontMatterSchema,
  LONGEST_TITLE,
  type Example,
  type FrontMatter,
} from "./schema.ts";
import { oneLine } from "./text.ts";
import type { Day, SourceText } from "./types.ts";
import { placesIn, type Places, type YamlMap } from "./yaml.ts";

/** An entry as its file says it, before the others are known. */
export interface RawEntry extends EntryDates {
  kind: "post" | "page";
  source: SourceFile;
  text: SourceText;
  bodyLine: number;
  /** Place of a value inside a key: `["tags", 2]`. It holds only the front matter: the text may be released earlier. */
  placeIn: Places;
  name: FileName;
  data: FrontMatter;
  /** Values of the fields that `site.yaml` declares. */
  fields: Readonly<Record<string, unknown>>;
  /** What tags and the taxonomies of `site.yaml` have, as written. */
  taxonomies: ReadonlyMap<string, unknown>;
  title: string;
  lang: string;
  layout: string;
  slug: string;
  url: string;
  draft: boolean;
}

/** What reading an entry needs from the site. */
export interface EntryContext {
  site: Site;
  dates: Calendar;
  /** Names of the layouts that show a text. */
  layouts: readonly string[];
  /** Folder names that stand for a language, in lower case. */
  languages: ReadonlySet<string>;
  /** Every key that front matter of the site may have. */
  knownKeys: ReadonlySet<string>;
  fields: z.ZodType<Record<string, unknown>>;
  /** The day of this run in the site's zone. */
  today: Day;
  problems: Problem[];
  /** Everything that affects how front matter is read, as one text. */
  settings: string;
}

export function entryContext(
  site: Site,
  now: Date,
  layouts: readonly string[],
  problems: Problem[],
): EntryContext {
  const today = dayOf(now, site.timeZone);
  const fields = Object.entries(site.fields).map(([name, field]) => [name, fieldSchema(field)]);
  return {
    ...{ site, layouts, today, problems },
    settings: JSON.stringify([{ ...site, root: "" }, layouts, today]),
    languages: languageFolders(site),
    dates: calendar(site.timeZone),
    knownKeys: new Set([...FRONT_MATTER_KEYS, ...Object.keys(site.fields), ...Object.keys(site.taxonomies)]),
    fields: z.object(Object.fromEntries(fields) as Record<string, z.ZodType>),
  };
}

/**
 * A file as read. If an error keeps it out (`sound` is false): an entry in which other values stand for those that were refused,
 * which is only checked, or nothing. `draft` is then false if it is unknown.
 */
export interface ReadEntry {
  entry?: RawEntry;
  sound: boolean;
  draft: boolean;
}

export function readEntry(kind: RawEntry["kind"], source: SourceFile, context: EntryContext): ReadEntry {
  const { site, languages, problems } = context;
  const { file } = source;
  const before = problems.length;
  const name = readFileName(file, languages);
  const read = readUtf8(source);
  if (read === undefined) return { sound: false, draft: false };
  const cut = "problem" in read ? read : splitFrontMatter(file, read.bytes);
  if ("problem" in cut) {
    problems.push(cut.problem);
    // Without front matter, the date must be in the name: both are said at once.
    if (kind === "post" && cut.problem.key === "front-matter/none" && name.day === undefined && !name.draft)
      problems.push(noDay(file, name, context));
    return { sound: false, draft: name.draft };
  }
  const { head, body, bodyLine } = cut.split;
  const parsed = parseHead(file, head);
  if ("problem" in parsed) {
    problems.push(parsed.problem);
    const draft = isDraftByName(file) || /^draft:[ \t]*(?:true|yes|oui|on)[ \t]*$/m.test(head);
    return { sound: false, draft };
  }

  const { data: raw } = parsed;
  const placeIn = placesIn(file, () => head, 2);
  reportKeys(raw, placeIn, context);
  const title = readTitle(raw, placeIn, problems);
  // A key without a value says nothing: `twitter:`, `twitter: null`.
  const values = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
  const written = { data: { ...values, title }, placeOf: placeIn, problems };
  const data = checked(frontMatterSchema, written) ?? { title };
  const draft = name.draft || data.draft === true || data.published === false;
  const lang = languageOf(data.lang ?? name.langFolder, site);
  const dates = readDates({ kind, data, name, draft, placeIn }, file, context);
  const fields = readFields(values, context, placeIn);
  const layout = readLayout(kind, data, context, placeIn);
  const address = addressOf({ kind, name, data, title, lang, placeIn, ...dates }, site, problems);
  const sound = !problems.slice(before).some(({ key }) => catalogue[key].severity === "error");
  if (address === undefined) return { sound, draft };
  const taxonomies = new Map(["tags", ...Object.keys(site.taxonomies)].map((key) => [key, own(values, key)]));
  const entry = { kind, source, text: { head, body }, bodyLine, placeIn, name, data, fields, taxonomies };
  return { entry: { ...entry, ...dates, ...address, title, lang, layout, draft }, sound, draft };
}

/**
 * Entries as read, for a process that reads a site again at each save. A file with the same size and times, on the same day and
 * under the same settings, is not opened again.
 */
export class EntryMemory {
  #settings = "";
  #known = new Map<string, { source: SourceFile; read: ReadEntry; problems: readonly Problem[] }>();

  /** Begins a reading. Files that the last one did not ask for are forgotten; if the settings differ, all files are. */
  begin(settings: string): typeof readEntry {
    const before = settings === this.#settings ? this.#known : new Map<string, never>();
    this.#settings = settings;
    this.#known = new Map();
    return (kind, source, context) => {
      const last = before.get(source.file);
      const problems: Problem[] = [];
      const known =
        last && isDeepStrictEqual(last.source, source)
          ? last
          : { source, read: readEntry(kind, source, { ...context, problems }), problems };
      this.#known.set(source.file, known);
      context.problems.push(...known.problems);
      return known.read;
    };
  }

  /** Files that were saved since: they are opened at the next reading, although a disk that keeps whole seconds shows no change. */
  forget(files: readonly string[]): void {
    for (const file of files) this.#known.delete(file);
  }
}

/** A taxonomy may have the name of a property that all objects have: `toString`. */
const own = (values: YamlMap, key: string): unknown => (Object.hasOwn(values, key) ? values[key] : undefined);

/** Keys that would make Eleventy evaluate a text or its data. */
const TEMPLATE_KEYS = new Set(["templateEngineOverride", "eleventyComputed"]);

function reportKeys(raw: YamlMap, placeOf: Places, context: EntryContext): void {
  const { knownKeys: known, problems } = context;
  const held = heldBack(raw, known, { ...context, placeOf });
  problems.push(...held.values());
  for (const [key, value] of Object.entries(raw)) {
    if (value === null || known.has(key) || held.has(key)) continue;
    if (TEMPLATE_KEYS.has(key)) problems.push(problem("script", placeOf([key], "key"), { found: key }));
    // A text without a title is offered the line with the one that its author wrote under another key.
    else if (!(isWordFor(key, "title") && (raw["title"] ?? null) === null))
      problems.push(unknownKey([key], [...known], { data: raw, placeOf }));
  }
}

/** Stands for the title of a text without one, which no page shows. */
const UNTITLED = "—";

/** The title on one line, or what stands for one that is missing or refused. */
function readTitle(raw: YamlMap, placeIn: Places, problems: Problem[]): string {
  const { title = null } = raw;
  if (typeof title === "string" && /[^\p{C}\p{Z}]/u.test(title)) {
    const written = oneLine(title);
    if (written.length <= LONGEST_TITLE) return written;
    problems.push(problem("value/limit", placeIn(["title"]), { path: "title", limit: LONGEST_TITLE }));
    return written.slice(0, LONGEST_TITLE);
  }
  if (title === null || typeof title === "string") {
    const [key = "title", other] =
      Object.entries(raw).find(([one]) => one !== "title" && isWordFor(one, "title")) ?? [];
    const fix = typeof other === "string" ? `title: ${JSON.stringify(oneLine(other))}` : undefined;
    const place = placeIn([Object.hasOwn(raw, "title") ? "title" : key], "key");
    problems.push(problem("front-matter/no-title", place, {}, fix));
    return typeof other === "string" ? oneLine(other) : UNTITLED;
  }
  const fix = `title: ${JSON.stringify(asText(title) ?? JSON.stringify(title))}`;
  problems.push(problem("value", placeIn(["title"]), { path: "title", found: JSON.stringify(title) }, fix));
  return UNTITLED;
}

/**
 * A language in its usual spelling. `fr` in a site in `fr-CA`, or `fr-FR` in a site in `fr`, is the site's own language, unless
 * `translations` names it.
 */
function languageOf(written: string | undefined, site: Site): string {
  if (written === undefined) return site.lang;
  const [primary = "", ...rest] = written.split("-");
  const region = rest.map((part) => (part.length === 2 ? part.toUpperCase() : part));
  const lang = [primary.toLowerCase(), ...region].join("-");
  const wider = site.lang.startsWith(`${lang}-`) || lang.startsWith(`${site.lang}-`);
  return wider && !Object.hasOwn(site.translations, lang) ? site.lang : lang;
}

/** Finds a layout by its name; nothing else is ever looked up, least of all a path. */
function readLayout(
  kind: RawEntry["kind"],
  data: FrontMatter,
  { layouts, problems }: EntryContext,
  placeIn: Places,
): string {
  const layout = data.layout?.trim() ?? "";
  if (layout === "") return kind;
  // The layout `post` shows a day, which a page does not have.
  const allowed = layouts.filter((name) => kind === "post" || name !== "post");
  if (allowed.includes(layout)) return layout;
  const meant = layout === "post" ? kind : (nearest(layout.replace(/\.\w+$/, ""), allowed) ?? kind);
  const params = { layout: excerpt(layout), allowed };
  problems.push(problem("unknown-layout", placeIn(["layout"]), params, `layout: ${meant}`));
  return kind;
}

type Field = Site["fields"][string];

const word = z.union([z.string(), z.number().transform(String)]);

const FIELDS: Readonly<Record<Field["type"], readonly [z.ZodType, example: Example]>> = {
  string: [word, { fr: '"texte"', en: '"text"' }],
  text: [z.string(), { fr: '"texte"', en: '"text"' }],
  number: [numeric(z.number()), "12"],
  boolean: [flag, "true"],
  date: [word, "2026-03-02"],
  url: [
    z.union([z.url({ protocol: /^(https?|mailto)$/ }), z.string().regex(/^\/[^/]/)]),
    "https://example.org/",
  ],
  list: [z.array(word), { fr: "[un, deux]", en: "[one, two]" }],
  object: [z.record(z.string(), z.unknown()), { fr: "{ cle: valeur }", en: "{ key: value }" }],
};

/** A field with options accepts one of them, or a list of them; YAML may have read one as a number. */
function fieldSchema({ type, options = [], required }: Field): z.ZodType {
  const [plain, example] = FIELDS[type];
  const choice = z.preprocess((one) => (typeof one === "number" ? String(one) : one), z.enum(options));
  const chosen = type === "list" ? z.array(choice) : type === "number" ? choice.transform(Number) : choice;
  const schema = options.length === 0 ? plain : chosen;
  return (required ? schema : schema.optional()).meta({ example: options[0] ?? example });
}

/** Values of the fields that `site.yaml` declares, without those that are refused. */
function readFields(
  values: YamlMap,
  { site, dates, problems, fields }: EntryContext,
  placeOf: Places,
): Record<string, unknown> {
  const names = Object.keys(site.fields);
  const data = Object.fromEntries(Object.entries(values).filter(([key]) => names.includes(key)));
  const read = checked(fields, { data, placeOf, problems }) ?? {};
  for (const name of names) {
    const written = read[name];
    if (site.fields[name]?.type !== "date" || typeof written !== "string") continue;
    const date = dates.read(written);
    if (!date.ok) problems.push(badDate(name, written, date, placeOf([name])));
    read[name] = date.ok ? date.day : undefined;
  }
  return read;
}
