// Loads the gates in scripts that plain Node runs, which may be unable to read TypeScript: they are bundled first.
// The bundle is written where Node finds its packages, under a unique name, and removed once loaded.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../..");
const outfile = join(root, `node_modules/.cache/carnet/gates-${process.pid}.mjs`);
await build({
  entryPoints: [join(import.meta.dirname, "index.ts")],
  outfile,
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "warning",
});
const gates = await import(pathToFileURL(outfile)).finally(() => rmSync(outfile, { force: true }));

export const { metadataFaults } = gates;
