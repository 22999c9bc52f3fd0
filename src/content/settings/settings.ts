// Reads `site.yaml`, `people.yaml`, `tags.yaml` and `redirects.yaml`: typed values, or defaults and problems.
// A wrong key is reported and left out, and the rest is used, so that one run reports everything.
import { codeOf, type Problem } from "../../problems.ts";
import { siteSchema, type SiteSettings } from "../../site/schema.ts";
import type { SourceFile } from "../../files.ts";
import { catalogue } from "../../strings/problems.ts";
import type { KnownTerms } from "../terms.ts";
import { checked } from "../schema-problems.ts";
import { redirectsSchema, type KnownPerson } from "../schema.ts";
import type { ListedRedirect, SettingLink } from "../types.ts";
import { lazyPlace, placesIn, type Places } from "../yaml/locate.ts";
import { loadYaml, type SettingsFile } from "./file.ts";
import { peopleLinks, siteLinks } from "./links.ts";
import { membershipsOf, readPeople, type Membership } from "./people.ts";
import { checkSite } from "./site-checks.ts";
import { checkTaxonomies, readTags } from "./terms.ts";

export interface Settings {
  /** Undefined if there is no `site.yaml` that can be read. */
  site: SiteSettings | undefined;
  people: Readonly<Record<string, KnownPerson>>;
  /** What people have under the names of the site's taxonomies. */
  memberships: readonly Membership[];
  tags: KnownTerms;
  redirects: readonly ListedRedirect[];
  links: readonly SettingLink[];
  /** Place of a key of `site.yaml`. */
  placeOf: Places;
  problems: Problem[];
  /** True if a setting is refused, and so has no effect. */
  unsettled: boolean;
  /** Codes of the problems of texts that errors in settings may cause. */
  caused: ReadonlySet<string>;
  /** Files in which something is refused: their lists are not complete. */
  refused: ReadonlySet<string>;
}

const SITE = "content/site.yaml";

export function readSettings(files: ReadonlyMap<string, SourceFile>): Settings {
  const problems: Problem[] = [];
  const file = loadYaml(files.get("site"), problems);
  const people = loadYaml(files.get("people"), problems);
  const tags = loadYaml(files.get("tags"), problems);
  const redirects = loadYaml(files.get("redirects"), problems);
  const site = file && readSite(file);
  const known = people === undefined ? {} : readPeople(people, site ?? defaultSettings());
  const terms = tags === undefined ? { terms: new Map(), listed: false, closed: false } : readTags(tags);
  const listed = redirects === undefined ? [] : readRedirects(redirects);
  const errors = problems.filter(({ key }) => catalogue[key].severity === "error");
  const refused = new Set(errors.map((one) => one.file));
  const isSettled = file !== undefined && !refused.has(SITE);
  return {
    site,
    people: known,
    memberships: people === undefined ? [] : membershipsOf(people, known),
    links: [
      ...(file === undefined || site === undefined ? [] : siteLinks(file, site)),
      ...(people === undefined ? [] : peopleLinks(people, known)),
    ],
    tags: terms,
    redirects: listed,
    placeOf: file?.placeOf ?? placesIn(SITE, () => ""),
    problems,
    unsettled: errors.length > 0,
    caused: isSettled ? new Set() : CAUSED,
    refused,
  };
}

/** The default settings, for checking the posts of a site root whose `site.yaml` cannot be read. */
export function defaultSettings(): SiteSettings {
  return siteSchema.parse({ title: "—" });
}

function readSite(loaded: SettingsFile): SiteSettings {
  // Without a title, everything else still applies.
  const { placeOf, data } = loaded;
  const titled = { placeOf, data: { ...data, title: "—" }, problems: [] };
  const settings = checked(siteSchema, loaded).value ?? {
    ...(checked(siteSchema, titled).value ?? defaultSettings()),
    title: "",
  };
  checkSite(settings, loaded);
  checkTaxonomies(settings, loaded);
  return settings;
}

function readRedirects(loaded: SettingsFile): ListedRedirect[] {
  const { file, placeOf } = loaded;
  return Object.entries(checked(redirectsSchema, loaded).value ?? {}).map(([from, to]) => ({
    from,
    to,
    place: lazyPlace(file, () => placeOf([from], "key")),
    targetPlace: lazyPlace(file, () => placeOf([from])),
  }));
}

/**
 * What an error in `site.yaml` may cause: texts are then read with other languages, addresses and fields than those that they were
 * written for, and corrections made to suit these would spoil them. The error stops the build, so the next run reports the others.
 */
const CAUSED: ReadonlySet<string> = new Set([
  ...["dead-anchor", "dead-link", "moved-link", "duplicate-url", "bad-permalink", "redirect"],
  ...["language", "translation", "related", "unknown-key", "unknown-tag"],
]);

/** Without the problems of texts whose code is among the caused ones. */
export function withoutCaused(problems: readonly Problem[], caused: ReadonlySet<string>): Problem[] {
  const isOfText = (file: string): boolean => /^content\/(?:(?:posts|pages)\/|people\.yaml$)/.test(file);
  return problems.filter(({ key, file }) => !caused.has(codeOf(key)) || !isOfText(file));
}
