// `npm run lighthouse`: the default site, as on a phone: medians of three runs of each page, compared with the required scores.
// It needs Chromium, and npm's registry: Lighthouse is not a dependency, since it is larger than all of them together.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM, serveDefaultSite } from "./serve.mjs";

/** The last version that runs on Node 20. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** Path, and the minimum score of each category. */
const PAGES = [
  ["", 100],
  ["blog/2026/03/24/videos/", 100],
  ["blog/page/2/", 100],
  ["mots-cles/accessibilite/", 100],
  ["auteurs/equipe-technique/", 100],
  ["en/", 100],
  ["en/blog/2026/01/12/writing-a-post/", 100],
  ["en/blog/", 100],
  ["en/tags/prise-en-main/", 100],
  ["en/authors/equipe-editoriale/", 100],
  ["recherche/?q=image", 95],
];
const RUNS = 3;

const { url, close } = await serveDefaultSite();
const scratch = mkdtempSync(join(tmpdir(), "carnet-lighthouse-"));
try {
  console.log(["page", ...CATEGORIES].join("\t"));
  for (const [path, least] of PAGES) {
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push(await scoresOf(url + path, join(scratch, "report.json")));
    const medians = CATEGORIES.map(
      (_, i) => runs.map((scores) => scores[i]).sort((a, b) => a - b)[RUNS >> 1],
    );
    if (medians.some((score) => score < least)) process.exitCode = 1;
    console.log([`/${path}`, ...medians, `(at least ${least})`].join("\t"));
  }
} finally {
  close();
  rmSync(scratch, { recursive: true, force: true });
}

/** Scores from 0 to 100, in the order of the categories. The server runs in this process, so nothing here may block it. */
async function scoresOf(address, report) {
  const child = spawn(
    "npx",
    [
      ...["--yes", LIGHTHOUSE, address, "--quiet", "--output=json", `--output-path=${report}`],
      `--only-categories=${CATEGORIES.join(",")}`,
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ],
    { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CHROME_PATH: CHROMIUM } },
  );
  const status = await new Promise((done) => child.once("close", done));
  if (status !== 0) throw new Error(`${LIGHTHOUSE} ended with ${status} on ${address}`);
  const { categories } = JSON.parse(readFileSync(report, "utf8"));
  return CATEGORIES.map((name) => Math.round((categories[name].score ?? 0) * 100));
}
