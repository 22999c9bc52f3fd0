// What writes the pages of a site, chosen by one visible fact: Eleventy for a site with `.eleventy.ts` or `_data/`, Nunjucks alone
// for the others. Both give a page's layout the same data, and write the same bytes (docs/decisions.md).
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { RenderedPages, Renderer } from "../build/build.ts";
import { digestOfFolder } from "../build/digest.ts";
import { Folders } from "../build/disk.ts";
import type { Prepared } from "../build/prepare.ts";
import { outputFile } from "../content/permalinks.ts";
import { digestOf, packageRoot, parsedJson, readText } from "../files.ts";
import type { Page } from "../pages/types.ts";
import { LayoutEnvironment, loadCompiledLayouts } from "./environment.ts";
import { ownFilters } from "./filters.ts";
import { getter, Model, UNDATED } from "./model.ts";
import { loadOwnerConfig, OwnerCode, type OwnerConfig } from "./owner-config.ts";
import { renderPage, type Rendering } from "./page-data.ts";

interface RendererOptions {
  /** Absolute path of the site root. */
  root: string;
  prepared: Prepared;
  /** For a process that renders repeatedly (the development server). */
  code?: OwnerCode | undefined;
  /** Called as pages are rendered. */
  onProgress?: (done: number, total: number) => void;
}

/** @throws OwnerConfigError if the site's `.eleventy.ts` cannot be loaded. */
export async function chooseRenderer({
  root,
  prepared,
  code = new OwnerCode(),
  onProgress,
}: RendererOptions): Promise<Renderer & { owner?: OwnerConfig | undefined }> {
  const owner = await loadOwnerConfig(root, code);
  const folder = join(root, "_data");
  const data = existsSync(folder) ? digestOfFolder(folder) : undefined;
  const hasLayouts = prepared.layouts.site !== undefined || prepared.layouts.theme !== undefined;
  if (!owner && data === undefined) {
    return {
      isOwners: hasLayouts,
      render: async (pages, folder) =>
        renderByNunjucks(pages, folder, await beginRendering(prepared), onProgress),
    };
  }
  return {
    digest: digestOf([owner?.digest ?? "", data ?? ""].join("\n")),
    isOwners: true,
    owner,
    async render(pages, output) {
      const rendering = await beginRendering(prepared);
      // It takes longer to load than a small site takes to render.
      const { renderByEleventy } = await import("./eleventy.ts");
      const isPure = await renderByEleventy(pages, { rendering, output, owner, code, onProgress });
      // What layouts read there is not recorded.
      return { readingSite: hasLayouts ? pages : [], isPure };
    },
  };
}

export async function beginRendering(prepared: Prepared): Promise<Rendering> {
  const model = new Model(prepared);
  const environment = new LayoutEnvironment(prepared.layouts, ownFilters(model), await loadCompiledLayouts());
  return { model, environment };
}

/** Pages rendered before other events are handled, such as a signal or a finished picture. */
const AT_ONCE = 50;

/** @throws what Nunjucks throws, and what the disk reports. */
async function renderByNunjucks(
  pages: readonly Page[],
  folder: string,
  rendering: Rendering,
  onProgress: RendererOptions["onProgress"],
): Promise<RenderedPages> {
  const { model, environment } = rendering;
  const { plan, assets, logo } = model.prepared;
  const { site } = plan.content;
  const folders = new Folders(folder);
  // A page whose layout names the collections depends on the whole site.
  getter(environment.globals, "collections", () => {
    model.noteReading();
    return model.collections;
  });
  const globals = { site, assets, logo, ...eleventyGlobals(site.root) };
  for (let i = 0; i < pages.length; i += AT_ONCE) {
    for (const page of pages.slice(i, i + AT_ONCE)) {
      model.page = page;
      const { entry, url } = page;
      const values = entry
        ? model.item(entry).page
        : { url, outputPath: `./${outputFile(url)}`, date: UNDATED };
      const text = await renderPage(page, rendering, { ...globals, page: values });
      writeFileSync(folders.room(page.output), text);
    }
    onProgress?.(Math.min(i + AT_ONCE, pages.length), pages.length);
    await setImmediate();
  }
  return { readingSite: [...model.readingSite], isPure: true };
}

/** Eleventy's own global data. */
function eleventyGlobals(root: string): object {
  const { dependencies } = parsedJson(readText(join(packageRoot, "package.json")) ?? "") as {
    dependencies: Record<string, string>;
  };
  const version = dependencies["@11ty/eleventy"] ?? "";
  return {
    pkg: parsedJson(readText(join(root, "package.json")) ?? "") ?? {},
    eleventy: { version, generator: `Eleventy v${version}` },
  };
}
