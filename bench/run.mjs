// `npm run bench`: how Carnet compares, in time and memory, with markdown-it and with other generators.
// It fails where something cannot be built, never because something is slow: a loaded machine is no fault.
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
import { carnetSite, scratchFolder } from "./sites.mjs";

const MARKDOWN_TEXTS = 1000;

async function main(argv) {
  const { help, error, options } = readOptions(argv);
  if (help) return say(HELP, 0);
  if (error) return say(`bench: ${error}\n\n${HELP}`, 2);
  const scratch = scratchFolder();
  try {
    const earlier = options.add && JSON.parse(readFileSync(options.add, "utf8"));
    const measured = await runAll(options, scratch.path);
    const report = earlier ? withEarlier(measured, earlier) : measured;
    if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
    if (options.svg) writeFileSync(options.svg, drawScaling(report.rows));
    return say(formatReport(report), 0);
  } catch (failure) {
    return say(`bench: ${failure.stack}\n`, 1);
  } finally {
    scratch.remove();
  }
}

async function runAll({ posts, runs, peers, only }, scratch) {
  const machine = describeMachine(peers);
  const report = { machine, posts, runs, markdown: undefined, rows: [], dev: [], notRun: [] };
  for (const scenario of SCENARIOS.filter((one) => only.includes(one)))
    await MEASURE[scenario](report, { posts, runs, peers, scratch });
  report.notRun.push(
    ...SCENARIOS.filter((scenario) => !only.includes(scenario)),
    ...PEERS.filter((peer) => only.includes("build") && !peers.includes(peer)).map(
      (peer) => `${peer} (not asked for)`,
    ),
  );
  return report;
}

const MEASURE = {
  async markdown(report, { posts, runs, scratch }) {
    const count = Math.min(MARKDOWN_TEXTS, Math.max(...posts));
    const site = carnetSite(count, join(scratch, "markdown"));
    report.markdown = await markdownScenario(site.cwd, runs);
  },
  async build(report, options) {
    for (const count of options.posts) add(report, await buildScenario(count, options));
  },
  async search(report, options) {
    for (const count of options.posts) add(report, await searchScenario(count, options));
  },
  async dev(report, options) {
    for (const count of options.posts) report.dev.push(await devScenario(count, options));
  },
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
