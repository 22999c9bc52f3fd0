// Reads one post or page: its file, front matter, dates and address, as far as possible without the others.
// The hot path of a build: what only messages need (places) is computed when a problem is found.
import * as z from "zod";
import { excerpt } from "../text.ts";
import { flag, numeric } from "../yaml-values.ts";
import { nearest } from "../nearest.ts";
import { problem, type Problem } from "../problems.ts";
import { foldersOf, PEOPLE, type Site } from "../site/site.ts";
import { digestOf, type SourceFile } from "../files.ts";
import { catalogue } from "../strings/problems.ts";
import { addressOf } from "./permalinks.ts";
import { badDate, calendar, dayOf, type Calendar } from "./dates.ts";
import { noDay, readDates, type EntryDates } from "./entry-dates.ts";
import { isDraftByName, languageFolders, readFileName, type FileName } from "./file-names.ts";
import { heldBack } from "./held-back.ts";
import { parseHead, readUtf8, splitFrontMatter } from "./parse.ts";
import { asText, checked, isWordFor, unknownKey } from "./schema-problems.ts";
import { linkAddress, LONGEST_TITLE, schemaOfTexts, type Example, type FrontMatter } from "./schema.ts";
import { oneLine } from "./text.ts";
import type { Day } from "./types.ts";
import { placesIn, type Places, type YamlMap } from "./yaml.ts";

/** An entry as its file says it, before the others are known. */
export interface RawEntry extends FileValues {
  source: SourceFile;
  /** Markdown, as UTF-8 bytes: as strings, the texts of a large site would fill the heap. */
  body: Buffer;
  /** Place of a value inside a key: `["tags", 2]`. */
  placeIn: Places;
}

