// `npm run bench`: compares Carnet, in time and memory, with markdown-it and with other generators.
// It fails if something cannot be built, never because something is slow: the machine may be loaded.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildScenario, onePostScenario, picturesScenario, searchScenario } from "./builds.mjs";
import { drawScaling } from "./chart.mjs";
import { devScenario } from "./dev.mjs";
import { describeMachine } from "./machine.mjs";
import { markdownScenario } from "./markdown.mjs";
import { withEarlier } from "./merge.mjs";
import { HELP, PEERS, readOptions, SCENARIOS } from "./options.mjs";
import { formatReport } from "./report.mjs";
import { carnetSite, removeSite, scratchFolder } from "./sites.mjs";

const MARKDOWN_TEXTS = 1000;

async function main(argv) {
  const { help, error, options } = readOptions(argv);
  if (help) return say(HELP, 0);
  if (error) return say(`bench: ${error}\n\n${HELP}`, 2);
  const scratch = scratchFolder();
  // Large sites take gigabytes of memory.
  process.once("exit", scratch.remove);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  try {
    const earlier = options.add && JSON.parse(readFileSync(options.add, "utf8"));
    const whole = (report) => (earlier ? withEarlier(report, earlier) : report);
    // A run of large sites takes hours: its results so far are kept if it fails or is stopped.
    const report = whole(await runAll(options, scratch.path, (part) => write(whole(part), options)));
    write(report, options);
    if (options.svg) writeFileSync(options.svg, drawScaling(report.rows));
    return say(formatReport(report), 0);
  } catch (failure) {
    return say(`bench: ${failure.stack}\n`, 1);
  }
}

function write(report, { json }) {
  if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
}

/** `onPart` receives the report after each scenario at each size. */
async function runAll({ posts, runs, peers, only }, scratch, onPart) {
  const report = { machine: describeMachine(peers), posts, runs, rows: [], dev: [], notRun: [] };
  report.notRun.push(
    ...SCENARIOS.filter((scenario) => !only.includes(scenario)),
    ...PEERS.filter((peer) => only.includes("build") && !peers.includes(peer)).map(
      (peer) => `${peer} (not asked for)`,
    ),
  );
  for (const scenario of SCENARIOS.filter((one) => only.includes(one)))
    for (const count of SIZED.includes(scenario) ? posts : [undefined]) {
      const started = performance.now();
      await MEASURE[scenario](report, { count, posts, runs, peers, scratch });
      onPart(report);
      const took = ((performance.now() - started) / 1000).toFixed(0);
      process.stderr.write(`${scenario}${count ? `, ${count} posts` : ""}: measured in ${took} s\n`);
    }
  return report;
}

/** Scenarios that run for each size of site. */
const SIZED = ["build", "search", "dev"];
const MEASURE = {
  async markdown(report, { posts, runs, scratch }) {
    const count = Math.min(MARKDOWN_TEXTS, Math.max(...posts));
    const site = carnetSite(count, join(scratch, "markdown"));
    report.markdown = await markdownScenario(site.cwd, runs);
    removeSite(site);
  },
  build: async (report, options) => add(report, await buildScenario(options)),
  search: async (report, options) => add(report, await searchScenario(options)),
  dev: async (report, options) => void report.dev.push(await devScenario(options)),
  "one-post": async (report, options) => add(report, await onePostScenario(options)),
  pictures: async (report, options) => add(report, await picturesScenario(options)),
};

function add(report, { rows, notRun }) {
  report.rows.push(...rows);
  for (const one of notRun) if (!report.notRun.includes(one)) report.notRun.push(one);
}

function say(text, status) {
  (status === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = status;
}

await main(process.argv.slice(2));
