// Imports a real blog, builds it, and checks that it keeps every address and every word.
// The addresses are computed here from the names of its files, as Jekyll does, not taken from the import's own report.
// usage: node tests/import-check.mjs CORPUS_FOLDER
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const source = join(resolve(process.argv[2] ?? ""), "site-eig");
const command = resolve(import.meta.dirname, "../dist/cli/main.js");
const scratch = mkdtempSync(join(tmpdir(), "carnet-import-"));
const dest = join(scratch, "site");
const failures = [];
let checks = 0;
const check = (what, good) => {
  checks += 1;
  if (!good) failures.push(what);
};
const carnet = (...args) =>
  spawnSync(process.execPath, [command, ...args, "--now", "2026-06-01T12:00:00Z"], { encoding: "utf8" });

/** `18-02-27-titre.md` was published at `/blog/2018/02/27/titre.html`; drafts were not. */
function oldAddresses() {
  const of = (folder, prefix) =>
    readdirSync(join(source, folder)).flatMap((name) => {
      const [, year, month, day, slug] = /^(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)\.md$/.exec(name) ?? [];
      return slug === undefined
        ? []
        : `${prefix}/blog/${year.padStart(4, "20")}/${month.padStart(2, "0")}/${day.padStart(2, "0")}/${slug}.html`;
    });
  return [...of("_posts", ""), ...of("en/_posts", "/en")].sort();
}

function imported() {
  const run = carnet("import", "jekyll", source, dest, "--format", "json", "--quiet");
  check(`is imported (status ${run.status})\n${run.stderr}`, run.status === 0);
  return JSON.parse(run.stdout);
}

const addresses = oldAddresses();
check(`${addresses.length} published posts`, addresses.length === 18);
const report = imported();
const kept = report.entries.filter((one) => one.old !== null && one.old === one.new).map((one) => one.new);
check(`${kept.length} addresses are kept`, kept.sort().join() === addresses.join());
check(`${report.words.lost} words lost`, report.words.lost === 0 && report.words.before > 20_000);
check(`${report.words.added} words doubled`, report.words.added === 0);
for (const { source: file, words } of report.entries)
  check(`${file}: ${words.lost.join(" ")}`, words.lost.length === 0);
for (const kind of ["two-digit-year", "years-in-address", "code-block", "draft", "language"])
  check(`the report names its repairs: ${kind}`, report.repairs[kind] > 0);
check(`errors in the new site: ${report.errors.join(" ")}`, report.errors.length === 0);
const built = carnet("build", "--site", dest, "--quiet");
check(`builds (status ${built.status})\n${built.stdout}${built.stderr}`, built.status === 0);
for (const address of addresses) check(`${address} answers`, existsSync(join(dest, "_site", address)));
const feed = readFileSync(join(dest, "_site/feed.xml"), "utf8");
check("the feed has entries", (feed.match(/<entry>/g) ?? []).length > 2);

rmSync(scratch, { recursive: true, force: true });
for (const failure of failures) console.error(`✗ ${failure}`);
console.log(`${checks - failures.length} of ${checks} checks on an imported blog passed`);
process.exit(failures.length === 0 ? 0 : 1);
