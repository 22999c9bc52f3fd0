// Reads one post or page: its file, front matter and dates, as far as possible without the others.
// The hot path of a build: what only messages need (places) is computed when a problem is found.
import type { Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import { cutValues } from "./cut-values.ts";
import type { Calendar } from "../dates.ts";
import { noDay, readDates } from "./dates.ts";
import { examplesFor } from "./examples.ts";
import { reportKeys } from "./keys.ts";
import { isDraftByName, readFileName, type FileName } from "../file-names.ts";
import { markupValues } from "./markup-values.ts";
import { strayEnds } from "./stray-ends.ts";
import { readTitle } from "./title.ts";
import { readFields } from "./fields.ts";
import { splitFrontMatter, type Split } from "./front-matter.ts";
import { locate, type Places } from "../yaml/locate.ts";
import { looseEntry, type EntryFacts, type Loose } from "./loose-entry.ts";
import { forgetCorrected, parseSplit } from "../parse.ts";
import { readUtf8 } from "../read.ts";
import { frontMatterSchema, type FrontMatter } from "../schema.ts";
import type { Day, FieldPlaces } from "../types.ts";
import type { SourceFile } from "../../source-file.ts";
import { unknownKeys, unknownPaths, without } from "../unknown-keys.ts";
import type { YamlMap } from "../yaml/parse.ts";
import { issueProblems } from "../zod-problems.ts";

/** Front matter read earlier, under the same settings. */
export interface KnownHeads {
  find(kind: "post" | "page", file: string, head: string): EntryFacts | undefined;
  /** Stores front matter in which no problem was found. */
  keep(kind: "post" | "page", file: string, head: string, facts: EntryFacts): void;
  /** Names front matter with a problem, which is not stored: it is read again at each build that reports its problems. */
  note(kind: "post" | "page", file: string, head: string): void;
  /** The key of front matter: the same text gives the same facts and problems. */
  nameOf(kind: "post" | "page", file: string, head: string): string;
}

/** What reading an entry needs from the site. */
export interface EntryContext {
  site: Site;
  dates: Calendar;
  /** Folder names that stand for a language, in lower case. */
  languages: ReadonlySet<string>;
  knownKeys: ReadonlySet<string>;
  /** The day of this run in the site's zone. */
  today: Day;
  problems: Problem[];
  /** Everything that affects how front matter is read, as one text. */
  settings: string;
  heads?: KnownHeads | undefined;
}

/**
 * The result of reading a file. If an error keeps it out (`sound` is false): an entry whose refused values are replaced or left
 * out, which is only checked, or nothing.
 */
export type ReadEntry = { entry: Loose; sound: boolean } | Unread;

interface Unread {
  entry?: undefined;
  sound?: undefined;
  /** According to its name, or to front matter if it could be read that far; false if unknown. */
  draft: boolean;
}

export function readEntry(kind: "post" | "page", source: SourceFile, context: EntryContext): ReadEntry {
  const { problems, heads } = context;
  const { file } = source;
  const read = readUtf8(source);
  if (read === undefined) return { draft: false };
  const cut = "problem" in read ? read : splitFrontMatter(file, read.bytes);
  if ("problem" in cut) {
    problems.push(cut.problem);
    const name = readFileName(file, context.languages);
    // Without front matter, the date must be in the name: both are said at once.
    const isUndated = kind === "post" && name.day === undefined && !name.draft;
    if (isUndated && cut.problem.key === "front-matter/none")
      problems.push(noDay({ file, name, draft: false }, context));
    return { draft: name.draft };
  }
  const { head, body, bodyLine } = cut.split;
  const known = heads?.find(kind, file, head);
  const before = problems.length;
  const {
    facts,
    draft = false,
    sound = true,
    legibly = head,
  } = known ? { facts: known } : readHead(kind, file, cut.split, context);
  if (facts === undefined) return { draft };
  if (!known && problems.length === before) heads?.keep(kind, file, head, facts);
  else if (!known) heads?.note(kind, file, head);
  return {
    entry: looseEntry(facts, { kind, source, text: { head, body }, bodyLine, front: { head: legibly } }),
    sound,
  };
}

interface ReadHead {
  /** Undefined if nothing is known of the text, or not the language that it is in. */
  facts?: EntryFacts;
  draft: boolean;
  /** False if an error keeps the text out. */
  sound?: boolean;
  /** Front matter without its YAML mistakes. */
  legibly?: string;
}

/**
 * Reads and checks front matter. YAML mistakes that can be read on behind do not keep a text out: their errors stop the
 * publication, and meanwhile it is known what the text says.
 */
function readHead(kind: "post" | "page", file: string, split: Split, context: EntryContext): ReadHead {
  const { problems } = context;
  const { problems: refusals, parsed } = parseSplit(file, split);
  problems.push(...refusals);
  const before = problems.length;
  if (parsed === undefined) return { draft: isDraftByName(file) };
  const { data: raw, head } = parsed;
  const placeIn: Places = (path, part) => locate(file, head, path, { firstLine: 2, part });
  const placeOf: FieldPlaces = (field, part) => placeIn([field], part);
  const values = present(raw);
  const titled = readTitle(raw, head, placeOf);
  const name = readFileName(file, context.languages);
  const told = "instead" in titled ? titled.instead : undefined;
  const unheld = reportKeys(raw, { ...context, kind, placeOf, named: name.day, told });
  problems.push(...cutValues(head, placeOf), ...strayEnds(head, placeOf));
  if ("problem" in titled) problems.push(titled.problem);
  const title = "title" in titled ? titled.title : titled.meant;
  const checked = check({ ...values, title }, head, placeIn, problems);
  const { data } = checked;
  problems.push(...markupValues(data, placeIn));
  const draft = name.draft || data.draft === true || data.published === false;
  const dates = readDates({ kind, file, data, raw, name, draft, placeOf }, context);
  const declaredFields = readFields(values, context, placeOf);
  forgetCorrected(problems, refusals, before);
  if (checked.refused.has("lang")) return { draft };
  const sound =
    !unheld && checked.refused.size === 0 && "title" in titled && dates.sound && declaredFields.sound;
  const { fields } = declaredFields;
  const taxonomies = declared(values, Object.keys(context.site.taxonomies));
  const lang = languageOf(data, name, context.site);
  const facts = { name, data, fields, taxonomies, title, lang, draft, ...dates.found };
  return { facts, draft, sound, ...(refusals.length > 0 && { legibly: head }) };
}

/** Values as the schema parses them. Refused values are reported and left out, so that the others are checked too. */
function check(
  values: YamlMap,
  head: string,
  placeOf: Places,
  problems: Problem[],
): { data: FrontMatter; refused: ReadonlySet<string> } {
  const parsed = frontMatterSchema.safeParse(values);
  if (parsed.success) return { data: parsed.data, refused: NONE };
  const { issues } = parsed.error;
  problems.push(
    ...unknownKeys(issues, { code: "front-matter", data: values, schema: frontMatterSchema, placeOf }),
  );
  const unknown = unknownPaths(issues);
  if (unknown.length > 0) return check(without(values, unknown), head, placeOf, problems);
  const exampleOf = examplesFor(values, head);
  problems.push(...issueProblems(issues, { code: "front-matter", data: values, placeOf, exampleOf }));
  const refused = new Set(issues.map((issue) => String(issue.path[0])));
  const rest = Object.fromEntries(Object.entries(values).filter(([key]) => !refused.has(key)));
  return { data: frontMatterSchema.parse(rest), refused };
}

const NONE: ReadonlySet<string> = new Set();

/** Leaves out keys without a value: `twitter:` and `twitter: null` say nothing. */
function present(raw: YamlMap): YamlMap {
  for (const value of Object.values(raw)) {
    if (value === null) return Object.fromEntries(Object.entries(raw).filter(([, one]) => one !== null));
  }
  return raw;
}

function declared(values: YamlMap, names: readonly string[]): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const name of names) if (Object.hasOwn(values, name)) found[name] = values[name];
  return found;
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
