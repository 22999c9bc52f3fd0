// What an output of Liquid or Nunjucks shows: an address, a value of the site or the text, a quoted word.
// With an unknown filter, the whole output stays as it is: no value is shown that the old site did not show.
import type { Around, Meant } from "./leftovers.ts";
import { videoText } from "../../markdown/other-tools/media-words.ts";
import { readOutput } from "../../markdown/other-tools/template-tags.ts";
import type { OldSite } from "../model.ts";
import type { LiquidRun } from "./liquid-run.ts";
import { at, belowBase, rooted, text } from "../values.ts";

export interface LiquidValues {
  /** Path of the old site on its host, without the final slash. */
  base: string;
  /** `{ site, page }` and whatever else templates may refer to. */
  values: Readonly<Record<string, unknown>>;
}

export interface LiquidSite extends LiquidValues {
  /** The text itself: what it captures is shown where it outputs the variable. */
  body: string;
  /** Its path, from which a file beside it is included. */
  source: string;
  include: OldSite["include"];
  template?: OldSite["template"] | undefined;
  /** True if tags that give a variable its value stay in the text, as well as being followed. */
  keepsVariables?: boolean;
  /** Arguments of a tag that are lists or maps. */
  objects?: Readonly<Record<string, unknown>>;
  /** What code shows that is more than a value or a known tag, for a generator whose values are known. */
  run?: LiquidRun;
  /** Address on the new site of a text that another refers to. */
  address: (name: string) => string | undefined;
  /** True if the file is beside the text. */
  isBeside: (path: string) => boolean;
}

/** Filters that leave a value unchanged, once it is text in a post. */
const NEUTRAL = new Set([
  "escape",
  "escape_once",
  "xml_escape",
  "safe",
  "strip",
  "strip_html",
  "smartify",
  "markdownify",
  "default",
  "normalize_whitespace",
]);
const ADDRESS = new Set([
  "url",
  "relative_url",
  "absolute_url",
  "prepend",
  "append",
  "absoluteUrl",
  "htmlBaseUrl",
  "asset",
  "asset_url",
  "asset_path",
  "uri_escape",
  "static",
]);

export function output(expression: string, around: Around, site: LiquidValues): Meant | undefined {
  const { value, quoted, filters } = readOutput(expression);
  const names = filters.map(({ name }) => name);
  if (quoted && names[0] === "embed")
    return { kind: "embed", block: true, text: videoText(value, undefined) };
  if (quoted && names.length > 0 && names.every((name) => ADDRESS.has(name)))
    return addressOutput(value, filters, site);
  if (
    names.length > 0 &&
    names.every((name) => ADDRESS.has(name) || NEUTRAL.has(name)) &&
    /^site\.(base)?url$/.test(value)
  )
    return { kind: "baseurl", text: "" };
  if (!quoted && /^(site\.(base)?url|baseurl|pathPrefix)$/.test(value) && names.length === 0)
    // An address that begins so is one of this site: Carnet adds the base path itself.
    return around.inAddress || value !== "site.url" ? { kind: "baseurl", text: "" } : lookUp(value, site);
  if (!quoted && names.every((name) => NEUTRAL.has(name))) return lookUp(value, site);
  return quoted && names.every((name) => NEUTRAL.has(name)) ? { kind: "raw", text: value } : undefined;
}

function addressOutput(
  value: string,
  filters: readonly { name: string; rest: string }[],
  { base }: LiquidValues,
): Meant | undefined {
  const foreign = filters.some(
    ({ name, rest }) => (name === "prepend" || name === "append") && !/^site\.(base)?url$/.test(rest.trim()),
  );
  if (foreign || filters.some(({ name }) => name.startsWith("asset"))) return undefined;
  if (/^([a-z][a-z\d+.-]*:|\/\/|#)/i.test(value)) return { kind: "baseurl", text: value };
  return { kind: "baseurl", text: belowBase(rooted(value), base) };
}

function lookUp(path: string, site: LiquidValues): Meant | undefined {
  if (!/^[A-Za-z_][\w.-]*$/.test(path)) return undefined;
  const found = text(at(site.values, path));
  return found === undefined || /[{}<>]/.test(found)
    ? undefined
    : { kind: "value", text: found, extra: found };
}
