// Files, one after the other → a ZIP on the disk, written whole or not at all.
// The only import of fflate, whose bytes are the same on every machine and version of Node, unlike those of zlib.
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { MachineError } from "../machine/machine-error.ts";
import { writeWholeSlowly } from "../machine/whole-file.ts";

export interface Zipped {
  path: string;
  bytes: Uint8Array;
}

/** Formats that are already compressed. */
const PACKED = /\.(?:jpe?g|jfif|png|gif|webp|avif|woff2?|mp[34]|m4[av]|ogg|opus|webm|zip|gz|pdf)$/i;

/** Near the earliest date that a ZIP can hold. Its fields hold local time: they are the same in every time zone. */
const firstNoon = (): Date => new Date(1980, 0, 1, 12);

/** Marked as made on Unix: Info-ZIP decodes the names of a ZIP made on DOS with a DOS code page, which breaks accents. */
const UNIX = 3;
/** A regular file with mode 0644, in the upper 16 bits, where Unix stores it. */
const READABLE = 0o100644 * 0x10000;

const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;

/** Bytes compressed in one turn of the event loop: a tenth of a second's work. */
const TURN = 1_000_000;

/**
 * Writes the files in the order they come, and returns the size of the ZIP in bytes. Signals are handled meanwhile: `underWay`
 * receives a function that removes the unfinished file, and returns one that is called at the end.
 * @throws MachineError `EFBIG`; what the disk reports.
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
      // The limits of a ZIP without the ZIP64 extension.
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
