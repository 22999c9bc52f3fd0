// The menus of a Hugo configuration, with their entries in the order in which Hugo shows them.
// Each file is read by itself: that of one language does not replace that of another.
// https://gohugo.io/configuration/menus/
import type { YamlMap } from "../../content/yaml/parse.ts";
import { hugoConfigFiles } from "./config.ts";
import { menuLevels, menuPlace } from "../menus.ts";
import type { OldMenu } from "../model.ts";
import type { SourceFiles } from "../source-files.ts";
import { readData } from "../source-text.ts";
import { first, keysLowered, list, map, text } from "../values.ts";

export function hugoMenus(files: SourceFiles): OldMenu[] {
  return hugoConfigFiles(files).flatMap((file) =>
    menusOf(file, keysLowered(readData(file, files.read(file)))).flatMap(({ lang, menus }) =>
      Object.entries(menus).flatMap(([name, menu]) => menuLevels(menuPlace(name), lang, file, inOrder(menu))),
    ),
  );
}

/** The menus in a file: those of the site, and those of its languages. */
function menusOf(file: string, data: YamlMap): { lang: string | undefined; menus: YamlMap }[] {
  const [, name = "", suffix] = /^config\/.*?([\w-]+)(?:\.([\w-]+))?\.\w+$/.exec(file) ?? [];
  const lang = suffix?.toLowerCase();
  if (/^menus?$/i.test(name)) return [{ lang, menus: data }];
  const languages = Object.entries(name.toLowerCase() === "languages" ? data : map(data["languages"]));
  return [
    [lang, data] as const,
    ...languages.map(([code, one]) => [code.toLowerCase(), keysLowered(map(one))] as const),
  ].map(([own, one]) => ({ lang: own, menus: map(first(one, ["menu", "menus"])) }));
}

/** By weight, with lowercase keys. */
function inOrder(menu: unknown): YamlMap[] {
  const entries = list(menu).map((entry) => keysLowered(map(entry)));
  const weightOf = (entry: YamlMap): number => Number(text(entry["weight"]) ?? Number.MAX_SAFE_INTEGER);
  return entries.sort((a, b) => weightOf(a) - weightOf(b));
}
