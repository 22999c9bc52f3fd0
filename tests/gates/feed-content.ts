// Checks the HTML of a text in a feed, which feed readers show without the site's styles and scripts.
import { isTag } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import type { BuiltSite } from "./built-site.ts";

/** Elements that run code, need the site's scripts, or load another site unasked. */
const FORBIDDEN = new Set([
  "script",
  "style",
  "template",
  "iframe",
  "object",
  "embed",
  "form",
  "button",
  "input",
  "link",
  "meta",
  "svg",
]);
/** Attributes that mean nothing without the site's stylesheet and scripts. */
const SOUP = /^(?:class|id|style|srcset|sizes|loading|on.*|data-.*|aria-.*|role|tabindex)$/;
const ADDRESSES = ["href", "src", "poster"];

export function contentFaults(html: string, site: BuiltSite): string[] {
  const faults: string[] = [];
  if (html.trim() === "") faults.push("no text");
  for (const { name, attribs } of DomUtils.findAll(isTag, parseDocument(html).children)) {
    if (FORBIDDEN.has(name)) faults.push(`holds <${name}>`);
    if (name === "img" && attribs["alt"] === undefined) faults.push("a picture without alt");
    for (const attribute of Object.keys(attribs))
      if (SOUP.test(attribute)) faults.push(`${attribute} on <${name}>`);
    for (const key of ADDRESSES) {
      const address = attribs[key];
      if (address === undefined || /^(?:mailto|tel):/.test(address)) continue;
      // Dead links of an author are reported in the text itself; what a text shows must exist.
      const fault = key === "href" ? relativeFault(address) : site.addressFault(address);
      if (fault !== undefined) faults.push(`${key} of <${name}> ${fault}`);
    }
  }
  return faults;
}

function relativeFault(address: string): string | undefined {
  return URL.canParse(address) ? undefined : `is not absolute: ${address}`;
}
