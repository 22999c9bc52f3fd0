// The site's own stylesheets → the addresses that they name, each with its place, except those of fonts that exist.
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { placeFinder } from "../../lines.ts";
import type { StyleAddress } from "../../checks/types.ts";
import { withAddresses } from "./css-addresses.ts";
import { stylesheetFiles, styleText } from "./stylesheet.ts";
import { fontNamed } from "./theme.ts";

/** `layoutFolders`: the site's layouts, then Carnet's, whose stylesheets are not read. */
export function styleAddresses(root: string, layoutFolders: readonly string[]): StyleAddress[] {
  const folders = layoutFolders.map((folder) => join(folder, "assets"));
  const own = stylesheetFiles(folders).filter((path) => !path.startsWith(join(folders.at(-1) ?? "", "/")));
  if (own.length === 0) return [];
  const fonts = folders
    .map((folder) => join(folder, "fonts"))
    .flatMap((one) => (existsSync(one) ? readdirSync(one) : []));
  return own.flatMap((path) => {
    const text = styleText(path);
    const placeAt = placeFinder(text, relative(root, path).replaceAll("\\", "/"));
    const isPart = basename(dirname(path)) === "css";
    const found: StyleAddress[] = [];
    withAddresses(text, ({ href, offset, isImport }) => {
      const font = fontNamed(href);
      if (font && fonts.includes(font.name)) return undefined;
      const meant = font && fonts.find((one) => stem(one) === stem(font.name));
      found.push({
        ...{ href, place: placeAt(offset), isLost: isImport && isPart },
        ...(meant !== undefined && { meant: `../fonts/${meant}` }),
      });
      return undefined;
    });
    return found;
  });
}

/** A file name in lower case, without its extension. */
const stem = (name: string): string => name.toLowerCase().replace(/\.\w+$/, "");
