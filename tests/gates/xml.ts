// Checks with libxml2 that XML documents are well formed. Elements are then read with htmlparser2, which would tolerate errors
// that libxml2 reports.
import { isTag } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { validateXML } from "xmllint-wasm";
import type { BuiltSite } from "./built-site.ts";

export type XmlElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Takes many files at once, since each call starts a thread. libxml2 is given names without folders or accents. */
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

export function rootOf(text: string): XmlElement | undefined {
  return parseDocument(text, { xmlMode: true }).children.find(isTag);
}

export function children(parent: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = parent?.children.filter(isTag) ?? [];
  return name === undefined ? elements : elements.filter((one) => one.name === name);
}

export function textOf(element: XmlElement | undefined): string {
  return element === undefined ? "" : DomUtils.textContent(element);
}

/** The text of the first child of a name. */
export function said(element: XmlElement | undefined, name: string): string {
  return textOf(children(element, name)[0]);
}
