// Checks the icons and the manifest of a site: each file has the declared size (https://www.w3.org/TR/appmanifest/).
import sharp from "sharp";
import * as z from "zod";
import type { BuiltSite, Page } from "./built-site.ts";

const manifestSchema = z.object({
  ...{ name: z.string().min(1), lang: z.string().min(2), dir: z.enum(["ltr", "rtl", "auto"]) },
  ...{
    id: z.string().startsWith("/"),
    start_url: z.string().startsWith("/"),
    scope: z.string().startsWith("/"),
  },
  ...{
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
    theme_color: z.string().regex(/^#[0-9a-f]{6}$/),
  },
  icons: z.array(
    z.strictObject({
      src: z.string().min(1),
      sizes: z.string().regex(/^\d+x\d+$/),
      type: z.string(),
      purpose: z.enum(["any", "maskable"]).optional(),
    }),
  ),
});

/** The real size and type of a picture from its bytes, whatever its name or a page says. */
export async function pictureFacts(bytes: Buffer): Promise<{ width: number; height: number; type: string }> {
  const { width, height, format } = await sharp(bytes).metadata();
  return { width, height, type: `image/${format === "svg" ? "svg+xml" : format}` };
}

export async function iconFaults(site: BuiltSite): Promise<string[]> {
  const home = site.pageAt(site.addressOf("index.html"));
  if (home === undefined) return ["index.html: missing"];
  const others = site.pages.filter((page) => !page.isRedirect && iconsOf(page) !== iconsOf(home));
  const colours = home.all("meta", { name: "theme-color" }).map(({ attribs }) => attribs["media"] ?? "");
  return [
    ...others.map(({ file }) => `${file}: other icons than the home page`),
    ...(["light", "dark"].every((scheme) => colours.join().includes(scheme))
      ? []
      : ["no theme-color of a scheme"]),
    ...(await linkedFaults(home, site)),
    ...(await manifestFaults(home, site)),
  ];
}

/** All that a page says about the site's icons, as one string. */
function iconsOf(page: Page): string {
  const links = ["icon", "apple-touch-icon", "manifest"].flatMap((rel) => page.links(rel));
  return JSON.stringify([links, page.metas("theme-color")]);
}

async function linkedFaults(home: Page, site: BuiltSite): Promise<string[]> {
  // Browsers ask for `favicon.ico`, whatever a page says.
  const wanted = [
    ...home.links("icon"),
    ...home.links("apple-touch-icon"),
    { href: `${site.basePath}favicon.ico` },
  ];
  const faults = home.links("apple-touch-icon").length === 1 ? [] : ["index.html: no apple-touch-icon"];
  for (const { rel, href = "" } of wanted) {
    const file = fileOf(href, home, site);
    if (file === undefined) faults.push(`index.html: ${href} leads to no file`);
    else if (file.endsWith(".ico")) {
      const bytes = site.bytes(file);
      const sides = Array.from({ length: bytes.readUInt16LE(4) }, (_, n) => bytes.readUInt8(6 + 16 * n));
      if (!sides.includes(32)) faults.push(`${file}: no picture of 32 px`);
    } else {
      const { width, height } = await pictureFacts(site.bytes(file));
      if (width !== height || (rel === "apple-touch-icon" && width !== 180))
        faults.push(`${file}: ${String(width)} × ${String(height)} is not square, or not 180`);
    }
  }
  return faults;
}

async function manifestFaults(home: Page, site: BuiltSite): Promise<string[]> {
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
    const facts = picture === undefined ? undefined : await pictureFacts(site.bytes(picture));
    if (`${String(facts?.width)}x${String(facts?.height)} ${String(facts?.type)}` !== `${sizes} ${type}`)
      faults.push(`${src} is not ${sizes} ${type}`);
  }
  return faults.map((fault) => `${file}: ${fault}`);
}

function fileOf(href: string, home: Page, site: BuiltSite): string | undefined {
  return site.fileAt(new URL(href, home.address).href);
}
