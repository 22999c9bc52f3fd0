// Long addresses defined once (`[a]: …`) and used many times → used as often as a page allows, then left as text.
// Each use repeats the address: without a limit, a post of 100 kB makes a page of gigabytes.
import type { MarkdownIt } from "markdown-it";
import { envOf, type Env, type LinkDefinition, type LinkTarget } from "../env.ts";
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
      for (const [definition] of env.definitions.values()) {
        if (definition === undefined) continue;
        const cost = weight(definition.target);
        if (cost <= LONG) continue;
        let told = false;
        definition.take = () => {
          left -= cost;
          if (left >= 0) return definition.target;
          if (!told) report(definition, env);
          told = true;
          return undefined;
        };
      }
    });
  },
};

const weight = ({ href, title }: LinkTarget): number => href.length + title.length;

function report({ label, row }: LinkDefinition, env: Env): void {
  env.report("long-reference", env.positions.line(row), { label: label.toLowerCase().slice(0, 40) });
}
