// A site read, checked, rendered and published, for `build`, `check` and each save under `dev`; prints nothing but progress.
import type { BuildMemory } from "../build/build-memory.ts";
import type { LastPut } from "../build/last-put.ts";
import { asMachineError } from "../build/machine/machine-error.ts";
import type { OwnerEffect } from "../build/named-files.ts";
import { ownCodeProblems } from "../build/own-code.ts";
import { prepare, type Prepared, type PreparedSite } from "../build/prepare.ts";
import { putSite, type Put } from "../build/put-site.ts";
import { isLostText } from "../build/texts/kept-text.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import type { KeptModel } from "../eleventy/kept-model.ts";
import { knowsOurs } from "../eleventy/ours.ts";
import { hasDataFiles, loadOwnerConfig, type OwnerConfig } from "../eleventy/owner-config.ts";
import type { ShardSizes } from "../pages/search.ts";
import { isError, type Problem } from "../problems.ts";
import { show, type ShownProblem } from "../shown-problems.ts";
import { cliWords } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import type { Options } from "./arguments.ts";
import type { UnderWay } from "./interrupt.ts";
import { isOwnersFault, layoutProblem } from "./layout-error.ts";
import type { LeftToBuild } from "./left-site.ts";
import { waitFor } from "./machine.ts";
import { shownPath } from "./output.ts";
import type { Terminal } from "./terminal.ts";

export interface Session {
  /** Missing only if nothing can be built. */
  prepared?: Prepared;
  problems: readonly Problem[];
  /** How many of them, counted from the first, come from the sources. */
  ofSources: number;
  shown: readonly ShownProblem[];
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
 * Reads and checks the whole site. `keep`: whether it may write in `.cache/`; `indexed`: whether to make an index for the search
 * page; `memory`: for a process that reads the site repeatedly; `changed`: all sources written since the last time, if known.
 * Only tests set `shards`.
 */
export async function openSession(
  options: Options,
  terminal: Terminal,
  { keep = true, indexed = true, memory, changed, shards, left }: SessionHow = {},
): Promise<Session> {
  const builtin = builtinLayouts();
  const { lang, strict } = options;
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
    onProgress: (done, total) => {
      terminal.progress(cliWords(lang).texts, done, total);
    },
  });
  const ofCode = ownCodeProblems(options.site, {
    builtin: builtin.folder,
    pages: prepared?.plan.pages ?? [],
    others: found.problems,
  });
  const problems = [...found.problems, ...ofCode];
  const shown = show(problems, { lang, checks: content?.site.checks ?? {}, strict }, memory?.shown);
  const refused = !prepared || shown.some(isError);
  const ofSources = found.problems.length;
  return { problems, ofSources, shown, refused, resumed, leave, ...(prepared && { prepared }) };
}

/** The same session with problems found later. */
function withProblems(session: Session, more: readonly Problem[], { lang, strict }: Options): Session {
  // The usual case: the messages of all the others exist already.
  if (more.length === 0) return session;
  const problems = [...session.problems, ...more];
  const shown = show(problems, { lang, checks: session.prepared?.plan.content.site.checks ?? {}, strict });
  return { ...session, problems, shown, refused: session.refused || shown.some(isError) };
}

export interface Publication {
  /** With what was found meanwhile; `refused` if the old site stays. */
  session: Session;
  /** Absent if the site was refused. */
  put?: Put;
  owner?: OwnerConfig | undefined;
}

interface PublicationHow {
  /** Pages of a preview are not verified. */
  preview: boolean;
  /** The last publication of the output. */
  last?: LastPut | undefined;
  /** In a long-running process, what it last rendered from. */
  kept?: KeptModel | undefined;
  underWay?: UnderWay | undefined;
}

/**
 * Renders a session's site into the output. A layout that fails is a fault of the content, and the site is refused.
 * @throws system failures, such as a failing disk, and errors recognised by `isLostText`.
 */
export async function publishSession(
  session: Session,
  options: Options,
  terminal: Terminal,
  { preview, last, kept, underWay }: PublicationHow,
): Promise<Publication> {
  const { prepared } = session;
  const { site, output, lang } = options;
  if (!prepared) return { session };
  const words = cliWords(lang);
  const progress = (label: string) => (done: number, total: number) => {
    terminal.progress(label, done, total);
  };
  let judged = session;
  try {
    const owner = await loadOwnerConfig(site, kept?.run);
    const put = await putSite({
      prepared,
      output,
      builtin: builtinLayouts().folder,
      owner: effectOf(site, owner),
      isOurs: knowsOurs(site, owner),
      cache: { trust: options.cache, keep: true },
      last,
      // The rendering code is loaded only if there is a page to render.
      render: async (pages, folder, files) => {
        const { renderPages } = await import("../eleventy/render.ts");
        await renderPages({
          prepared,
          pages,
          output: folder,
          files,
          owner,
          kept,
          onProgress: progress(words.pages),
        });
      },
      ...(!preview && {
        judge: {
          shownAs: shownPath(options),
          told: session.problems,
          accept: (found) => !(judged = withProblems(session, found, options)).refused,
        },
      }),
      onPictures: progress(words.pictures),
      onIndex: progress(words.index),
      wait: waitFor(lang, terminal),
      underWay,
    });
    if (put.recovered) terminal.err(`${machineWords(lang).recovered[put.recovered]}\n`);
    return { session: judged, owner, ...(put.published && { put }) };
  } catch (error) {
    if ((asMachineError(error) && !isOwnersFault(error, site)) || isLostText(error)) throw error;
    return { session: { ...session, shown: [...session.shown, layoutProblem(error, site)], refused: true } };
  }
}

/** With data files, all pages are rendered at each build, and no earlier page is kept once those files are gone. */
export function effectOf(site: string, owner: OwnerConfig | undefined): OwnerEffect | undefined {
  if (hasDataFiles(site)) return { digest: `${owner?.effect.digest ?? ""} with data`, isLocal: false };
  return owner?.effect;
}
