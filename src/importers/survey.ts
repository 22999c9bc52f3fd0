// The new site as Carnet reads it → which old addresses it serves, and what a build will report.
// The site is prepared as in a build, so that the report cannot promise what a build does not do.
import { prepare, type Prepared } from "../build/prepare.ts";
import { addressKey } from "../content/permalinks.ts";
import { feedsToCome } from "../pages/feed-links.ts";
import { codeOf } from "../problems.ts";
import { show, type ShownProblem } from "../shown-problems.ts";
import type { UiLang } from "../ui-lang.ts";

export interface SurveyOptions {
  root: string;
  now: Date;
  lang: UiLang;
  builtin: { folder: string; names: readonly string[] };
  onProgress: (done: number, total: number) => void;
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
    onProgress,
  });
  const plan = prepared?.plan;
  const served = prepared === undefined ? new Set<string>() : servedKeys(prepared);
  const urls = new Map<string, string>();
  for (const { entry, url } of plan?.pages ?? []) if (entry !== undefined) urls.set(entry.file, url);
  const redirects = plan?.content.redirects ?? [];
  const moved = new Map(redirects.map(({ from, to }) => [addressKey(from), to]));
  const shown = show(problems, { lang, checks: plan?.content.site.checks ?? {} });
  return {
    urls,
    answer(path) {
      const key = addressKey(path);
      const to = moved.get(key);
      return served.has(key) ? "same" : to === undefined ? undefined : { to };
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

/** The keys of the addresses at which the new site has a page or a file. */
function servedKeys({ plan, copies }: Prepared): Set<string> {
  const addresses = [
    ...plan.pages.flatMap(({ kind, url }) => (kind === "redirect" ? [] : url)),
    // What a site without `url` lacks answers once it is published: its host may give the address then.
    ...feedsToCome(plan.content.site, plan.pages),
    ...copies.map(({ to }) => `/${to}`),
    ...plan.content.files.flatMap(({ file }) =>
      file.startsWith("public/") ? file.slice("public".length) : [],
    ),
  ];
  return new Set(addresses.map(addressKey));
}
