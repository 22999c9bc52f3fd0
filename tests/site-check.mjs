// A built site as a browser and a crawler see it: valid HTML, and every internal link, picture and fragment answers.
// usage: node tests/site-check.mjs FOLDER [--base-path /x/]
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { FileSystemConfigLoader, HtmlValidate, esmResolver, formatterFactory } from "html-validate";
import { checkHtml } from "../dist/checks/html.js";
import { formatProblems } from "../dist/problem-formats.js";
import { show } from "../dist/problems.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "base-path": { type: "string", default: "/" } },
});
const folder = resolve(positionals[0] ?? "_site");
const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".html"))
  .sort();
if (pages.length === 0) {
  console.error(`${folder} holds no page: build the site first.`);
  process.exit(1);
}

const validator = new HtmlValidate(
  new FileSystemConfigLoader([esmResolver()], { root: true, ...(await config()) }),
);
const report = await validator.validateMultipleFiles(pages.map((page) => join(folder, page)));
if (!report.valid) console.error(formatterFactory("stylish")(report.results));

const problems = show(checkHtml(folder, { basePath: values["base-path"] }), { lang: "en" });
if (problems.length > 0)
  console.error(formatProblems(problems, { format: "text", lang: "en", quiet: false, color: false }));

const serious = problems.filter(({ severity }) => severity !== "note");
console.log(
  `${pages.length} pages: ${report.errorCount} HTML errors, ${serious.length} problems of links, ids and pictures`,
);
process.exit(report.valid && serious.length === 0 ? 0 : 1);

async function config() {
  const { readFileSync } = await import("node:fs");
  return JSON.parse(readFileSync(resolve(import.meta.dirname, "../.htmlvalidate.json"), "utf8"));
}
