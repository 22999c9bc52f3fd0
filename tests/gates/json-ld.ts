// Checks the JSON-LD of each page against what it shows: one graph, absolute addresses, dates with their zone.
// Required and recommended properties: https://developers.google.com/search/docs/appearance/structured-data/article
import { collapsed, instant, isAbsolute, sameAddress, type BuiltSite, type Page } from "./built-site.ts";

type Thing = Record<string, unknown>;

export function jsonLdFaults(site: BuiltSite): string[] {
  return site.pages.flatMap((page) => faultsOf(page, site).map((fault) => `${page.file}: JSON-LD: ${fault}`));
}

function faultsOf(page: Page, site: BuiltSite): string[] {
  const scripts = page.all("script", { type: "application/ld+json" });
  if (!page.isFound) return scripts.length > 0 ? ["on a page that is not to be found"] : [];
  const [script] = scripts;
  if (script === undefined || scripts.length > 1) return [`${String(scripts.length)} graphs`];
  const text = script.children.map((node) => ("data" in node ? node.data : "")).join("");
  if (text.includes("<")) return ["a < that could close it"];
  const things = graphOf(text);
  if (things === undefined) return ["no graph of schema.org"];
  const typed = (type: string): Thing[] => things.filter((thing) => thing["@type"] === type);
  return [
    ...things.flatMap((thing) => addressFaults(thing, site)),
    ...expected(page, "post", typed("BlogPosting")).flatMap((it) =>
      isThing(it) ? postFaults(it, page) : it,
    ),
    ...expected(page, "home", typed("Organization")).flatMap((it) =>
      isThing(it) ? organizationFaults(it) : it,
    ),
    ...trailFaults(typed("BreadcrumbList"), page),
  ];
}

function graphOf(text: string): Thing[] | undefined {
  try {
    const data: unknown = JSON.parse(text);
    if (!isThing(data) || data["@context"] !== "https://schema.org") return undefined;
    const graph = data["@graph"];
    return isThings(graph) && graph.every((thing) => typeof thing["@type"] === "string") ? graph : undefined;
  } catch {
    return undefined;
  }
}

/** Pages of the kind must describe exactly one such thing, and others none. Returns it, or the fault. */
function expected(page: Page, kind: string, things: readonly Thing[]): (Thing | string)[] {
  const count = page.kind === kind ? 1 : 0;
  return things.length === count ? [...things] : [`${String(things.length)} things of a ${kind}`];
}

const ADDRESSES = new Set([
  "@id",
  "url",
  "item",
  "image",
  "logo",
  "sameAs",
  "mainEntityOfPage",
  "urlTemplate",
  "license",
]);

/** Checks all addresses of a thing and of the things in it; those of the site must exist. */
function addressFaults(thing: Thing, site: BuiltSite): string[] {
  return Object.entries(thing).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
      if (isThing(one)) return addressFaults(one, site);
      if (!ADDRESSES.has(key) || typeof one !== "string") return [];
      const fault = site.addressFault(one.replace(/\{\w+\}$/, ""));
      return fault === undefined ? [] : [`${key} ${fault}`];
    }),
  );
}

function postFaults(post: Thing, page: Page): string[] {
  const {
    headline,
    datePublished,
    dateModified,
    author,
    publisher,
    image,
    description,
    keywords = [],
  } = post;
  const faults: string[] = [];
  const need = (good: boolean, what: string): void => {
    if (!good) faults.push(what);
  };
  const heading = page.text(page.all("h1")[0]);
  need(headline === heading && heading !== "", `headline is not the h1: ${String(headline)}`);
  need(description === page.meta("description"), "description is not that of the page");
  need(sameAddress(text(post["url"]), page.canonical), "url is not the page's");
  need(sameAddress(text(post["mainEntityOfPage"]), page.canonical), "mainEntityOfPage is not the page");
  need(datePublished === page.meta("article:published_time"), "datePublished is not article:published_time");
  need(
    dateModified === (page.meta("article:modified_time") ?? datePublished),
    "dateModified is not article:modified_time",
  );
  need(instant(text(dateModified)) >= instant(text(datePublished)), "dates without a zone, or in disorder");
  need(post["inLanguage"] === page.lang, "inLanguage is not the page's");
  need(text(keywords) === text(page.metas("article:tag")), "keywords are not the tags");
  need(Number.isInteger(post["wordCount"]) && Number(post["wordCount"]) >= 0, "no wordCount");
  need(isThings(author) && author.length > 0 && author.every(isNamed), "no author with a name and a page");
  need(isThing(publisher) && organizationFaults(publisher).length === 0, "no publisher");
  const license = page.links("license")[0]?.["href"];
  if (license !== undefined) need(post["license"] === license, "license is not the page's");
  need(isThing(image) && pictureSaid(image) === pictureShared(page), "image is not og:image with its size");
  return faults;
}

function isNamed(author: Thing): boolean {
  const types = ["Person", "Organization"];
  return (
    types.includes(text(author["@type"])) && text(author["name"]) !== "" && isAbsolute(text(author["url"]))
  );
}

function organizationFaults(organization: Thing): string[] {
  const { name, url, logo } = organization;
  const isWhole = text(name) !== "" && isAbsolute(text(url)) && isAbsolute(text(logo));
  return organization["@type"] === "Organization" && isWhole
    ? []
    : ["an Organization without name, url or logo"];
}

function pictureSaid({ url, width, height }: Thing): string {
  return [url, width, height].map((value) => (value === undefined ? "" : text(value))).join(" ");
}

function pictureShared(page: Page): string {
  return ["og:image", "og:image:width", "og:image:height"].map((name) => page.meta(name) ?? "").join(" ");
}

/** The list must be complete, in order and end at the page; the breadcrumbs that are shown must contain its names. */
function trailFaults(lists: readonly Thing[], page: Page): string[] {
  const shown = page
    .all("nav")
    .filter(({ attribs }) => (attribs["class"] ?? "").split(" ").includes("breadcrumbs"))
    .map((nav) => page.text(nav));
  const [list] = lists;
  if (list === undefined && shown.length === 0) return [];
  if (list === undefined || lists.length > 1) return [`${String(lists.length)} BreadcrumbList`];
  const items = list["itemListElement"];
  if (!isThings(items) || items.length < 2) return ["BreadcrumbList without a way"];
  const faults = items.flatMap((item, i) => {
    const isWhole = item["@type"] === "ListItem" && item["position"] === i + 1 && text(item["name"]) !== "";
    return isWhole && isAbsolute(text(item["item"]))
      ? []
      : [`BreadcrumbList: step ${String(i + 1)} is not whole`];
  });
  if (!sameAddress(text(items.at(-1)?.["item"]), page.canonical))
    faults.push("BreadcrumbList does not end here");
  // The page itself is its title, below.
  const names = items.slice(0, -1).map(({ name }) => collapsed(text(name)));
  if (shown.length > 0 && !names.every((name) => shown[0]?.includes(name)))
    faults.push("BreadcrumbList is not what is shown");
  return faults;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isThings(value: unknown): value is Thing[] {
  return Array.isArray(value) && value.every(isThing);
}
