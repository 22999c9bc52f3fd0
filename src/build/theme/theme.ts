// The theme's stylesheet, scripts and fonts: the site's own if it has them, published under names that change with their bytes.
// Texts are planned like any file; fonts are copied as they are, beside the stylesheet, which names them by relative addresses.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withAddresses } from "./css-addresses.ts";
import { isFile } from "../../files.ts";
import type { Asset } from "../../pages/types.ts";
import { decodeComponent } from "../../percent-codes.ts";
import { isSitePath } from "../../schemes.ts";
import type { Site } from "../../site/site.ts";
import { firstFont } from "./first-font.ts";
import { minified } from "./minified.ts";
import type { Copy } from "../machine/copies.ts";
import { stylesheet } from "./stylesheet.ts";

/** Scripts of `layouts/assets/`, by the names that layouts use (`{{ assets.js | url }}`). */
const SCRIPTS = {
  theme: "theme.js",
  js: "player.js",
  scroll: "scroll.js",
  share: "share.js",
  moved: "moved.js",
} as const;

/** Those of a site with search: for its page, for what that page loads in use, and for the page of an unknown address. */
const SEARCH_SCRIPTS = {
  search: "search.js",
  lost: "lost.js",
} as const;

/** Those of a site that counts page views: one counts, the other lets readers refuse. */
const AUDIENCE_SCRIPTS = { audience: "audience.js", choice: "audience-choice.js" } as const;

export interface ThemeAssets {
  files: readonly Asset[];
  /** Fonts that the stylesheet names. */
  copies: readonly Copy[];
  urls: Readonly<Record<string, string>>;
}

/**
 * Reads each file from the first folder that has it. The last folder is Carnet's, which has all. `search`: whether a page
 * searches, and needs the scripts for it; `audience`: whether page views are counted.
 */
export function themeAssets(
  layoutFolders: readonly string[],
  { search = false, audience = false, theme }: { search?: boolean; audience?: boolean; theme: Site["theme"] },
): ThemeAssets {
  const folders = layoutFolders.map((folder) => join(folder, "assets"));
  const files: Asset[] = [];
  const urls: Record<string, string> = {};
  const add = (name: string, file: string, text: string): void => {
    const url = publishedAs(file, text);
    urls[name] = url;
    files.push({ url, text });
  };
  const text = stylesheet(folders, { theme, audience });
  const { css, fonts } = placed(text, folders);
  add("css", "carnet.css", css);
  const scripts = { ...SCRIPTS, ...(search && SEARCH_SCRIPTS), ...(audience && AUDIENCE_SCRIPTS) };
  for (const [name, file] of Object.entries(scripts)) {
    const path = firstOf(folders, file);
    if (path === undefined) continue;
    const script = readFileSync(path, "utf8");
    add(name, file, path === join(folders.at(-1) ?? "", file) ? minified(script) : script);
  }
  const first = fonts.get(fontNamed(firstFont(text) ?? "")?.name ?? "");
  if (first !== undefined) urls["font"] = first.url;
  return { files, urls, copies: [...fonts.values()].map(({ from, url }) => ({ from, to: url.slice(1) })) };
}

/** The file in `layouts/assets/fonts/` that an address names, from `css/` or beside it, and the fragment of the address. */
export function fontNamed(href: string): { name: string; part: string } | undefined {
  const [, name, part = ""] = /^(?:\.{1,2}\/)?fonts\/([^/?#\\]+)(?:\?[^#]*)?(#.*)?$/.exec(href) ?? [];
  return name === undefined ? undefined : { name: decodeComponent(name) ?? name, part };
}

/**
 * The stylesheet with its final addresses: the published names of the theme's fonts, and addresses relative to the stylesheet's
 * folder instead of those that begin at the site's root, since the site may be served under a path.
 */
function placed(
  text: string,
  folders: readonly string[],
): { css: string; fonts: Map<string, { from: string; url: string }> } {
  const fonts = new Map<string, { from: string; url: string }>();
  const css = withAddresses(text, ({ href }) => {
    if (isSitePath(href)) return `..${href}`;
    const font = fontNamed(href);
    const from = font && firstOf(folders, `fonts/${font.name}`);
    if (font === undefined || from === undefined) return undefined;
    const { name, part } = font;
    const { url } = fonts.get(name) ?? { url: publishedAs(plain(name), readFileSync(from)) };
    fonts.set(name, { from, url });
    return url.slice(FOLDER.length) + part;
  });
  return { css, fonts };
}

/** Only characters that need no encoding in an address. */
const plain = (name: string): string => name.replace(/[^\w.-]+/g, "-");

const FOLDER = "/assets/";

function firstOf(folders: readonly string[], file: string): string | undefined {
  return folders.map((folder) => join(folder, file)).find((path) => isFile(path));
}

function publishedAs(file: string, bytes: string | Buffer): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  return FOLDER + file.replace(/\.(\w+)$/, `-${hash}.$1`);
}
