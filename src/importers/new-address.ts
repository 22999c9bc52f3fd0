// Predicts the address that Carnet will give a text, before it is written: the import keeps the old one by the simplest means.
// It tries no change, then `slug:`, then `permalink:`; an address that Carnet rejects gets a redirect.
import { defaultPattern } from "../content/addresses.ts";
import { readFileName } from "../content/file-names.ts";
import { fillPattern, isSameAddress, siteAddress, slugFor } from "../content/permalinks.ts";
import type { Day } from "../content/types.ts";
import { text } from "./values.ts";
import type { YamlMap } from "../content/yaml/parse.ts";
import { decodeAddress } from "../percent-codes.ts";

export interface Placed {
  kind: "post" | "page";
  target: string;
  lang: string;
  day?: Day;
}

export interface AddressRules {
  permalink: string;
  lang: string;
  languages: ReadonlySet<string>;
}

export type AddressEdit = { keep: true } | { slug: string } | { permalink: string } | { refused: true };

/** The address of a text with this front matter; undefined if Carnet rejects it. */
export function predict(placed: Placed, data: YamlMap, rules: AddressRules): string | undefined {
  const { kind, target, lang, day } = placed;
  const name = readFileName(target, rules.languages);
  const slug = slugFor(text(data["slug"]) ?? name.slug);
  const own = text(data["permalink"]);
  if (slug === "" && own === undefined) return undefined;
  const pattern = own ?? defaultPattern({ kind, lang, name }, rules);
  const filled = fillPattern(pattern, { slug: slug === "" ? "x" : slug, ...(day !== undefined && { day }) });
  const address = typeof filled === "string" ? siteAddress(filled) : undefined;
  return address !== undefined && "url" in address ? address.url : undefined;
}

/** True for a permalink pattern that contains `:slug` and only words that Carnet knows. */
export function isPattern(pattern: string): boolean {
  const words = [...pattern.matchAll(/:([a-z_]+)/g)].map(([, word = ""]) => word);
  return pattern.includes(":slug") && words.every((word) => ["year", "month", "day", "slug"].includes(word));
}

/** What to write so that a text gets an address. */
export function keepAddress(wanted: string, placed: Placed, data: YamlMap, rules: AddressRules): AddressEdit {
  const address = siteAddress(decoded(wanted));
  if (!("url" in address)) return { refused: true };
  const stands = (more: YamlMap): boolean => {
    const url = predict(placed, { ...data, ...more }, rules);
    return url !== undefined && isSameAddress(url, address.url);
  };
  if (stands({})) return { keep: true };
  const last =
    decoded(wanted)
      .replace(/\/(index\.html)?$/, "")
      .replace(/\.html$/, "")
      .split("/")
      .at(-1) ?? "";
  if (data["permalink"] === undefined && last !== "" && stands({ slug: last })) return { slug: last };
  return { permalink: decoded(wanted) };
}

export const decoded = (path: string): string => decodeAddress(path) ?? path;
