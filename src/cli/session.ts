// A site read, checked, rendered and published, for `build`, `check` and each save under `dev`; prints nothing but progress.
import { asMachineError } from "../build/machine/machine-error.ts";
import { ownCodeProblems } from "../build/own-code.ts";
import { BrokenPictures } from "../build/pictures/publish.ts";
import { prepare, type Memory, type PreparedSite, type PrepareOptions } from "../build/prepare.ts";
import { putSite, type Put } from "../build/put-site.ts";
import { Store } from "../build/store.ts";
import { isLostText } from "../build/texts/store.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import type { KeptModel } from "../eleventy/kept-model.ts";
import type { OwnerConfig } from "../eleventy/owner-config.ts";
import { isError, type Problem } from "../problems.ts";
import { show, type ShownProblem } from "../shown-problems.ts";
import { cliWords } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import type { Options } from "./arguments.ts";
import type { UnderWay } from "./interrupt.ts";
import { isOwnersFault, layoutProblem } from "./layout-error.ts";
import { waitFor } from "./machine.ts";
import { shownPath } from "./output.ts";
import type { Terminal } from "./terminal.ts";

export interface Session extends Pick<PreparedSite, "prepared" | "workings" | "saved"> {
  problems: readonly Problem[];
  shown: readonly ShownProblem[];
  /** True if the content has errors. */
  refused: boolean;
}

interface SessionHow extends Pick<PrepareOptions, "changed" | "shards" | "resume" | "store" | "lint"> {
  indexed?: boolean;
  memory?: Memory;
}

/**
 * Reads and checks the whole site. `indexed`: whether to make an index for the search page; `memory`: for a process that reads
 * the site repeatedly; `changed`: all sources written since the last time, if known. Without `store`, nothing is stored. Only
 * tests set `shards`.
 */
export async function openSession(
  options: Options,
  terminal: Terminal,
  { indexed = true, store, ...how }: SessionHow = {},
): Promise<Session> {
  const builtin = builtinLayouts();
  const { lang, strict } = options;
  const { prepared, content, workings, saved, ...found } = await prepare({
    root: options.site,
    now: options.now(),
    pretended: options.pretended,
    builtin,
    drafts: options.drafts,
    future: options.future,
    ...how,
    store: store ?? new Store(options.site, { trust: options.cache, keep: false }),
    ...(options.search && { search: indexed ? "indexed" : "unindexed" }),
    ...(options.url !== undefined && { url: options.url }),
    ...(options.basePath !== undefined && { basePath: options.basePath }),
    onProgress: (done, total) => {
      terminal.progress(cliWords(lang).texts, done, total);
    },
  });
  const ofCode = ownCodeProblems(options.site, builtin.folder);
  const problems = [...found.problems, ...ofCode];
  const shown = show(problems, { lang, checks: content?.site.checks ?? {}, strict });
  const refused = !prepared || shown.some(isError);
  return {
    problems,
    shown,
    refused,
    ...(prepared && { prepared }),
    ...(workings && { workings }),
    ...(saved && { saved }),
  };
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
  /** True if the same sources give the same pages: the owner's code, if there is any, was declared pure. */
  isLasting?: boolean;
}

interface PublicationHow {
  /** Pages of a preview are not verified. */
  preview: boolean;
  /** In a long-running process, what it holds of the site, and what it last rendered from. */
  memory?: Memory | undefined;
  kept?: KeptModel | undefined;
  underWay?: UnderWay | undefined;
}

/**
 * Renders a session's site into the output. A layout that fails is a fault of the content, and the site is refused.
 * @throws system failures, such as a failing disk, BrokenPictures, and errors recognised by `isLostText`.
 */
export async function publishSession(
  session: Session,
  options: Options,
  terminal: Terminal,
  { preview, memory, kept, underWay }: PublicationHow,
): Promise<Publication> {
  const { prepared, saved } = session;
  const { site, output, lang } = options;
  if (!prepared) return { session };
  const words = cliWords(lang);
  const progress = (label: string) => (done: number, total: number) => {
    terminal.progress(label, done, total);
  };
  let judged = session;
  try {
    // The code that renders is loaded only now.
    const { chooseRenderer } = await import("../eleventy/render.ts");
    const renderer = await chooseRenderer({ root: site, prepared, kept, onProgress: progress(words.pages) });
    const put = await putSite({
      ...{ prepared, saved, output, renderer, memory, underWay, explain: options.explain },
      builtin: builtinLayouts().folder,
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
    });
    if (put.recovered) terminal.err(`${machineWords(lang).recovered[put.recovered]}\n`);
    if (put.leftover !== undefined) terminal.err(`${machineWords(lang).leftover(put.leftover)}\n`);
    const isLasting = renderer.digest === undefined || put.isPure;
    return { session: judged, owner: renderer.owner, ...(put.published && { put, isLasting }) };
  } catch (error) {
    if (error instanceof BrokenPictures || isLostText(error)) throw error;
    if (asMachineError(error) && !isOwnersFault(error, site)) throw error;
    return { session: { ...session, shown: [...session.shown, layoutProblem(error, site)], refused: true } };
  }
}
