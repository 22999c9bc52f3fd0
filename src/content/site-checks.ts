// What the schema of `site.yaml` cannot check: addresses with the right placeholders, names that are taken, colours that can be
// read, an address that counts readers. A refused setting is replaced by its default.
import { accentFaults } from "../site/accent.ts";
import { ADDRESS_NAMES, ADDRESSES, OFF, type AddressName } from "../site/default-addresses.ts";
import { allowedConformity, isAbove, isExpired } from "../site/accessibility.ts";
import { repositoryOf } from "../site/forge.ts";
import { problem, type Problem } from "../problems.ts";
import { audienceSchema, siteSchema, type Accessibility, type SiteSettings } from "../site/schema.ts";
import { nearest } from "../nearest.ts";
import { foldersOf, matomoFolder, PEOPLE, type Site } from "../site/site.ts";
import { conformityNames } from "../strings/accessibility.ts";
import { inEach, uiLang } from "../ui-lang.ts";
import { isZone } from "./dates.ts";
import { patternAddress, siteAddress } from "./permalinks.ts";
import { FRONT_MATTER_KEYS, schemaOfTexts } from "./schema.ts";
import { meantKey } from "./schema-problems.ts";
import type { SettingsFile } from "./settings.ts";
import { readHandle } from "./signatures.ts";
import type { Theme } from "./theme.ts";
import type { Day } from "./types.ts";
import { isMap, yamlOf, type Places } from "./yaml.ts";

/** Reports what is wrong, and replaces it in the settings. Some checks replace what the next ones read. */
export function checkSite(settings: SiteSettings, loaded: SettingsFile, named?: Theme): void {
  const { permalink, theme, timeZone, twitter } = settings;
  const usual = siteSchema.parse({ title: "—" });
  if (!isZone(timeZone)) {
    const fix = `timeZone: ${usual.timeZone}`;
    loaded.report("value", ["timeZone"], { path: "timeZone", found: timeZone }, { fix });
    settings.timeZone = usual.timeZone;
  }
  if ("bad" in patternAddress(permalink)) {
    const whole = `/${permalink.trim()}`;
    const fix = `permalink: ${"url" in patternAddress(whole) ? whole : usual.permalink}`;
    loaded.report("bad-permalink", ["permalink"], { found: permalink }, { fix });
    settings.permalink = usual.permalink;
  }
  // The site's account is read like that of a post: pages give it to X with an `@` in front.
  const handle = readHandle(twitter ?? "");
  if (twitter !== undefined && handle === undefined)
    loaded.report("value/handle", ["twitter"], { path: "twitter", found: twitter });
  settings.twitter = handle;
  checkAddresses(settings, loaded);
  // A declared name must not be a key that front matter already has.
  for (const map of ["taxonomies", "fields"] as const)
    for (const name of Object.keys(settings[map]).filter(
      (one) => FRONT_MATTER_KEYS.includes(one) || (map === "taxonomies" && one === PEOPLE),
    ))
      loaded.report("settings/name", [map, name], { name, map }, { part: "key" });
  checkFolders(settings, loaded);
  checkHome(settings, loaded);
  // All links and buttons have the accent: one that some readers could not read is refused. A theme answers for its own.
  const isNamed = Object.keys(named?.accents ?? {}).length > 0;
  for (const { key, found, ratio, nearest } of isNamed ? [] : accentFaults(theme)) {
    const params = { found, ratio: Math.floor(ratio * 10) / 10 };
    loaded.report("contrast", ["theme", key], params, { fix: `${key}: ${yamlOf(nearest)}` });
  }
  checkAudience(settings, loaded);
  // Without a known repository there is no form.
  if (settings.admin && !repositoryOf(settings)) {
    const isMissing = loaded.data["repository"] === undefined;
    const fix = isMissing ? "repository: https://github.com/programme/blog" : "forge: gitlab";
    loaded.report(
      "value/missing",
      ["admin"],
      { path: isMissing ? "repository" : "forge" },
      { fix, part: "key" },
    );
    settings.admin = undefined;
  }
}

/** Two taxonomies with one folder; a field of terms with the name of a key of theirs; a group that is no key of theirs. */
function checkFolders(settings: SiteSettings, loaded: SettingsFile): void {
  const folders = new Set<string>();
  for (const [name, { folder, fields, index }] of foldersOf(settings)) {
    const path = name === PEOPLE ? [PEOPLE] : ["taxonomies", name];
    const isTaken = folder !== undefined && folders.has(folder);
    if (isTaken)
      loaded.report("value", [...path, "folder"], { path: [...path, "folder"].join("."), found: folder });
    folders.add(folder ?? "");
    const keys = [...Object.keys(schemaOfTexts(name).shape), ...Object.keys(settings.taxonomies)];
    for (const field of Object.keys(fields).filter((one) => keys.includes(one)))
      loaded.report(
        "settings/name",
        [...path, "fields", field],
        { name: field, map: [...path, "fields"].join(".") },
        { part: "key" },
      );
    const groups = [...Object.keys(settings.taxonomies), ...Object.keys(fields)];
    if (index.group === undefined || groups.includes(index.group)) continue;
    const meant = nearest(index.group, groups);
    const fix = meant === undefined ? undefined : `group: ${meant}`;
    const group = [...path, "index", "group"];
    loaded.report("value", group, { path: group.join("."), found: index.group }, { fix });
    index.group = undefined;
  }
}

