// Parsed front matter, stored in `.cache/heads` between builds: unchanged front matter is split off, not parsed again. Only
// front matter without any problem is stored, so that no problem can be lost.
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { KnownHeads } from "../../content/entries/read.ts";
import type { EntryFacts } from "../../content/entries/read.ts";
import { cacheFolder, readCheckedValues, writeCheckedValues } from "../machine/checked-file.ts";
import { digestOf } from "../machine/digest.ts";
import type { StoreOptions } from "../pictures/store.ts";

export interface HeadCache {
  /** `settings`: all that the parsing of front matter depends on. */
  under: (settings: string) => KnownHeads;
  /** Names of the front matter that was read, by file, with or without problems. */
  readonly names: ReadonlyMap<string, string>;
  /** Writes what was used since it was opened, and drops the rest. */
  save: () => void;
}

/** Serialized facts, by the digest of what they were read from. */
type Stored = [version: string, heads: Map<string, Buffer>];

/** `version` is that of the running Carnet. If the file cannot be read, the cache is empty. */
export function openHeadCache(root: string, version: string, { trust, keep }: StoreOptions): HeadCache {
  const { path: cache, isReal } = cacheFolder(root);
  const path = join(cache, "heads");
  let stored: ReadonlyMap<string, Buffer> | undefined;
  // Read on first use.
  const known = (): ReadonlyMap<string, Buffer> =>
    (stored ??= (trust && isReal ? read(path, version) : undefined) ?? new Map());
  const used = new Map<string, Buffer>();
  const names = new Map<string, string>();
  let isNew = false;
  const note = (file: string, name: string): void => {
    const before = names.get(file);
    // A preview reads all files again each time that a setting changes.
    if (before !== undefined && before !== name) used.delete(before);
    names.set(file, name);
  };
  const use = (file: string, name: string, bytes: Buffer): void => {
    used.set(name, bytes);
    note(file, name);
  };
  const find = (file: string, name: string): EntryFacts | undefined => {
    const bytes = known().get(name);
    if (!bytes) return undefined;
    use(file, name, bytes);
    return deserialize(bytes) as EntryFacts;
  };
  return {
    names,
    under(settings) {
      const around = digestOf(settings);
      const nameOf: KnownHeads["nameOf"] = (...parts) => digestOf([around, ...parts].join("\n"));
      return {
        nameOf,
        find: (kind, file, head) => (known().size === 0 ? undefined : find(file, nameOf(kind, file, head))),
        keep(kind, file, head, facts) {
          // Serialized at once: the caller may change them.
          use(file, nameOf(kind, file, head), serialize(facts));
          isNew = true;
        },
        note(kind, file, head) {
          note(file, nameOf(kind, file, head));
        },
      };
    },
    save() {
      if (isNew && keep && isReal) writeCheckedValues(path, [version, used] satisfies Stored);
    },
  };
}

function read(path: string, version: string): Map<string, Buffer> | undefined {
  // The digest proves that the file is intact, and so has the shape that its version writes.
  const [by, heads] = (readCheckedValues(path) ?? []) as Partial<Stored>;
  return by === version ? heads : undefined;
}
