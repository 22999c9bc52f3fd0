// The site as it was written → a site that `carnet build` publishes: what a build would refuse is taken back, the smallest part that
// stands at the place of the error, and named in the report with the line to write.
// The errors are those of the code that builds, asked again until there are none: no rule is known in two places.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { addressKey, oldAddress } from "../content/permalinks.ts";
import { placesIn } from "../content/yaml.ts";
import type { Place } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";
import type { OldSite, OldText } from "./model.ts";
import { PEOPLE } from "../site/site.ts";
import { isMap, map, texts, type Data } from "./values.ts";

/** A file of the new site: the values of a settings file, or the front matter of a text. */
export interface WrittenFile {
  data: Data;
  /** The values as they stand in the file. */
  yaml: string;
  /** The text that it came from; undefined for a settings file. */
  old?: OldText;
}

/** The site as a build reads it. */
export interface SiteRead {
  /** Those for which a build would refuse it. */
  errors: readonly ShownProblem[];
  /** Path of a text → its address. */
  urls: ReadonlyMap<string, string>;
  /** Keys of the addresses of all pages. */
  answers: ReadonlySet<string>;
}

interface Settling {
  site: OldSite;
  dest: string;
  files: ReadonlyMap<string, WrittenFile>;
  /** Writes a file again, with its values as they are now. */
  write: (path: string) => void;
  read: () => Promise<SiteRead>;
}

/** Each round takes something back at every error; what one round uncovers is for the next. */
const MOST_ROUNDS = 12;

/** The site as it is then; errors that are left, usually none, stand for nothing that the import wrote. */
export async function settleErrors(settling: Settling): Promise<SiteRead> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = await settling.read();
    const changed = new Set(found.errors.flatMap((error) => takeBack(error, settling)));
    if (changed.size === 0) return found;
    for (const path of changed) settling.write(path);
  }
  return settling.read();
}

/** The paths of the files whose values it changed. */
function takeBack(error: ShownProblem, { site, dest, files }: Settling): string[] {
  const { file, line, message, hint } = error;
  const written = files.get(file);
  const held = (): void => {
    const found = `${String(line)}: ${message} ${hint}`.replace(/\s+/g, " ").trim();
    site.todo.push({ kind: "held", file, found });
  };
  if (written === undefined) {
    const copied = site.assets.findIndex(({ target }) => target === file);
    if (copied < 0) return [];
    held();
    site.assets.splice(copied, 1);
    rmSync(join(dest, file));
    return [file];
  }
  const { data, old } = written;
  const path = pathAt(written, error);
  const [key = ""] = path;
  if (old === undefined) {
    if (path.length === 0) return [];
    held();
    remove(data, path);
    return [file];
  }
  const { settings } = site;
  const ofTerms =
    old.taxonomy === PEOPLE ? settings[PEOPLE] : map(settings["taxonomies"])[old.taxonomy ?? ""];
  const fields = map(old.taxonomy === undefined ? settings["fields"] : map(ofTerms)["fields"]);
  if (Object.hasOwn(fields, key)) {
    // The import itself declared what the key holds.
    Reflect.deleteProperty(fields, key);
    return ["content/site.yaml"];
  }
  if (old.draft) return [];
  held();
  const isWhole = path.length === 0 || key === "title";
  if (isWhole) data["draft"] = old.draft = true;
  else if (!withoutAddress(data, key, error.value ?? "")) remove(data, [key]);
  // Where it is published instead is reached from its old address, unless another page has that.
  const isAddress = (key === "permalink" || key === "slug") && error.code !== "duplicate-url";
  if (isAddress && old.oldUrl !== undefined && "url" in oldAddress(old.oldUrl))
    data["redirect_from"] = [...texts(data["redirect_from"]), old.oldUrl];
  return [file];
}

/** Of a list of old addresses, drops the one that an error names. */
function withoutAddress(data: Data, key: string, address: string): boolean {
  const all = texts(data[key]);
  const others = all.filter((item) => addressKey(item) !== addressKey(address));
  if (others.length === 0 || others.length === all.length) return false;
  data[key] = others;
  return true;
}

/** The path of the value, or of its key, that begins at a place of a file; empty for its body, and for the file itself. */
function pathAt({ data, yaml, old }: WrittenFile, { file, line, column }: Place): string[] {
  const first = old === undefined ? 1 : 2;
  const placeOf = placesIn(file, () => yaml, first);
  if (line < first || line >= first + yaml.split("\n").length - 1) return [];
  const found: string[][] = [];
  const walk = (value: unknown, path: string[]): void => {
    if (!isMap(value) && !Array.isArray(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      const below = [...path, name];
      const steps = below.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      const places = (["key", "value"] as const).map((part) => placeOf(steps, part));
      if (places.some((place) => place.line === line && place.column === column)) found.push(below);
      walk(inner, below);
    }
  };
  walk(data, []);
  // A value of a list on one line may have the place of its key.
  return found[0] ?? [];
}

function remove(data: Data, path: readonly string[]): void {
  const [key = "", ...rest] = path;
  const inner = data[key];
  if (rest.length === 0) Reflect.deleteProperty(data, key);
  else if (Array.isArray(inner)) data[key] = inner.filter((_, i) => String(i) !== rest[0]);
  else remove(map(inner), rest);
}
