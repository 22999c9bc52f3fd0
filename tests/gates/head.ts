// Checks what machines read in the head of each page: its address, languages, preview and dates.
// Rules: https://ogp.me/, https://developers.google.com/search/docs/specialty/international/localized-versions
import { pictureFacts } from "./pictures.ts";
import { collapsed, instant, isAbsolute, sameAddress, type BuiltSite, type Page } from "./built-site.ts";

export async function headFaults(site: BuiltSite): Promise<string[]> {
  const pages = site.pages.filter((page) => !page.isRedirect);
  const pictures = new Map<string, Promise<Preview>>();
  const faults: string[] = [];
  for (const page of pages) {
    const own = [
      ...addressFaults(page),
      ...languageFaults(page, site),
      ...wordFaults(page),
      ...articleFaults(page, site),
      ...personFaults(page),
      ...(await pictureFaults(page, site, pictures)),
    ];
    faults.push(...own.map((fault) => `${page.file}: ${fault}`));
  }
  return faults;
}

function addressFaults(page: Page): string[] {
  const canonicals = page.links("canonical");
  const shared = page.metas("og:url");
  if (page.kind === "notFound")
    return canonicals.length > 0 ? ["an error page has no canonical address"] : [];
  return [
    ...(canonicals.length === 1 ? [] : [`${String(canonicals.length)} canonical addresses`]),
    ...(sameAddress(page.canonical, page.address)
      ? []
      : [`canonical is not this page: ${String(page.canonical)}`]),
    ...(shared.length === 1 && shared[0] === page.canonical
      ? []
      : ["og:url differs from the canonical address"]),
  ];
}

/** Each language must be there once, the page's own included, with an `x-default`, and translations must list the same. */
function languageFaults(page: Page, site: BuiltSite): string[] {
  const all = languagesOf(page);
  if (all.size === 0)
    return page.links("alternate").some((link) => "hreflang" in link) ? ["hreflang twice"] : [];
  const { "x-default": fallback, ...own } = Object.fromEntries(all);
  const faults: string[] = [];
  if (all.size !== page.links("alternate").filter((link) => "hreflang" in link).length)
    faults.push("hreflang twice");
  if (!sameAddress(own[page.lang], page.canonical)) faults.push(`hreflang ${page.lang} is not this page`);
  if (fallback === undefined) faults.push("no hreflang x-default");
  else if (!Object.values(own).includes(fallback)) faults.push("x-default is none of the languages");
  for (const [lang, address] of Object.entries(own)) {
    const other = site.pageAt(address);
    if (other === undefined) faults.push(`hreflang ${lang} leads to no page: ${address}`);
    else if (other.lang !== lang) faults.push(`hreflang ${lang} leads to a page in ${other.lang}`);
    else if (!sameEntries(languagesOf(other), all))
      faults.push(`hreflang ${lang} is not returned by ${other.file}`);
  }
  return faults;
}

function languagesOf(page: Page): Map<string, string> {
  return new Map(
    page
      .links("alternate")
      .flatMap(({ hreflang, href = "" }): [string, string][] =>
        hreflang === undefined ? [] : [[hreflang, href]],
      ),
  );
}

function sameEntries(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}

const TYPES: Readonly<Record<string, string>> = { post: "article", person: "profile" };

function wordFaults(page: Page): string[] {
  const faults: string[] = [];
  const once = (name: string): string => {
    const values = page.metas(name);
    if (values.length !== 1 || values[0] === "")
      faults.push(`${name} is there ${String(values.length)} times, or empty`);
    return values[0] ?? "";
  };
  const title = page.text(page.all("title")[0]);
  if (title === "" || !title.startsWith(collapsed(once("og:title"))))
    faults.push(`og:title is not the title: ${title}`);
  const type = once("og:type");
  if (type !== (TYPES[page.kind] ?? "website")) faults.push(`og:type of a ${page.kind} is ${type}`);
  once("og:site_name");
  if (page.meta("og:description") !== page.meta("description"))
    faults.push("og:description is not the description");
  for (const locale of [...page.metas("og:locale"), ...page.metas("og:locale:alternate")])
    if (!/^[a-z]{2,3}_[A-Z]{2}$/.test(locale)) faults.push(`og:locale is no locale: ${locale}`);
  return faults;
}

