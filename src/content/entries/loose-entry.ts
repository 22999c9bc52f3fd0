// A post or page as it is read by itself, before it is known what the others say: a file, and what its name and front matter say.
import type { SourceFile } from "../../source-file.ts";
import type { FileName } from "../file-names.ts";
import { locate, type KeyPath, type Places } from "../yaml/locate.ts";
import { legible } from "../parse.ts";
import type { FrontMatter } from "../schema.ts";
import { lineWith } from "../settings/lines.ts";
import type { Day, Deadline, FieldPlaces, SourceText } from "../types.ts";

/** What the name and the front matter of a post or page say: plain values and dates. */
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
  /** That of `date`, which does not count. */
  hour?: Date | undefined;
  draft: boolean;
}

/** A post or page on its own, before it is known what the others say. */
export interface Loose extends EntryFacts {
  kind: "post" | "page";
  source: SourceFile;
  text: SourceText;
  bodyLine: number;
  placeOf: FieldPlaces;
  /** Place of a value inside a key: `["tags", 2]`. */
  placeIn: Places;
  /** The line of such a value, with another one in its place. */
  lineIn: (path: KeyPath, value: string) => string;
}

/**
 * `front` alone is held by those who ask for places: the text may be given up before. Each property by its name, since V8
 * makes a table of its own of each object of this size that is spread into another.
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

/** Places of what front matter says, which is read again for each. */
export function placesIn(file: string, front: Pick<SourceText, "head">): Places {
  return (path, part) => locate(file, legible(front.head), path, { firstLine: 2, part });
}
