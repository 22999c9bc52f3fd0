// Picture files stored between builds, in `.cache/pictures/`. Each begins with a digest of its name and of what follows: a file
// that is damaged, or under the name of another, is made again.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { errorCode } from "../../files.ts";
import { forgetUnused } from "../machine/stored-file.ts";
import { writeWholeSlowly } from "../machine/whole-file.ts";
import type { StoreOptions } from "../store.ts";

const DIGEST = 32;
const BROKEN = ".broken";

export class PictureStore {
  /** Hashes of the pictures that could not be decoded or encoded. */
  readonly broken = new Set<string>();
  readonly #trust: boolean;
  readonly #keep: boolean;
  readonly #made = new Set<string>();
  /** Created when it is first needed if nothing can be stored in the site. */
  #scratch: string | undefined;
  readonly #folder: string;

  /** `folder` is the absolute path of `.cache/pictures/`. */
  constructor(folder: string, { trust, keep }: StoreOptions) {
    this.#folder = folder;
    this.#trust = trust;
    this.#keep = keep;
    if (trust) for (const hash of brokenIn(folder)) this.broken.add(hash);
  }

  /** Absolute path of the folder where pictures are to be made. */
  get folder(): string {
    return this.#keep ? this.#folder : (this.#scratch ??= makeScratch());
  }

  /** A file of an earlier run, or one that this run made. */
  async read(name: string): Promise<Buffer | undefined> {
    if (this.#made.has(name)) return (await readFile(join(this.folder, name))).subarray(DIGEST);
    if (!this.#trust) return undefined;
    try {
      const file = await readFile(join(this.#folder, name));
      const bytes = file.subarray(DIGEST);
      return digest(name, bytes).equals(file.subarray(0, DIGEST)) ? bytes : undefined;
    } catch {
      return undefined;
    }
  }

  noteMade(name: string): void {
    this.#made.add(name);
  }

  async noteBroken(hash: string): Promise<void> {
    this.broken.add(hash);
    if (this.#keep)
      await storePicture(this.#folder, hash + BROKEN, Buffer.alloc(0), true).catch(() => undefined);
  }

  /** Deletes what builds have not used for a while, if something was stored. `wanted`: names that the site uses. */
  forget(wanted: ReadonlySet<string>): void {
    if (this.#scratch !== undefined) rmSync(this.#scratch, { recursive: true, force: true });
    this.#scratch = undefined;
    if (this.#keep && this.#made.size > 0)
      forgetUnused(this.#folder, (name) => wanted.has(name) || name.endsWith(BROKEN));
    this.#made.clear();
  }
}

const SCRATCH = "carnet-pictures-";

/** A folder for this run, named after its process; removes those of processes that were killed. */
function makeScratch(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(SCRATCH) ? /^\d+/.exec(name.slice(SCRATCH.length)) : undefined);
    if (pid > 0 && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtempSync(join(tmpdir(), `${SCRATCH}${String(process.pid)}-`));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}

function brokenIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(BROKEN));
    return names
      .filter((name) => readFileSync(join(folder, name)).equals(digest(name, Buffer.alloc(0))))
      .map((name) => name.slice(0, -BROKEN.length));
  } catch {
    return [];
  }
}

/** Stores a picture, for this run only unless `isLasting`. Two builds may store the same one at once: the last one wins. */
export async function storePicture(
  folder: string,
  name: string,
  bytes: Buffer,
  isLasting: boolean,
): Promise<void> {
  const begin = isLasting ? digest(name, bytes) : Buffer.alloc(DIGEST);
  await writeWholeSlowly(join(folder, name), (aside) => writeFile(aside, Buffer.concat([begin, bytes])));
}

const digest = (name: string, bytes: Buffer): Buffer =>
  createHash("sha256").update(`${name}\n`).update(bytes).digest();
