// The pages that layouts or code of the site's owner wrote → their problems, before they replace the old ones. What was already
// reported in the sources is not reported again.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkBuiltPages } from "../checks/built-pages.ts";
import type { Page, Plan } from "../pages/types.ts";
import { decodeAddress } from "../urls.ts";
import type { Problem } from "../problems.ts";
import { absoluteUrl, withBase } from "../site/site.ts";

export interface Verifying {
  plan: Plan;
  /** All problems found in the sources. */
  told: readonly Problem[];
  /** Path of the output in messages, relative to the site root: `_site`. */
  shownAs: string;
  /** The pages to verify. */
  pages: readonly Page[];
  /** Paths of all files of the site; then of those that stay in the output, an absolute path. */
  files: readonly string[];
  kept: ReadonlySet<string>;
  output: string;
}

/** `folder` holds the rendered pages. */
export function verifyPages(folder: string, verifying: Verifying): Problem[] {
  const { plan, told, shownAs, pages, files, kept, output } = verifying;
  const { site } = plan.content;
  const written = pages.filter((page) => page.layout !== null && page.output.endsWith(".html"));
  const addressed = told.flatMap(({ file, params: { href, src, to } }) =>
    [href, src, to].flatMap((one) => (typeof one === "string" ? { file, address: one } : [])),
  );
  // The `<head>` has the whole address, the rest of a page the path with the base path.
  const hrefs = new Set(
    addressed.flatMap(({ address }) =>
      [address, withBase(site, address), absoluteUrl(site, address)].map(readable),
    ),
  );
  // Addresses of a text are changed when it is rendered: what its source reports is not found by address.
  const sources = new Set(addressed.map(({ file }) => file));
  const reported = new Set(
    plan.pages.flatMap((page) => (page.entry && sources.has(page.entry.file) ? page.output : [])),
  );
  const problems = checkBuiltPages(
    written.map((page) => page.output),
    {
      site,
      files,
      read: (file) => readFileSync(join(kept.has(file) ? output : folder, file), "utf8"),
      isTold: ({ file, params: { href } }) =>
        typeof href === "string" && (reported.has(file) || hrefs.has(readable(href))),
    },
  );
  return problems.map((one) => ({ ...one, file: `${shownAs}/${one.file}` }));
}

const readable = (href: string): string => decodeAddress(href) ?? href;
