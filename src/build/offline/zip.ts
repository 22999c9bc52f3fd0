// Files, one after the other → a ZIP on the disk, which is there whole or not at all.
// The only door to fflate, whose bytes are the same on every machine and Node, which those of zlib are not.
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { MachineError } from "../machine/machine-error.ts";
import { writeWholeSlowly } from "../machine/whole-file.ts";

export interface Zipped {
  path: string;
  bytes: Uint8Array;
}

/** Formats that are small already. */
const PACKED = /\.(?:jpe?g|jfif|png|gif|webp|avif|woff2?|mp[34]|m4[av]|ogg|opus|webm|zip|gz|pdf)$/i;

/** The beginning of time for a ZIP. Its fields are those of a clock on a wall: they are the same in every zone. */
const firstNoon = (): Date => new Date(1980, 0, 1, 12);

/** Made on Unix: Info-ZIP reads the accents of a name that DOS would have made in the alphabet of DOS. */
const UNIX = 3;
/** A regular file that its owner writes and everyone reads, where Unix keeps it. */
const READABLE = 0o100644 * 0x10000;

const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;

/** Bytes that are compressed in one turn of the process: a tenth of a second's work. */
const TURN = 1_000_000;

/**
 * Writes the files in the order they come, and gives the size of what was written. A signal is heard meanwhile: `underWay` is
 * told how to take away what was begun, and what it gives is called at the end.
 */
export function writeZip(
  target: string,
  files: Iterable<Zipped>,
  underWay?: (undo: () => void) => () => void,
): Promise<number> {
  const part = `${target}.part`;
  const write = async (): Promise<number> => {
    const over = underWay?.(() => {
      rmSync(part, { force: true });
    });
    try {
      return await writePart(part, files);
    } finally {
      over?.();
    }
  };
  return writeWholeSlowly(target, write, part);
}

async function writePart(part: string, files: Iterable<Zipped>): Promise<number> {
  const out = openSync(part, "w");
  let size = 0;
  let count = 0;
  let turn = 0;
  try {
    const zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      for (let at = 0; at < chunk.length;) at += writeSync(out, chunk, at);
      size += chunk.length;
    });
    for (const { path, bytes } of files) {
      const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 9 });
      Object.assign(entry, { mtime: firstNoon(), os: UNIX, attrs: READABLE });
      zip.add(entry);
      entry.push(bytes, true);
      count += 1;
      turn += bytes.length;
      // What this kind of ZIP can number.
      if (count > MOST_FILES || size > MOST_BYTES) throw new MachineError("EFBIG", part);
      if (turn < TURN) continue;
      turn = 0;
      await nextTurn();
    }
    zip.end();
    fsyncSync(out);
  } finally {
    closeSync(out);
  }
  return size;
}
