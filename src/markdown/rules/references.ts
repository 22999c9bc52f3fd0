// Long addresses defined once (`[a]: …`) and used many times → used as often as a page can bear, then left as text.
// Each use repeats the address: without a limit a post of 100 kB makes a page of gigabytes.
import type { MarkdownIt } from "markdown-it";
import { envOf, type Env } from "../env.ts";
import type { Rule } from "../rule.ts";

/** Characters; shorter addresses weigh no more than links written in full would. */
const LONG = 1000;

/** Characters that long addresses may add to one page in all. */
const BUDGET = 1_000_000;

export const references: Rule = {
  name: "references",
  install(md: MarkdownIt) {
    md.core.ruler.after("block", "references", (state) => {
      const env = envOf(state.env);
      let left = BUDGET;
      for (const [label, definition] of Object.entries(env.references ?? {})) {
        const cost = weight(definition);
        if (cost <= LONG) continue;
        let told = false;
        Object.defineProperty(env.references, label, {
          enumerable: true,
          get: () => {
            left -= cost;
            if (left >= 0) return definition;
            if (!told) report(label, env, md);
            told = true;
            return undefined;
          },
        });
      }
    });
  },
};

function weight(definition: unknown): number {
  if (typeof definition !== "object" || definition === null) return 0;
  return Object.values(definition).reduce<number>(
    (sum, one) => sum + (typeof one === "string" ? one.length : 0),
    0,
  );
}

function report(label: string, env: Env, md: MarkdownIt): void {
  const line = env.source.body.split("\n").findIndex((one) => {
    const found = /^ {0,3}\[([^\]]+)\]:/.exec(one)?.[1];
    return found !== undefined && md.utils.normalizeReference(found) === label;
  });
  env.report("long-reference", env.positions.line(Math.max(0, line)), {
    label: label.toLowerCase().slice(0, 40),
  });
}
