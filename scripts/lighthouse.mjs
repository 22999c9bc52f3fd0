// Runs Lighthouse on the default site, as on a phone: medians of three runs of four pages, compared with the required scores.
// usage: npm run lighthouse [-- --runs 3]   (needs Chromium and the npm registry: Lighthouse is not a dependency, since it is
// larger than all of them together, and its speed figures are too noisy to block a change)
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { median } from "../bench/measure.mjs";
import { CHROMIUM, serveDefaultSite } from "./serve.mjs";

/** The last version that runs on Node 20. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** Page, path, and the minimum score of each category. */
const PAGES = [
  ["home", "", 100],
  ["article", "blog/2026/03/24/videos/", 100],
  ["tag", "mots-cles/accessibilite/", 100],
  ["search", "recherche/", 95],
];

const { values } = parseArgs({ options: { runs: { type: "string", default: "3" } } });
if (!existsSync(CHROMIUM)) {
  console.error("Chromium is missing: apt-get install -y chromium, or name one with CHROMIUM_PATH.");
  process.exit(3);
}

const { url, close } = await serveDefaultSite();
const scratch = mkdtempSync(join(tmpdir(), "carnet-lighthouse-"));
let failed = false;
try {
  console.log(["page", ...CATEGORIES].join("\t"));
  for (const [name, path, least] of PAGES) {
    const runs = [];
    for (let i = 0; i < Number(values.runs); i++)
      runs.push(await scoresOf(url + path, join(scratch, "report.json")));
    const medians = CATEGORIES.map((_, i) => median(runs.map((scores) => scores[i])));
    if (medians.some((score) => score < least)) failed = true;
    console.log([name, ...medians, `(at least ${least})`].join("\t"));
  }
} finally {
  close();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

/** Scores from 0 to 100, in the order of the categories. The server runs in this process, so nothing here may block it. */
async function scoresOf(address, report) {
  const child = spawn(
    "npx",
    [
      ...["--yes", LIGHTHOUSE, address, "--quiet", "--output=json", `--output-path=${report}`],
      ...[
        `--only-categories=${CATEGORIES.join(",")}`,
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
      ],
    ],
    { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CHROME_PATH: CHROMIUM } },
  );
  const status = await new Promise((done) => child.once("close", done));
  if (status !== 0) throw new Error(`${LIGHTHOUSE} ended with ${status} on ${address}`);
  const { categories } = JSON.parse(readFileSync(report, "utf8"));
  return CATEGORIES.map((name) => Math.round((categories[name].score ?? 0) * 100));
}
