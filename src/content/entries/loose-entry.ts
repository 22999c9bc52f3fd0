// A post or page as read by itself, before the others are known: its file, and what its name and front matter say.
import type { SourceFile } from "../../source-file.ts";
import type { FileName } from "../file-names.ts";
import { locate, type KeyPath, type Places } from "../yaml/locate.ts";
import { legible } from "../parse.ts";
import type { FrontMatter } from "../schema.ts";
import { lineWith } from "../settings/lines.ts";
import type { Day, Deadline, FieldPlaces, SourceText } from "../types.ts";

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
  /** The instant of `date`, if it has an hour that has no effect. */
  hour?: Date | undefined;
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
  /** The line of such a value, with another value in it. */
  lineIn: (path: KeyPath, value: string) => string;
}

/**
 * The functions that find places hold only `front`: the text may be released earlier. Properties are copied one by one: V8
 * makes a separate property table for each object of this size that is spread into another.
 */
export function looseEntry(
  facts: EntryFacts,
  {
    kind,
    source,
    text,
    bodyLine,
    front,
  }: Pick<Loose, "kind" | "source" | "text" | "bodyLine"> & { front: Pick<SourceText, "head"> },
): Loose {
  const placeIn = placesIn(source.file, front);
  return {
    name: facts.name,
    data: facts.data,
    fields: facts.fields,
    taxonomies: facts.taxonomies,
    title: facts.title,
    lang: facts.lang,
    day: facts.day,
    date: facts.date,
    updated: facts.updated,
    expires: facts.expires,
    deadline: facts.deadline,
    hour: facts.hour,
    draft: facts.draft,
    kind,
    source,
    text,
    bodyLine,
    placeOf: (field, part) => placeIn([field], part),
    placeIn,
    lineIn: (path, value) => lineWith(legible(front.head), path, value),
  };
}

/** Finds places in front matter, which is parsed again each time. */
export function placesIn(file: string, front: Pick<SourceText, "head">): Places {
  return (path, part) => locate(file, legible(front.head), path, { firstLine: 2, part });
}
