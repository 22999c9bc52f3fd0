// Writes the new site root, and records what it wrote (`.carnet-import.json`), so that a second import can recognise a file
// that someone has changed since: it never overwrites that file, and then writes nothing else either.
import { createHash } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { byCodeUnit } from "../content/text.ts";

const MANIFEST = ".carnet-import.json";
export const REPORT = "import-report.html";

export interface Conflicts {
  /** Files that someone has changed or removed since, and for which the source now differs. */
  edited: string[];
  /** Files in the destination that are not the import's. */
  foreign: string[];
}

export interface Written {
  added: string[];
  updated: string[];
  removed: string[];
  same: number;
}

/** A file to write. Pictures are read again when they are written: all together would fill the memory. */
export interface OutputFile {
  digest: string;
  read: () => Buffer;
}

export type Output = ReadonlyMap<string, OutputFile>;

export function outputFile(read: () => Buffer): OutputFile {
  return { digest: digest(read()), read };
}

const manifestSchema = z.object({
  version: z.literal(1),
  files: z.record(z.string(), z.string()),
  /** What an interrupted import was about to write: a part of it exists. */
  begun: z.record(z.string(), z.string()).optional(),
});

type Manifest = z.infer<typeof manifestSchema>;

type Known = Readonly<Record<string, string>>;

/** What prevents writing; both lists are empty if nothing does. */
export function findConflicts(dest: string, output: Output): Conflicts {
  const known = readManifest(dest);
  const conflicts: Conflicts = { edited: [], foreign: [] };
  if (known === undefined) conflicts.foreign.push(...strangers(dest));
  for (const [file, { digest: wanted }] of output) {
    const now = current(dest, file);
    const before = known?.[file];
    if (now === wanted) continue;
    if (now === "link") conflicts.foreign.push(file);
    else if (before === undefined) {
      if (now !== undefined && !conflicts.foreign.includes(file)) conflicts.foreign.push(file);
    } else if (now !== before && wanted !== before) conflicts.edited.push(file);
  }
  for (const [file, before] of Object.entries(known ?? {})) {
    const now = output.has(file) ? before : current(dest, file);
    if (now !== undefined && now !== before) conflicts.edited.push(file);
  }
  conflicts.edited.sort(byCodeUnit);
  return conflicts;
}

/** Writes what differs from the last import; a file that was edited since and whose source did not change stays. */
export async function writeOutput(
  dest: string,
  output: Output,
  onProgress: (done: number, total: number) => Promise<void> | void,
): Promise<Written> {
  const before = readManifest(dest);
  const known = before ?? {};
  const written: Written = { added: [], updated: [], removed: [], same: 0 };
  const files = Object.fromEntries([...output].map(([file, { digest: wanted }]) => [file, wanted]));
  let done = 0;
  try {
    // After Ctrl+C, the next import recognises what is left as its own.
    writeManifest(dest, { version: 1, files: known, begun: files });
    for (const [file, { digest: wanted, read }] of output) {
      const now = current(dest, file);
      if (now === wanted || known[file] === wanted) written.same++;
      else {
        (now === undefined ? written.added : written.updated).push(file);
        put(join(dest, file), read());
      }
      await onProgress(++done, output.size);
    }
  } catch (error) {
    takeAway(dest, before === undefined ? [...written.added, MANIFEST] : written.added);
    throw error;
  }
  for (const file of Object.keys(known)) {
    if (output.has(file) || current(dest, file) !== known[file]) continue;
    rmSync(join(dest, file));
    written.removed.push(file);
  }
  writeManifest(dest, { version: 1, files });
  return written;
}

function writeManifest(dest: string, { files, ...rest }: Manifest): void {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => byCodeUnit(a, b)));
  put(join(dest, MANIFEST), Buffer.from(`${JSON.stringify({ ...rest, files: sorted }, null, 1)}\n`));
}

/** Deletes files, with the folders that become empty. */
function takeAway(dest: string, files: readonly string[]): void {
  for (const file of files) {
    rmSync(join(dest, file), { force: true });
    try {
      for (let folder = dirname(file); folder !== "."; folder = dirname(folder))
        rmdirSync(join(dest, folder));
    } catch {
      // The folder contains something else, or was never created.
    }
  }
}

/** Writes a file completely or not at all. */
export function put(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.part`;
  try {
    writeFileSync(part, bytes);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function readManifest(dest: string): Known | undefined {
  const path = join(dest, MANIFEST);
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (!parsed.success) return undefined;
    const { files, begun = {} } = parsed.data;
    const standing = Object.entries(begun).filter(([file, wanted]) => current(dest, file) === wanted);
    return { ...files, ...Object.fromEntries(standing) };
  } catch {
    return undefined;
  }
}

const digest = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** What is at a path: its digest, undefined if nothing, or `link` for what must not be written through. */
function current(dest: string, file: string): string | undefined {
  let path = dest;
  for (const part of file.split("/").slice(0, -1)) {
    path = join(path, part);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    if (!stat.isDirectory()) return "link";
  }
  const stat = lstatSync(join(dest, file), { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  return stat.isFile() ? digest(readFileSync(join(dest, file))) : "link";
}

/** What a new project folder may already contain. */
const HARMLESS = /^(\..*|README.*|LICEN[CS]E.*|package(-lock)?\.json|node_modules)$/i;

function strangers(dest: string): string[] {
  if (lstatSync(dest, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(dest)
    .filter((name) => !HARMLESS.test(name))
    .sort(byCodeUnit)
    .slice(0, 20);
}
