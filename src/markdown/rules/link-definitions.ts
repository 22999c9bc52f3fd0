// `[label]: address` is never shown itself: one that nothing uses, or whose label is another's, is reported.
import type { MarkdownIt, StateBlock } from "markdown-it";
import readDefinition from "markdown-it/lib/rules_block/reference.mjs";
import { envOf, type Env, type LinkDefinition, type LinkTarget } from "../env.ts";
import { addPass, type Rule } from "../rule.ts";

export const linkDefinitions: Rule = {
  name: "link-definitions",
  install(md: MarkdownIt) {
    recorded(md);
    addPass(md, "link-definitions", (_tokens, env) => {
      let marks: ReadonlyMap<string, number> | undefined;
      for (const [first, ...others] of env.definitions.values()) {
        if (first === undefined) continue;
        if (first.used) reportHidden(others, first, env);
        // Another `[label]` is a link that failed, or code: a message about it says more than one here.
        else if ((marks ??= marksOf(env)).get(first.label.toLowerCase()) === others.length + 1)
          for (const one of [first, ...others]) reportUnused(one, env);
      }
    });
  },
};

/** Has the parser record each definition, and which of them it uses. */
function recorded(md: MarkdownIt): void {
  md.block.ruler.at("reference", (state, startLine, endLine, silent) => {
    const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    if (state.src.charCodeAt(start) !== 0x5b) return false;
    const env = envOf(state.env);
    const { references } = env;
    // The parser would leave out a second definition of a label: it finds none.
    env.references = {};
    const read = readDefinition(state, startLine, endLine, silent);
    const [found] = Object.entries(env.references);
    env.references = references;
    if (found?.[1] !== undefined)
      add(found[0], { target: found[1], row: startLine, label: labelAt(state, start) }, env);
    return read;
  });
}

function add(key: string, found: Pick<LinkDefinition, "target" | "label" | "row">, env: Env): void {
  const definition: LinkDefinition = { ...found, take: () => found.target, used: false };
  const same = env.definitions.get(key);
  if (same !== undefined) {
    same.push(definition);
    return;
  }
  env.definitions.set(key, [definition]);
  Object.defineProperty(env.references, key, {
    get(): LinkTarget | undefined {
      definition.used = true;
      return definition.take();
    },
  });
}

/** A label has 999 characters at most, some of them behind a backslash. */
const LONGEST_LABEL = 2000;

function labelAt({ src }: StateBlock, start: number): string {
  return /^\[((?:[^\\\]]|\\.)+)\]:/s.exec(src.slice(start, start + LONGEST_LABEL))?.[1] ?? "";
}

/** How often each `[label]`, or `[^label]` of a note, in lower case, is in the text, definitions included. */
function marksOf({ source }: Env): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const [, label = ""] of source.body.toLowerCase().matchAll(/\[\^?((?:[^\\[\]]|\\.){1,300})\]/gs))
    marks.set(label, (marks.get(label) ?? 0) + 1);
  return marks;
}

function reportUnused({ label, row, target: { href } }: LinkDefinition, env: Env): void {
  // `[//]: # (a comment)` and `[comment]: <> (a comment)` are meant to be hidden.
  if (href === "#" || href === "") return;
  const place = env.positions.line(row);
  const address = /\]:\s*(.*\S)/.exec(env.positions.from(place))?.[1] ?? href;
  env.report("literal-link/unused", place, { label, fix: asLink(label, address) });
}

/** What shows the line: a link, or the text as it was typed if it holds no address. */
function asLink(label: string, address: string): string {
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) return `[${label}](mailto:${address})`;
  return /[/.#:]/.test(address) ? `[${label}](${address})` : `\\[${label}]: ${address}`;
}

/** Links use the first definition of a label only. */
function reportHidden(others: readonly LinkDefinition[], first: LinkDefinition, env: Env): void {
  const { href, title } = first.target;
  const hidden = others.filter(({ target }) => target.href !== href || target.title !== title);
  if (hidden.length === 0) return;
  let number = 2;
  while (env.defines(`${first.label}-${String(number)}`)) number++;
  const free = `${first.label}-${String(number)}`;
  const { line } = env.positions.line(first.row);
  for (const { label, row } of hidden)
    env.report("literal-link/twice", env.positions.line(row), { label, line, free });
}
