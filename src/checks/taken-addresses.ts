// Every file that the site would write → problems if two would be one: a page over a generated page, a redirect over a feed,
// two copied files that differ by case. Two texts at one address are refused when addresses are assigned. This last check
// covers all files of all kinds, compared as the most lenient disk would.
import { outputFile } from "../content/permalinks.ts";
import type { Content, Entry, Post } from "../content/types.ts";
import { isPost } from "../pages/data-posts.ts";
import { introduces, mightIntroduce } from "../pages/introductions.ts";
import { replacesGenerated } from "../pages/plan.ts";
import { redirectAddress } from "../pages/redirects.ts";
import type { Page } from "../pages/types.ts";
import { diskKey, knownAbove } from "../paths.ts";
import { problem, topOf, type Place, type Problem } from "../problems.ts";
import { taxonomyWords } from "../site/site.ts";
import type { Generated } from "../strings/problems-addresses.ts";

export interface TakenInput {
  content: Pick<Content, "site" | "files" | "redirects" | "withheld">;
  pages: readonly (Pick<Page, "kind" | "url" | "entry"> &
    Partial<Pick<Page, "data" | "lang" | "layout" | "further">>)[];
  /** Files copied beside the pages: absolute path of the source, path in the output. */
  copies: readonly { from: string; to: string }[];
}

/** Something that needs a file in the output. */
interface Claim {
  /** Path in the output. */
  output: string;
  entry?: Entry;
  /** Absolute path of the source of a copied file. */
  from?: string;
  redirect?: Content["redirects"][number];
  page?: TakenInput["pages"][number];
}

/** The list of files that Carnet keeps in the output, and its working folders. */
const OWN = /^\.carnet(?:-\w+)?(?:\/|$)/;

/** Takes time proportional to the number of files; what a message needs is looked up only if there is one. */
export function checkTakenAddresses(input: TakenInput): Problem[] {
  const taken = new Map<string, Claim>();
  const problems: Problem[] = [];
  const all = claims(input);
  for (const claim of all) {
    const key = diskKey(claim.output);
    const first = taken.get(key);
    if (first === undefined) taken.set(key, claim);
    else problems.push(...clash(first, claim, input));
    if (claim.from !== undefined && OWN.test(key))
      problems.push(
        problem("duplicate-url/generated", placeOf(claim, input), wordsOf(claim, undefined, input)),
      );
  }
  const told = new Set<Claim>();
  for (const claim of all) {
    // A file where this one needs a folder.
    const above = knownAbove(diskKey(claim.output), taken);
    // A file `blog` would block every page of the blog: one of them is reported.
    if (above === undefined || told.has(above)) continue;
    told.add(above);
    problems.push(...clash(above, claim, input));
  }
  return [...problems, ...withheldClashes(input, taken)];
}

/** Claims whose author can choose another address come first, so that a problem is reported at their file. */
function claims({ content, pages, copies }: TakenInput): Claim[] {
  const redirects = new Map(content.redirects.map((one) => [redirectAddress(one.from), one]));
  const found: Claim[] = [];
  for (const { url, entry } of pages) if (entry) found.push({ output: outputFile(url), entry });
  for (const { from, to } of copies) found.push({ output: to, from });
  for (const page of pages) {
    const redirect = page.kind === "redirect" ? redirects.get(page.url) : undefined;
    if (redirect) found.push({ output: outputFile(page.url), redirect });
  }
  for (const page of pages)
    if (!page.entry && page.kind !== "redirect") found.push({ output: outputFile(page.url), page });
  return found;
}

/** A draft is reported before its publication fails. */
function withheldClashes(input: TakenInput, taken: ReadonlyMap<string, Claim>): Problem[] {
  return input.content.withheld.flatMap((entry) => {
    const first = taken.get(diskKey(outputFile(entry.url)));
    if (first?.page === undefined || replacesGenerated(entry, first.page)) return [];
    if (introduces(entry, first.page)) return [];
    return clash({ output: outputFile(entry.url), entry }, first, input);
  });
}

/** The problem is at the claim that is a file or a redirect of the owner's; of two, at the later one. */
function clash(first: Claim, second: Claim, input: TakenInput): Problem[] {
  const [at, other] = second.page === undefined ? [second, first] : [first, second];
  const place = placeOf(at, input);
  if (other.page !== undefined)
    return [
      problem(
        at.redirect ? "redirect/generated" : "duplicate-url/generated",
        place,
        wordsOf(at, other, input),
      ),
    ];
  const file = placeOf(other, input).file;
  return at.redirect
    ? [problem("redirect/taken", place, { from: at.redirect.from, other: file })]
    : [problem("duplicate-url/public", place, { url: `/${at.output}`, other: file })];
}

function wordsOf(at: Claim, other: Claim | undefined, { content: { site } }: TakenInput): Generated {
  const page = other?.page;
  const taxonomy = page?.data?.["taxonomy"];
  const isOwn = typeof taxonomy === "string" && taxonomy !== "tags";
  return {
    ...(isOwn && { taxonomy: taxonomyWords(site, taxonomy, page?.lang ?? site.lang).label }),
    url: at.entry?.url ?? at.redirect?.from ?? at.page?.url ?? `/${at.output}`,
    otherUrl: page?.url ?? `/${at.output}`,
    kind: page?.kind ?? "manifest",
    name: page?.data?.title ?? "",
    by: at.entry ? "text" : at.from === undefined ? "generated" : "file",
    joins: at.entry !== undefined && page?.further !== true && mightIntroduce(at.entry, page ?? NO_LIST),
  };
}

const NO_LIST = { kind: "manifest" } as const;

function placeOf({ entry, from, redirect, page }: Claim, { content }: TakenInput): Place {
  if (entry) return entry.placeOf(entry.addressKey ?? "title");
  if (redirect) return redirect.place;
  const file = content.files.find((one) => one.path === from)?.file;
  if (file !== undefined) return topOf(file);
  // A tag or person has its name, and so its address, from the first of its posts; other lists have theirs from `addresses`.
  const post = firstPost(page?.data?.["posts"]);
  if (post && page?.kind === "tag") return post.placeOf("tags");
  if (post && page?.kind === "person") return post.placeOf("author");
  return topOf("content/site.yaml");
}

function firstPost(posts: unknown): Post | undefined {
  const first: unknown = Array.isArray(posts) ? posts[0] : undefined;
  return isPost(first) ? first : undefined;
}
