// Plans a site root made of a few files, with a short text for every post and no pictures.
import { planSite } from "../../../src/pages/plan.ts";
import type { Page, Plan, PlanInputs } from "../../../src/pages/types.ts";
import { load, type Files } from "../content/site-root.ts";
import { renderedOf } from "../eleventy/samples.ts";

export interface Planned extends Plan {
  /** The page at an address. @throws if there is none. */
  at: (url: string) => Page;
  /** Addresses of a kind of page, in planned order. */
  urls: (kind: Page["kind"]) => string[];
}

export async function planned(files: Files, inputs: Partial<PlanInputs> = {}): Promise<Planned> {
  const { content } = await load(files);
  const plan = planSite(content, {
    rendered: () => renderedOf(),
    cover: () => undefined,
    assets: [],
    ...inputs,
  });
  return {
    ...plan,
    at(url) {
      const page = plan.pages.find((one) => one.url === url);
      if (!page) throw new Error(`No page at ${url}, only ${plan.pages.map((one) => one.url).join(" ")}`);
      return page;
    },
    urls: (kind) => plan.pages.filter((page) => page.kind === kind).map((page) => page.url),
  };
}

/** `content/site.yaml` with these lines after the title and the address. */
export function settings(...lines: string[]): Files {
  return {
    "content/site.yaml": ["title: Carnet", "url: https://blog.example.org", ...lines, ""].join("\n"),
  };
}
