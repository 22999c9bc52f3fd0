// An address of the published site → the same page or file in a folder on a reader's own disk.
// There, no host finds `index.html`, `/` is not the site's root, and `//` would be a host on the network.
import { createResolver, type Resolving } from "../../checks/built-address.ts";
import { encodePath, relativePath } from "../../images/paths.ts";
import { hasScheme } from "../../schemes.ts";

/** `from` is the file of the page that contains the address. */
export type Localize = (href: string, from: string) => string;

/**
 * `files` are those that the folder will contain. An address of any other file becomes that of the online site, if its origin
 * is known. The query string (`?…`) is for a host, and is left out.
 */
export function createLocalize(files: readonly string[], site: Resolving): Localize {
  const resolve = createResolver(files, site);
  const { basePath, origin = "" } = site;
  return (href, from) => {
    const address = href.trim();
    if (address === "" || address.startsWith("#")) return href;
    const target = resolve(address, from);
    if (typeof target === "object") return encodePath(relativePath(from, target.file)) + fragmentOf(address);
    if (hasScheme(address)) return href;
    if (address.startsWith("//")) return `https:${address}`;
    return origin === "" ? href : new URL(address, origin + basePath + encodeURI(from)).href;
  };
}

function fragmentOf(address: string): string {
  const hash = address.indexOf("#");
  return hash < 0 ? "" : address.slice(hash);
}
