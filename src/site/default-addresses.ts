// Default address of every kind of page, in the language of its readers. `addresses` of `site.yaml` overrides them.

/** Those that are the same in all languages; `:slug`, `:n` and `:year` are filled in. */
const COMMON = {
  home: "/",
  blog: "/blog/",
  page: "page/:n/",
  agenda: "/agenda/",
  feed: "/feed.xml",
  jsonFeed: "/feed.json",
} as const;

/** By language of the interface. */
export const ADDRESSES = {
  fr: {
    ...COMMON,
    tags: "/mots-cles/",
    tag: "/mots-cles/:slug/",
    people: "/auteurs/",
    person: "/auteurs/:slug/",
    archives: "/archives/",
    year: "/archives/:year/",
    search: "/recherche/",
    accessibility: "/accessibilite/",
    audience: "/mesure-d-audience/",
  },
  en: {
    ...COMMON,
    tags: "/tags/",
    tag: "/tags/:slug/",
    people: "/authors/",
    person: "/authors/:slug/",
    archives: "/archive/",
    year: "/archive/:year/",
    search: "/search/",
    accessibility: "/accessibility/",
    audience: "/audience/",
  },
} as const;

export type AddressName = keyof (typeof ADDRESSES)["fr"];

export const ADDRESS_NAMES = Object.keys(ADDRESSES.fr) as [AddressName, ...AddressName[]];

/** Instead of an address: there is no such page. */
export const OFF = "off";
