// Front matter keys that Carnet does not know, that would run something, or that a page does not show → a problem for each.
import { problem, type Place, type Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import { meantKey } from "../key-names.ts";
import { meantFlag } from "../mend.ts";
import { continuation } from "./continued-sentences.ts";
import { heldBack, type HeldContext } from "./held-back.ts";
import { FRONT_MATTER_KEYS } from "../schema.ts";
import { fold } from "../text.ts";
import type { FieldPlaces } from "../types.ts";
import type { YamlMap } from "../yaml/parse.ts";
import { unknownKeyProblems } from "../zod-problems.ts";
import { withoutImage } from "./without-image.ts";

/** Keys that would make Eleventy evaluate a text or its data. */
const TEMPLATE_KEYS = new Set(["templateEngineOverride", "eleventyComputed"]);

/** Keys that a page does not show, and how it can say the same. Taxonomies are such keys too. */
const OF_POSTS: ReadonlyMap<string, "text" | "update" | "none"> = new Map([
  ["author", "text"],
  ["authors", "text"],
  ["license", "text"],
  ["deadline", "text"],
  ["corrections", "update"],
  ["tags", "none"],
  ["related", "none"],
  ["feedId", "none"],
]);

export interface KeyContext extends Omit<HeldContext, "lang"> {
  kind: "post" | "page";
  site: Pick<Site, "lang" | "taxonomies">;
  knownKeys: ReadonlySet<string>;
  problems: Problem[];
  placeOf: FieldPlaces;
  /** A key that another message already names. */
  told: string | undefined;
}

/** Every key that front matter of a site may have. */
export function knownKeys(site: Site): ReadonlySet<string> {
  return new Set([...FRONT_MATTER_KEYS, ...Object.keys(site.fields), ...Object.keys(site.taxonomies)]);
}

/** Reports the keys of a text; true if one was meant to hold the text back, and does not. */
export function reportKeys(raw: YamlMap, context: KeyContext): boolean {
  const { knownKeys: known, problems, placeOf, told } = context;
  const at = (key: string): Place => placeOf(key, "key");
  const held = heldBack(raw, known, { ...context, lang: context.site.lang });
  problems.push(...held.values());
  const unknown: string[] = [];
  const written = Object.keys(raw).filter((key) => raw[key] !== null);
  for (const key of written) {
    if (TEMPLATE_KEYS.has(key)) problems.push(problem("script/template-key", at(key), { key }));
    else if (!known.has(key) && key !== told && !held.has(key)) unknown.push(key);
  }
  if (context.kind === "page") problems.push(...unshown(written, context));
  const meant = (key: string): string | undefined => unlisted(key, raw) ?? meantFor(key, raw, known);
  if (!unknown.some((key) => meant(key) === "image")) problems.push(...withoutImage(raw, placeOf));
  const continued = unknown
    .filter((key) => meant(key) === undefined)
    .flatMap((key) => continuation(key, raw, context) ?? []);
  problems.push(...continued.map((one) => one.told));
  const others = unknown.filter((key) => !continued.some((one) => one.key === key));
  if (others.length > 0) {
    problems.push(
      ...unknownKeyProblems("front-matter", others, { known: [...known], written, placeOf: at, meant }),
    );
  }
  return held.size > 0;
}

/** The key meant, unless its value cannot be meant: the `adresse` of an event is a street, which is no `permalink`. */
function meantFor(key: string, raw: YamlMap, known: ReadonlySet<string>): string | undefined {
  const meant = meantKey(key, [...known]);
  const isAddress = /^(?:\/|https?:)|^\S+\/$/.test(String(raw[key]).trim());
  return meant === "permalink" && !isAddress ? undefined : meant;
}

/** `index: false` of other tools, as Carnet writes it; `index: true` is already so. */
function unlisted(key: string, raw: YamlMap): string | undefined {
  const isOff = fold(key) === "index" && meantFlag(raw[key]) === false;
  return isOff && raw["noindex"] === undefined ? "noindex: true" : undefined;
}

function unshown(written: readonly string[], { site, placeOf }: KeyContext): Problem[] {
  const taxonomies = Object.keys(site.taxonomies);
  return written.flatMap((key) => {
    const fix = insteadOnPage(key, taxonomies);
    return fix === undefined ? [] : problem("no-effect/page-key", placeOf(key, "key"), { key, fix });
  });
}

/** How a page can say what a key of posts says; undefined for a key that a page of `content/pages/` shows. */
export function insteadOnPage(
  key: string,
  taxonomies: readonly string[],
): "text" | "update" | "none" | undefined {
  return OF_POSTS.get(key) ?? (taxonomies.includes(key) ? "none" : undefined);
}
