// Checks the sitemap against its schema, and against the pages: it lists all indexable ones, with their dates and languages.
// The schema of sitemaps.org comes with the package `sitemap`; those of extensions, below, cover what Carnet uses of them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { instant, sameAddress, type BuiltSite, type Page } from "./built-site.ts";
import { againstSchema, children, rootOf, textOf, type XmlElement } from "./xml.ts";

export async function sitemapFaults(site: BuiltSite): Promise<string[]> {
  if (!site.has("sitemap.xml")) return ["sitemap.xml: missing"];
  const root = rootOf(site.text("sitemap.xml"));
  const isIndex = root?.name === "sitemapindex";
  const parts = isIndex ? children(root, "sitemap").map((part) => textOf(children(part, "loc")[0])) : [];
  const lost = parts.filter((part) => site.fileAt(part) === undefined);
  const files = isIndex ? parts.flatMap((part) => site.fileAt(part) ?? []) : ["sitemap.xml"];
  const listed = files.flatMap((file) => children(rootOf(site.text(file)), "url"));
  return [
    ...lost.map((part) => `sitemap.xml: leads to no file: ${part}`),
    ...robotsFaults(site),
    ...(await schemaFaults(site, files, isIndex)),
    ...pageFaults(listed, site).map((fault) => `sitemap.xml: ${fault}`),
  ];
}

function robotsFaults(site: BuiltSite): string[] {
  if (!site.has("robots.txt")) return ["robots.txt: missing"];
  const named = /^Sitemap: (\S+)$/m.exec(site.text("robots.txt"))?.[1];
  const isRoot = site.basePath === "/";
  // Robots read one file per host: under a base path, the host's owner has it elsewhere.
  return sameAddress(named, site.addressOf("sitemap.xml")) || (!isRoot && named === undefined)
    ? []
    : ["robots.txt: does not name the sitemap"];
}

const XSD = 'xmlns:xsd="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"';
const PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";
const EXTENSIONS = {
  "image.xsd": `<xsd:schema ${XSD} targetNamespace="http://www.google.com/schemas/sitemap-image/1.1">
    <xsd:element name="image"><xsd:complexType><xsd:sequence><xsd:element name="loc" type="xsd:anyURI"/></xsd:sequence></xsd:complexType></xsd:element>
  </xsd:schema>`,
  "link.xsd": `<xsd:schema ${XSD} targetNamespace="http://www.w3.org/1999/xhtml">
    <xsd:element name="link"><xsd:complexType>
      <xsd:attribute name="rel" use="required" fixed="alternate"/>
      <xsd:attribute name="hreflang" use="required" type="xsd:language"/>
      <xsd:attribute name="href" use="required" type="xsd:anyURI"/>
    </xsd:complexType></xsd:element>
  </xsd:schema>`,
};
const WHOLE = `<xsd:schema ${XSD}>
  <xsd:import namespace="${PROTOCOL}" schemaLocation="sitemap.xsd"/>
  <xsd:import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="image.xsd"/>
  <xsd:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="link.xsd"/>
</xsd:schema>`;
/** The package has no schema for an index: a `loc` and at most one `lastmod` for each file. */
const INDEX = `<xsd:schema ${XSD} targetNamespace="${PROTOCOL}">
  <xsd:element name="sitemapindex"><xsd:complexType><xsd:sequence>
    <xsd:element name="sitemap" maxOccurs="50000"><xsd:complexType><xsd:sequence>
      <xsd:element name="loc" type="xsd:anyURI"/><xsd:element name="lastmod" type="xsd:date" minOccurs="0"/>
    </xsd:sequence></xsd:complexType></xsd:element>
  </xsd:sequence></xsd:complexType></xsd:element>
</xsd:schema>`;

async function schemaFaults(site: BuiltSite, files: readonly string[], isIndex: boolean): Promise<string[]> {
  const folder = dirname(createRequire(import.meta.url).resolve("sitemap/package.json"));
  const others = { "sitemap.xsd": readFileSync(join(folder, "schema/sitemap.xsd"), "utf8"), ...EXTENSIONS };
  const read = (file: string): { fileName: string; contents: string } => ({
    fileName: file,
    contents: site.text(file),
  });
  const preload = Object.entries(others).map(([fileName, contents]) => ({ fileName, contents }));
  return [
    ...(isIndex ? await againstSchema([read("sitemap.xml")], INDEX, []) : []),
    ...(await againstSchema(files.map(read), WHOLE, preload)),
  ];
}

function pageFaults(listed: readonly XmlElement[], site: BuiltSite): string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const entry of listed) {
    const address = textOf(children(entry, "loc")[0]);
    const page = site.pageAt(address);
    if (seen.has(address)) faults.push(`twice: ${address}`);
    seen.add(address);
    if (page === undefined) faults.push(`leads to no page: ${address}`);
    else if (!page.isFound || !sameAddress(page.canonical, address))
      faults.push(`not a page to be found there: ${address}`);
    else faults.push(...entryFaults(entry, page, site).map((fault) => `${fault}: ${address}`));
  }
  const left = site.pages.filter((page) => page.isFound && !seen.has(page.address));
  return [...faults, ...left.map(({ file }) => `leaves out ${file}`)];
}

function entryFaults(entry: XmlElement, page: Page, site: BuiltSite): string[] {
  const faults: string[] = [];
  const lastmod = textOf(children(entry, "lastmod")[0]);
  const changed = page.meta("article:modified_time") ?? page.meta("article:published_time");
  if (changed !== undefined && (Number.isNaN(instant(changed)) || lastmod !== changed.slice(0, 10)))
    faults.push(`lastmod ${lastmod} is not the day of the text's last change`);
  const alternates = children(entry, "xhtml:link").map(
    ({ attribs }) => `${attribs["hreflang"] ?? ""} ${attribs["href"] ?? ""}`,
  );
  const said = page
    .links("alternate")
    .flatMap(({ hreflang, href = "" }) =>
      hreflang === undefined ? [] : `${hreflang} ${new URL(href).href}`,
    );
  if (alternates.join() !== said.join()) faults.push("other languages than those of the page");
  const shown = new Set(
    page.all("img").map(({ attribs }) => new URL(attribs["src"] ?? "", page.address).href),
  );
  for (const image of children(entry, "image:image")) {
    const address = textOf(children(image, "image:loc")[0]);
    if (site.fileAt(address) === undefined) faults.push(`a picture that is no file: ${address}`);
    else if (!shown.has(address)) faults.push(`a picture that the page does not show: ${address}`);
  }
  return faults;
}
