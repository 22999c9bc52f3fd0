// What writes the pages of a site, chosen by one visible fact: Eleventy for a site with `.eleventy.ts` or `_data/`, Nunjucks alone
// for the others. Both give a page's layout the same data, and write the same bytes (docs/decisions.md).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { digestOf } from "../build/machine/digest.ts";
import type { Prepared } from "../build/prepare.ts";
import { pageWriter, type RenderedPages, type Renderer } from "../build/put-site.ts";
import { ownLayouts } from "../build/theme/layout-texts.ts";
import { filesBelow } from "../files.ts";
import type { Page } from "../pages/types.ts";
import { builtinLayouts } from "./builtin-layouts.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { KeptModel, type Rendering } from "./kept-model.ts";
import { renderAlone } from "./layouts.ts";
import { loadOwnerConfig, type OwnerConfig } from "./owner-config.ts";

export interface RendererOptions {
  /** Absolute path of the site root. */
  root: string;
  prepared: Prepared;
  /** For a process that renders repeatedly (the development server): layouts may have changed since the last call. */
  kept?: KeptModel | undefined;
  /** Called as pages are written. */
  onProgress?: (done: number, total: number) => void;
}

/** @throws OwnerConfigError if the site's `.eleventy.ts` cannot be loaded. */
export async function chooseRenderer({
  root,
  prepared,
  kept,
  onProgress,
}: RendererOptions): Promise<Renderer & { owner?: OwnerConfig | undefined }> {
  const owner = await loadOwnerConfig(root, kept?.run);
  const data = dataDigest(root);
  const hasLayouts = ownLayouts(root, builtinLayouts().folder) !== undefined;
  const begin = async (): Promise<Rendering> => (kept ?? new KeptModel()).of(prepared);
  if (!owner && data === undefined) {
    return {
      isOwners: hasLayouts,
      render: async (pages, folder) => renderByNunjucks(pages, folder, await begin(), onProgress),
    };
  }
  return {
    digest: digestOf([owner?.digest ?? "", data ?? ""].join("\n")),
    isOwners: true,
    owner,
    async render(pages, folder) {
      const rendering = await begin();
      // It takes longer to load than a small site takes to render.
      const { renderByEleventy } = await import("./runs.ts");
      const isPure = await renderByEleventy(pages, { ...rendering, output: folder, owner, kept, onProgress });
      // What layouts read there is not recorded.
      return { readingSite: hasLayouts ? pages : [], isPure };
    },
  };
}

/** Digest of the files of `_data/`; undefined if there are none. */
function dataDigest(root: string): string | undefined {
  const folder = join(root, "_data");
  if (!existsSync(folder)) return undefined;
  const texts = filesBelow(folder).map((file) => `${file} ${digestOf(readFileSync(join(folder, file)))}`);
  return digestOf(texts.join("\n"));
}

/** Pages rendered before other events are handled, such as a signal or a finished picture. */
const AT_ONCE = 50;

/** Characters rendered before a garbage collection is considered: a thousand pages, or a few that list thousands of posts. */
const MUCH = 20_000_000;

/** @throws what Nunjucks throws, and what the disk reports. */
async function renderByNunjucks(
  pages: readonly Page[],
  folder: string,
  rendering: Rendering,
  onProgress: RendererOptions["onProgress"],
): Promise<RenderedPages> {
  const { model } = rendering;
  const write = pageWriter(folder);
  model.rendering.readingSite.clear();
  let rendered = 0;
  for (let i = 0; i < pages.length; i += AT_ONCE) {
    for (const page of pages.slice(i, i + AT_ONCE)) {
      model.rendering.page = page;
      const text = page.text?.() ?? renderAlone(page, rendering);
      write(page, text);
      rendered += text.length;
      if (rendered > MUCH) {
        collectGarbage();
        rendered = 0;
      }
    }
    onProgress?.(Math.min(i + AT_ONCE, pages.length), pages.length);
    await setImmediate();
  }
  model.rendering.page = undefined;
  return { readingSite: [...model.rendering.readingSite], isPure: true };
}
