// The net under a change: builds the same sites with the code of a commit and with the code of the day, and lists what differs
// in their output and in the messages of `check`.
// usage: node tests/compare.mjs [--base COMMIT] [--site NAME] [--corpus FOLDER] [--show N]
//   --base    what to compare with; by default the code before the great slimming
//   --site    only this one of the sites: default, fixtures, owner, seed, site-eig
//   --corpus  real blogs, when they are at hand; ../shared/corpus by default
//   --show    how many differing files to show a line of, for each site; 12 by default
// What the base built is kept in the system’s folder for temporary files (or in $CARNET_COMPARE), so that later runs only build the
// code of the day.
// Digests in the names of files (`style-1a2b3c4d5e.css`) are compared as `#`: they differ wherever their file does.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { filesBelow } from "../scripts/files.mjs";
import { placeSeed, placeSiteEig } from "./corpus.mjs";

const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    base: { type: "string", default: "124960d2" },
    site: { type: "string" },
    corpus: { type: "string", default: join(root, "../shared/corpus") },
    show: { type: "string", default: "12" },
  },
});
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
const sha = git("rev-parse", "--short=12", values.base);
const store = join(process.env.CARNET_COMPARE ?? tmpdir(), `carnet-compare-${sha}`);
const scratch = mkdtempSync(join(tmpdir(), "carnet-compare-"));

