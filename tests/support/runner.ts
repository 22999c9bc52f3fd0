// Emulates what our recipes use of GitHub's runner: steps in order, `if`, outputs, `continue-on-error`, and `run` in bash.
// Actions (`uses`) are emulated if they leave something that later steps need; an unknown one throws.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { runInNewContext } from "node:vm";
import { parse } from "yaml";
import { z } from "zod";

const recipeSchema = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(
        z.object({
          id: z.string().optional(),
          name: z.string().default(""),
          if: z.string().default("true"),
          uses: z.string().default(""),
          run: z.string().default(""),
          with: z.record(z.string(), z.unknown()).default({}),
          env: z.record(z.string(), z.string()).default({}),
          "continue-on-error": z.boolean().default(false),
        }),
      ),
    }),
  ),
});
type Step = z.output<typeof recipeSchema>["jobs"][string]["steps"][number];

/** Where a job works, what it can ask of the host, and what earlier runs left. */
export interface Machine {
  /** The checked-out repository. */
  folder: string;
  /** Folder of the artifacts, by name, and of the runner's own files. */
  aside: string;
  /** Values of `github.*` and `needs.*` in expressions. */
  contexts: Record<string, unknown>;
  /** The site's address according to the host; absent if Pages is off. */
  pagesUrl?: string;
  /** Folder put first in `PATH`, with a stand-in for `gh`. */
  programs?: string;
}

interface State {
  outcome: "success" | "failure" | "skipped";
  outputs: Record<string, string>;
}

export interface Ran {
  succeeded: boolean;
  /** By `id` or `name`. */
  outcomes: Record<string, State["outcome"]>;
  summary: string;
  /** Output of the steps. */
  log: string;
}

/** Skipped, since the site already has its `node_modules`; package.long.test.ts runs npm. */
const INSTALL = "npm ci";
/** Actions that leave nothing that a later step needs here. */
const NOTHING_TO_DO = /^actions\/(?:checkout|setup-node|cache)@v\d+$/;

export function runJob(recipe: string, name: string, machine: Machine): Ran {
  const ran: Ran = { succeeded: true, outcomes: {}, summary: "", log: "" };
  const steps: Record<string, State> = {};
  writeFileSync(join(machine.aside, "summary.md"), "");
  for (const step of recipeSchema.parse(parse(recipe)).jobs[name]?.steps ?? []) {
    const isWanted = ran.succeeded && Boolean(evaluate(step.if, machine, steps));
    const state: State = isWanted ? runStep(step, machine, steps, ran) : { outcome: "skipped", outputs: {} };
    if (step.id !== undefined) steps[step.id] = state;
    ran.outcomes[step.id ?? step.name] = state.outcome;
    if (state.outcome === "failure" && !step["continue-on-error"]) ran.succeeded = false;
  }
  ran.summary = readFileSync(join(machine.aside, "summary.md"), "utf8");
  return ran;
}

function runStep(step: Step, machine: Machine, steps: Record<string, State>, ran: Ran): State {
  if (step.uses !== "") return act(step, machine);
  if (step.run === INSTALL) return { outcome: "success", outputs: {} };
  const output = join(machine.aside, "output.txt");
  writeFileSync(output, "");
  const env = Object.entries(step.env).map(([name, text]): [string, string] => [
    name,
    filled(text, machine, steps),
  ]);
  const { status, log } = runScript(step.run, machine.folder, {
    ...(machine.programs !== undefined && {
      PATH: [machine.programs, process.env["PATH"]].join(delimiter),
    }),
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: join(machine.aside, "summary.md"),
    ...Object.fromEntries(env),
  });
  ran.log += `## ${step.name}\n${log}`;
  const lines = readFileSync(output, "utf8").matchAll(/^([\w-]+)=(.*)$/gm);
  const outputs = Object.fromEntries([...lines].map(([, name = "", value = ""]) => [name, value]));
  return { outcome: status === 0 ? "success" : "failure", outputs };
}

/** Runs lines of bash in a folder, until the first that fails, as hosts do. */
export function runScript(
  script: string,
  cwd: string,
  env: Record<string, string>,
): { status: number | null; log: string } {
  const { status, stdout, stderr } = spawnSync("bash", ["-eo", "pipefail", "-c", script], {
    ...{ cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    env: {
      ...{ PATH: process.env["PATH"], HOME: process.env["HOME"], LANG: "en_US.UTF-8", CI: "true" },
      ...env,
    },
  });
  return { status, log: stdout + stderr };
}

function act({ uses, with: given }: Step, machine: Machine): State {
  if (NOTHING_TO_DO.test(uses)) return { outcome: "success", outputs: {} };
  if (uses.startsWith("actions/configure-pages@"))
    return machine.pagesUrl === undefined
      ? { outcome: "failure", outputs: {} }
      : { outcome: "success", outputs: { base_url: machine.pagesUrl } };
  if (!uses.startsWith("actions/upload-artifact@")) throw new Error(`what does ${uses} do?`);
  const { name, path } = z.object({ name: z.string(), path: z.string() }).parse(given);
  const from = join(machine.folder, path);
  const to = join(machine.aside, "artifacts", name);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  // A single file keeps its name, but not its folders.
  cpSync(from, statSync(from).isFile() ? join(to, basename(from)) : to, { recursive: true });
  return { outcome: "success", outputs: {} };
}

/** A text with the values of its expressions. */
export function filled(text: string, machine: Machine, steps: Record<string, State> = {}): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const value = evaluate(expression, machine, steps);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  });
}

/** The expressions of our recipes are also valid JavaScript. */
export function evaluate(
  expression: string,
  { contexts }: Machine,
  steps: Record<string, State> = {},
): unknown {
  return runInNewContext(expression, { ...contexts, steps, always: () => true });
}
