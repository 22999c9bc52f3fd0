// The menus of a Hugo configuration → named for a person: which of their pages the new site has, and where, a person knows.
// https://gohugo.io/configuration/menus/
import type { HugoConfig } from "./hugo-config.ts";
import type { Manual } from "./model.ts";
import { at, first, map, text } from "./values.ts";

/** One line a menu, its entries in the order in which Hugo shows them; `files` are the configuration. */
export function hugoMenus({ data, languages, main }: HugoConfig, files: readonly string[]): Manual[] {
  const file = files.find((one) => /\/menus?(?:\.[\w-]+)?\.\w+$/.test(one)) ?? files[0] ?? "";
  const places = ["", ...new Set([main, ...languages].map(({ code }) => `languages.${code}.`))];
  const menus = places.flatMap((place) =>
    Object.values(map(first(data, [`${place}menu`, `${place}menus`]))).map(entriesOf),
  );
  return [...new Set(menus)]
    .filter((found) => found !== "")
    .map((found) => ({ kind: "menu", file, line: 0, found }));
}

function entriesOf(menu: unknown): string {
  const entries = (Array.isArray(menu) ? menu : []).map((one) => ({
    label: text(at(one, "name")) ?? text(at(one, "identifier")) ?? "",
    url: text(first(map(one), ["url", "URL", "pageRef", "pageref"])) ?? "",
    weight: Number(text(at(one, "weight")) ?? Number.MAX_SAFE_INTEGER),
  }));
  return entries
    .sort((a, b) => a.weight - b.weight)
    .map(({ label, url }) => (url === "" ? label : `${label} → ${url}`))
    .filter((line) => line !== "")
    .join(", ");
}
