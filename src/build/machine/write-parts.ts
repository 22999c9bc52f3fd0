// Parts of a file → written one after the other: joined, those of a large site would take as much memory again.
import type { Hash } from "node:crypto";
import { writeFileSync } from "node:fs";

/** Bytes collected before a write: each system call costs more than a small part. */
const MOST_AT_ONCE = 1_000_000;

/** Writes at the current position of the open `file`, and adds all bytes to `sum`. @throws what the disk reports. */
export function writeParts(file: number, parts: Iterable<string | Uint8Array>, sum?: Hash): void {
  let waiting: Uint8Array[] = [];
  let length = 0;
  const put = (): void => {
    const [only] = waiting;
    const bytes = waiting.length === 1 && only ? only : Buffer.concat(waiting, length);
    sum?.update(bytes);
    writeFileSync(file, bytes);
    waiting = [];
    length = 0;
  };
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    waiting.push(bytes);
    length += bytes.length;
    if (length >= MOST_AT_ONCE) put();
  }
  if (length > 0) put();
}
