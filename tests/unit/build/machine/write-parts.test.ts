import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { digestOf } from "../../../../src/build/machine/digest.ts";
import { writeParts } from "../../../../src/build/machine/write-parts.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

let folder: string;
beforeEach(() => {
  folder = scratchFolder();
});
const bytes = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value);

test.each([
  ["no parts", []],
  ["text beyond ASCII, and bytes", ["é", bytes(3, 7), "", "’"]],
  ["parts for several writes", Array.from({ length: 30 }, (_, i) => bytes(100_000, i))],
  ["one part larger than a write", [bytes(2_500_000, 1)]],
])("%s: the file holds every part, and the digest is the file's", (_, parts: (string | Uint8Array)[]) => {
  const path = join(folder, "file");
  const file = openSync(path, "w");
  const sum = createHash("sha256");
  writeParts(file, parts, sum);
  closeSync(file);
  const written = readFileSync(path);
  expect(written.equals(Buffer.concat(parts.map((part) => Buffer.from(part as string))))).toBe(true);
  expect(sum.digest("base64url")).toBe(digestOf(written));
});
