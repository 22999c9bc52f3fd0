// Reads a listed file as UTF-8 without byte-order mark, with `\n` line ends.
// Bytes that are not text are rejected here, so that no later step sees a replacement character. Texts stay bytes: as strings,
// those of a large site would be decoded, kept and encoded again for nothing.
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { errorCode, type SourceFile } from "../files.ts";
import { placeAt } from "../text.ts";
import { problem, topOf, type Place, type Problem } from "../problems.ts";
import { MARKDOWN } from "./file-names.ts";

/** In bytes. An import takes nothing larger for a text either. */
export const LARGEST_TEXT = 1_000_000;
/** The same for settings and the address book, which have a line for each old address. */
const LARGEST_LIST = 5_000_000;
const [NUL, RETURN] = [0, 0x0d];

/**
 * The UTF-8 text of a file, or why it cannot be used; undefined if the file has vanished since it was listed.
 * @throws if the system refuses to read it.
 */
export function readUtf8({
  file,
  path,
  size,
}: SourceFile): { bytes: Buffer } | { problem: Problem } | undefined {
  const limit = MARKDOWN.test(file) ? LARGEST_TEXT : LARGEST_LIST;
  const tooBig = (): { problem: Problem } => ({
    problem: problem("too-big", topOf(file), { limit: limit / 1000 }),
  });
  if (size > limit) return tooBig();
  const bytes = bytesOf(path);
  if (bytes === undefined) return undefined;
  if (bytes.length > limit) return tooBig();
  if (bytes.includes(NUL) || !isUtf8(bytes))
    return { problem: problem("encoding", placeOfFault(file, bytes), {}) };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = marked ? bytes.subarray(3) : bytes;
  return { bytes: text.includes(RETURN) ? Buffer.from(text.toString().replace(/\r\n?/g, "\n")) : text };
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** The first character that is not text; the top of a file that is no text at all, such as a picture or UTF-16. */
function placeOfFault(file: string, bytes: Buffer): Place {
  const text = bytes.toString();
  const [at, ...others] = [...text.matchAll(/[\0\ufffd]/g)].map(({ index }) => index);
  return at === undefined || at < 4 || others.length > text.length / 4
    ? topOf(file)
    : { file, ...placeAt(text, at) };
}
