// Every file that the site would write → problems if two would be one: a page over a generated page, a redirect over a feed,
// two copied files that differ by case. Two texts at one address are refused when addresses are assigned. This last check
// covers all files of all kinds, compared as the most lenient disk would.
import { outputFile } from "../content/permalinks.ts";
import type { Content, Entry } from "../content/types.ts";
import { replacesGenerated } from "../pages/plan.ts";
import { redirectAddress } from "../pages/entries.ts";
import type { Page } from "../pages/types.ts";
import { diskKey, knownAbove } from "../paths.ts";
import { problem, topOf, type Place, type Problem } from "../problems.ts";

export interface TakenInput {
  content: Pick<Content, "files" | "redirects" | "withheld">;
  pages: readonly Pick<Page, "kind" | "url" | "entry" | "lang">[];
  /** Files copied beside the pages: absolute path of the source, path in the output. */
  copies: readonly { from: string; to: string }[];
}

/** Something that needs a file at this path in the output. */
interface Claim {
  output: string;
  /** Where its author can give it another address; absent for what Carnet makes. */
  place?: () => Place;
  /** The old address, for a redirect. */
  from?: string;
  page?: TakenInput["pages"][number];
}

/** The list of files that Carnet keeps in the output, and its working folders. */
const RESERVED = /^\.carnet(?:-\w+)?(?:\/|$)/;

/** Takes time proportional to the number of files. */
export function checkTakenAddresses(input: TakenInput): Problem[] {
  const all = claims(input);
  const taken = new Map<string, Claim>();
  const problems: Problem[] = [];
  for (const claim of all) {
    const key = diskKey(claim.output);
    const first = taken.get(key);
    if (first === undefined) taken.set(key, claim);
    else problems.push(clash(first, claim));
    if (claim.place !== undefined && RESERVED.test(key))
      problems.push(clash({ output: claim.output }, claim));
  }
  const reported = new Set<Claim>();
  for (const claim of all) {
    // A file where this one needs a folder: `blog` would block every page of the blog, and is reported once.
    const above = knownAbove(diskKey(claim.output), taken);
    if (above !== undefined && !reported.has(above)) problems.push(clash(above, claim));
    if (above !== undefined) reported.add(above);
  }
  // A draft is reported before its publication fails.
  for (const entry of input.content.withheld) {
    const { page, output } = taken.get(diskKey(outputFile(entry.url))) ?? {};
    if (page === undefined || output === undefined || page.entry !== undefined) continue;
    if (replacesGenerated(entry, page)) continue;
    problems.push(clash({ output, page }, { output, place: () => placeOf(entry) }));
  }
  return problems;
}

/** Claims whose author can choose another address come first, so that a problem is reported at their file. */
function claims({ content, pages, copies }: TakenInput): Claim[] {
  const redirects = new Map(content.redirects.map((one) => [redirectAddress(one.from), one]));
  const files = new Map(content.files.map(({ path, file }) => [path, file]));
  const [texts, redirecting, generated]: [Claim[], Claim[], Claim[]] = [[], [], []];
  for (const page of pages) {
    const { entry, url, kind } = page;
    const output = outputFile(url);
    const redirect = redirects.get(url);
    if (entry) texts.push({ output, place: () => placeOf(entry) });
    else if (kind !== "redirect") generated.push({ output, page });
    else if (redirect) redirecting.push({ output, place: () => redirect.place, from: redirect.from });
  }
  const copied = copies.map(({ from, to }) => {
    const file = files.get(from);
    return { output: to, ...(file !== undefined && { place: () => topOf(file) }) };
  });
  return [...texts, ...copied, ...redirecting, ...generated];
}

const placeOf = (entry: Entry): Place => entry.placeOf(entry.addressKey ?? "title");

/** The problem is at the claim that is a file or a redirect of the owner's; of two, at the later one. */
function clash(first: Claim, second: Claim): Problem {
  const [at, other] = second.place === undefined ? [first, second] : [second, first];
  const place = at.place?.() ?? topOf("content/site.yaml");
  const url = other.page?.url ?? `/${at.output}`;
  const file = other.place?.().file;
  if (at.from !== undefined) return problem("redirect/taken", place, { from: at.from, other: file ?? url });
  return file === undefined
    ? problem("duplicate-url/generated", place, { url })
    : problem("duplicate-url", place, { url, other: file });
}
