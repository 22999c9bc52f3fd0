// The staged site, as it will be served → what is wrong with it, before it takes the old one's place.
// What the sources were told of already is not told again, and what one layout does to all pages is told once.
import { checkHtml } from "../checks/html.ts";
import { codeOf, type Problem } from "../problems.ts";
import { absoluteUrl, withBase } from "../site.ts";
import type { Plan } from "../pages/types.ts";

export interface Verifying {
  plan: Plan;
  /** All that was found in the sources. */
  told: readonly Problem[];
  /** Path of the output as problems name it, relative to the site root: `_site`. */
  shownAs: string;
}

/** Looks at the pages and feeds that Carnet made; HTML files of `public/` are their owner's. */
export function verifySite(folder: string, { plan, told, shownAs }: Verifying): Problem[] {
  const { basePath, origin, alsoServed } = plan.content.site;
  const outputs = (wanted: (page: Plan["pages"][number]) => boolean): string[] =>
    plan.pages.filter(wanted).map(({ output }) => output);
  const found = checkHtml(folder, {
    basePath,
    origin,
    alsoServed,
    pages: outputs(({ output, layout }) => layout !== null && output.endsWith(".html")),
    feeds: outputs(({ kind }) => kind === "feed" || kind === "sitemap"),
  });
  const known = toldAlready(plan, told);
  return onceEach(found.filter((one) => !known(one))).map((one) => ({
    ...one,
    file: `${shownAs}/${one.file}`,
  }));
}

/** What the sources are told of addresses. */
const OF_ADDRESSES: ReadonlySet<string> = new Set([
  ...["dead-link", "dead-anchor", "redirected-link", "local-link"],
  ...["missing-image", "image-case", "broken-image", "third-party-image"],
]);

/** True for an address that a source was told of: in the text of that page, or in a setting that all pages show. */
function toldAlready({ pages, content }: Plan, told: readonly Problem[]): (one: Problem) => boolean {
  const { site } = content;
  const about = told.filter(({ key }) => OF_ADDRESSES.has(codeOf(key)));
  if (about.length === 0) return () => false;
  const files = new Set(about.map(({ file }) => file));
  const outputs = new Set(
    pages.flatMap(({ entry, output }) => (entry && files.has(entry.file) ? output : [])),
  );
  const hrefs = new Set(
    about
      .flatMap(({ params }) => [params["href"], params["to"]])
      .filter((href) => typeof href === "string")
      // Heads name the whole address, pages the path with the base path.
      .flatMap((href) => [href, withBase(site, href), absoluteUrl(site, href)].map(readable)),
  );
  return ({ file, params: { href } }) =>
    typeof href === "string" && (outputs.has(file) || hrefs.has(readable(href)));
}

function readable(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

/** The first of those that say the same, with the number of the other pages that have it. */
function onceEach(problems: readonly Problem[]): Problem[] {
  const groups = new Map<string, { first: Problem; files: Set<string> }>();
  for (const one of problems) {
    // Where the first of two ids stands differs from page to page.
    const key = JSON.stringify([one.key, { ...one.params, line: undefined }]);
    const group = groups.get(key) ?? { first: one, files: new Set<string>() };
    groups.set(key, group);
    group.files.add(one.file);
  }
  return [...groups.values()].map(({ first, files }) =>
    files.size === 1 ? first : { ...first, params: { ...first.params, others: files.size - 1 } },
  );
}
