// The site's own stylesheets → the addresses that they name, each with its place, but those of the theme's fonts.
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { placeFinder } from "../checks/built-place.ts";
import type { StyleAddress } from "../checks/types.ts";
import { withAddresses } from "../css-addresses.ts";
import { stylesheetFiles } from "./stylesheet.ts";
import { fontNamed } from "./theme.ts";

/** `layoutFolders`: the site's layouts, then Carnet's, whose stylesheets are not looked at. */
export function styleAddresses(root: string, layoutFolders: readonly string[]): StyleAddress[] {
  const folders = layoutFolders.map((folder) => join(folder, "assets"));
  const own = stylesheetFiles(folders).filter((path) => !path.startsWith(join(folders.at(-1) ?? "", "/")));
  const isFont = (href: string): boolean => {
    const name = fontNamed(href);
    return name !== undefined && folders.some((folder) => existsSync(join(folder, "fonts", name)));
  };
  return own.flatMap((path) => {
    const text = readFileSync(path, "utf8");
    const placeAt = placeFinder(text, relative(root, path).replaceAll("\\", "/"));
    const found: StyleAddress[] = [];
    withAddresses(text, (href, offset) => {
      if (!isFont(href)) found.push({ href, place: placeAt(offset) });
      return undefined;
    });
    return found;
  });
}
