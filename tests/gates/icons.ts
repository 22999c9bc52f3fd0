// Checks the icons and the manifest of a site: each file has the declared size (https://www.w3.org/TR/appmanifest/).
import { imageSize } from "image-size";
import * as z from "zod";
import type { BuiltSite, Page } from "./built-site.ts";

const manifestSchema = z.object({
  name: z.string().min(1),
  start_url: z.string().startsWith("/"),
  scope: z.string().startsWith("/"),
  icons: z.array(
    z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string().optional() }),
  ),
});

/** The real size and type of a picture from its bytes, whatever its name or a page says: `32x32 image/x-icon`. */
export function pictureFacts(bytes: Buffer): string {
  const { width, height, type = "" } = imageSize(bytes);
  const names: Record<string, string> = { jpg: "jpeg", svg: "svg+xml", ico: "x-icon" };
  return `${String(width)}x${String(height)} image/${names[type] ?? type}`;
}

export function iconFaults(site: BuiltSite): string[] {
  const home = site.pageAt(site.addressOf("index.html"));
  if (home === undefined) return ["index.html: missing"];
  const others = site.pages.filter((page) => !page.isRedirect && iconsOf(page) !== iconsOf(home));
  const colours = home.all("meta", { name: "theme-color" }).map(({ attribs }) => attribs["media"] ?? "");
  return [
    ...others.map(({ file }) => `${file}: other icons than the home page`),
    ...(["light", "dark"].every((scheme) => colours.join().includes(scheme))
      ? []
      : ["no theme-color of a scheme"]),
    ...linkedFaults(home, site),
    ...manifestFaults(home, site),
  ];
}

/** All that a page says about the site's icons, as one string. */
function iconsOf(page: Page): string {
  const links = ["icon", "apple-touch-icon", "manifest"].flatMap((rel) => page.links(rel));
  return JSON.stringify([links, page.metas("theme-color")]);
}

function linkedFaults(home: Page, site: BuiltSite): string[] {
  // Browsers ask for `favicon.ico`, whatever a page says.
  const ico = { rel: "favicon", href: `${site.basePath}favicon.ico` };
  const wanted = [...home.links("icon"), ...home.links("apple-touch-icon"), ico];
  const faults = home.links("apple-touch-icon").length === 1 ? [] : ["index.html: no apple-touch-icon"];
  const sizes: Record<string, string> = { "apple-touch-icon": "180x180", favicon: "32x32" };
  for (const { rel = "", href = "" } of wanted) {
    const file = fileOf(href, home, site);
    const facts = file === undefined ? "no file" : pictureFacts(site.bytes(file));
    if (!facts.startsWith(sizes[rel] ?? "") || !/^(\d+)x\1 /.test(facts))
      faults.push(`index.html: ${href} is ${facts}`);
  }
  return faults;
}

function manifestFaults(home: Page, site: BuiltSite): string[] {
  const file = fileOf(home.links("manifest")[0]?.["href"] ?? "none", home, site);
  if (file === undefined) return ["index.html: no manifest"];
  const { data, error } = manifestSchema.safeParse(JSON.parse(site.text(file)));
  if (data === undefined)
    return error.issues.map(({ path, message }) => `${file}: ${path.join(".")}: ${message}`);
  const faults: string[] = [];
  if (data.scope !== site.basePath || fileOf(data.start_url, home, site) === undefined)
    faults.push("start_url is outside the site, or leads to no page");
  const declared = data.icons.map(({ sizes, purpose }) => `${sizes} ${purpose ?? ""}`.trim());
  for (const wanted of ["192x192", "512x512", "512x512 maskable"])
    if (!declared.includes(wanted)) faults.push(`no icon of ${wanted}`);
  for (const { src, sizes, type } of data.icons) {
    const picture = fileOf(src, home, site);
    if (picture === undefined || pictureFacts(site.bytes(picture)) !== `${sizes} ${type}`)
      faults.push(`${src} is not ${sizes} ${type}`);
  }
  return faults.map((fault) => `${file}: ${fault}`);
}

function fileOf(href: string, home: Page, site: BuiltSite): string | undefined {
  return site.fileAt(new URL(href, home.address).href);
}
