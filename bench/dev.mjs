// Time from a save to the new page: runs `carnet dev` on a site, saves a post, waits for the reload and requests the page.
// The clock stops once a page with the new text has arrived, as in a browser told to reload.
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { median } from "./measure.mjs";
import { CARNET, carnetSite, removeSite } from "./sites.mjs";
import { listen } from "./reloads.mjs";

/** A page that takes longer is considered lost. */
const MOST_MS = 60_000;
/** Between two saves: editors read the page before going on. */
const PAUSE_MS = 500;

/** `runs` saves of a site of `count` posts, each of a different post, after one that does not count. */
export async function devScenario({ count, runs, scratch }) {
  const site = carnetSite(count, scratch);
  const server = await start(site);
  try {
    const times = [];
    for (let round = -1; round < runs; round++) {
      const taken = await saved(site, server.url, round);
      if (round >= 0) times.push(taken);
      await wait(PAUSE_MS);
    }
    return { posts: count, saves: runs, wall: median(times) / 1000, slowest: Math.max(...times) / 1000 };
  } finally {
    await server.stop();
    removeSite(site);
  }
}

async function saved({ posts }, url, round) {
  const post = posts.at(((round + 1) * 37) % posts.length);
  const page = new URL(addressOf(post), url);
  const word = `volée-${round + 2}`;
  const { reloaded, close } = await listen(page);
  const late = new AbortController();
  try {
    const started = performance.now();
    appendFileSync(post, `\nUne phrase à la ${word}.\n`);
    const inTime = await Promise.race([
      reloaded.then(() => true),
      wait(MOST_MS, false, { signal: late.signal }).catch(() => false),
    ]);
    if (!inTime || !(await textOf(page)).includes(word))
      throw new Error(`${page} does not show what was saved`);
    return performance.now() - started;
  } finally {
    late.abort();
    close();
  }
}

async function textOf(page) {
  const answer = await fetch(page, { headers: { accept: "text/html" } });
  return answer.text();
}

/** The address of a post, from its file name in the corpus: `2020-03-02-billet-000012.md`. */
function addressOf(file) {
  const [, year, month, day, slug] = /^(\d+)-(\d+)-(\d+)-(.*)\.md$/.exec(basename(file));
  return `blog/${year}/${month}/${day}/${slug}/`;
}

/** Resolves with the address once the first pages are ready. */
async function start({ cwd, output }) {
  const [node, ...words] = CARNET;
  const child = spawn(node, [...words, "dev", "--port", "0", "--output", output], { cwd });
  // An interrupted bench leaves no server running.
  const kill = () => child.kill("SIGKILL");
  process.prependOnceListener("exit", kill);
  let text = "";
  const ended = new Promise((resolve) => child.once("close", resolve));
  const url = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
        const found = /http:\/\/localhost:\d+\S*/.exec(text);
        // By number: a name would be resolved for each page.
        if (found) resolve(found[0].replace("localhost", "127.0.0.1"));
      });
    void ended.then(() => reject(new Error(`carnet dev\n${text}`)));
  });
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      process.off("exit", kill);
    },
  };
}
