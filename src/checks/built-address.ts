// An address on a built page → the file of the built site for it, as a static host would find it.
// Thousands of pages have the same menus, so an address from the root is resolved only once.
import { isAlsoServed } from "../markdown/addresses.ts";
import { decodeComponent } from "../percent-codes.ts";
import { pathKey } from "./resolve.ts";
import { ownText } from "./own-text.ts";

export interface Resolving {
  /** Path under which the site is served, with a slash at both ends. */
  basePath: string;
  /** Scheme and host of the site, if known: its absolute addresses are then checked too. */
  origin?: string;
  /** Path prefixes that another site serves, without base path. */
  alsoServed?: readonly string[];
}

/** A file and the id after `#`, an address of another site, one that lacks the base path, or no file. */
type Target = { file: string; id: string } | "elsewhere" | "outside" | "nothing";

/** `from` is the file of the page that contains the address. */
export type Resolve = (href: string, from: string) => Target;

/** `files` are all paths of the built site. */
export function createResolver(
  files: readonly string[],
  { basePath, origin = "", alsoServed = [] }: Resolving,
): Resolve {
  const known = new Map(files.map((file) => [file.normalize("NFC"), file]));
  const elsewhere = alsoServed.map(pathKey);
  const isElsewhere = (path: string): boolean => isAlsoServed(path, elsewhere);
  const root = pathKey(basePath);
  const fileOf = (path: string): string | undefined => {
    const inside = path.slice(root.length);
    return inside === "" || inside.endsWith("/")
      ? known.get(`${inside}index.html`)
      : (known.get(inside) ?? known.get(`${inside}/index.html`));
  };
  const within = (path: string, id: string): Target => {
    if (isElsewhere(path) || isElsewhere(path.slice(root.length - 1))) return "elsewhere";
    if (!path.startsWith(root) && `${path}/` !== root) return "outside";
    const file = fileOf(path);
    return file === undefined ? "nothing" : { file, id };
  };
  const pathOf = (address: string, from: string): string | undefined => {
    if (/^\/(?!.*\/\.)/.test(address)) return pathKey(address);
    const base = `https://site.invalid${basePath}${encodeURI(from)}`;
    return URL.canParse(address, base) ? pathKey(new URL(address, base).pathname) : undefined;
  };
  const resolve: Resolve = (href, from) => {
    // Nearly all addresses are like this, and need no other check.
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
    // The front page of a host of which this site is one folder certainly belongs to another site.
    if (path === "/" && basePath !== "/" && local !== href) return "elsewhere";
    return within(path, id);
  };
  return fromRootOnce(resolve);
}

/** A path from the root in plain letters, which can be read in only one way. */
const PLAIN = /^\/(?:[\w-]+\/)*(?:[\w-]+(?:\.\w+)?)?$/;

/** Menus are on the first pages; remembering every address would keep the text of every page in memory. */
const REMEMBERED = 2000;

/** Addresses whose meaning depends on the page are resolved each time. */
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

function decodedId(text: string): string {
  return decodeComponent(text)?.normalize("NFC") ?? text;
}
