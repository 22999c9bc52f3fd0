// Long addresses defined once (`[a]: …`) and used many times → used as often as a page allows, then left as text.
// Each use repeats the address: without a limit, a post of 100 kB makes a page of gigabytes.
import type { MarkdownIt } from "markdown-it";
import { normalizeReference } from "markdown-it/lib/common/utils.mjs";
import { envOf, type Env } from "../env.ts";
import type { Rule } from "../rule.ts";

/** In characters; shorter addresses cost no more than full links would. */
const LONG = 1000;

/** Total number of characters that long addresses may add to one page. */
const BUDGET = 1_000_000;

export const longReferences: Rule = {
  name: "long-references",
  install(md: MarkdownIt) {
    md.core.ruler.after("block", "long-references", (state) => {
      const env = envOf(state.env);
      let left = BUDGET;
      let rows: Map<string, number> | undefined;
      for (const [label, definition] of Object.entries(env.references ?? {})) {
        const cost = weight(definition);
        if (cost <= LONG) continue;
        let told = false;
        Object.defineProperty(env.references, label, {
          enumerable: true,
          get: () => {
            left -= cost;
            if (left >= 0) return definition;
            if (!told) report(label, (rows ??= definitionRows(env)), env);
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

function report(label: string, rows: ReadonlyMap<string, number>, env: Env): void {
  env.report("long-reference", env.positions.line(rows.get(label) ?? 0), {
    label: label.toLowerCase().slice(0, 40),
  });
}

const definitionRows = (env: Env): Map<string, number> =>
  env.positions.rowsOf((line) => {
    const found = /^ {0,3}\[([^\]]+)\]:/.exec(line)?.[1];
    return found === undefined ? undefined : normalizeReference(found);
  });
