// A lower bound for every generator: reads each source of a site, and writes the bytes of a finished output to a new folder.
// One thread, no parsing, no rendering; each folder is created once.
// usage: node bench/floor.mjs SITE FINISHED OUTPUT
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { filesIn } from "./written.mjs";

const [site, finished, output] = process.argv.slice(2);
if (output === undefined) {
  console.error("usage: node bench/floor.mjs SITE FINISHED OUTPUT");
  process.exit(2);
}

for (const folder of ["content", "public"])
  for (const file of filesIn(join(site, folder))) readFileSync(file);

const made = new Set();
for (const file of filesIn(finished)) {
  const path = join(output, relative(finished, file));
  const folder = dirname(path);
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  }
  writeFileSync(path, readFileSync(file));
}
