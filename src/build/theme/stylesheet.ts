// The theme's stylesheet: files of layouts/assets/css joined in a fixed order, with the accent of site.yaml among them.
// A site replaces one with a file of the same name, adds to them with a file of another name, or replaces all with carnet.css.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { accentTokens, type AccentTokens } from "../../site/accent.ts";
import { withEnds } from "./css-form.ts";
import { isFile } from "../../files.ts";
import { minified } from "./minified.ts";
import type { Site } from "../../site/site.ts";

/** Later parts win: names and colours first, then the page from its background to its details, then media. */
const PARTS = [
  ...["fonts", "tokens", "ground", "around", "sheet", "lists", "indexes", "post", "prose", "figures"],
  ...["players", "code", "search", "audience", "media"],
];

/** The accent comes right after the colours it replaces. */
const AFTER = "tokens";

/** Carnet's own part that only some sites need; a site's own file of that name is always used. */
const AUDIENCE = "audience";

/** `assets`: folders of the theme's files, the site's before Carnet's. `audience`: whether page views are counted. */
export function stylesheet(
  assets: readonly string[],
  { theme, audience }: { theme: Site["theme"]; audience: boolean },
): string {
  const accent = accentRule(theme);
  const whole = wholeFile(assets);
  if (whole !== undefined) return withEnds(styleText(whole)) + accent;
  const builtin = join(assets.at(-1) ?? "", "css", `${AUDIENCE}.css`);
  const parts = partFiles(assets).filter(({ file }) => audience || file !== builtin);
  const texts = parts.map(({ name, file }) => {
    // Carnet's own files are well-formed: each build would parse them for nothing.
    const text = file.startsWith(join(assets.at(-1) ?? "", "/"))
      ? minified(styleText(file))
      : withEnds(styleText(file));
    return name === AFTER ? text + accent : text;
  });
  return texts.join("\n");
}

/** The files that it is made of, always including the audience's part. */
export function stylesheetFiles(assets: readonly string[]): string[] {
  const whole = wholeFile(assets);
  return whole === undefined ? partFiles(assets).map(({ file }) => file) : [whole];
}

function wholeFile(assets: readonly string[]): string | undefined {
  return assets.map((folder) => join(folder, "carnet.css")).find(isFile);
}

/** Without the byte-order mark that some editors add: inside a stylesheet, it would be part of the first selector. */
export function styleText(file: string): string {
  return readFileSync(file, "utf8").replace(/^\ufeff/, "");
}

function partFiles(assets: readonly string[]): { name: string; file: string }[] {
  const found = new Map<string, string>();
  for (const folder of assets.map((one) => join(one, "css")).filter((one) => existsSync(one)))
    for (const file of readdirSync(folder).sort()) {
      const name = file.replace(/\.css$/, "");
      const path = join(folder, file);
      if (name !== file && !found.has(name) && isFile(path)) found.set(name, path);
    }
  const own = [...found.keys()].filter((name) => !PARTS.includes(name)).sort();
  return [...PARTS, ...own].flatMap((name) => {
    const file = found.get(name);
    return file === undefined ? [] : { name, file };
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
