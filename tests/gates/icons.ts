// Checks the icons of a site: each file has the size that browsers expect.
import { imageSize } from "image-size";
import type { BuiltSite, Page } from "./built-site.ts";

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
  ];
}

/** All that a page says about the site's icons, as one string. */
function iconsOf(page: Page): string {
  const links = ["icon", "apple-touch-icon"].flatMap((rel) => page.links(rel));
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

function fileOf(href: string, home: Page, site: BuiltSite): string | undefined {
  return site.fileAt(new URL(href, home.address).href);
}
