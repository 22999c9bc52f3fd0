// Checks a built site from outside: HTML is valid, every internal link, picture and fragment exists, and heads, JSON-LD,
// feeds, sitemap and icons are correct (tests/gates/). `--only metadata` checks only the last, for sites with dead links.
// usage: node tests/site-check.mjs FOLDER [--base-path /x/] [--only metadata]
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { FileSystemConfigLoader, HtmlValidate, esmResolver, formatterFactory } from "html-validate";
import { checkBuiltPages } from "../dist/checks/built-pages.js";
import { formatProblems, show } from "../dist/shown-problems.js";

/** The gates, bundled, since plain Node may be unable to read TypeScript: where Node finds their packages, until they are loaded. */
async function loadGates() {
  const outfile = resolve(import.meta.dirname, `../node_modules/.cache/carnet/gates-${process.pid}.mjs`);
  const entryPoints = [resolve(import.meta.dirname, "gates/index.ts")];
  await build({ entryPoints, outfile, bundle: true, packages: "external", format: "esm", platform: "node" });
  return import(pathToFileURL(outfile)).finally(() => rmSync(outfile, { force: true }));
}
const { metadataFaults } = await loadGates();

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "base-path": { type: "string", default: "/" }, only: { type: "string" } },
});
const folder = resolve(positionals[0] ?? "_site");
const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".html"))
  .sort();
if (pages.length === 0) {
  console.error(`${folder} holds no page: build the site first.`);
  process.exit(1);
}

const faults = await metadataFaults(folder, { basePath: values["base-path"] });
for (const fault of faults) console.error(`✗ ${fault}`);
if (values.only === "metadata") {
  console.log(`${pages.length} pages: ${faults.length} faults of metadata`);
  process.exit(faults.length === 0 ? 0 : 1);
}

const validator = new HtmlValidate(new FileSystemConfigLoader([esmResolver()], { root: true, ...config() }));
const report = await validator.validateMultipleFiles(pages.map((page) => join(folder, page)));
if (!report.valid) console.error(formatterFactory("stylish")(report.results));

const found = checkBuiltPages(pages, {
  site: { homes: [], alsoServed: [], basePath: values["base-path"] },
  files: readdirSync(folder, { recursive: true, encoding: "utf8" }),
  read: (file) => readFileSync(join(folder, file), "utf8"),
});
const problems = show(found, { lang: "en" });
if (problems.length > 0)
  console.error(formatProblems(problems, { format: "text", lang: "en", quiet: false, color: false }));

const serious = problems.filter(({ severity }) => severity !== "note");
console.log(
  `${pages.length} pages: ${report.errorCount} HTML errors, ${serious.length} problems of links and ids, ${faults.length} faults of metadata`,
);
process.exit(report.valid && serious.length === 0 && faults.length === 0 ? 0 : 1);

function config() {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, "../.htmlvalidate.json"), "utf8"));
}
