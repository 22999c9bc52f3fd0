// The menus of a Hugo configuration → tasks for a person, who knows which of their pages the new site has, and where.
// Each file is read by itself: a menu is reported with its file, and that of one language does not replace that of another.
// https://gohugo.io/configuration/menus/
import type { YamlMap } from "../../content/yaml/parse.ts";
import { hugoConfigFiles } from "./config.ts";
import type { Manual } from "../model.ts";
import type { SourceFiles } from "../source-files.ts";
import { readData } from "../source-text.ts";
import { first, keysLowered, map, text } from "../values.ts";

/** One line per menu, with its entries in the order in which Hugo shows them. */
export function hugoMenus(files: SourceFiles): Manual[] {
  const menus = hugoConfigFiles(files).flatMap((file) =>
    menusOf(file, keysLowered(readData(file, files.read(file)))).map((menu): Manual => ({
      kind: "menu",
      file,
      line: 0,
      found: entriesOf(menu),
    })),
  );
  const isFirst = ({ found }: Manual, i: number): boolean =>
    menus.findIndex((one) => one.found === found) === i;
  return menus.filter((menu, i) => menu.found !== "" && isFirst(menu, i));
}

/** The menus in a file: those of the site, and those of its languages. */
function menusOf(file: string, data: YamlMap): unknown[] {
  const [, name = ""] = /^config\/.*?([\w-]+)(?:\.[\w-]+)?\.\w+$/.exec(file) ?? [];
  if (/^menus?$/i.test(name)) return Object.values(data);
  const languages = Object.values(name.toLowerCase() === "languages" ? data : map(data["languages"]));
  return [data, ...languages.map((one) => keysLowered(map(one)))].flatMap((one) =>
    Object.values(map(first(one, ["menu", "menus"]))),
  );
}

function entriesOf(menu: unknown): string {
  const entries = (Array.isArray(menu) ? menu : []).map((entry) => {
    const one = keysLowered(map(entry));
    return {
      label: text(first(one, ["name", "identifier"])) ?? "",
      url: text(first(one, ["url", "pageref"])) ?? "",
      weight: Number(text(one["weight"]) ?? Number.MAX_SAFE_INTEGER),
    };
  });
  return entries
    .sort((a, b) => a.weight - b.weight)
    .map(({ label, url }) => (url === "" ? label : `${label} → ${url}`))
    .filter((line) => line !== "")
    .join(", ");
}
