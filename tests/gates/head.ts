// Checks what machines read in the head of each page: its address, languages, preview and dates.
// Rules: https://ogp.me/, https://developers.google.com/search/docs/specialty/international/localized-versions
import { collapsed, instant, sameAddress, type BuiltSite, type Page } from "./built-site.ts";
import { pictureFacts } from "./icons.ts";

export function headFaults(site: BuiltSite): string[] {
  return site.pages
    .filter(({ isRedirect }) => !isRedirect)
    .flatMap((page) => {
      const faults = [
        ...addressFaults(page),
        ...languageFaults(page, site),
        ...wordFaults(page),
        ...articleFaults(page, site),
        ...pictureFaults(page, site),
      ];
      return faults.map((fault) => `${page.file}: ${fault}`);
    });
}

function addressFaults(page: Page): string[] {
  const canonicals = page.links("canonical");
  if (page.kind === "notFound")
    return canonicals.length > 0 ? ["an error page has no canonical address"] : [];
  const isRight =
    canonicals.length === 1 &&
    sameAddress(page.canonical, page.address) &&
    page.metas("og:url").join() === page.canonical;
  return isRight ? [] : [`canonical or og:url is not this page: ${String(page.canonical)}`];
}

/** Each language must be there once, the page's own included, with an `x-default`, and translations must list the same. */
function languageFaults(page: Page, site: BuiltSite): string[] {
  const all = page.languages;
  const faults: string[] = [];
  if (all.size !== page.links("alternate").filter((link) => "hreflang" in link).length)
    faults.push("hreflang twice");
  if (all.size === 0) return faults;
  const { "x-default": fallback = "", ...own } = Object.fromEntries(all);
  if (!sameAddress(own[page.lang], page.canonical)) faults.push(`hreflang ${page.lang} is not this page`);
  if (!Object.values(own).includes(fallback)) faults.push("x-default is none of the languages");
  for (const [lang, address] of Object.entries(own)) {
    const other = site.pageAt(address);
    if (other?.lang !== lang) faults.push(`hreflang ${lang} leads to no page in it: ${address}`);
    else if (JSON.stringify([...other.languages]) !== JSON.stringify([...all]))
      faults.push(`hreflang ${lang} is not returned by ${other.file}`);
  }
  return faults;
}

const TYPES: Readonly<Record<string, string>> = { post: "article", person: "profile" };

function wordFaults(page: Page): string[] {
  const faults: string[] = [];
  for (const name of ["og:title", "og:type", "og:site_name"])
    if (page.metas(name).length !== 1 || page.meta(name) === "")
      faults.push(`${name} is not there once, or empty`);
  const title = page.text(page.all("title")[0]);
  if (title === "" || !title.startsWith(collapsed(page.meta("og:title") ?? "")))
    faults.push(`og:title is not the title: ${title}`);
  const type = page.meta("og:type") ?? "";
  if (type !== (TYPES[page.kind] ?? "website")) faults.push(`og:type of a ${page.kind} is ${type}`);
  if (page.meta("og:description") !== page.meta("description"))
    faults.push("og:description is not the description");
  if (page.meta("description") === undefined) faults.push("no description");
  return faults;
}

function articleFaults(page: Page, site: BuiltSite): string[] {
  const names = ["published_time", "modified_time", "author", "tag"].map((name) => `article:${name}`);
  if (page.kind !== "post")
    return names.filter((name) => page.meta(name) !== undefined).map((name) => `${name} on a ${page.kind}`);
  const published = page.metas("article:published_time");
  const modified = page.meta("article:modified_time") ?? published[0];
  const faults: string[] = [];
  if (published.length !== 1 || !(instant(modified) >= instant(published[0])))
    faults.push("article:published_time is no instant, or after article:modified_time");
  for (const author of page.metas("article:author")) {
    const fault = site.isOwn(author) ? site.addressFault(author) : "is no page of the site";
    if (fault !== undefined) faults.push(`article:author ${fault}`);
  }
  const shown = new Set(page.all("a").map((link) => page.text(link)));
  for (const tag of page.metas("article:tag"))
    if (!shown.has(tag)) faults.push(`article:tag is no tag of the page: ${tag}`);
  return faults;
}

function pictureFaults(page: Page, site: BuiltSite): string[] {
  const [image, ...more] = page.metas("og:image");
  const wanted = image === undefined ? "summary" : "summary_large_image";
  const faults = page.meta("twitter:card") === wanted ? [] : [`twitter:card is not ${wanted}`];
  if (image === undefined) return page.kind === "post" ? [...faults, "no og:image"] : faults;
  if (more.length > 0) faults.push("two og:image");
  const alt = page.meta("og:image:alt");
  // A generated card needs a description; a picture that its author marked as decorative has none.
  if (alt === "" || alt !== page.meta("twitter:image:alt") || (alt === undefined && image.includes("/card-")))
    faults.push("og:image:alt is empty, or not that of the card");
  const fault = site.addressFault(image);
  if (fault !== undefined) return [...faults, `og:image ${fault}`];
  const file = site.fileAt(image);
  // Nothing is known of a picture of another host.
  if (file === undefined) return faults;
  const [width = "", height = "", type = ""] = ["width", "height", "type"].map((name) =>
    page.meta(`og:image:${name}`),
  );
  const [real, said] = [pictureFacts(site.bytes(file)), `${width}x${height} ${type}`];
  return said === real ? faults : [...faults, `og:image is ${real}, not ${said}`];
}
