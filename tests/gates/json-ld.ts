// Checks the JSON-LD of each page against what it shows: one graph, absolute addresses, dates with their zone.
// Required and recommended properties: https://developers.google.com/search/docs/appearance/structured-data/article
import * as z from "zod";
import { collapsed, instant, isAbsolute, sameAddress, type BuiltSite, type Page } from "./built-site.ts";

const thing = z.looseObject({ "@type": z.string() });
type Thing = z.infer<typeof thing>;
const graphSchema = z.strictObject({ "@context": z.literal("https://schema.org"), "@graph": z.array(thing) });

const named = { name: z.string().min(1), url: z.string().refine(isAbsolute) };
const posting = z.looseObject({
  headline: z.string().min(1),
  datePublished: z.string(),
  dateModified: z.string(),
  author: z.array(z.looseObject({ "@type": z.enum(["Person", "Organization"]), ...named })).min(1),
  publisher: z.looseObject({ "@type": z.literal("Organization"), ...named, logo: z.string() }),
  image: z.looseObject({ url: z.string(), width: z.number().optional(), height: z.number().optional() }),
  keywords: z.array(z.string()).default([]),
});
const trail = z.looseObject({
  itemListElement: z
    .array(z.looseObject({ position: z.number(), name: z.string(), item: z.string() }))
    .min(2),
});

export function jsonLdFaults(site: BuiltSite): string[] {
  return site.pages.flatMap((page) => faultsOf(page, site).map((fault) => `${page.file}: JSON-LD: ${fault}`));
}

function faultsOf(page: Page, site: BuiltSite): string[] {
  const scripts = page.all("script", { type: "application/ld+json" });
  if (scripts.length !== (page.isFound ? 1 : 0)) return [`${String(scripts.length)} graphs`];
  const [script] = scripts;
  if (script === undefined) return [];
  const text = script.children.map((node) => ("data" in node ? node.data : "")).join("");
  if (text.includes("<")) return ["a < that could close it"];
  const { data, error } = graphSchema.safeParse(JSON.parse(text));
  if (data === undefined) return [`no graph of schema.org: ${error.message}`];
  const graph = data["@graph"];
  const typed = (type: string): Thing[] => graph.filter((one) => one["@type"] === type);
  const wanted = { post: "BlogPosting", home: "Organization", person: "ProfilePage" }[page.kind];
  return [
    ...graph.flatMap((one) => addressFaults(one, site)),
    ...(wanted === undefined || typed(wanted).length === 1 ? [] : [`not one ${wanted}`]),
    ...typed("BlogPosting").flatMap((one) => postFaults(one, page)),
    ...trailFaults(typed("BreadcrumbList"), page),
  ];
}

const ADDRESSES = "@id url item image logo sameAs mainEntityOfPage license".split(" ");

/** Checks all addresses of a thing and of the things in it; those of the site must exist. */
function addressFaults(of: Record<string, unknown>, site: BuiltSite): string[] {
  return Object.entries(of).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
      if (typeof one === "object" && one !== null) return addressFaults({ ...one }, site);
      const fault = ADDRESSES.includes(key) && typeof one === "string" ? site.addressFault(one) : undefined;
      return fault === undefined ? [] : [`${key} ${fault}`];
    }),
  );
}

function postFaults(one: Thing, page: Page): string[] {
  const { data: post, error } = posting.safeParse(one);
  if (post === undefined) return error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  const published = page.meta("article:published_time");
  const modified = page.meta("article:modified_time") ?? published;
  const license = page.links("license")[0]?.["href"];
  const image = [post.image.url, post.image.width, post.image.height].filter((part) => part !== undefined);
  const shared = ["og:image", "og:image:width", "og:image:height"].flatMap((name) => page.meta(name) ?? []);
  const rules: Record<string, boolean> = {
    "headline is not the h1": post.headline === page.text(page.all("h1")[0]),
    "description is not that of the page": post["description"] === page.meta("description"),
    "url is not the page's": sameAddress(String(post["url"]), page.canonical),
    "mainEntityOfPage is not the page": sameAddress(String(post["mainEntityOfPage"]), page.canonical),
    "dates are not those of the head": post.datePublished === published && post.dateModified === modified,
    "dates without a zone, or in disorder": instant(post.dateModified) >= instant(post.datePublished),
    "inLanguage is not the page's": post["inLanguage"] === page.lang,
    "keywords are not the tags": post.keywords.join() === page.metas("article:tag").join(),
    "license is not the page's": license === undefined || post["license"] === license,
    "image is not og:image with its size": image.join() === shared.join(),
  };
  return Object.entries(rules).flatMap(([fault, isRight]) => (isRight ? [] : fault));
}

/** The list must be complete, in order and end at the page; the breadcrumbs that are shown must contain its names. */
function trailFaults([list, ...more]: readonly Thing[], page: Page): string[] {
  const shown = page.all("nav", { class: "breadcrumbs" }).map((nav) => page.text(nav));
  if (list === undefined) return shown.length > 0 ? ["no BreadcrumbList"] : [];
  const { data } = trail.safeParse(list);
  const items = data?.itemListElement ?? [];
  // The page itself is its title, below.
  const isShown = items.slice(0, -1).every(({ name }) => shown[0]?.includes(collapsed(name)) ?? true);
  const isRight =
    more.length === 0 &&
    items.every(({ position, item }, i) => position === i + 1 && isAbsolute(item)) &&
    sameAddress(items.at(-1)?.item, page.canonical);
  return isRight && isShown
    ? []
    : ["BreadcrumbList is not whole, does not end here, or is not what is shown"];
}
