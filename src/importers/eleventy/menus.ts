// The menu that `@11ty/eleventy-navigation` makes from front matter. https://www.11ty.dev/docs/plugins/navigation/
import { menuLevels } from "../menus.ts";
import type { OldMenu, OldSite } from "../model.ts";
import type { EleventyConfig } from "./config.ts";
import { first, map, text } from "../values.ts";

/** A page with its own entry: `data` is its data, `url` its address. */
export interface Listed {
  data: Readonly<Record<string, unknown>>;
  url: string | undefined;
  lang: string | undefined;
}

export function eleventyMenus(listed: readonly Listed[], { file, values }: EleventyConfig): OldMenu[] {
  const found = listed.flatMap(({ data, url, lang }) => {
    const own = map(data["eleventyNavigation"]);
    const label = text(own["title"]) ?? text(own["key"]);
    const to = text(own["url"]) ?? url;
    return label === undefined || to === undefined
      ? []
      : [{ label, url: to, lang, order: Number(text(own["order"]) ?? 0), parent: own["parent"] }];
  });
  const languages = [...new Set(found.map(({ lang }) => lang))];
  return [
    ...languages.flatMap((lang) => {
      const own = found.filter((one) => one.lang === lang).sort((a, b) => a.order - b.order);
      return menuLevels("nav", lang, file ?? "", own);
    }),
    ...dataMenu(file ?? "", values),
  ];
}

function dataMenu(file: string, values: OldSite["values"]): OldMenu[] {
  const written = first(values, ["navigation", "nav", "menu"]);
  const items = Array.isArray(written) ? written : first(map(written), ["items", "main", "links"]);
  return menuLevels("nav", undefined, file, items);
}