/** Sections of the home page that are no taxonomy. */
const SECTIONS = ["intro", "lead", "posts", "agenda", "partners"];

/** A section that the home page cannot have is left out. */
function checkHome(settings: SiteSettings, loaded: SettingsFile): void {
  const known = [...SECTIONS, "tags", PEOPLE, ...Object.keys(settings.taxonomies)];
  for (const [i, found] of (settings.home ?? []).entries())
    if (!known.includes(found))
      loaded.report("value", ["home", i], { path: "home", found }, { fix: nearest(found, known) });
  settings.home = settings.home?.filter((name) => known.includes(name));
}

/** Pages that an owner may do without. */
const OPTIONAL: ReadonlySet<AddressName> = new Set(["person", "archives"]);

/** A refused address is replaced by the default one, so that no file is ever planned there. */
function checkAddresses({ addresses, taxonomies, lang }: SiteSettings, loaded: SettingsFile): void {
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
}

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

const AUDIENCE_KEYS = Object.keys(audienceSchema.shape);

/**
 * A faulty setting counts nothing, so that what readers send never goes where nobody intended. An unknown key may be of someone
 * who meant to ask readers first.
 */
function checkAudience(settings: SiteSettings, loaded: SettingsFile): void {
  const { audience } = settings;
  const { audience: written } = loaded.data;
  const strange = Object.keys(isMap(written) ? written : {}).filter((key) => !AUDIENCE_KEYS.includes(key));
  for (const key of strange) {
    const meant = meantKey(key, AUDIENCE_KEYS);
    const fix = meant === undefined ? undefined : `${meant}: …`;
    loaded.report("audience/key", ["audience", key], { key }, { fix, part: "key" });
  }
  const { protocol, username, password, search, hash } = new URL(audience?.matomo ?? "https://x");
  const isUnsafe = protocol !== "https:" || [username, password, search, hash].some((part) => part !== "");
  const fix = audience && `matomo: ${matomoFolder(audience.matomo)}`;
  if (isUnsafe) loaded.report("audience", ["audience", "matomo"], {}, { fix });
  if (isUnsafe || strange.length > 0) settings.audience = undefined;
}

/**
 * Claims of the accessibility statement that its audit does not allow, or that are out of date. The statement is built from what is
 * allowed in any case; an error only stops a site from claiming more.
 */
export function accessibilityProblems(
  { accessibility, email }: Site,
  today: Day,
  placeOf: Places,
): Problem[] {
  if (accessibility === undefined) return [];
  const { status, auditedOn } = accessibility;
  const allowed = allowedConformity(accessibility);
  const problems: Problem[] = [];
  if (status !== undefined && isAbove(status, allowed)) {
    const fix = inEach((lang) => `status: ${conformityNames[lang][allowed]}`);
    problems.push(problem("accessibility/flattering", placeOf(["accessibility", "status"]), {}, fix));
  }
  const isClaimed = allowed !== "none" && status !== "none";
  if (auditedOn !== undefined && isClaimed && isExpired(auditedOn, today))
    problems.push(
      problem("accessibility/expired", placeOf(["accessibility", "auditedOn"]), { day: auditedOn }),
    );
  const missing = missingKeys(accessibility, email);
  if (missing.length > 0)
    problems.push(problem("accessibility/incomplete", placeOf(["accessibility"]), { missing }));
  return problems;
}

/** What a statement must say and this one does not (decree 2019-768, article 7); only an audit can tell some of it. */
function missingKeys(accessibility: Accessibility, email: string | undefined): string[] {
  const { declaredOn, auditedOn, rate, contact } = accessibility;
  const ways = [email, contact.email, contact.form, contact.phone, contact.address];
  const isAudited = auditedOn !== undefined && rate !== undefined;
  const ofAudit = isAudited ? (["nonConformities", "environment", "tools", "sample"] as const) : [];
  return [
    ...(declaredOn === undefined ? ["declaredOn"] : []),
    ...(ways.every((way) => way === undefined) ? ["contact"] : []),
    ...ofAudit.filter(
      (key) => accessibility[key].length === 0 && !(key === "nonConformities" && rate === 100),
    ),
  ];
}
