// Records the inputs and the content of `dist/`: compiling takes twenty seconds, and everything that needs `dist/` requests it.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { filesBelow } from "./files.mjs";

/** Files and folders that the compiled output depends on; npm's own list says which packages are installed. */
const INPUTS = [
  "src",
  "layouts",
  "themes",
  "scripts",
  "package.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "node_modules/.package-lock.json",
];
const NOTE = "dist/.made-of";

/** Whether everything is as `noteDist` left it. Without npm's list the packages are unknown, and the answer is no. */
export function isDistCurrent(root) {
  if (INPUTS.some((path) => !existsSync(join(root, path))) || !existsSync(join(root, NOTE))) return false;
  return readFileSync(join(root, NOTE), "utf8") === stateOf(root);
}

export function noteDist(root) {
  writeFileSync(join(root, NOTE), stateOf(root));
}

function stateOf(root) {
  const files = [...INPUTS, "dist"].flatMap((path) => filesUnder(join(root, path)));
  const hash = createHash("sha256").update(process.version);
  for (const file of files) {
    const path = relative(root, file);
    if (path === NOTE) continue;
    const bytes = readFileSync(file);
    hash.update(`\n${path} ${bytes.length}\n`).update(bytes);
  }
  return `${hash.digest("hex")}\n`;
}

function filesUnder(path) {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return [path];
  return filesBelow(path).map((file) => join(path, file));
}
