// A session's site → the output, for `build` and for each save under `dev`: rendered, verified, published, with any problems
// found.
import { asMachineError } from "../build/machine/machine-error.ts";
import { isLostText } from "../build/texts/kept-text.ts";
import type { LastPut } from "../build/last-put.ts";
import type { OwnerEffect } from "../build/named-files.ts";
import { putSite, type Put } from "../build/put-site.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import type { KeptModel } from "../eleventy/kept-model.ts";
import { knowsOurs } from "../eleventy/ours.ts";
import { hasDataFiles, loadOwnerConfig, type OwnerConfig } from "../eleventy/owner-config.ts";
import { cliWords } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import type { UnderWay } from "./interrupt.ts";
import { layoutProblem } from "./layout-error.ts";
import { waitFor } from "./machine.ts";
import type { Options } from "./options.ts";
import { isOwnersFault } from "./owner-error.ts";
import { withProblems, withShown, type Session } from "./session.ts";
import { shownPath } from "./tell.ts";
import type { Terminal } from "./terminal.ts";

export interface Publication {
  /** With what was found meanwhile; `refused` if the old site stays. */
  session: Session;
  /** Absent if the site was refused. */
  put?: Put;
  owner?: OwnerConfig | undefined;
}

interface PublicationHow {
  preview: boolean;
  /** The last publication of the output. */
  last?: LastPut | undefined;
  /** In a long-running process, what it last rendered from. */
  kept?: KeptModel | undefined;
  underWay?: UnderWay | undefined;
}

/**
 * If a layout fails, that is a fault of the content, and the site is refused.
 * `preview`: pages are not verified.
 *
 * @throws system failures, such as a failing disk, and errors recognised by `isLostText`.
 */
export async function publishSession(
  session: Session,
  options: Options,
  terminal: Terminal,
  { preview, last, kept, underWay }: PublicationHow,
): Promise<Publication> {
  const { prepared, lang } = session;
  if (!prepared) return { session };
  const words = cliWords(lang);
  const progress = (label: string) => (done: number, total: number) =>
    void terminal.progress(label, done, total);
  let judged = session;
  try {
    const owner = await loadOwnerConfig(options.site, kept?.run);
    const put = await putSite({
      prepared,
      output: options.output,
      builtin: builtinLayouts().folder,
      owner: effectOf(options.site, owner),
      isOurs: knowsOurs(options.site, owner),
      cache: { trust: options.cache, keep: true },
      last,
      render: renderer(session, owner, { kept, onProgress: progress(words.pages) }),
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
    if ((asMachineError(error) && !isOwnersFault(error, options.site)) || isLostText(error)) throw error;
    const changed = session.problems.filter(({ key }) => key === "layout-changed");
    const behind = new Set(changed.map(({ file }) => file));
    return { session: withShown(session, layoutProblem(error, options.site, lang, behind)) };
  }
}

/** With data files, all pages are rendered at each build, and no earlier page is kept once those files are gone. */
export function effectOf(site: string, owner: OwnerConfig | undefined): OwnerEffect | undefined {
  if (hasDataFiles(site)) return { digest: `${owner?.effect.digest ?? ""} with data`, isLocal: false };
  return owner?.effect;
}

/** The rendering code is loaded only if there is a page to render. */
function renderer(
  { prepared }: Session,
  owner: OwnerConfig | undefined,
  how: { kept: KeptModel | undefined; onProgress: (done: number, total: number) => void },
): Parameters<typeof putSite>[0]["render"] {
  return async (pages, output, files) => {
    const { renderPages } = await import("../eleventy/render.ts");
    if (prepared) await renderPages({ prepared, pages, output, files, owner, ...how });
  };
}
