// Reads a listed file as UTF-8 without byte-order mark, with `\n` line ends.
// Bytes that are not text are rejected here, with the reason, so that no later step sees a replacement character.
// Texts stay bytes: as strings, those of a large site would be decoded, kept and encoded again for nothing.
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { errorCode } from "../files.ts";
import { MARKDOWN } from "./file-names.ts";
import { problem, topOf, type Place, type Problem } from "../problems.ts";
import type { SourceFile } from "../source-file.ts";
import { placeAt } from "../lines.ts";

/** In bytes. An import takes nothing larger for a text either. */
export const LARGEST_TEXT = 1_000_000;
/** The same for settings and the address book, which have a line for each old address. */
const LARGEST_LIST = 5_000_000;
const RETURN = 0x0d;

/**
 * The UTF-8 text of a file, or why it cannot be used; undefined if the file has vanished since it was listed.
 * @throws if the system refuses to read it.
 */
export function readUtf8(source: SourceFile): { bytes: Buffer } | { problem: Problem } | undefined {
  const start = topOf(source.file);
  const largest = MARKDOWN.test(source.file) ? LARGEST_TEXT : LARGEST_LIST;
  if (source.size > largest) return { problem: tooBig(source, largest) };
  const bytes = readBytes(source.path);
  if (bytes === undefined) return undefined;
  if (bytes.length > largest) return { problem: tooBig({ ...source, size: bytes.length }, largest) };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { problem: problem("encoding/utf16", start, {}) };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { problem: notText(source.file, bytes, nul) };
  if (!isUtf8(bytes))
    return { problem: problem("encoding/utf8", placeOfByte(source.file, bytes, firstInvalid(bytes)), {}) };
  return { bytes: tidy(bytes) };
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

function tooBig(source: SourceFile, limit: number): Problem {
  const megabytes = (size: number): string => (size / 1_000_000).toFixed(1).replace(/\.0$/, "");
  return problem("too-big/file", topOf(source.file), {
    size: megabytes(source.size),
    limit: megabytes(limit),
  });
}

/** NUL bytes: a picture or archive with the wrong extension, UTF-16 without a byte-order mark, or a stray byte. */
function notText(file: string, bytes: Buffer, nul: number): Problem {
  const start = bytes.subarray(0, 4).toString("latin1");
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF|%PDF|PK\x03\x04)/.test(start))
    return problem("encoding/binary", topOf(file), {});
  const pairs = Math.floor(Math.min(bytes.length, 200) / 2);
  let zeros = 0;
  for (let i = 0; i < pairs * 2; i++) if (bytes[i] === 0) zeros++;
  if (pairs > 1 && zeros >= pairs * 0.7) return problem("encoding/utf16", topOf(file), {});
  return problem("encoding/nul", placeOfByte(file, bytes, nul), {});
}

/** Offset of the first byte that is not valid UTF-8. */
function firstInvalid(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // A cut inside a character is not an error: up to three more bytes complete it.
    const whole = [0, 1, 2, 3].some((more) =>
      isUtf8(bytes.subarray(0, Math.min(middle + more, bytes.length))),
    );
    if (whole) good = middle;
    else bad = middle;
  }
  return good;
}

function placeOfByte(file: string, bytes: Buffer, offset: number): Place {
  const before = bytes.subarray(0, offset).toString("utf8");
  return { file, ...placeAt(before, before.length) };
}

function tidy(bytes: Buffer): Buffer {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = marked ? bytes.subarray(3) : bytes;
  return text.includes(RETURN) ? Buffer.from(text.toString().replace(/\r\n?/g, "\n")) : text;
}