function articleFaults(page: Page, site: BuiltSite): string[] {
  const names = ["published_time", "modified_time", "author", "tag"].map((name) => `article:${name}`);
  if (page.kind !== "post")
    return names.filter((name) => page.meta(name) !== undefined).map((name) => `${name} on a ${page.kind}`);
  const published = page.metas("article:published_time");
  const modified = page.meta("article:modified_time");
  const faults: string[] = [];
  if (published.length !== 1 || Number.isNaN(instant(published[0])))
    faults.push(`article:published_time is no instant: ${published.join()}`);
  if (modified !== undefined && !(instant(modified) >= instant(published[0])))
    faults.push(`article:modified_time is not after the publication: ${modified}`);
  for (const author of page.metas("article:author")) {
    const fault = site.isOwn(author) ? site.addressFault(author) : "is no page of the site";
    if (fault !== undefined) faults.push(`article:author ${fault}`);
  }
  const shown = new Set(page.all("a").map((link) => page.text(link)));
  for (const tag of page.metas("article:tag"))
    if (!shown.has(tag)) faults.push(`article:tag is no tag of the page: ${tag}`);
  return faults;
}

/** Profiles of the author and of the site. */
function personFaults(page: Page): string[] {
  const faults: string[] = [];
  for (const name of ["twitter:creator", "twitter:site"])
    for (const handle of page.metas(name))
      if (!/^@\w{1,15}$/.test(handle)) faults.push(`${name} is no handle: ${handle}`);
  for (const handle of page.metas("fediverse:creator"))
    if (!/^@[\w.-]+@[\w.-]+\.\w+$/.test(handle)) faults.push(`fediverse:creator is no handle: ${handle}`);
  for (const { href = "" } of page.links("me"))
    if (!isAbsolute(href) && !/^mailto:\S+@\S+$/.test(href)) faults.push(`rel=me is not absolute: ${href}`);
  return faults;
}

interface Preview {
  width: number;
  height: number;
  type: string;
}

async function pictureFaults(
  page: Page,
  site: BuiltSite,
  known: Map<string, Promise<Preview>>,
): Promise<string[]> {
  const [image, ...more] = page.metas("og:image");
  const card = page.meta("twitter:card");
  const wanted = image === undefined ? "summary" : "summary_large_image";
  const faults = card === wanted ? [] : [`twitter:card is ${String(card)}`];
  if (image === undefined) return page.kind === "post" ? [...faults, "no og:image"] : faults;
  if (more.length > 0) faults.push("two og:image");
  const alt = page.meta("og:image:alt");
  if (alt === "" || alt !== page.meta("twitter:image:alt"))
    faults.push("og:image:alt is empty, or not that of the card");
  const fault = site.addressFault(image);
  if (fault !== undefined) return [...faults, `og:image ${fault}`];
  const file = site.fileAt(image);
  // Nothing is known of a picture of another host.
  if (file === undefined) return faults;
  // A generated card needs a description; a picture that its author marked as decorative has none.
  if (alt === undefined && image.includes("/card-")) faults.push("a card without og:image:alt");
  const found = known.get(file) ?? pictureFacts(site.bytes(file));
  known.set(file, found);
  const { width, height, type } = await found;
  const said = ["width", "height", "type"].map((name) => page.meta(`og:image:${name}`));
  const real = [String(width), String(height), type];
  if (said.join() !== real.join()) faults.push(`og:image is ${real.join(" × ")}, not ${said.join(" × ")}`);
  return faults;
}
