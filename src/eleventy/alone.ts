// Pages of which all is Carnet's own, layouts and data: Nunjucks renders them as Eleventy would, without it.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Page } from "../pages/types.ts";
import { collectGarbage } from "./collect-garbage.ts";
import type { CarnetEnvironment } from "./environment.ts";
import type { Model } from "./model.ts";
import { contentOf, pageData } from "./page-data.ts";

export interface Alone {
  model: Model;
  environment: CarnetEnvironment;
  /** Absolute path. */
  output: string;
  /** Told which pages are written. */
  wrote: (pages: readonly Page[]) => void;
}

/** Pages between two looks at what else happens: a signal, a picture that is made. */
const AT_ONCE = 50;

/** Pages after which garbage is worth a look. */
const MANY = 1000;

/** @throws what Nunjucks throws, and what the disk refuses. */
export async function renderAlone(
  pages: readonly Page[],
  { model, environment, output, wrote }: Alone,
): Promise<void> {
  const folders = new Set<string>();
  for (let i = 0; i < pages.length; i += AT_ONCE) {
    const some = pages.slice(i, i + AT_ONCE);
    for (const page of some) {
      const file = join(output, page.output);
      const folder = dirname(file);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(file, fileOf(page, model, environment));
    }
    wrote(some);
    if ((i + AT_ONCE) % MANY === 0) collectGarbage();
    await setImmediate();
  }
}

function fileOf(page: Page, model: Model, environment: CarnetEnvironment): string {
  if (page.text) return page.text();
  const { plan, assets, logo } = model.prepared;
  return environment.getTemplate(`${page.layout ?? page.kind}.njk`).render({
    ...{ site: plan.content.site, assets, logo },
    ...pageData(page, model),
    ...{ page: { url: page.url }, content: contentOf(page, model) },
  });
}
