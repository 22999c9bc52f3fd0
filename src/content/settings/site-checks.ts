// What the schema of `site.yaml` cannot check: addresses with the right placeholders, names that are taken, colours that can be
// read, an address that counts readers. A refused setting is replaced by its default.
import { accentFaults } from "../../site/accent.ts";
import { matomoFolder } from "../../site/audience.ts";
import { audienceSchema } from "../../site/audience.ts";
import { ADDRESS_NAMES, ADDRESSES, OFF, type AddressName } from "../../site/default-addresses.ts";
import { repositoryOf } from "../../site/forge.ts";
import { siteSchema, type SiteSettings } from "../../site/schema.ts";
import { uiLang } from "../../ui-lang.ts";
import { isZone } from "../dates.ts";
import { meantKey } from "../key-names.ts";
import { patternAddress, siteAddress } from "../permalinks.ts";
import { FRONT_MATTER_KEYS } from "../schema.ts";
import { readHandle } from "../signatures/handles.ts";
import { isMap } from "../yaml/parse.ts";
import { yamlOf } from "../yaml/quoting.ts";
import type { SettingsFile } from "./file.ts";

type Check = (settings: SiteSettings, loaded: SettingsFile) => void;

export function checkSite(settings: SiteSettings, loaded: SettingsFile): void {
  for (const check of CHECKS) check(settings, loaded);
}

const checkTimeZone: Check = (settings, loaded) => {
  const found = settings.timeZone;
  if (isZone(found)) return;
  const fix = "timeZone: Europe/Paris";
  loaded.report("value", ["timeZone"], { path: "timeZone", found }, { fix });
  settings.timeZone = siteSchema.shape.timeZone.parse(undefined);
};

const checkPermalink: Check = (settings, loaded) => {
  const found = settings.permalink;
  if ("url" in patternAddress(found)) return;
  const usual = siteSchema.shape.permalink.parse(undefined);
  const whole = `/${found.trim()}`;
  const fix = `permalink: ${"url" in patternAddress(whole) ? whole : usual}`;
  loaded.report("bad-permalink", ["permalink"], { found }, { fix });
  settings.permalink = usual;
};

/** The site's account is read like that of a post: pages give it to X with an `@` in front. */
const checkTwitter: Check = (settings) => {
  const handle = readHandle(settings.twitter ?? "");
  if (handle === undefined) delete settings.twitter;
  else settings.twitter = handle;
};

/** Pages that an owner may do without. */
const OPTIONAL: ReadonlySet<AddressName> = new Set(["person", "archives"]);

/** A refused address is replaced by the default one, so that no file is ever planned there. */
const checkAddresses: Check = ({ addresses, taxonomies, lang }, loaded) => {
  const examples = ADDRESSES[uiLang(lang)];
  for (const name of ADDRESS_NAMES) {
    const found = addresses[name];
    if (found === undefined || (found === OFF && OPTIONAL.has(name))) continue;
    const isGood = isSound(name, found, examples[name]);
    const fix = `${name}: ${examples[name]}`;
    if (!isGood) loaded.report("settings/address", ["addresses", name], { name, found }, { fix });
    addresses[name] = isGood ? asPage(name, found) : examples[name];
  }
  for (const [name, taxonomy] of Object.entries(taxonomies)) {
    const { address } = taxonomy;
    if (address === undefined) continue;
    if (isSound("tag", address, ":slug")) {
      taxonomy.address = asPage("tag", address);
      continue;
    }
    const fix = `address: /${name}/:slug/`;
    loaded.report("settings/address", ["taxonomies", name, "address"], { name, found: address }, { fix });
    delete taxonomy.address;
  }
};

/** True if a pattern has the placeholders of its example, and makes a valid address of this site, by the same rules as for texts. */
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

/** A declared name must not be a key that front matter already has. */
const checkNames: Check = (settings, loaded) => {
  for (const map of ["taxonomies", "fields"] as const)
    for (const name of Object.keys(settings[map]))
      if (FRONT_MATTER_KEYS.includes(name))
        loaded.report("settings/name", [map, name], { name, map }, { part: "key" });
};

/** All links and buttons have the accent: one that some readers could not read is refused. */
const checkTheme: Check = ({ theme }, loaded) => {
  for (const { key, found, ratio, nearest } of accentFaults(theme)) {
    const params = { found, ratio: Math.floor(ratio * 10) / 10 };
    loaded.report("contrast", ["theme", key], params, { fix: `${key}: ${yamlOf(nearest)}` });
  }
};

const AUDIENCE_KEYS = Object.keys(audienceSchema.shape);

/**
 * A faulty setting counts nothing, so that what readers send never goes where nobody intended. An unknown key may be a misspelt
 * `consent`, by someone who meant to ask.
 */
const checkAudience: Check = (settings, loaded) => {
  const { audience } = settings;
  const { audience: written } = loaded.data;
  const strange = Object.keys(isMap(written) ? written : {}).filter((key) => !AUDIENCE_KEYS.includes(key));
  for (const key of strange) {
    const meant = meantKey(key, AUDIENCE_KEYS);
    const fix = meant === undefined ? undefined : `${meant}: ${meant === "consent" ? "ask" : "…"}`;
    loaded.report("audience/key", ["audience", key], { key }, { fix, part: "key" });
  }
  const { protocol, username, password, search, hash } = new URL(audience?.matomo ?? "https://x");
  const isUnsafe = protocol !== "https:" || [username, password, search, hash].some((part) => part !== "");
  if (audience !== undefined && isUnsafe)
    loaded.report(
      "audience",
      ["audience", "matomo"],
      {},
      { fix: `matomo: ${matomoFolder(audience.matomo)}` },
    );
  if (isUnsafe || strange.length > 0) settings.audience = undefined;
};

/** Without a known repository there is no form. */
const checkAdmin: Check = (settings, loaded) => {
  if (!settings.admin || repositoryOf(settings)) return;
  const isMissing = loaded.data["repository"] === undefined;
  const path = isMissing ? "repository" : "forge";
  const fix = isMissing ? "repository: https://github.com/programme/blog" : "forge: gitlab";
  loaded.report("value/missing", ["admin"], { path }, { fix, part: "key" });
  settings.admin = undefined;
};

/** Some replace what the next ones read. */
const CHECKS: readonly Check[] = [
  checkTimeZone,
  checkPermalink,
  checkTwitter,
  checkAddresses,
  checkNames,
  checkTheme,
  checkAudience,
  checkAdmin,
];
