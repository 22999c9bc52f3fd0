// What front matter was read to say, kept in `.cache/heads` from one build to the next: a text whose front matter stands is
// cut, not parsed. Only front matter that nothing is to be said of is kept, so that no remark can be lost.
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { EntryFacts, KnownHeads } from "../content/entries.ts";
import { isFree, readChecked, writeChecked } from "./checked-file.ts";
import { digestOf } from "./digest.ts";
import type { StoreOptions } from "./picture-store.ts";

export interface HeadCache {
  /** `settings`: all that front matter is read by. */
  under: (settings: string) => KnownHeads;
  /** Writes what was asked for since it was opened, and forgets the rest. */
  save: () => void;
}

interface Stored {
  version: string;
  /** Serialized facts by the digest of what they were read from. */
  heads: Map<string, Buffer>;
}

/** `version` names the Carnet that runs. Without a file that can be read, nothing is known. */
export function openHeadCache(root: string, version: string, { trust, keep }: StoreOptions): HeadCache {
  const path = join(root, ".cache", "heads");
  const isReal = isFree(join(root, ".cache"));
  const known = (trust && isReal ? read(path, version) : undefined) ?? new Map<string, Buffer>();
  const used = new Map<string, Buffer>();
  let isNew = false;
  return {
    under(settings) {
      const around = digestOf(settings);
      const keyOf = (...parts: readonly string[]): string => digestOf([around, ...parts].join("\n"));
      return {
        find(kind, file, head) {
          if (known.size === 0) return undefined;
          const key = keyOf(kind, file, head);
          const bytes = known.get(key);
          if (!bytes) return undefined;
          used.set(key, bytes);
          return deserialize(bytes) as EntryFacts;
        },
        keep(kind, file, head, facts) {
          // At once: whoever reads on may change them.
          used.set(keyOf(kind, file, head), serialize(facts));
          isNew = true;
        },
      };
    },
    save() {
      if (isNew && keep && isReal) writeChecked(path, serialize({ version, heads: used } satisfies Stored));
    },
  };
}

function read(path: string, version: string): Map<string, Buffer> | undefined {
  const bytes = readChecked(path);
  // Whole, as its digest says, and so in the shape that this version writes.
  const stored = bytes && (deserialize(bytes) as Stored);
  return stored?.version === version ? stored.heads : undefined;
}
