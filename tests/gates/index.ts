// Checks from outside that what machines read of a built site is sound and that its parts agree: heads, JSON-LD, feeds, sitemap and
// icons. What each of them says of a text is shown by the tests of src/pages and src/feeds.
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { imageSize } from "image-size";
import { validateXML } from "xmllint-wasm";
import { BuiltSite, type Page } from "./built-site.ts";

/** Every fault, with its file. Throws if there is no site in the folder. */
export async function metadataFaults(
  folder: string,
  { basePath = "/" }: { basePath?: string } = {},
): Promise<string[]> {
  const site = new BuiltSite(folder, basePath);
  const xml = site.files.filter((file) => file.endsWith(".xml"));
  const broken = await notWellFormed(xml, site);
  if (broken.length > 0) return broken;
  return [
    ...site.pages.filter(({ isRedirect }) => !isRedirect).flatMap((page) => headFaults(page, site)),
    ...addressFaults(site),
    ...xml.filter((file) => file !== "sitemap.xml").flatMap((file) => feedFaults(file, site)),
    ...sitemapFaults(site),
    ...iconFaults(site),
  ];
}

/** Asks libxml2, for many files at once, since each call starts a thread. It is given names without folders or accents. */
export async function notWellFormed(
  files: readonly string[],
  site: Pick<BuiltSite, "text">,
): Promise<string[]> {
  if (files.length === 0) return [];
  const xml = files.map((file, i) => ({ fileName: `${String(i)}.xml`, contents: site.text(file) }));
  const { errors } = await validateXML({ xml, normalization: "format" });
  return errors.flatMap(({ message, loc }) =>
    loc === null
      ? []
      : `${files[Number.parseInt(loc.fileName, 10)] ?? ""}:${String(loc.lineNumber)}: ${message}`,
  );
}

/** The address of a page, its languages (each must list the same), its description for machines and its picture. */
function headFaults(page: Page, site: BuiltSite): string[] {
  const faults: string[] = [];
  const isError = page.file.endsWith("404.html");
  if (!isError && !(page.canonical === page.address && page.meta("og:url") === page.address))
    faults.push(`canonical or og:url is not this page: ${String(page.canonical)}`);
  const alternates = languagesOf(page);
  if (alternates.length > 0 && !alternates.includes(`${page.lang} ${String(page.canonical)}`))
    faults.push(`hreflang ${page.lang} is not this page`);
  for (const one of alternates) {
    const other = site.pageAt(one.split(" ")[1] ?? "");
    if (other === undefined || languagesOf(other).join() !== alternates.join())
      faults.push(`hreflang leads to no page that returns it: ${one}`);
  }
  const [title, description] = [page.meta("og:title") ?? "", page.meta("og:description")];
  if (
    title === "" ||
    !page.text("title").startsWith(title.trim()) ||
    description !== page.meta("description")
  )
    faults.push("og:title or og:description is not that of the page");
  const image = site.fileAt(page.meta("og:image") ?? "");
  const [width, height, type] = ["width", "height", "type"].map((name) => page.meta(`og:image:${name}`));
  const said = `${String(width)}x${String(height)} ${String(type)}`;
  if (image !== undefined && sizeOf(image, site) !== said)
    faults.push(`og:image is ${sizeOf(image, site)}, not ${said}`);
  const posting = postingOf(page);
  if (posting !== undefined) {
    if (posting["headline"] !== page.text("h1")) faults.push("headline of JSON-LD is not the h1");
    if (posting["datePublished"] !== page.meta("article:published_time"))
      faults.push("datePublished of JSON-LD is not that of the head");
  }
  return faults.map((fault) => `${page.file}: ${fault}`);
}

const languagesOf = (page: Page): string[] =>
  page
    .links("alternate")
    .flatMap(({ hreflang, href = "" }) => (hreflang === undefined ? [] : `${hreflang} ${href}`));

function postingOf(page: Page): Record<string, unknown> | undefined {
  const [script] = page.all("script", { type: "application/ld+json" });
  const text = script?.children.map((node) => ("data" in node ? node.data : "")).join("");
  return text === undefined ? undefined : (JSON.parse(text) as Record<string, unknown>);
}

