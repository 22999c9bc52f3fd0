// An address of a built page → the file of the built site that answers it, as a static host would find it.
// Thousands of pages hold the same menus: what an address from the root means is found once.
import { pathKey } from "./fold.ts";
import { ownText } from "./own-text.ts";
import { decodedId } from "./link-address.ts";

export interface Resolving {
  /** Path under which the site is served, with both slashes. */
  basePath: string;
  /** Scheme and host of the site, where known: its absolute addresses are then checked too. */
  origin?: string;
  /** Path prefixes that another site serves, without base path. */
  alsoServed?: readonly string[];
}

/** A file with what follows `#`, another site's, one that forgets the base path, or none. */
export type Target = { file: string; id: string } | "elsewhere" | "outside" | "nothing";

/** `from` is the file of the page that holds the address. */
export type Resolve = (href: string, from: string) => Target;

/** `files` are all paths of the built site. */
export function createResolver(
  files: readonly string[],
  { basePath, origin = "", alsoServed = [] }: Resolving,
): Resolve {
  const known = new Map(files.map((file) => [file.normalize("NFC"), file]));
  const prefixes = alsoServed.map((prefix) => pathKey(prefix).replace(/\/$/, ""));
  const isElsewhere = (path: string): boolean =>
    prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  const fileOf = (path: string): string | undefined => {
    const inside = path.slice(basePath.length);
    return inside === "" || inside.endsWith("/")
      ? known.get(`${inside}index.html`)
      : (known.get(inside) ?? known.get(`${inside}/index.html`));
  };
  const within = (path: string, id: string): Target => {
    if (isElsewhere(path) || isElsewhere(path.slice(basePath.length - 1))) return "elsewhere";
    if (!path.startsWith(basePath) && `${path}/` !== basePath) return "outside";
    const file = fileOf(path);
    return file === undefined ? "nothing" : { file, id };
  };
  const pathOf = (address: string, from: string): string | undefined => {
    if (/^\/(?!.*\/\.)/.test(address)) return pathKey(address);
    const base = `https://site.invalid${basePath}${encodeURI(from)}`;
    return URL.canParse(address, base) ? pathKey(new URL(address, base).pathname) : undefined;
  };
  const resolve: Resolve = (href, from) => {
    // As nearly all are, and those need no more.
    if (PLAIN.test(href)) return within(href, "");
    const local =
      origin !== "" && (href === origin || href.startsWith(`${origin}/`))
        ? href.slice(origin.length) || "/"
        : href;
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(local)) return "elsewhere";
    const [before = "", ...after] = local.split("#");
    const id = decodedId(after.join("#").split(":~:")[0] ?? "");
    if (before === "") return { file: from, id };
    const [address = ""] = before.split("?");
    if (address === "") return { file: from, id };
    const path = pathOf(address, from);
    if (path === undefined) return "nothing";
    // The front page of a host, of which this site is one folder, is surely another's.
    if (path === "/" && basePath !== "/" && local !== href) return "elsewhere";
    return within(path, id);
  };
  return fromRootOnce(resolve);
}

/** A path from the root in plain letters, which means the same however it is read. */
const PLAIN = /^\/(?:[\w-]+\/)*(?:[\w-]+(?:\.\w+)?)?$/;

/** Menus stand on the first pages; to remember every address would keep the text of every page. */
const REMEMBERED = 2000;

/** Addresses of which the meaning depends on the page are asked for each time. */
function fromRootOnce(resolve: Resolve): Resolve {
  const seen = new Map<string, Target>();
  return (href, from) => {
    const known = seen.get(href);
    if (known !== undefined) return known;
    const target = resolve(href, from);
    if (seen.size < REMEMBERED && /^(?:\/|https?:)/i.test(href)) seen.set(ownText(href), target);
    return target;
  };
}
