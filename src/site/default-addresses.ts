// Default address of every kind of page, in the language of its readers. `addresses` of `site.yaml` overrides them.

/** Default addresses by language of the interface; `:slug`, `:n`, `:year` and `:month` are filled in. */
export const ADDRESSES = {
  fr: {
    home: "/",
    blog: "/blog/",
    page: "page/:n/",
    tags: "/mots-cles/",
    tag: "/mots-cles/:slug/",
    people: "/auteurs/",
    person: "/auteurs/:slug/",
    archives: "/archives/",
    year: "/archives/:year/",
    month: "/archives/:year/:month/",
    search: "/recherche/",
    feeds: "/flux/",
    accessibility: "/accessibilite/",
    audience: "/mesure-d-audience/",
    feed: "/feed.xml",
    jsonFeed: "/feed.json",
  },
  en: {
    home: "/",
    blog: "/blog/",
    page: "page/:n/",
    tags: "/tags/",
    tag: "/tags/:slug/",
    people: "/authors/",
    person: "/authors/:slug/",
    archives: "/archive/",
    year: "/archive/:year/",
    month: "/archive/:year/:month/",
    search: "/search/",
    feeds: "/feeds/",
    accessibility: "/accessibility/",
    audience: "/audience/",
    feed: "/feed.xml",
    jsonFeed: "/feed.json",
  },
} as const;

export type AddressName = keyof (typeof ADDRESSES)["fr"];

export const ADDRESS_NAMES = Object.keys(ADDRESSES.fr) as [AddressName, ...AddressName[]];

/** Instead of an address: there is no such page. */
export const OFF = "off";
