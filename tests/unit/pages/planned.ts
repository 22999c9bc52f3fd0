// Plans a site root made of a few files, with a short text for every post and no pictures.
import type { LoadOptions } from "../../../src/content/load.ts";
import { planSite } from "../../../src/pages/plan.ts";
import type { Page, Plan, PlanInputs } from "../../../src/pages/types.ts";
import { load, post, type Files } from "../content/site-root.ts";
import { renderedOf } from "../eleventy/samples.ts";

export interface Planned extends Plan {
  /** The page at an address. @throws if there is none. */
  at: (url: string) => Page;
  /** A value of the data of the page at an address. */
  data: (url: string, name: string) => unknown;
  /** Addresses of a kind of page, in planned order. */
  urls: (kind: Page["kind"]) => string[];
  /** The text of a file that has no layout. */
  text: (url: string) => string;
}

export async function planned(
  files: Files,
  inputs: Partial<PlanInputs> = {},
  options: Partial<LoadOptions> = {},
): Promise<Planned> {
  const { content } = await load(files, options);
  const plan = planSite(content, {
    rendered: () => renderedOf(),
    cover: () => undefined,
    assets: [],
    ...inputs,
  });
  const at = (url: string): Page => {
    const page = plan.pages.find((one) => one.url === url);
    if (!page) throw new Error(`No page at ${url}, only ${plan.pages.map((one) => one.url).join(" ")}`);
    return page;
  };
  return {
    ...plan,
    at,
    data: (url, name) => at(url).data[name],
    urls: (kind) => plan.pages.filter((page) => page.kind === kind).map((page) => page.url),
    text: (url) => at(url).text?.() ?? "",
  };
}

/** `content/site.yaml` with these lines after the title and the address. */
export function settings(...lines: string[]): Files {
  return {
    "content/site.yaml": ["title: Carnet", "url: https://blog.example.org", ...lines, ""].join("\n"),
  };
}

/**
 * Texts by their path, with the lines of their front matter: `{ "posts/2026-01-01-a": "tags: [Été]" }`. Without a title, a text is
 * called as its file ends: `A`.
 */
export function texts(all: Record<string, string>): Files {
  return Object.fromEntries(
    Object.entries(all).map(([path, lines]) => {
      const title = (/[^/-]*$/.exec(path)?.[0] ?? "").replace(/^./, (letter) => letter.toUpperCase());
      const titled = lines.includes("title:") ? lines : `title: "${title}"\n${lines}`;
      return [`content/${path}.md`, post(...titled.split("\n").filter(Boolean))];
    }),
  );
}