const run = (command, args, cwd) => {
  const { status, stderr, stdout } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`);
};

/** The code of the base, compiled; made once. */
function baseCode() {
  const code = join(store, "code");
  if (existsSync(join(code, "compiled"))) return code;
  mkdirSync(store, { recursive: true });
  git("worktree", "prune");
  if (!existsSync(code)) git("worktree", "add", "--detach", code, sha);
  const lock = (folder) => readFileSync(join(folder, "package-lock.json"), "utf8");
  if (lock(code) === lock(root)) symlinkSync(join(root, "node_modules"), join(code, "node_modules"));
  else run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], code);
  run(process.execPath, ["scripts/compile.mjs"], code);
  writeFileSync(join(code, "compiled"), "");
  return code;
}

const put = (site, files) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
};

/** Site roots, each written by a function; their content is that of the base, whatever the day's code has. */
const SITES = {
  default(site, base) {
    for (const folder of ["content", "public"])
      cpSync(join(base, folder), join(site, folder), { recursive: true });
  },
  fixtures(site, base) {
    put(site, { "content/site.yaml": "title: Essais\nurl: https://example.org\nlang: fr\n" });
    const folder = join(base, "tests/fixtures/markdown");
    for (const name of readdirSync(folder)) {
      const cases = readFileSync(join(folder, name), "utf8").split(/^\.\n/m);
      for (let i = 0; i + 1 < cases.length; i += 2) {
        const slug = `${name.replace(".txt", "")}-${String(i / 2 + 1).padStart(3, "0")}`;
        const title = JSON.stringify(cases[i].trim().split("\n").pop());
        put(site, {
          [`content/posts/2026-01-02-${slug}.md`]: `---\ntitle: ${title}\ntags: [${name.replace(".txt", "")}]\n---\n\n${cases[i + 1]}`,
        });
      }
    }
    // What is refused stops the build, and would hide the rest.
    for (const { file, severity } of problemsOf(base, site))
      if (severity === "error") rmSync(join(site, file), { force: true });
  },
  owner(site) {
    put(site, {
      "content/site.yaml": "title: Chez soi\nurl: https://example.org\nlang: fr\n",
      "content/posts/2026-01-02-un.md":
        "---\ntitle: Un\ntags: [essai]\n---\n\nBonjour.\n\n## Suite\n\n- un\n",
      "content/posts/2026-01-03-deux.md": "---\ntitle: Deux\nauthor: A. Martin\n---\n\nVoir [un](/un/).\n",
      "_data/lieux.yaml": "- Lille\n- Lyon\n",
      "layouts/post.njk":
        '{% extends "carnet/post.njk" %}\n{% block article_footer %}{{ super() }}<p>{{ "merci" | crie }} {{ lieux | join(", ") }} {{ collections.posts.length }}</p>{% endblock %}\n',
      ".eleventy.ts":
        'import carnet from "carnet";\nexport default function (config) {\n  config.addPlugin(carnet);\n  config.addFilter("crie", (text) => text.toUpperCase());\n}\n',
    });
  },
  seed: (site) => placeSeed(values.corpus, site),
  "site-eig": (site) => placeSiteEig(values.corpus, site),
};

const carnet = (code, ...args) =>
  spawnSync(process.execPath, [join(code, "dist/cli/main.js"), ...args, "--now", "2026-06-01T12:00:00Z"], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });

function problemsOf(code, site) {
  const { stdout, stderr } = carnet(code, "check", "--site", site, "--format", "json");
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`check of ${site} printed no JSON:\n${stdout.slice(0, 2000)}${stderr}`);
  }
}

/** Output files and messages of a site with this code, in `to`. */
function make(code, site, to) {
  const copy = join(mkdtempSync(join(scratch, "site-")), "site");
  cpSync(site, copy, { recursive: true });
  if (existsSync(join(copy, ".eleventy.ts"))) {
    // Whatever the package is called.
    for (const name of new Set([
      "carnet",
      JSON.parse(readFileSync(join(code, "package.json"), "utf8")).name,
    ])) {
      mkdirSync(dirname(join(copy, "node_modules", name)), { recursive: true });
      symlinkSync(code, join(copy, "node_modules", name));
    }
  }
  const { status, stdout, stderr } = carnet(code, "build", "--site", copy, "--output", join(to, "site"));
  mkdirSync(to, { recursive: true });
  if (status !== 0) writeFileSync(join(to, "failed"), stdout + stderr);
  writeFileSync(join(to, "problems.json"), JSON.stringify(problemsOf(code, copy)));
  rmSync(copy, { recursive: true, force: true });
}

const DIGEST = /-[0-9a-f]{8,}(?=[-.])/g;
const TEXT = /\.(?:html|xml|json|css|js|txt|webmanifest|svg)$|\/?_[a-z]+$/;

/** The files of an output by their names without digests; a search index is one file, by its presence. */
function outputOf(folder) {
  const files = new Map();
  for (const name of filesBelow(join(folder, "site"))) {
    if (name.startsWith("pagefind/") || name === ".carnet" || name.startsWith(".carnet/")) continue;
    const content = readFileSync(join(folder, "site", name));
    const text = TEXT.test(name)
      ? content.toString("utf8").replace(DIGEST, "-#")
      : content.toString("latin1");
    files.set(name.replace(DIGEST, "-#"), text);
  }
  return files;
}

/** The first lines that differ, shortened around the difference. */
function firstDifference(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const part = (text) => JSON.stringify(text.slice(Math.max(0, at - 50), at + 90));
  return `    - ${part(a)}\n    + ${part(b)}`;
}

function report(name, before, after) {
  for (const [which, folder] of Object.entries({ base: before, day: after }))
    if (existsSync(join(folder, "failed")))
      console.log(`${name}: build of the ${which} failed\n${readFileSync(join(folder, "failed"), "utf8")}`);
  const [old, now] = [outputOf(before), outputOf(after)];
  const gone = [...old.keys()].filter((file) => !now.has(file));
  const added = [...now.keys()].filter((file) => !old.has(file));
  const changed = [...old.keys()].filter((file) => now.has(file) && now.get(file) !== old.get(file));
  const same = old.size - gone.length - changed.length;
  console.log(
    `\n== ${name}: ${same} files alike, ${changed.length} changed, ${gone.length} gone, ${added.length} new`,
  );
  const most = Number(values.show);
  for (const [what, files] of Object.entries({ gone, new: added }))
    if (files.length > 0)
      console.log(`  ${what}: ${files.slice(0, most).join("  ")}${files.length > most ? "  …" : ""}`);
  for (const file of changed.slice(0, most))
    console.log(`  ${file}\n${firstDifference(old.get(file), now.get(file))}`);
  const counted = (folder) => {
    const counts = new Map();
    for (const { code, severity } of JSON.parse(readFileSync(join(folder, "problems.json"), "utf8"))) {
      const key = `${severity} ${code}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const [told, tells] = [counted(before), counted(after)];
  for (const key of [...new Set([...told.keys(), ...tells.keys()])].sort())
    if (told.get(key) !== tells.get(key))
      console.log(`  message ${key}: ${told.get(key) ?? 0} → ${tells.get(key) ?? 0}`);
  return gone.length + added.length + changed.length;
}

let differing = 0;
try {
  const base = baseCode();
  run(process.execPath, ["scripts/compile.mjs"], root);
  const hasCorpus = existsSync(values.corpus);
  for (const [name, write] of Object.entries(SITES)) {
    if (values.site !== undefined && values.site !== name) continue;
    if ((name === "seed" || name === "site-eig") && !hasCorpus) {
      console.log(`\n== ${name}: not run, no ${values.corpus} here`);
      continue;
    }
    const sources = join(store, "sites", name);
    const before = join(store, "made", name);
    if (!existsSync(join(before, "problems.json"))) {
      rmSync(sources, { recursive: true, force: true });
      mkdirSync(sources, { recursive: true });
      write(sources, base);
      make(base, sources, before);
    }
    const after = join(scratch, "made", name);
    make(root, sources, after);
    differing += report(name, before, after);
  }
  console.log(`\n${differing} files differ from ${sha}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
