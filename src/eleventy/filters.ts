// Filters that layouts have besides Eleventy's own (`slugify`, `log`…).
import slugify from "@sindresorhus/slugify";
import nunjucks from "nunjucks";
import { dayOf, longDate } from "../content/dates.ts";
import { shortened } from "../text.ts";
import { isWeb } from "../urls.ts";
import { absoluteUrl, withBase, wordsLang } from "../site/site.ts";
import { langAttribute } from "../strings/languages.ts";
import type { Item, Model } from "./model.ts";

/** Nunjucks calls a filter with the page's data as `this.ctx`. */
interface FilterContext {
  ctx?: { lang?: string; page?: { inputPath?: unknown } };
}

export type Filters = Readonly<Record<string, (this: FilterContext, ...args: never[]) => unknown>>;

export function ownFilters(model: Model): Filters {
  const { site } = model.prepared.plan.content;
  const day = (date: Date | string): string => (date instanceof Date ? dayOf(date, site.timeZone) : date);
  return {
    /** Puts the base path before a site path, as Eleventy's does; addresses of other hosts and fragments stay as they are, and nothing is the home page. */
    url: (path?: string | null) => {
      if (path === undefined || path === null || path === "") return site.basePath;
      return path.startsWith("/") && !path.startsWith("//") ? withBase(site, path) : path;
    },
    /** A site path as an absolute address. */
    absolute: (path: string) => (isWeb(path) ? path : absoluteUrl(site, path)),
    isoDate: day,
    longDate(this: FilterContext, date: Date | string | null | undefined, lang?: string) {
      // Nunjucks gives `undefined` for a name that it does not know.
      const given = date ?? "";
      if (!(given instanceof Date) && !/^\d{4}-\d\d-\d\d/.test(given))
        throw new TypeError(`not a day for longDate: ${String(date)}`);
      return longDate(day(given), wordsLang(site, lang ?? this.ctx?.lang ?? site.lang));
    },
    /** `<p{{ post.data.lang | langAttribute(lang) }}>`: the attribute of a text in another language than the page. */
    langAttribute(this: FilterContext, lang?: string, around?: string) {
      return marked(langAttribute(lang, around ?? this.ctx?.lang ?? site.lang));
    },
    /** Eleventy's own, for pages that it does not render. */
    slugify: (text: unknown) => slugify(String(text)),
    log: (value: unknown, ...others: unknown[]) => {
      console.log(value, ...others);
      return value;
    },
    getCollectionItemIndex(this: FilterContext, items: readonly Item[], page = this.ctx?.page) {
      const index = indexIn(items, page);
      return index < 0 ? undefined : index;
    },
    getCollectionItem: besideIn(0),
    getPreviousCollectionItem: besideIn(-1),
    getNextCollectionItem: besideIn(1),
    /** A description in a list: at any size of text, readers see as many words. */
    shortened: (text?: string | null) => shortened(text ?? "", 300),
    /** The items that have a tag. `collections[tag]` has all posts, but not for a tag with a name of JavaScript's own. */
    tagged: (items: readonly Item[], tag: string) => items.filter(({ terms }) => terms.has(tag)),
  };
}

/** Finds an item of a collection by its distance from the page's, as Eleventy's filters do. */
function besideIn(distance: number) {
  return function (this: FilterContext, items: readonly Item[], page = this.ctx?.page): Item | undefined {
    const index = indexIn(items, page);
    return index < 0 ? undefined : items[index + distance];
  };
}

const indexIn = (items: readonly Item[], page?: { inputPath?: unknown }): number =>
  items.findIndex((item) => item.inputPath === page?.inputPath);

/** An attribute that a layout may write as it is. An empty text stays one, so that it is false in a condition. */
export function marked(attribute: string): string | nunjucks.runtime.SafeString {
  return attribute === "" ? "" : new nunjucks.runtime.SafeString(attribute);
}
