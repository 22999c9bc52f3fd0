// Checks the JSON-LD of each post against what its page shows: absolute addresses, dates with their zone.
// Required and recommended properties: https://developers.google.com/search/docs/appearance/structured-data/article
import * as z from "zod";
import { instant, isAbsolute, sameAddress, type BuiltSite, type Page } from "./built-site.ts";

const named = { name: z.string().min(1), url: z.string().refine(isAbsolute) };
const posting = z.looseObject({
  "@context": z.literal("https://schema.org"),
  "@type": z.literal("BlogPosting"),
  headline: z.string().min(1),
  datePublished: z.string(),
  dateModified: z.string(),
  author: z.array(z.looseObject({ "@type": z.enum(["Person", "Organization"]), ...named })).min(1),
  publisher: z.looseObject({ "@type": z.literal("Organization"), ...named, logo: z.string() }),
  image: z.looseObject({ url: z.string(), width: z.number().optional(), height: z.number().optional() }),
  keywords: z.array(z.string()).default([]),
});
export function jsonLdFaults(site: BuiltSite): string[] {
  return site.pages.flatMap((page) => faultsOf(page, site).map((fault) => `${page.file}: JSON-LD: ${fault}`));
}

function faultsOf(page: Page, site: BuiltSite): string[] {
  const scripts = page.all("script", { type: "application/ld+json" });
  if (scripts.length !== (page.isFound && page.kind === "post" ? 1 : 0))
    return [`${String(scripts.length)} descriptions`];
  const [script] = scripts;
  if (script === undefined) return [];
  const text = script.children.map((node) => ("data" in node ? node.data : "")).join("");
  if (text.includes("<")) return ["a < that could close it"];
  const { data, error } = posting.safeParse(JSON.parse(text));
  if (data === undefined) return error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  return [...addressFaults(data, site), ...postFaults(data, page)];
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

function postFaults(post: z.infer<typeof posting>, page: Page): string[] {
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
