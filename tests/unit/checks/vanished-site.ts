// Two states of a small site, one published and one that replaces it, for tests of addresses that vanish.
import { linkCheckInput } from "../../../src/checks/content-checks.ts";
import { checkVanished } from "../../../src/checks/vanished.ts";
import { planSite } from "../../../src/pages/plan.ts";
import { publishedAddresses } from "../../../src/pages/published.ts";
import { show } from "../../../src/shown-problems.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { load, post, type Files } from "../content/site-root.ts";

export const A = {
  "content/posts/2026-01-05-alpha.md": post("title: Alpha", "author: Jo Bel", "tags: [Design]"),
};
/** Settings with an address. */
export const SITE = "title: T\nurl: https://blog.example.org\n";

export const URL = "/blog/2026/01/05/alpha/";
/** The redirect suggested for the month of that text, which is empty once the text is gone. */
export const JANUARY = "/archives/2026/01/: /archives/2026/";

export async function plan(
  files: Files,
  options: Parameters<typeof load>[1] = {},
): Promise<ReturnType<typeof planSite>> {
  const { content } = await load(files, options);
  return planSite(content, {
    rendered: () => renderedOf(),
    cover: () => undefined,
    assets: [{ url: "/assets/carnet-1.css", text: "" }],
  });
}

/** `place severity code: hint` of each problem, once `before` has been published and then replaced by `after`. */
export async function vanished(before: Files, after: Files, book: readonly string[] = []): Promise<string[]> {
  return check(await published(before, after, book));
}

export async function published(before: Files, after: Files, book: readonly string[] = []): Promise<Files> {
  const known = publishedAddresses((await plan(before)).pages);
  const lines = known.map(({ url, source, title }) => [url, source, title].join("\t"));
  return { ...after, "content/addresses.txt": [...lines, ...book].join("\n") };
}

export async function check(files: Files): Promise<string[]> {
  return (await shown(files)).map(
    ({ file, line, severity, code, hint }) => `${file}:${String(line)} ${severity} ${code}: ${hint}`,
  );
}

export async function shown(files: Files): Promise<ReturnType<typeof show>> {
  const { content, pages } = await plan(files);
  const input = { content, pages, rendered: new Map<string, never>(), copies: [] };
  return show(checkVanished({ ...input, answers: () => linkCheckInput(input) }), { lang: "fr" });
}

export const lines = (problems: readonly string[]): string[] =>
  problems.map((one) => one.replace(/^.*? \S+: /, "")).sort();

/** Another post of the same month. */
export function later(): Files {
  return { "content/posts/2026-01-09-autre.md": post("title: Autre", "author: Al Roc", "tags: [Méthode]") };
}
