// The theme's stylesheet: files of layouts/assets/css joined in a fixed order, with the accent of site.yaml among them.
// A site replaces one with a file of the same name, adds to them with a file of another name, or replaces all with carnet.css.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isFile } from "../../files.ts";
import { accentTokens, type AccentTokens } from "../../site/accent.ts";
import type { Site } from "../../site/site.ts";
import { minified } from "./minified.ts";

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
  const whole = assets.map((folder) => join(folder, "carnet.css")).find(isFile);
  if (whole !== undefined) return styleText(whole) + accent;
  const builtin = join(assets.at(-1) ?? "", "css");
  const texts = partFiles(assets)
    .filter(({ folder, name }) => audience || name !== AUDIENCE || folder !== builtin)
    .map(({ folder, name }) => {
      const text = styleText(join(folder, `${name}.css`));
      return (folder === builtin ? minified(text) : text) + (name === AFTER ? accent : "");
    });
  return texts.join("\n");
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
