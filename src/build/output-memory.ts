// What a build put into an output, kept in `.cache/outputs/`: what each file was made of, and what it looked like there.
// A file that stands as it was left, and would be made of the same again, is neither made nor written.
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { readChecked, writeCheckedJson } from "./checked-file.ts";
import { lookOf } from "./file-look.ts";
import { outputCache } from "./output-cache.ts";
import type { StoreOptions } from "./picture-store.ts";
import type { Looked } from "./staying-pages.ts";

/** Path in the output → name of what the file is made of. The files of an index of the search share one. */
export type Made = ReadonlyMap<string, string>;

export interface Remembered {
  /** Files of the last build that stand there as it left them. */
  files: Made;
  standing: Standing;
  /** What those were made of that do not. */
  lost: ReadonlySet<string>;
  /** Absent where nobody looked at the pages: they were a preview. */
  looked?: Looked | undefined;
  /** What those files look like that stand, where they were looked at now. */
  looks?: ReadonlyMap<string, string>;
}

type Stamp = [made: string, size: number, mtimeMs: number];

interface Stored {
  version: string;
  files: Record<string, Stamp>;
  looked?: Looked | undefined;
}

/** Files as they were found to stand. */
export type Standing = ReadonlyMap<string, Stamp>;

export interface OutputMemory {
  /** Looks at the output: undefined where no earlier build of this Carnet is known to have made it. */
  recall(): Remembered | undefined;
  /** Looks at the files that stand there now, but for those that are made of the same as when `before` was looked at. */
  look(made: Made, before?: Standing): Standing;
  /** Keeps what stands there for another process. */
  keep(standing: Standing, looked: Looked | undefined): void;
}

/** `root` and `output` are absolute, `version` is the Carnet that runs. */
export function outputMemory(
  root: string,
  output: string,
  version: string,
  { trust, keep }: StoreOptions,
): OutputMemory {
  const path = outputCache(root, output);
  return {
    recall() {
      const bytes = trust && path !== undefined ? readChecked(path) : undefined;
      // Whole, as its digest says, and so in the shape that this version writes.
      const stored = bytes && (JSON.parse(bytes.toString()) as Stored);
      if (stored?.version !== version) return undefined;
      const files = new Map<string, string>();
      const standing = new Map<string, Stamp>();
      const lost = new Set<string>();
      const looks = new Map<string, string>();
      for (const file in stored.files) {
        const stamp = stored.files[file];
        if (!stamp) continue;
        const [made, size, mtimeMs] = stamp;
        const there = lstatSync(join(output, file), { throwIfNoEntry: false });
        if (there?.isFile() === true && there.size === size && isTime(there.mtimeMs, mtimeMs)) {
          files.set(file, made);
          standing.set(file, stamp);
          looks.set(file, lookOf(file, there));
        } else lost.add(made);
      }
      return { files, standing, lost, looks, looked: stored.looked };
    },
    look(made, before) {
      const standing = new Map<string, Stamp>();
      for (const [file, name] of made) {
        const known = before?.get(file);
        const there =
          known?.[0] === name ? undefined : lstatSync(join(output, file), { throwIfNoEntry: false });
        if (known?.[0] === name) standing.set(file, known);
        else if (there?.isFile() === true) standing.set(file, [name, there.size, there.mtimeMs]);
      }
      return standing;
    },
    keep(standing, looked) {
      if (!keep || path === undefined) return;
      const files = Object.fromEntries(standing);
      writeCheckedJson(path, { version, files, looked } satisfies Stored);
    },
  };
}

/** Tools that bring a cache back in continuous integration may keep times to the millisecond or the second only. */
function isTime(there: number, noted: number): boolean {
  return Math.abs(there - noted) < 1 || there === Math.floor(noted / 1000) * 1000;
}
