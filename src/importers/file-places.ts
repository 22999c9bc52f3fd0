// A file at a relative address in a text, as browsers and Hugo resolved it → its root-relative address.
// A file beside the text moves with it, and keeps its address.
import { posix } from "node:path";
import type { OldSite, SourceEntry } from "./model.ts";
import { isMedia, type SourceFiles } from "./source-files.ts";
import { decodeComponent } from "../percent-codes.ts";

/** Where the old site served each file: path from the root, not encoded. Those of `onDemand` all count as served. */
export function servedPaths({ assets, onDemand }: OldSite): Set<string> {
  return new Set([...assets, ...onDemand].map(({ target }) => target.replace(/^public/, "")));
}

/** Returns, for each text, the root-relative address that replaces a written one; undefined if it stays. */
export function filePlaces(
  site: OldSite,
  files: SourceFiles,
): (entry: SourceEntry) => (written: string) => string | undefined {
  const served = servedPaths(site);
  return ({ source, oldUrl }) =>
    (written) => {
      if (/^([a-z][a-z\d+.-]*:|[/#?]|$)/i.test(written) || /[{}]/.test(written)) return undefined;
      const name = written.replace(/[?#][^]*$/, "");
      const path = decodeComponent(name);
      if (path === undefined || !isMedia(path) || files.has(posix.join(posix.dirname(source), path)))
        return undefined;
      const ways = [
        // A browser resolves it from the folder of the page, whose own address may end without a slash.
        ...(oldUrl === undefined
          ? []
          : [posix.join("/", (decodeComponent(oldUrl) ?? "").replace(/[^/]*$/, ""), path)]),
        // Hugo looks it up in `assets/` by the path as written, and so do the layouts of themes in `static/`.
        ...(site.kind === "hugo" ? [posix.join("/", path)] : []),
      ];
      const found = ways.find((way) => served.has(way));
      if (found === undefined) return undefined;
      return (found === `/${path}` ? `/${name}` : encoded(found)) + written.slice(name.length);
    };
}

/** Encodes the characters that would end an address in Markdown or an attribute. */
function encoded(path: string): string {
  return encodeURI(path).replace(/[?#'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
