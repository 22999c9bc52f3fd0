// The stylesheet, scripts, fonts and pictures of layouts: the site's own, then its theme's, then Carnet's, published under names that
// change with their bytes.
// Texts are planned like any file; fonts are copied as they are, beside the stylesheet, which names them by relative addresses.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { digestOf, filesBelow, isFile, packageRoot, parsedJson, readText } from "../../files.ts";
import type { Asset } from "../../pages/types.ts";
import { decodeComponent, isSitePath } from "../../urls.ts";
import { accentTokens, type AccentTokens } from "../../site/accent.ts";
import type { Site } from "../../site/site.ts";
import type { Copy } from "../disk.ts";
import { inOrder, type LayoutFolders } from "./own-layouts.ts";

/** Scripts of `layouts/assets/`, by the names that layouts use (`{{ assets.js | url }}`). */
const SCRIPTS = {
  theme: "theme.js",
  js: "player.js",
  scroll: "scroll.js",
  moved: "moved.js",
} as const;

/** Those of a site with search. */
const SEARCH_SCRIPTS = { search: "search.js" } as const;

/** Those of a site that counts page views. */
const AUDIENCE_SCRIPTS = { audience: "audience.js" } as const;
/** Only for a site whose terms have files. */
const FILTER_SCRIPTS = { filter: "filter.js" };

export interface ThemeAssets {
  files: readonly Asset[];
  /** Fonts and pictures. */
  copies: readonly Copy[];
  /**
   * Addresses by the names that layouts use; `font` is the one to preload: Carnet's, if texts begin with it. The other files of a
   * theme have their paths as names: `assets["img/x.svg"]`.
   */
  urls: Readonly<Record<string, string>>;
}

interface Wanted {
  /** Whether a page searches, and needs the scripts for it; whether page views are counted. */
  search?: boolean;
  audience?: boolean;
  /** Whether an index has filters. */
  filters?: boolean;
  theme: Site["theme"];
  /** Folders of the packages that the theme needs. */
  packages?: Readonly<Record<string, string>> | undefined;
}

/** Reads each file from the first folder that has it. */
export function themeAssets(
  layouts: LayoutFolders,
  { search = false, audience = false, filters = false, theme, packages = {} }: Wanted,
): ThemeAssets {
  const folders = inOrder(layouts).map((folder) => join(folder, "assets"));
  const minified = readMinified();
  const files: Asset[] = [];
  const copies = new Map<string, string>();
  const urls: Record<string, string> = {};
  const add = (name: string, file: string, text: string): void => {
    const url = publishedAs(file, text);
    urls[name] = url;
    files.push({ url, text });
  };
  const ofTheme = layouts.theme && join(layouts.theme, "assets");
  const how = { sources: { ...packages, carnet: join(layouts.carnet, "assets") }, minified, files, copies };
  const read = (file: string): string => {
    const text = styleText(file);
    if (file.startsWith(join(layouts.carnet, "/"))) return minified(text);
    return ofTheme && file.startsWith(ofTheme) ? joined(minified(text), file, ofTheme, how) : text;
  };
  const scripts = {
    ...SCRIPTS,
    ...(search && SEARCH_SCRIPTS),
    ...(audience && AUDIENCE_SCRIPTS),
    ...(filters && FILTER_SCRIPTS),
  };
  const { css, fonts } = placed(stylesheet(folders, theme, read), folders);
  add("css", "carnet.css", css);
  const known: string[] = Object.values({
    ...SCRIPTS,
    ...SEARCH_SCRIPTS,
    ...AUDIENCE_SCRIPTS,
    ...FILTER_SCRIPTS,
  });
  for (const name of ofTheme && existsSync(ofTheme) ? filesBelow(ofTheme) : []) {
    const from = join(ofTheme ?? "", name);
    if (/\.css$|^fonts\//.test(name) || known.includes(name)) continue;
    if (name.endsWith(".js")) add(name, basename(name), minified(readFileSync(from, "utf8")));
    else copies.set((urls[name] = publishedFrom(from)), from);
  }
  for (const [name, file] of Object.entries(scripts)) {
    const path = firstOf(folders, file);
    if (path === undefined) continue;
    const script = readFileSync(path, "utf8");
    add(name, file, path === join(folders.at(-1) ?? "", file) ? minified(script) : script);
  }
  // Pages preload the font that Carnet's texts begin with, and no other: it would be loaded for nothing.
  const [first] = [...fonts].find(([, from]) => from === join(folders.at(-1) ?? "", FONT)) ?? [];
  const family = [...css.matchAll(/--serif:\s*(\w*)/g)].at(-1)?.[1];
  if (first !== undefined && family === "Literata") urls["font"] = first;
  return { files, urls, copies: [...fonts, ...copies].map(([url, from]) => ({ from, to: url.slice(1) })) };
}

const IMPORT = /@import\s*"([^"]+)";/g;
const LINK = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*))\s*\)/g;
const PACKAGED = /^((?:@[\w.-]+\/)?[\w.-]+)(\/.+)$/;
const PICTURE = /^data:image\/svg\+xml(?:;[^,]*)?,(.*)$/s;

