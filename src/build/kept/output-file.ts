// The file of an output's memory: the problems found in pages, then JSON about everything, then the length of that JSON.
// Problems come first and as bytes, so that a build that shows none of them parses none.
import { Findings, type Marks } from "../pages/findings.ts";
import type { Looked } from "../pages/staying-pages.ts";
import { jsonParts } from "../machine/json-parts.ts";

/** A file of the output as a build left it. */
export type Stamp = [made: string, size: number, mtimeMs: number];

/** The JSON at the end of the file, after the problems found in pages. */
export interface Stored {
  version: string;
  /** A new random one each time. */
  name: string;
  files: Record<string, Stamp>;
  looked?: (Omit<Looked, "found"> & { found: readonly FoundThere[] }) | undefined;
}

/** In the order of the file; `bytes` is the length of each part. */
type FoundThere = [page: string, bytes: number, marks: Marks];

/** Size, in bytes, of the last field of the file: the length of the JSON before it. */
const LENGTH = 4;

/**
 * The digest proves that the file is intact, and so has the shape that its version writes; another version may end otherwise.
 */
export function readStored(bytes: Buffer): Stored | undefined {
  try {
    const to = bytes.length - LENGTH;
    return JSON.parse(bytes.toString("utf8", to - bytes.readUInt32LE(to), to)) as Stored;
  } catch {
    return undefined;
  }
}

export function lookedOf(bytes: Buffer, { looked }: Stored): Looked | undefined {
  if (!looked) return undefined;
  let at = 0;
  const found = looked.found.map(([page, length, marks]): [string, Findings] => {
    at += length;
    return [page, Findings.kept(marks, bytes.subarray(at - length, at))];
  });
  return { ...looked, found: new Map(found) };
}

export function* partsOf(
  memory: Omit<Stored, "looked">,
  looked: Looked | undefined,
): Generator<string | Uint8Array> {
  const found: FoundThere[] = [];
  for (const [page, { bytes, marks }] of looked?.found ?? []) {
    found.push([page, bytes.length, marks]);
    yield bytes;
  }
  let length = 0;
  for (const part of jsonParts({ ...memory, ...(looked && { looked: { ...looked, found } }) })) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    yield bytes;
  }
  const end = Buffer.alloc(LENGTH);
  end.writeUInt32LE(length);
  yield end;
}
