// Pages made only of Carnet's own layouts and data: Nunjucks alone renders them, to the same bytes as Eleventy.
import { setImmediate } from "node:timers/promises";
import type { PageFiles } from "../build/pages/files.ts";
import type { Page } from "../pages/types.ts";
import { collectGarbage } from "./collect-garbage.ts";
import type { CarnetEnvironment } from "./environment.ts";
import type { Model } from "./model.ts";
import { contentOf, fillData } from "./page-data.ts";

export interface Alone {
  model: Model;
  environment: CarnetEnvironment;
  files: PageFiles;
  /** Receives the pages that are made. */
  made: (pages: readonly Page[]) => void;
}

/** Pages rendered before other events are handled, such as a signal or a finished picture. */
const AT_ONCE = 50;

/** Characters rendered before a garbage collection is considered: a thousand pages, or a few that list thousands of posts. */
const MUCH = 20_000_000;

/** @throws what Nunjucks throws, and what the disk reports. */
export async function renderAlone(
  pages: readonly Page[],
  { model, environment, files, made }: Alone,
): Promise<void> {
  let rendered = 0;
  for (let i = 0; i < pages.length; i += AT_ONCE) {
    const some = pages.slice(i, i + AT_ONCE);
    for (const page of some) {
      const content = contentOf(page, model);
      const text = fileOf(page, { model, environment, content });
      files.write(page, text, content);
      rendered += text.length;
      if (rendered > MUCH) {
        collectGarbage();
        rendered = 0;
      }
    }
    made(some);
    await setImmediate();
  }
}

function fileOf(
  page: Page,
  { model, environment, content }: Pick<Alone, "model" | "environment"> & { content: string },
): string {
  if (page.text) return page.text();
  const { plan, assets, logo } = model.prepared;
  const data: Record<string, unknown> = { site: plan.content.site, assets, logo };
  fillData(data, page, model);
  data["content"] = content;
  return environment.getTemplate(`${page.layout ?? page.kind}.njk`).render(data);
}