/** Whatever names an address of the site in heads, JSON-LD, feeds, the sitemap or robots.txt must name a file. */
function addressFaults(site: BuiltSite): string[] {
  const inPages = site.pages.flatMap((page) => {
    const inHead = [...page.all("link"), ...page.all("meta")].flatMap(({ attribs }) =>
      Object.values(attribs),
    );
    const texts = [...inHead, ...textsIn(postingOf(page))];
    return texts.map((text) => [page.file, text] as const);
  });
  // Dead links of an author, in the texts of feeds, are reported in the texts themselves; an example in Markdown leads nowhere.
  const named = /(?<!href=(?:&quot;|\\")|\()https?:\/\/[^\s"'<>&\\]+/g;
  const inFiles = site.files
    .filter((file) => /\.xml$|feed\.json$|robots\.txt$/.test(file))
    .flatMap((file) => [...site.text(file).matchAll(named)].map(([text]) => [file, text] as const));
  return [...inPages, ...inFiles]
    .filter(([, text]) => /^https?:/.test(text) && site.isOwn(text) && site.fileAt(text) === undefined)
    .map(([file, text]) => `${file}: leads to no file: ${text}`);
}

const textsIn = (value: unknown): string[] =>
  typeof value === "object" && value !== null
    ? Object.values(value).flatMap(textsIn)
    : typeof value === "string"
      ? [value]
      : [];

/** An Atom feed and the JSON Feed beside it, if there is one, are read by a parser and must say the same. */
function feedFaults(file: string, site: BuiltSite): string[] {
  const { title, updated, links = [], entries = [] } = parseAtomFeed(site.text(file));
  const linked = (of: typeof links = [], rel: string): string | undefined =>
    of.find((link) => link.rel === rel)?.href;
  const atom = entries.map((entry) => ({
    id: entry.id,
    url: linked(entry.links, "alternate"),
    title: entry.title?.value,
    html: entry.content?.value,
    published: entry.published,
    updated: entry.updated,
  }));
  const faults: string[] = [];
  if (!title?.value || linked(links, "self") !== site.addressOf(file)) faults.push("no title, or no self");
  const changes = atom.map((entry) => entry.updated ?? "").sort((a, b) => Date.parse(a) - Date.parse(b));
  if (changes.length > 0 && updated !== changes.at(-1)) faults.push("updated is not the latest change");
  if (new Set(atom.map(({ id }) => id)).size < atom.length) faults.push("one id for two entries");
  const beside = file.replace(/\.xml$/, ".json");
  if (site.files.includes(beside)) {
    const { items = [] } = parseJsonFeed(site.text(beside));
    const json = items.map((item) => ({
      ...{ id: item.id, url: item.url, title: item.title, html: item.content_html },
      ...{ published: item.date_published, updated: item.date_modified },
    }));
    if (JSON.stringify(json) !== JSON.stringify(atom)) faults.push(`does not say what ${beside} says`);
  }
  return faults.map((fault) => `${file}: ${fault}`);
}

/** The sitemap lists each page that is to be found once, with the day of its last change. */
function sitemapFaults(site: BuiltSite): string[] {
  const listed = [
    ...site.text("sitemap.xml").matchAll(/<loc>(.*?)<\/loc>(?:<lastmod>(.*?)<\/lastmod>)?/g),
  ].map(([, address = "", day]) => `${address} ${day ?? ""}`.trim());
  const found = site.pages
    .filter(({ isFound }) => isFound)
    .map((page) => {
      const changed = page.meta("article:modified_time") ?? page.meta("article:published_time");
      return { address: page.address, day: changed?.slice(0, 10) };
    });
  const faults = found
    .filter(({ address, day }) =>
      day === undefined
        ? listed.filter((one) => one.split(" ")[0] === address).length !== 1
        : !listed.includes(`${address} ${day}`),
    )
    .map(({ address }) => `sitemap.xml: does not list once, with its day: ${address}`);
  return listed.length === found.length ? faults : [...faults, "sitemap.xml: lists other pages"];
}

/** Every page names the icons of the home page; browsers ask for `favicon.ico`, whatever it names. */
function iconFaults(site: BuiltSite): string[] {
  const iconsOf = (page: Page): string[] =>
    ["icon", "apple-touch-icon"].flatMap((rel) => page.links(rel)).map(({ href = "" }) => href);
  const [home] = site.pages.filter(({ file }) => file === "index.html");
  const icons = home === undefined ? [] : iconsOf(home);
  const others = site.pages.filter((page) => !page.isRedirect && iconsOf(page).join() !== icons.join());
  const files = [...icons, `${site.basePath}favicon.ico`].map((href) =>
    site.fileAt(new URL(href, site.addressOf("index.html")).href),
  );
  const square = files.filter((file) => file !== undefined && /^(\d+)x\1 /.test(sizeOf(file, site)));
  return [
    ...others.map(({ file }) => `${file}: other icons than the home page`),
    ...(square.length > 1 && square.length === files.length ? [] : ["an icon is missing, or not square"]),
  ];
}

/** The real size and type of a picture, whatever its name or a page says: `1200x630 image/png`. */
function sizeOf(file: string, site: BuiltSite): string {
  const { width, height, type = "" } = imageSize(site.bytes(file));
  return `${String(width)}x${String(height)} image/${type === "jpg" ? "jpeg" : type}`;
}
