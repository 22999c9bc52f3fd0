// An address as written in a text, a setting or a built page → what this site answers there.
// Nothing is fetched: other hosts are not asked.
import type { Redirect } from "../content/types.ts";
import { isAlsoServed } from "../markdown/links.ts";
import { decodeComponent, hasHost, isSitePath, schemeOf } from "../urls.ts";
import type { Site } from "../site/site.ts";

export interface Answers {
  site: Pick<Site, "homes" | "alsoServed" | "basePath">;
  /** Every site path that answers, without base path → the ids of that page; undefined if they are unknown. */
  pages: ReadonlyMap<string, Ids | undefined>;
  redirects?: readonly Pick<Redirect, "from" | "to">[];
  /** Site paths that would answer if their text were published. */
  withheld?: ReadonlySet<string>;
  /** True if addresses are as in built pages, where all paths have the base path; authors may leave it out. */
  isBuilt?: boolean;
}

/** The ids of a page, which a saved text may change. */
export type Ids = () => readonly string[];

export type Answer =
  /** `path` is the site path, `id` what follows `#`. */
  | { is: "page"; path: string; ids: Ids | undefined; id: string }
  | { is: "redirect"; to: string; id: string }
  | { is: "withheld" }
  /** On another site, or not an address of a page. */
  | { is: "elsewhere" }
  | { is: "nothing"; path: string };

/** `from` is the site path of the page that has the address. */
export type Resolve = (href: string, from: string) => Answer;

/** Host of addresses that have none. */
const NOWHERE = "site.invalid";

export function createResolve({ site, pages, redirects = [], withheld, isBuilt = false }: Answers): Resolve {
  const known = new Map([...pages].map(([path, ids]) => [pathKey(path), { path, ids }]));
  // `/old` and `/old/` have the same answer, in the rules of hosts and in the page of an old address.
  const moved = new Map(redirects.map(({ from, to }) => [withoutSlash(pathKey(from)), to]));
  const notYet = new Set([...(withheld ?? [])].map(pathKey));
  const { basePath, homes } = site;
  const here = (isBuilt ? [basePath] : ["/", basePath]).map((path) => ({ host: NOWHERE, path }));

  const answerAt = (path: string, id: string): Answer | undefined => {
    const key = pathKey(path);
    // A folder and its `index.html` are one address: a page has the first, a file of `public/` the second.
    const page = known.get(key) ?? known.get(indexName(key));
    if (page !== undefined) return { is: "page", ...page, id };
    // Hosts redirect `/x` to `/x/`.
    const to = known.get(`${key}/`)?.path ?? moved.get(withoutSlash(key));
    if (to !== undefined) return { is: "redirect", to, id };
    return notYet.has(key) ? { is: "withheld" } : undefined;
  };

  const resolve: Resolve = (href, from) => {
    const scheme = schemeOf(href);
    if (scheme !== undefined && scheme !== "http" && scheme !== "https") return { is: "elsewhere" };
    const base = `https://${NOWHERE}${from}`;
    if (href === "" || !URL.canParse(href, base)) return { is: "nothing", path: href };
    const url = new URL(href, base);
    const ours = [...here, ...homes].filter(({ host }) => host === url.host);
    if (ours.length === 0) return { is: "elsewhere" };
    const path = url.pathname.replace(/\/{2,}/g, "/");
    const inside = ours
      .filter((home) => `${path}/`.startsWith(home.path))
      .map((home) => path.slice(home.path.length - 1) || "/");
    const id = fragmentId(url.hash);
    for (const one of inside) {
      const answer = answerAt(one, id);
      if (answer !== undefined) return answer;
    }
    // The front page of a host of which this site is one folder certainly belongs to another site.
    const isOthers = [path, ...inside].some((one) =>
      isAlsoServed(pathKey(one), site.alsoServed.map(pathKey)),
    );
    if (isOthers || (inside.length === 0 && path === "/")) return { is: "elsewhere" };
    return { is: "nothing", path: inside[0] ?? path };
  };

  // Texts link to the same addresses again and again.
  const resolved = new Map<string, Answer>();
  return (href, from) => {
    if (!hasHost(href) && !isSitePath(href)) return resolve(href, from);
    const answer = resolved.get(href) ?? resolve(href, from);
    resolved.set(href, answer);
    return answer;
  };
}

/** The id that a fragment names; empty for the top. `:~:` begins words to highlight, which name no id. */
export function fragmentId(hash: string): string {
  const [raw = ""] = hash.slice(1).split(":~:");
  return raw.toLowerCase() === "top" ? "" : (decodeComponent(raw)?.normalize("NFC") ?? raw);
}

/** A path in the form that is compared: percent-decoded, in NFC. What cannot be decoded stays as it is. */
export function pathKey(path: string): string {
  // An encoded slash is not a slash.
  return (decodeComponent(path.replace(/%2f/gi, "%252F")) ?? path).normalize("NFC");
}

const withoutSlash = (key: string): string => key.replace(/(?<=.)\/$/, "");

/** The other name of a folder's page: `/x/` for `/x/index.html`, and back. */
function indexName(key: string): string {
  return key.endsWith("/") ? `${key}index.html` : (/^.*\/(?=index\.html$)/s.exec(key)?.[0] ?? "");
}
