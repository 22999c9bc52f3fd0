// Picture files stored between builds, in `.cache/pictures/`: each begins with the SHA-256 of what follows.
// A truncated or damaged file is thus ignored. If nothing can be written, files are held in memory for this run.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../../files.ts";
import { forgetUnused } from "../machine/unused.ts";
import { cacheFolder } from "../machine/checked-file.ts";
import { writeWholeSlowly } from "../machine/whole-file.ts";

export interface PictureStore {
  /** Names that were read or written. */
  readonly asked: ReadonlySet<string>;
  read(name: string): Promise<Buffer | undefined>;
  write(name: string, bytes: Buffer): Promise<void>;
  /** If something new was stored, deletes what builds have not used for a while. */
  forget(isWanted: (name: string) => boolean): void;
}

export interface StoreOptions {
  /** False ignores all that an earlier run stored. */
  trust: boolean;
  /** False stores nothing for a later run. */
  keep: boolean;
}

const DIGEST = 32;
/**
 * Errors of a read-only folder. A full disk is not among them, and fails the build. On a read-only disk, Node reports that the
 * folder it should create does not exist (ENOENT).
 */
const CANNOT_KEEP: ReadonlySet<string> = new Set(["EROFS", "EACCES", "EPERM", "ENOTDIR", "ENOENT"]);

export function openPictureStore(root: string, { trust, keep }: StoreOptions): PictureStore {
  const { path: folder, isReal } = cacheFolder(root, "pictures");
  const memory = new Map<string, Buffer>();
  const written = new Set<string>();
  const asked = new Set<string>();
  let kept = keep && isReal;
  return {
    asked,
    async read(name) {
      asked.add(name);
      if (memory.has(name)) return memory.get(name);
      return isReal && (trust || written.has(name)) ? believed(join(folder, name)) : undefined;
    },
    async write(name, bytes) {
      asked.add(name);
      if (kept) {
        try {
          // Two builds may store the same picture at once: the last one wins.
          const whole = Buffer.concat([digest(bytes), bytes]);
          await writeWholeSlowly(join(folder, name), (aside) => writeFile(aside, whole));
          written.add(name);
          return;
        } catch (error) {
          if (!CANNOT_KEEP.has(errorCode(error))) throw error;
          kept = false;
        }
      }
      memory.set(name, bytes);
    },
    forget(isWanted) {
      if (written.size > 0) forgetUnused(folder, isWanted);
    },
  };
}

async function believed(path: string): Promise<Buffer | undefined> {
  try {
    const file = await readFile(path);
    const bytes = file.subarray(DIGEST);
    return file.length > DIGEST && digest(bytes).equals(file.subarray(0, DIGEST)) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

const digest = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
