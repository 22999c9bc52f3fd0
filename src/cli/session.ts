// The first step of every command: reads the site, and decides whether the command may go on.
import { ownCodeProblems } from "../build/own-code.ts";
import { prepare, type Prepared, type PreparedSite } from "../build/prepare.ts";
import type { BuildMemory } from "../build/build-memory.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import type { ShardSizes } from "../pages/search-shards.ts";
import type { Problem } from "../problems.ts";
import { isError } from "../problems.ts";
import { show, type ShownProblem } from "../shown-problems.ts";
import { cliWords } from "../strings/cli.ts";
import type { UiLang } from "../ui-lang.ts";
import type { LeftToBuild } from "./left-site.ts";
import type { Options } from "./options.ts";
import { spokenOf } from "./spoken.ts";
import type { Terminal } from "./terminal.ts";

export interface Session {
  /** Missing only if nothing can be built. */
  prepared?: Prepared;
  problems: readonly Problem[];
  /** How many of them, counted from the first, come from the sources. */
  ofSources: number;
  shown: readonly ShownProblem[];
  /** Language of messages: the one requested, else the site's. */
  lang: UiLang;
  /** True if the content has errors. */
  refused: boolean;
  /** True if the site stored by an earlier build was reused. */
  resumed?: boolean | undefined;
  /** What this session stores for the next build. */
  leave?: PreparedSite["leave"];
}

interface SessionHow {
  keep?: boolean;
  indexed?: boolean;
  memory?: BuildMemory;
  changed?: readonly string[] | undefined;
  shards?: ShardSizes;
  left?: LeftToBuild | undefined;
}

/**
 * Reads and checks the whole site. Prints nothing but progress. `keep`: whether it may write in `.cache/`; `indexed`: whether
 * to make an index for the search page; `memory`: for a process that reads the site repeatedly; `changed`: all sources written
 * since the last time, if known. Only tests set `shards`.
 */
export async function openSession(
  options: Options,
  terminal: Terminal,
  { keep = true, indexed = true, memory, changed, shards, left }: SessionHow = {},
): Promise<Session> {
  const builtin = builtinLayouts();
  const { prepared, content, leave, resumed, ...found } = await prepare({
    root: options.site,
    now: options.now(),
    pretended: options.pretended,
    builtin,
    drafts: options.drafts,
    future: options.future,
    cache: { trust: options.cache, keep },
    ...{ memory, changed, shards },
    left,
    ...(options.search && { search: indexed ? "indexed" : "unindexed" }),
    ...(options.url !== undefined && { url: options.url }),
    ...(options.basePath !== undefined && { basePath: options.basePath }),
    onProgress: (done, total) => void terminal.progress(cliWords(options.spoken).texts, done, total),
  });
  const problems = [
    ...found.problems,
    ...ownCodeProblems(options.site, {
      builtin: builtin.folder,
      pages: prepared?.plan.pages ?? [],
      others: found.problems,
    }),
  ];
  const lang = spokenOf(options, { site: content?.site });
  const how = { lang, checks: content?.site.checks ?? {}, strict: options.strict };
  const shown = show(problems, how, memory?.shown);
  const refused = !prepared || shown.some(isError);
  const ofSources = found.problems.length;
  return { problems, ofSources, shown, lang, refused, resumed, leave, ...(prepared && { prepared }) };
}

/** The same session with problems found later. */
export function withProblems(session: Session, more: readonly Problem[], options: Options): Session {
  // The usual case: the messages of all the others exist already.
  if (more.length === 0) return session;
  const problems = [...session.problems, ...more];
  const checks = session.prepared?.plan.content.site.checks ?? {};
  const shown = show(problems, { lang: session.lang, checks, strict: options.strict });
  const refused = session.refused || shown.some(isError);
  return { ...session, problems, shown, refused };
}

/** The same session with an error that already has its message. */
export function withShown(session: Session, one: ShownProblem): Session {
  return { ...session, shown: [...session.shown, one], refused: true };
}
