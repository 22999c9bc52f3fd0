// The menus of a Hugo blog, of its configuration and of the texts that place themselves in one, with their entries in the order in
// which Hugo shows them. Each file is read by itself: that of one language does not replace that of another.
// https://gohugo.io/configuration/menus/ https://gohugo.io/content-management/menus/
import type { YamlMap } from "../../content/yaml/parse.ts";
import { hugoConfigFiles } from "./config-files.ts";
import { menuLevels, menuPlace } from "../menus.ts";
import type { OldMenu, SourceEntry } from "../model.ts";
import type { SourceFiles } from "../source-files.ts";
import { readData } from "../source-text.ts";
import { first, keysLowered, list, map, text } from "../values.ts";

interface Menu {
  name: string;
  lang: string | undefined;
  file: string;
  entries: YamlMap[];
}

/** `lang` is the main language of the blog. */
export function hugoMenus(files: SourceFiles, texts: readonly SourceEntry[], lang: string): OldMenu[] {
  const menus = hugoConfigFiles(files).flatMap((file) =>
    menusOf(file, keysLowered(readData(file, files.read(file)))).flatMap((one) =>
      Object.entries(one.menus).map(([name, menu]): Menu => ({
        name,
        lang: one.lang,
        file,
        entries: entriesOf(menu),
      })),
    ),
  );
  for (const one of texts.flatMap(menusOfText)) {
    const own = menus.find((menu) => menu.name === one.name && (menu.lang ?? lang) === (one.lang ?? lang));
    if (own === undefined) menus.push(one);
    else own.entries.push(...one.entries);
  }
  return menus.flatMap((one) => menuLevels(menuPlace(one.name), one.lang, one.file, inOrder(one.entries)));
}

/** `menu: main`, `menus: [main, footer]`, or a map of the values of its entry in each menu. */
function menusOfText({ source, lang, oldUrl, inherited, text: { data } }: SourceEntry): Menu[] {
  if (oldUrl === undefined) return [];
  const values = keysLowered({ ...inherited, ...data });
  const written = first(values, ["menu", "menus"]);
  const names = [written].flat().flatMap((one) => text(one) ?? []);
  const given: [string, unknown][] =
    names.length > 0 ? names.map((name) => [name, {}]) : Object.entries(map(written));
  const own = { name: first(values, ["linktitle", "title"]), weight: values["weight"] };
  return given.map(([name, entry]) => ({
    name,
    lang,
    file: source,
    entries: [{ ...own, ...keysLowered(map(entry)), url: oldUrl }],
  }));
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

const entriesOf = (menu: unknown): YamlMap[] => list(menu).map((entry) => keysLowered(map(entry)));

/** By weight; those without one, or with 0, come last. */
function inOrder(entries: readonly YamlMap[]): YamlMap[] {
  const weightOf = (entry: YamlMap): number => Number(text(entry["weight"]) ?? 0) || Number.MAX_SAFE_INTEGER;
  return entries.toSorted((a, b) => weightOf(a) - weightOf(b));
}
