// What the schema of `site.yaml` cannot check: addresses with the right placeholders, names that are not taken.
// Each check reports at its key; the caller decides what to build with.
import { ADDRESS_NAMES, ADDRESSES, type AddressName } from "../../site/default-addresses.ts";
import type { Place } from "../../problems.ts";
import { siteSchema, type SiteSettings } from "../../site/schema.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { readHandle } from "../signatures/handles.ts";
import { isZone } from "../dates.ts";
import { patternProblem, siteAddress } from "../permalinks.ts";
import { FRONT_MATTER_KEYS } from "../schema.ts";
import { excerpt } from "../../excerpt.ts";
import { uiLang } from "../../ui-lang.ts";
import { isMap } from "../yaml/parse.ts";
import { checkLanguageKeys } from "./language-keys.ts";
import type { SettingsFile } from "./settings-file.ts";
import { unknownKeyProblems } from "../zod-problems.ts";
import { zoneNamed } from "../zones.ts";

/** A zone that does not exist is replaced by the default one. */
export function checkTimeZone(settings: SiteSettings, loaded: SettingsFile): void {
  const found = settings.timeZone;
  if (isZone(found)) return;
  const usual = siteSchema.shape.timeZone.parse(undefined);
  const fix = loaded.lineWith(["timeZone"], zoneNamed(found) ?? usual);
  loaded.tell("settings/time-zone", ["timeZone"], { found, fix });
  settings.timeZone = usual;
}

/** A refused pattern is replaced by the default one. */
export function checkPermalink(settings: SiteSettings, loaded: SettingsFile): void {
  const found = settings.permalink;
  const bad = patternProblem(found);
  if (bad === undefined) return;
  const usual = siteSchema.shape.permalink.parse(undefined);
  const whole = `/${found.trim()}`;
  const fix = `permalink: ${bad.bad === "no-slash" && patternProblem(whole) === undefined ? whole : usual}`;
  loaded.tell("bad-permalink", ["permalink"], { found }, undefined, fix);
  settings.permalink = usual;
}

/** A refused address is replaced by the default one, so that no file is ever planned there. */
export function checkAddresses(settings: SiteSettings, loaded: SettingsFile): void {
  const refuse = (path: KeyPath, name: string, found: string, good: string): void => {
    loaded.tell("settings/address", path, { name, found }, undefined, loaded.lineWith(path, good));
  };
  const { addresses, taxonomies } = settings;
  const examples = ADDRESSES[uiLang(settings.lang)];
  for (const name of ADDRESS_NAMES) {
    const found = addresses[name];
    if (found === undefined) continue;
    const isFine = isSound(name, found, examples[name]);
    if (!isFine) refuse(["addresses", name], name, found, examples[name]);
    addresses[name] = isFine ? asPage(name, found) : examples[name];
  }
  for (const [name, taxonomy] of Object.entries(taxonomies)) {
    const { address } = taxonomy;
    if (address === undefined) continue;
    if (isSound("tag", address, ":slug")) {
      taxonomy.address = asPage("tag", address);
      continue;
    }
    const inside = `${address.replace(/\/+$/, "")}/:slug/`;
    const good = isSound("tag", inside, ":slug") ? inside : `/${name}/:slug/`;
    refuse(["taxonomies", name, "address"], name, address, good);
    delete taxonomy.address;
  }
}

/**
 * True if a pattern has the placeholders of its example, and makes a valid address of this site, by the same rules as for
 * texts.
 */
function isSound(name: AddressName, pattern: string, example: string): boolean {
  const words = (text: string): string => (text.match(/:[a-z]+/g) ?? []).join();
  if (words(pattern) !== words(example)) return false;
  const filled = pattern.replace(/:[a-z]+/g, "1");
  // It is appended to the address of a list.
  const address = siteAddress(name === "page" ? `/1/${filled.replace(/^\//, "")}` : filled);
  return "url" in address || (address.bad === "extension" && FEEDS.has(name));
}

/** As for texts, `/actus` becomes `/actus/`: hosts would offer a file of that name as a download. */
function asPage(name: AddressName, pattern: string): string {
  return FEEDS.has(name) || /(?:\/|\.html)$/.test(pattern) ? pattern : `${pattern}/`;
}

const FEEDS: ReadonlySet<AddressName> = new Set(["feed", "jsonFeed"]);

/**
 * A site served under `/blog/` whose permalinks begin with `/blog/` too: its posts are at `/blog/blog/…`. Its first readers may
 * know these addresses, so they are only remarked on.
 */
export function checkDoubledPath({ url, permalink }: SiteSettings, loaded: SettingsFile): void {
  const base =
    url === undefined ? "" : (new URL(url).pathname.split("/").findLast((part) => part !== "") ?? "");
  if (base === "" || !permalink.startsWith(`/${base}/`)) return;
  const fix = loaded.lineWith(["permalink"], permalink.slice(base.length + 1));
  loaded.tell("doubled-path", ["url"], { name: base, found: `/${base}${permalink}`, fix });
}

/** The site's account is read like that of a post: pages give it to X with an `@` in front. */
export function checkTwitter(settings: SiteSettings, loaded: SettingsFile): void {
  const { twitter: found = "" } = settings;
  const read = readHandle(found);
  delete settings.twitter;
  if (read === undefined) return;
  if ("bad" in read) {
    loaded.tell("handle/bad", ["twitter"], { found: excerpt(found) });
    return;
  }
  const { handle, form } = read;
  settings.twitter = handle;
  if (form === "address") loaded.tell("handle/address", ["twitter"], { found: excerpt(found), handle });
}

/** A declared name must not be a key that front matter already has. */
export function checkNames(settings: SiteSettings, loaded: SettingsFile): void {
  for (const kind of ["taxonomies", "fields"] as const) {
    for (const name of Object.keys(settings[kind])) {
      if (FRONT_MATTER_KEYS.includes(name))
        loaded.tell("settings/name", [kind, name], { name, map: kind }, "key");
    }
  }
}

/** Translations are listed by language code, and their taxonomies must be declared. */
export function checkTranslations(settings: SiteSettings, loaded: SettingsFile): void {
  // Those that are refused have problems of their own.
  const declared = loaded.data["taxonomies"];
  const known = isMap(declared) ? Object.keys(declared) : [];
  checkLanguageKeys(Object.keys(settings.translations), ["translations"], loaded);
  for (const [lang, { taxonomies }] of Object.entries(settings.translations)) {
    const written = Object.keys(taxonomies);
    const placeOf = (name: string): Place =>
      loaded.placeOf(["translations", lang, "taxonomies", name], "key");
    const unknown = written.filter((one) => !known.includes(one));
    loaded.problems.push(...unknownKeyProblems("settings", unknown, { known, written, placeOf }));
  }
}
