// `npm run bench`: how Carnet compares, in time and memory, with markdown-it and with other generators.
// It fails where something cannot be built, never because something is slow: a loaded machine is no fault.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildScenario, carnetSite, onePostScenario, picturesScenario, scratchFolder } from "./builds.mjs";
import { markdownScenario } from "./markdown.mjs";
import { HELP, PEERS, readOptions, SCENARIOS } from "./options.mjs";
import { formatReport } from "./report.mjs";

const MARKDOWN_TEXTS = 1000;

async function main(argv) {
  const { help, error, options } = readOptions(argv);
  if (help) return say(HELP, 0);
  if (error) return say(`bench: ${error}\n\n${HELP}`, 2);
  const scratch = scratchFolder();
  try {
    const report = await runAll(options, scratch.path);
    if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
    return say(formatReport(report), 0);
  } catch (failure) {
    return say(`bench: ${failure.stack}\n`, 1);
  } finally {
    scratch.remove();
  }
}

async function runAll({ posts, runs, peers, only }, scratch) {
  const wants = (scenario) => only.includes(scenario);
  const report = { posts, runs, rows: [], notRun: [] };
  const add = ({ rows, notRun }) => {
    report.rows.push(...rows);
    for (const one of notRun) if (!report.notRun.includes(one)) report.notRun.push(one);
  };
  if (wants("markdown")) {
    const site = carnetSite(Math.min(MARKDOWN_TEXTS, Math.max(...posts)), join(scratch, "markdown"));
    report.markdown = await markdownScenario(site.cwd, runs);
  }
  if (wants("one-post")) add(await onePostScenario({ runs, scratch }));
  if (wants("build")) for (const count of posts) add(await buildScenario(count, { peers, runs, scratch }));
  if (wants("pictures")) add(await picturesScenario({ runs, scratch }));
  const left = [
    ...SCENARIOS.filter((scenario) => !wants(scenario)),
    ...PEERS.filter((peer) => wants("build") && !peers.includes(peer)).map(
      (peer) => `${peer} (not asked for)`,
    ),
  ];
  report.notRun.push(...left);
  return report;
}

function say(text, status) {
  (status === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = status;
}

await main(process.argv.slice(2));