interface Joining {
  /** Folders of packages, and that of Carnet's own files as `carnet`. */
  sources: Readonly<Record<string, string>>;
  minified: Minified;
  files: Asset[];
  copies: Map<string, string>;
}

/**
 * A stylesheet of a theme, with those that it imports in their place (`@import "@gouvfr/dsfr/dist/core/core.min.css";`), also Carnet's
 * (`@import "carnet/css/code.css";`). What they name in `folder`, or in a package, is published; pictures in them (`data:`) too, since
 * the policy of pages refuses those.
 */
function joined(text: string, file: string, folder: string, how: Joining): string {
  const find = (href: string): { path: string; top: string } | undefined => {
    const [, source = "", rest = ""] = PACKAGED.exec(href) ?? [];
    const of = how.sources[source];
    const [top, path] = of === undefined ? [folder, join(dirname(file), href)] : [of, join(of, rest)];
    return path.startsWith(join(top, "/")) && isFile(path) ? { path, top } : undefined;
  };
  const linked = text.replace(LINK, (written: string, a?: string, b?: string, c?: string) => {
    const href = a ?? b ?? c ?? "";
    const data = PICTURE.exec(href)?.[1];
    if (data !== undefined) {
      const svg = decodeComponent(data) ?? data;
      const url = publishedAs("picture.svg", svg);
      if (!how.files.some((one) => one.url === url)) how.files.push({ url, text: svg });
      return `url("${url.slice(FOLDER.length)}")`;
    }
    const [, name = "", fragment = ""] = /^([^?#]*)[^#]*(#.*)?$/.exec(href) ?? [];
    const { path } = find(name) ?? {};
    if (path === undefined) return written;
    const url = publishedFrom(path);
    how.copies.set(url, path);
    return `url("${url.slice(FOLDER.length)}${fragment}")`;
  });
  return linked.replace(IMPORT, (written: string, href: string) => {
    const { path, top } = find(href) ?? {};
    if (path === undefined || top === undefined) return written;
    const imported = styleText(path).replace(/\/\*# sourceMappingURL=.*?\*\//g, "");
    return joined(how.minified(imported), path, top, how);
  });
}

const FONT = "fonts/literata.woff2";

/** A comment, or an address. */
const ADDRESS = /\/\*[^]*?\*\/|url\(\s*(["']?)([^"')]+)\1\s*\)/g;

/**
 * The stylesheet with its final addresses, and the files of its fonts by their published addresses. Addresses that begin at the
 * site's root become relative to the stylesheet's folder, since the site may be served under a path.
 */
function placed(text: string, folders: readonly string[]): { css: string; fonts: Map<string, string> } {
  const fonts = new Map<string, string>();
  const css = text.replace(ADDRESS, (written: string, _, href?: string) => {
    if (href === undefined) return written;
    if (isSitePath(href)) return `url("..${href}")`;
    const [, name = "", fragment = ""] =
      /^(?:\.{1,2}\/)?fonts\/([^/?#\\]+)(?:\?[^#]*)?(#.*)?$/.exec(href.trim()) ?? [];
    const from = name === "" ? undefined : firstOf(folders, `fonts/${decodeComponent(name) ?? name}`);
    if (from === undefined) return written;
    const url = publishedFrom(from);
    fonts.set(url, from);
    return `url("${url.slice(FOLDER.length)}${fragment}")`;
  });
  return { css, fonts };
}

const FOLDER = "/assets/";

function firstOf(folders: readonly string[], file: string): string | undefined {
  return folders.map((folder) => join(folder, file)).find((path) => isFile(path));
}

function publishedAs(file: string, bytes: string | Buffer): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  return FOLDER + file.replace(/\.(\w+)$/, `-${hash}.$1`);
}

/** Only characters that need no encoding in an address. */
const publishedFrom = (file: string): string =>
  publishedAs(basename(file).replace(/[^\w.-]+/g, "-"), readFileSync(file));

/** Later parts win: names and colours first, then the page from its background to its details, then media. */
const PARTS = [
  ...["fonts", "tokens", "ground", "around", "sheet", "lists", "indexes", "post", "prose", "figures"],
  ...["players", "code", "search", "media"],
];

/** The accent comes right after the colours it replaces. */
const AFTER = "tokens";

/**
 * Parts joined in a fixed order, with the accent of site.yaml among them. A site or a theme replaces one with a file of the same name,
 * adds to them with a file of another name, or replaces all that come after its own with carnet.css.
 */
function stylesheet(assets: readonly string[], theme: Site["theme"], read: (file: string) => string): string {
  const accent = accentRule(theme);
  const whole = assets.findIndex((folder) => isFile(join(folder, "carnet.css")));
  const all = whole < 0 ? [] : [read(join(assets[whole] ?? "", "carnet.css")) + accent];
  const parts = partFiles(whole < 0 ? assets : assets.slice(0, whole)).map(
    ({ folder, name }) => read(join(folder, `${name}.css`)) + (name === AFTER && whole < 0 ? accent : ""),
  );
  return [...all, ...parts].join("\n");
}

/** Without the byte-order mark that some editors add: inside a stylesheet, it would be part of the first selector. */
function styleText(file: string): string {
  return readFileSync(file, "utf8").replace(/^\ufeff/, "");
}

/** Each part in the first folder that has it, in their order, then the site's others by name. */
function partFiles(assets: readonly string[]): { name: string; folder: string }[] {
  const found = new Map<string, string>();
  for (const folder of assets.map((one) => join(one, "css")).filter((one) => existsSync(one)))
    for (const file of readdirSync(folder).sort()) {
      const name = file.replace(/\.css$/, "");
      if (name !== file && !found.has(name) && isFile(join(folder, file))) found.set(name, folder);
    }
  const others = [...found.keys()].filter((name) => !PARTS.includes(name)).sort();
  return [...PARTS, ...others].flatMap((name) => {
    const folder = found.get(name);
    return folder === undefined ? [] : { name, folder };
  });
}

function accentRule({ accent, accentDark }: Site["theme"]): string {
  if (accent === undefined) return "";
  const light = accentTokens({ accent, accentDark }, "light");
  const dark = accentTokens({ accent, accentDark }, "dark");
  const names = Object.keys(light) as (keyof AccentTokens)[];
  const lines = names.map((name) => `  --${name}: light-dark(${light[name]}, ${dark[name]});`);
  return `\n/* The accent of site.yaml */\n\n:root {\n${lines.join("\n")}\n}\n`;
}

/** Written by `scripts/compile.mjs`: minified texts by the digests of the sources. */
export const MINIFIED = "dist/build/theme/minified.json";

type Minified = (text: string) => string;

/**
 * Carnet's own styles and scripts without comments and blanks, made when Carnet itself is compiled: readers download a quarter
 * less. A file is replaced only if its text is the one that was compiled, so a change to the theme needs no compilation.
 */
function readMinified(): Minified {
  const texts = parsedJson(readText(join(packageRoot, MINIFIED)) ?? "{}") as Record<string, string>;
  return (text) => texts[digestOf(text)] ?? text;
}

/** The text of that file. `minify` receives the name of each file, relative to `layouts/assets/`, and its text. */
export async function minifyAll(
  files: Readonly<Record<string, string>>,
  minify: (name: string, text: string) => Promise<string>,
): Promise<string> {
  const entries = Object.entries(files).map(
    async ([name, text]) => [digestOf(text), await minify(name, text)] as const,
  );
  return JSON.stringify(Object.fromEntries(await Promise.all(entries)));
}
