// The new site as Carnet reads it → which old addresses it serves, and what a build will report.
// The site is prepared as in a build, so that the report cannot promise what a build does not do.
import { prepare } from "../build/prepare.ts";
import { addressKey } from "../content/permalinks.ts";
import { feedsToCome } from "../pages/feed-links.ts";
import { codeOf } from "../problems.ts";
import { show, type ShownProblem } from "../shown-problems.ts";

export interface SurveyOptions {
  root: string;
  now: Date;
  lang: "fr" | "en";
  builtin: { folder: string; names: readonly string[] };
  onProgress?: (done: number, total: number) => void;
}

export interface Survey {
  /** Source file of the new site → address; only published ones. */
  urls: ReadonlyMap<string, string>;
  /** What serves an old path: the path itself, the target of a redirect, or nothing. */
  answer: (path: string) => { to: string } | "same" | undefined;
  redirects: readonly { from: string; to: string }[];
  problems: readonly ShownProblem[];
  missingPictures: readonly { file: string; line: number; found: string }[];
}

export async function surveySite(options: SurveyOptions): Promise<Survey> {
  const { root, now, builtin, onProgress, lang } = options;
  const { prepared, problems } = await prepare({
    root,
    now,
    builtin,
    future: true,
    search: "indexed",
    cache: { trust: false, keep: false },
    ...(onProgress !== undefined && { onProgress }),
  });
  const plan = prepared?.plan;
  const pages = new Map<string, string>();
  const urls = new Map<string, string>();
  for (const page of plan?.pages ?? []) {
    if (page.kind !== "redirect") pages.set(addressKey(page.url), page.url);
    if (page.entry !== undefined) urls.set(page.entry.file, page.url);
  }
  // What a site without `url` lacks answers once it is published: its host may give the address then.
  for (const url of plan ? feedsToCome(plan.content.site, plan.pages) : []) pages.set(addressKey(url), url);
  for (const { to } of prepared?.copies ?? []) pages.set(addressKey(`/${to}`), `/${to}`);
  for (const { file } of plan?.content.files ?? [])
    if (file.startsWith("public/"))
      pages.set(addressKey(file.slice("public".length)), file.slice("public".length));
  const redirects = plan?.content.redirects ?? [];
  const moved = new Map(redirects.map(({ from, to }) => [addressKey(from), to]));
  const shown = show(problems, { lang, checks: plan?.content.site.checks ?? {} });
  return {
    urls,
    answer(path) {
      const key = addressKey(path);
      const to = moved.get(key);
      return pages.has(key) ? "same" : to === undefined ? undefined : { to };
    },
    redirects: redirects.map(({ from, to }) => ({ from, to })),
    problems: shown,
    missingPictures: problems
      .filter(({ key }) => codeOf(key) === "missing-image" || codeOf(key) === "broken-image")
      .map(({ file, line, params }) => ({
        file,
        line,
        found: typeof params["src"] === "string" ? params["src"] : "",
      })),
  };
}