/** The part of an entry that can be stored. */
interface FileValues extends EntryDates, Sort {
  /** Front matter, as written. */
  head: string;
  /** Line of the file on which the body begins, from 1. */
  bodyLine: number;
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

/** What a text is, by its folder; a term has its taxonomy. */
export interface Sort {
  kind: "post" | "page" | "term";
  taxonomy?: string | undefined;
}

/** What front matter of a sort of texts may have. */
interface Shape {
  schema: z.ZodType<FrontMatter>;
  /** The fields that the site declares for it, and their schema. */
  declared: Site["fields"];
  fields: z.ZodType<Record<string, unknown>>;
  /** Every key that it may have. */
  knownKeys: ReadonlySet<string>;
}

/** What reading an entry needs from the site. */
export interface EntryContext {
  site: Site;
  dates: Calendar;
  /** Names of the layouts that show a text. */
  layouts: readonly string[];
  /** Folder names that stand for a language, in lower case. */
  languages: ReadonlySet<string>;
  /** By taxonomy of terms with files; that of posts and pages has no name. */
  shapes: ReadonlyMap<string | undefined, Shape>;
  /** The day of this run in the site's zone. */
  today: Day;
  problems: Problem[];
  /** Digest of everything but a file, and the day, that affects how the file is read. */
  settings: string;
}

export function entryContext(
  site: Site,
  now: Date,
  layouts: readonly string[],
  problems: Problem[],
): EntryContext {
  const today = dayOf(now, site.timeZone);
  const folders = [...foldersOf(site)].map(([name, { fields }]) => [name, fields] as const);
  const sorts: (readonly [string | undefined, Site["fields"]])[] = [[undefined, site.fields], ...folders];
  return {
    ...{ site, layouts, today, problems },
    settings: digestOf(JSON.stringify([{ ...site, root: "" }, layouts])),
    languages: languageFolders(site),
    dates: calendar(site.timeZone),
    shapes: new Map(sorts.map(([name, declared]) => [name, shapeOf(name, declared, site)])),
  };
}

function shapeOf(taxonomy: string | undefined, declared: Site["fields"], site: Site): Shape {
  const schema = schemaOfTexts(taxonomy);
  const fields = Object.entries(declared).map(([name, field]) => [name, valueSchema(field)]);
  return {
    ...{ schema, declared },
    fields: z.object(Object.fromEntries(fields) as Record<string, z.ZodType>),
    knownKeys: new Set([schema.shape, declared, site.taxonomies].flatMap(Object.keys)),
  };
}

/**
 * A file as read. If an error keeps it out (`sound` is false): an entry in which other values stand for those that were refused,
 * which is only checked, or nothing. `draft` is then false if it is unknown.
 */
export interface ReadEntry {
  entry?: RawEntry | undefined;
  sound: boolean;
  draft: boolean;
}

/** What the bytes of a file say: values that can be stored. */
export interface FileReading extends Omit<ReadEntry, "entry"> {
  entry?: FileValues;
  /** Bytes of the body, at the end of the file. */
  bodyLength: number;
  problems: readonly Problem[];
  /** The day of the run that read it, if another day could give other values or problems. */
  day?: Day;
}

/** What earlier runs read, by the digest of all that it was read from. */
export interface Readings {
  get(key: string): FileReading | undefined;
  keep(key: string, reading: FileReading): void;
}

/** Reads a file; its front matter only if `readings` has nothing that was read from the same bytes under the same settings. */
export function readEntry(
  sort: Sort,
  source: SourceFile,
  context: EntryContext,
  readings?: Readings,
): ReadEntry {
  const { file } = source;
  const { problems, settings, today } = context;
  const read = readUtf8(source);
  if (read === undefined) return { sound: false, draft: false };
  if ("problem" in read) {
    problems.push(read.problem);
    return { sound: false, draft: readFileName(file, context.languages).draft };
  }
  const { bytes } = read;
  const key = digestOf([settings, sort.kind, file, digestOf(bytes)].join("\n"));
  let reading = readings?.get(key);
  if (reading === undefined || (reading.day ?? today) !== today) {
    reading = readBytes(sort, file, bytes, context);
    readings?.keep(key, reading);
  }
  problems.push(...reading.problems);
  const { entry, sound, draft, bodyLength } = reading;
  if (entry === undefined) return { sound, draft };
  const body = bytes.subarray(bytes.length - bodyLength);
  return { entry: { ...entry, source, body, placeIn: placesIn(file, () => entry.head, 2) }, sound, draft };
}

/** The body that the file of an entry now has; `undefined` if its front matter has changed too, or it cannot be read. */
export function readBody({ head }: RawEntry, source: SourceFile | undefined): Buffer | undefined {
  const read = source && readUtf8(source);
  if (read === undefined || "problem" in read) return undefined;
  const cut = splitFrontMatter(source?.file ?? "", read.bytes);
  if ("problem" in cut || cut.split.head !== head) return undefined;
  return read.bytes.subarray(read.bytes.length - cut.split.bodyLength);
}

function readBytes(sort: Sort, file: string, bytes: Buffer, around: EntryContext): FileReading {
  const { kind, taxonomy } = sort;
  const { site, languages, today, shapes } = around;
  const shape = shapes.get(taxonomy) ?? shapeOf(taxonomy, {}, site);
  const problems: Problem[] = [];
  const context = { ...around, problems };
  const name = readFileName(file, languages);
  const refused = (draft: boolean): FileReading => ({
    sound: false,
    draft,
    bodyLength: 0,
    problems,
    day: today,
  });
  const cut = splitFrontMatter(file, bytes);
  if ("problem" in cut) {
    problems.push(cut.problem);
    // Without front matter, the date must be in the name: both are said at once.
    if (kind === "post" && cut.problem.key === "front-matter/none" && name.day === undefined && !name.draft)
      problems.push(noDay(file, name, context));
    return refused(name.draft);
  }
  const { head, bodyLength, bodyLine } = cut.split;
  const parsed = parseHead(file, head);
  if ("problem" in parsed) {
    problems.push(parsed.problem);
    return refused(isDraftByName(file) || /^draft:[ \t]*(?:true|yes|oui|on)[ \t]*$/m.test(head));
  }

  const { data: written } = parsed;
  // A person has a name.
  const { name: ownName = null } = written;
  const isNamed = taxonomy === PEOPLE && (written["title"] ?? null) === null && ownName !== null;
  const raw = isNamed ? { ...written, title: ownName } : written;
  const placeIn = placesIn(file, () => head, 2);
  reportKeys(raw, placeIn, shape.knownKeys, context);
  const title = readTitle(raw, placeIn, problems);
  const [, key, kept, cutOff] = /^(title|description):[ \t]+([^"'|>\s].*?)[ \t]+(#\S.*)$/m.exec(head) ?? [];
  if (key !== undefined)
    problems.push(
      problem(
        "value/cut",
        placeIn([key]),
        { path: key, found: cutOff ?? "" },
        `${key}: ${JSON.stringify(`${kept ?? ""} ${cutOff ?? ""}`)}`,
      ),
    );
  // A key without a value says nothing: `twitter:`, `twitter: null`.
  const values = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
  const data = checked(shape.schema, { data: { ...values, title }, placeOf: placeIn, problems }) ?? { title };
  const draft = name.draft || data.draft === true || data.published === false;
  const lang = languageOf(data.lang ?? name.langFolder, site);
  const dates = readDates({ kind, data, name, draft, placeIn }, file, context);
  const fields = readFields(values, shape, context, placeIn);
  const layout = readLayout(sort, data, context, placeIn);
  const address = addressOf({ ...sort, name, data, title, lang, placeIn, ...dates }, site, problems);
  const sound = !problems.some(({ key }) => catalogue[key].severity === "error");
  if (address === undefined) return { ...refused(draft), sound };
  const taxonomies = new Map(["tags", ...Object.keys(site.taxonomies)].map((key) => [key, own(values, key)]));
  const entry = { ...sort, head, bodyLine, name, data, fields, taxonomies, title, lang, layout, draft };
  return {
    ...{ entry: { ...entry, ...dates, ...address }, sound, draft, bodyLength, problems },
    // A draft without a date has that of the run; problems may tell the past from the future.
    ...((problems.length > 0 || dates.day === today) && { day: today }),
  };
}

/** A taxonomy may have the name of a property that all objects have: `toString`. */
const own = (values: YamlMap, key: string): unknown => (Object.hasOwn(values, key) ? values[key] : undefined);

/** Keys that would make Eleventy evaluate a text or its data. */
const TEMPLATE_KEYS = new Set(["templateEngineOverride", "eleventyComputed"]);

function reportKeys(raw: YamlMap, placeOf: Places, known: ReadonlySet<string>, context: EntryContext): void {
  const { problems } = context;
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
  { kind, taxonomy }: Sort,
  data: FrontMatter,
  { layouts, problems }: EntryContext,
  placeIn: Places,
): string {
  const layout = data.layout?.trim() ?? "";
  const usual = taxonomy === undefined ? kind : termLayout(layouts, taxonomy);
  if (layout === "") return usual;
  // The layout `post` shows a day, which a page does not have.
  const allowed = layouts.filter((name) => kind === "post" || name !== "post");
  if (allowed.includes(layout)) return layout;
  const meant = layout === "post" ? kind : (nearest(layout.replace(/\.\w+$/, ""), allowed) ?? kind);
  const params = { layout: excerpt(layout), allowed };
  problems.push(problem("unknown-layout", placeIn(["layout"]), params, `layout: ${meant}`));
  return usual;
}

/** The layout of the terms of a taxonomy: the site's own for that one, or that of all. */
export function termLayout(layouts: readonly string[], taxonomy: string): string {
  const own = `term-${taxonomy}`;
  return layouts.includes(own) ? own : "term";
}

type Field = Site["fields"][string];

const word = z.union([z.string(), z.number().transform(String)]);

const FIELDS: Readonly<Record<Field["type"], readonly [z.ZodType, example: Example]>> = {
  string: [word, { fr: '"texte"', en: '"text"' }],
  text: [z.string(), { fr: '"texte"', en: '"text"' }],
  number: [numeric(z.number()), "12"],
  boolean: [flag, "true"],
  date: [word, "2026-03-02"],
  url: [linkAddress, "https://example.org/"],
  list: [z.array(word), { fr: "[un, deux]", en: "[one, two]" }],
  object: [
    z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
    { fr: "{ cle: valeur }", en: "{ key: value }" },
  ],
};

/** A field with options accepts one of them, or a list of them; YAML may have read one as a number. */
export function valueSchema({ type, options = [], required }: Field): z.ZodType {
  const [plain, example] = FIELDS[type];
  const choice = z.preprocess((one) => (typeof one === "number" ? String(one) : one), z.enum(options));
  const chosen = type === "list" ? z.array(choice) : type === "number" ? choice.transform(Number) : choice;
  const schema = options.length === 0 ? plain : chosen;
  return (required ? schema : schema.optional()).meta({ example: options[0] ?? example });
}

/** Values of the fields that `site.yaml` declares, without those that are refused. */
function readFields(
  values: YamlMap,
  { declared, fields }: Shape,
  { dates, problems }: EntryContext,
  placeOf: Places,
): Record<string, unknown> {
  const names = Object.keys(declared);
  const data = Object.fromEntries(Object.entries(values).filter(([key]) => names.includes(key)));
  const read = checked(fields, { data, placeOf, problems }) ?? {};
  for (const name of names) {
    const written = read[name];
    if (declared[name]?.type !== "date" || typeof written !== "string") continue;
    const date = dates.read(written);
    if (!date.ok) problems.push(badDate(name, written, date, placeOf([name])));
    read[name] = date.ok ? date.day : undefined;
  }
  return read;
}
