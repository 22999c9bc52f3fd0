// Emulates what our recipes use of GitHub's runner: steps in order, `if`, outputs, `continue-on-error`, and `run` in bash.
// Actions (`uses`) are emulated if they leave something that later steps need; an unknown one throws.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { runInNewContext } from "node:vm";
import { parse } from "yaml";
import { z } from "zod";

const step = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  env: z.record(z.string(), z.string()).default({}),
  "continue-on-error": z.boolean().default(false),
});
const job = z.object({
  if: z.string().optional(),
  outputs: z.record(z.string(), z.string()).default({}),
  steps: z.array(step),
});
type Step = z.output<typeof step>;
export type Job = z.output<typeof job>;

export function jobOf(recipe: string, name: string): Job {
  const { jobs } = z.object({ jobs: z.record(z.string(), job) }).parse(parse(recipe));
  const found = jobs[name];
  if (found === undefined) throw new Error(`no job ${name}`);
  return found;
}

/** Where a job works, what it can ask of the host, and what earlier runs left. */
export interface Machine {
  /** The checked-out repository. */
  folder: string;
  /** Folder of the artifacts, by name, and of the runner's own files. */
  aside: string;
  /** Folder put first in `PATH`, with a stand-in for `gh`. */
  programs?: string;
  /** Values of `github.*` and `needs.*` in expressions. */
  contexts: Record<string, unknown>;
  /** The site's address according to the host; absent if Pages is off. */
  pagesUrl?: string;
}

export interface Ran {
  succeeded: boolean;
  /** Outcome by `id` or `name`. */
  outcomes: Record<string, "success" | "failure" | "skipped">;
  outputs: Record<string, string>;
  summary: string;
  /** Output of the steps. */
  log: string;
}

interface State {
  outcome: "success" | "failure" | "skipped";
  outputs: Record<string, string>;
}

/** Skipped, since the site already has its `node_modules`; package.test.ts runs npm. */
const ELSEWHERE = new Set(["npm ci"]);
/** Actions that leave nothing that a later step needs here. */
const NOTHING_TO_DO =
  /^actions\/(?:checkout|setup-node|cache(?:\/restore|\/save)?|upload-pages-artifact|deploy-pages)@v\d+$/;

export function runJob({ steps: list, outputs: given }: Job, machine: Machine): Ran {
  const steps: Record<string, State> = {};
  const ran: Ran = { succeeded: true, outcomes: {}, outputs: {}, summary: "", log: "" };
  const summary = join(machine.aside, "summary.md");
  writeFileSync(summary, "");
  for (const one of list) {
    const wanted = ran.succeeded && isTrue(one.if, machine, steps);
    const state: State = wanted ? runStep(one, machine, steps, ran) : { outcome: "skipped", outputs: {} };
    if (one.id !== undefined) steps[one.id] = state;
    ran.outcomes[one.id ?? one.name ?? one.uses ?? ""] = state.outcome;
    if (state.outcome === "failure" && !one["continue-on-error"]) ran.succeeded = false;
  }
  for (const [name, text] of Object.entries(given)) ran.outputs[name] = filled(text, machine, steps);
  ran.summary = readFileSync(summary, "utf8");
  return ran;
}

/** True if the condition of the job is met. */
export function wouldRun({ if: condition }: Job, machine: Machine): boolean {
  return isTrue(condition, machine, {});
}

/** The group in which runs of the recipe wait for each other. */
export function groupOf(recipe: string, machine: Machine): string {
  const { concurrency } = z.object({ concurrency: z.object({ group: z.string() }) }).parse(parse(recipe));
  return filled(concurrency.group, machine, {});
}

function runStep(one: Step, machine: Machine, steps: Record<string, State>, ran: Ran): State {
  if (one.uses !== undefined) return act(one.uses, one.with, machine);
  const script = one.run ?? "";
  if (ELSEWHERE.has(script.trim())) return { outcome: "success", outputs: {} };
  const output = join(machine.aside, "output.txt");
  writeFileSync(output, "");
  writeFileSync(join(machine.aside, "step.sh"), script);
  const env = Object.entries(one.env).map(([name, text]): [string, string] => [
    name,
    filled(text, machine, steps),
  ]);
  const { status, stdout, stderr } = spawnSync("bash", ["-e", join(machine.aside, "step.sh")], {
    cwd: machine.folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...baseEnv(machine.programs),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: join(machine.aside, "summary.md"),
      ...Object.fromEntries(env),
    },
  });
  ran.log += `## ${one.name ?? ""}\n${stdout}${stderr}`;
  const lines = readFileSync(output, "utf8").matchAll(/^([\w-]+)=(.*)$/gm);
  const outputs = Object.fromEntries([...lines].map(([, name = "", value = ""]) => [name, value]));
  return { outcome: status === 0 ? "success" : "failure", outputs };
}

/** With a stand-in for npx; package.test.ts runs the real one. */
const STAND_INS = join(import.meta.dirname, "programs");

/** Enough to find programs, and nothing else of the tests' environment. */
export function baseEnv(programs?: string): Record<string, string> {
  const path = [programs, STAND_INS, process.env["PATH"]].filter((one) => one !== undefined).join(delimiter);
  return { PATH: path, HOME: process.env["HOME"] ?? "", LANG: "en_US.UTF-8", CI: "true" };
}

function act(uses: string, given: Step["with"], machine: Machine): State {
  if (NOTHING_TO_DO.test(uses)) return { outcome: "success", outputs: {} };
  if (uses.startsWith("actions/configure-pages@"))
    return machine.pagesUrl === undefined
      ? { outcome: "failure", outputs: {} }
      : { outcome: "success", outputs: { base_url: machine.pagesUrl } };
  if (!uses.startsWith("actions/upload-artifact@")) throw new Error(`what does ${uses} do?`);
  const { name, path } = z.object({ name: z.string(), path: z.string() }).parse(given);
  const from = join(machine.folder, path);
  if (!existsSync(from)) return { outcome: "failure", outputs: {} };
  const to = join(machine.aside, "artifacts", name);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  // A single file keeps its name, but not its folders.
  cpSync(from, statSync(from).isFile() ? join(to, basename(from)) : to, { recursive: true });
  return { outcome: "success", outputs: {} };
}

function filled(text: string, machine: Machine, steps: Record<string, State>): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const value = evaluate(expression, machine, steps);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  });
}

function isTrue(condition: string | undefined, machine: Machine, steps: Record<string, State>): boolean {
  return condition === undefined || Boolean(evaluate(condition, machine, steps));
}

/** The expressions of our recipes are also valid JavaScript. */
function evaluate(expression: string, { contexts }: Machine, steps: Record<string, State>): unknown {
  return runInNewContext(expression, { ...contexts, steps, always: () => true });
}
