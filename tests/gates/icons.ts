// Checks the icons and the manifest of a site: each file has the declared size (https://www.w3.org/TR/appmanifest/).
import * as z from "zod";
import type { BuiltSite, Page } from "./built-site.ts";
import { icoEntries, pictureFacts } from "./pictures.ts";
import { notWellFormed } from "./xml.ts";

const icon = z.strictObject({
  src: z.string().min(1),
  sizes: z.string().regex(/^\d+x\d+$/),
  type: z.string(),
  purpose: z.enum(["any", "maskable"]).optional(),
});
const manifestSchema = z.object({
  name: z.string().min(1),
  lang: z.string().min(2),
  dir: z.enum(["ltr", "rtl", "auto"]),
  id: z.string().startsWith("/"),
  start_url: z.string().startsWith("/"),
  scope: z.string().startsWith("/"),
  display: z.enum(["browser", "minimal-ui", "standalone", "fullscreen"]),
  background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  theme_color: z.string().regex(/^#[0-9a-f]{6}$/),
  icons: z.array(icon),
});

export async function iconFaults(site: BuiltSite): Promise<string[]> {
  const home = site.pages.find(({ file }) => file === "index.html");
  if (home === undefined) return ["index.html: missing"];
  return [
    ...site.pages
      .filter((page) => !page.isRedirect && iconsOf(page) !== iconsOf(home))
      .map(({ file }) => `${file}: other icons than the home page`),
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
  const faults: string[] = [];
  const colours = home.all("meta", { name: "theme-color" }).map(({ attribs }) => attribs["media"] ?? "");
  if (!["light", "dark"].every((scheme) => colours.some((media) => media.includes(scheme))))
    faults.push("index.html: no theme-color for light and dark");
  const rels = ["icon", "apple-touch-icon"];
  const files = rels.flatMap((rel) =>
    home.links(rel).map(({ href = "" }) => ({ rel, file: fileOf(href, home, site) })),
  );
  for (const rel of rels) if (!files.some((one) => one.rel === rel)) faults.push(`index.html: no ${rel}`);
  for (const { rel, file } of files) {
    if (file === undefined) faults.push(`index.html: ${rel} leads to no file`);
    else faults.push(...(await fileFaults(file, rel, site)));
  }
  // Browsers ask for this name, whatever a page says.
  if (!site.has("favicon.ico")) faults.push("favicon.ico: missing");
  return faults;
}

async function fileFaults(file: string, rel: string, site: BuiltSite): Promise<string[]> {
  const bytes = site.bytes(file);
  if (file.endsWith(".svg")) {
    const faults = await notWellFormed([{ fileName: file, contents: bytes.toString("utf8") }]);
    return faults.length > 0 ? faults : squareFaults(file, await pictureFacts(bytes));
  }
  if (!file.endsWith(".ico")) {
    const facts = await pictureFacts(bytes);
    const small =
      rel === "apple-touch-icon" && facts.width !== 180
        ? [`${file}: ${String(facts.width)} px, not 180`]
        : [];
    return [...squareFaults(file, facts), ...small];
  }
  const entries = icoEntries(bytes);
  if (!entries.some(({ side }) => side === 32)) return [`${file}: no picture of 32 px`];
  const faults: string[] = [];
  for (const { side, png } of entries) {
    const facts = await pictureFacts(png).catch(() => undefined);
    if (facts?.width !== side || facts.height !== side)
      faults.push(`${file}: the picture of ${String(side)} px is not that`);
  }
  return faults;
}

function squareFaults(file: string, { width, height }: { width: number; height: number }): string[] {
  return width === height ? [] : [`${file}: ${String(width)} × ${String(height)} is not square`];
}

async function manifestFaults(home: Page, site: BuiltSite): Promise<string[]> {
  const [link] = home.links("manifest");
  const file = link === undefined ? undefined : fileOf(link["href"] ?? "", home, site);
  if (file === undefined) return ["index.html: no manifest"];
  const { data, error } = manifestSchema.safeParse(parsed(site.text(file)));
  if (data === undefined)
    return error.issues.map(({ path, message }) => `${file}: ${path.join(".")}: ${message}`);
  const faults: string[] = [];
  if (data.scope !== site.basePath || !data.start_url.startsWith(data.scope))
    faults.push(`${file}: start_url is outside the site`);
  if (fileOf(data.start_url, home, site) === undefined) faults.push(`${file}: start_url leads to no page`);
  for (const wanted of ["192x192", "512x512"])
    if (!data.icons.some(({ sizes, purpose }) => sizes === wanted && purpose !== "maskable"))
      faults.push(`${file}: no icon of ${wanted}`);
  if (!data.icons.some(({ purpose }) => purpose === "maskable")) faults.push(`${file}: no maskable icon`);
  for (const { src, sizes, type } of data.icons) {
    const picture = fileOf(src, home, site);
    if (picture === undefined) {
      faults.push(`${file}: ${src} leads to no file`);
      continue;
    }
    const facts = await pictureFacts(site.bytes(picture));
    if (`${String(facts.width)}x${String(facts.height)}` !== sizes || facts.type !== type)
      faults.push(
        `${file}: ${src} is ${String(facts.width)}x${String(facts.height)} ${facts.type}, not ${sizes} ${type}`,
      );
  }
  return faults;
}

function fileOf(href: string, home: Page, site: BuiltSite): string | undefined {
  return site.fileAt(new URL(href, home.address).href);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
