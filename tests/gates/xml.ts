// Checks with libxml2 that XML documents are well formed and follow a schema.
// Elements are then read with htmlparser2, which would tolerate errors that libxml2 reports.
import { isTag } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { validateXML } from "xmllint-wasm";

export type XmlElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];

interface Xml {
  fileName: string;
  contents: string;
}

/** Takes many files at once, since each call starts a thread. */
export async function notWellFormed(files: readonly Xml[]): Promise<string[]> {
  if (files.length === 0) return [];
  const { errors } = await validateXML({ xml: named(files), normalization: "format" });
  return said(errors, files);
}

/** `schema` is the main one; `others` are those that it imports, by the names it gives them. */
export async function againstSchema(
  files: readonly Xml[],
  schema: string,
  others: readonly Xml[],
): Promise<string[]> {
  const { errors, valid } = await validateXML({ xml: named(files), schema: [schema], preload: [...others] });
  const faults = said(errors, files);
  return valid || faults.length > 0 ? faults : ["the schema could not be applied"];
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

/** Gives libxml2 names without folders or accents. */
function named(files: readonly Xml[]): Xml[] {
  return files.map(({ contents }, i) => ({ fileName: `${String(i)}.xml`, contents }));
}

function said(
  errors: readonly { message: string; loc: { fileName: string; lineNumber: number } | null }[],
  files: readonly Xml[],
): string[] {
  return errors.flatMap(({ message, loc }) => {
    if (loc === null) return [];
    const file = files[Number.parseInt(loc.fileName, 10)]?.fileName ?? loc.fileName;
    return `${file}:${String(loc.lineNumber)}: ${message}`;
  });
}
