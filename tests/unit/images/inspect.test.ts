import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inspectPicture } from "../../../src/images/inspect.ts";
import { png } from "./samples.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

function fileOf(bytes: string | Buffer): string {
  const folder = scratchFolder();
  writeFileSync(join(folder, "p"), bytes);
  return join(folder, "p");
}

it.each([
  ["a script", "<script/>", true],
  ["an event handler", '<path onclick = "x"/>', true],
  ["a link that runs code", '<a href="javascript:x"><path/></a>', true],
  ["HTML inside", "<foreignObject><p>a</p></foreignObject>", true],
  ["only text about scripts", "<desc>Un script : onclick, javascript</desc>", false],
])("looks for scripts in a drawing with %s", (_name, inner, script) => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inner}</svg>`;
  expect(inspectPicture(fileOf(drawing))).toMatchObject({ format: "svg", script });
});

it("rejects a file of more than 64 MiB", () => {
  const path = fileOf(png(10, 10));
  truncateSync(path, 64 * 1024 * 1024 + 1);
  expect(inspectPicture(path)).toBe("size");
});

it("tells the pointer of Git LFS from a damaged picture", () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12345\n`;
  expect(inspectPicture(fileOf(pointer))).toBe("pointer");
  expect(inspectPicture(fileOf("version 2"))).toBe("unreadable");
});
