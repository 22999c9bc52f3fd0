// Planned pages → their files in a folder: the function that `build/output/publish` receives. Eleventy renders the pages that
// the owner's own files could affect, Nunjucks alone the rest, to the same bytes (docs/adr/0021).
import type { PageFiles } from "../build/pages/files.ts";
import type { Prepared } from "../build/prepare.ts";
import type { Page } from "../pages/types.ts";
import { renderAlone } from "./alone.ts";
import { KeptModel } from "./kept-model.ts";
import { knowsOurs } from "./ours.ts";
import type { OwnerConfig } from "./owner-config.ts";

export interface RenderOptions {
  prepared: Prepared;
  /** The pages to write: all of them, or those that changed. */
  pages: readonly Page[];
  /** Absolute path of a folder that contains none of them. */
  output: string;
  /** Its files. */
  files: PageFiles;
  /** What `.eleventy.ts` exports, if there is one. */
  owner?: OwnerConfig | undefined;
  /** For a process that renders repeatedly (the development server): layouts may have changed since the last call. */
  kept?: KeptModel | undefined;
  /** Called as pages are written. */
  onProgress?: (done: number, total: number) => void;
  pagesARun?: number;
}

/**
 * Writes pages, but no other file. The working directory must be the site root, as Eleventy's paths require.
 * @throws what Nunjucks and Eleventy throw (a fault of a layout or of the owner's configuration), and what the disk reports.
 */
export async function renderPages(options: RenderOptions): Promise<void> {
  const { prepared, pages, output, files, owner, kept, onProgress, pagesARun } = options;
  const { model, environment } = await (kept ?? new KeptModel()).of(prepared);
  const isOurs = knowsOurs(prepared.plan.content.site.root, owner);
  let done = 0;
  const made = (some: readonly Page[]): void => {
    done += some.length;
    onProgress?.(done, pages.length);
  };
  const ours: Page[] = [];
  const others: Page[] = [];
  for (const page of pages) (isOurs(page) ? ours : others).push(page);
  await renderAlone(ours, { model, environment, files, made });
  if (others.length === 0) {
    if (kept) kept.watched = [];
    return;
  }
  // It takes longer to load than a small site takes to render.
  const { renderByEleventy } = await import("./runs.ts");
  await renderByEleventy(others, {
    ...{ model, environment, output, owner, pagesARun },
    kept,
    wrote: (some) => {
      files.wrote(some);
      made(some);
    },
  });
}
