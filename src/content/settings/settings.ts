// Reads `site.yaml`, `people.yaml`, `tags.yaml` and `redirects.yaml`: typed values, or defaults and problems.
// A wrong key is reported and left out, and the rest is used, so that one run reports everything.
import type { Problem } from "../../problems.ts";
import { siteSchema, type SiteSettings } from "../../site/schema.ts";
import { checkArchived } from "./archived.ts";
import { checkAudience } from "./audience-checks.ts";
import { checkCheckNames } from "./check-names.ts";
import { checkEmbedHosts } from "./embed-hosts.ts";
import { lazyPlace, type KeyPath, type Places } from "../yaml/locate.ts";
import { redirectsSchema, type KnownPerson } from "../schema.ts";
import { NEW_ADDRESS } from "../../strings/example-addresses.ts";
import { catalogue } from "../../strings/problems.ts";
import { peopleLinks, siteLinks } from "./links.ts";
import {
  checkAddresses,
  checkDoubledPath,
  checkNames,
  checkPermalink,
  checkTimeZone,
  checkTranslations,
  checkTwitter,
} from "./site-checks.ts";
import { lineWith, remark } from "./lines.ts";
import { membershipsOf, type Membership } from "./memberships.ts";
import { checkNotice } from "./notice.ts";
import { readPeople } from "./people.ts";
import { checkTaxonomies, readTags } from "./terms.ts";
import { siteExample } from "./site-examples.ts";
import { checkTheme } from "./theme-checks.ts";
import { forgetCorrected } from "../parse.ts";
import { keysWith, loadYaml, sieve, type Telling } from "./file.ts";
import { SettingsFile } from "./settings-file.ts";
import { checkAdmin, checkBranch } from "./repository-checks.ts";
import type { KnownTerms } from "../known-terms.ts";
import type { SourceFile } from "../../source-file.ts";
import type { ListedRedirect, SettingLink } from "../types.ts";
import { causedBy, OF_PEOPLE } from "../without-settings.ts";

type LineOf = (path: KeyPath, value?: string) => string;

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
  /** A line of `site.yaml` to paste: with a value, the line of the key; without one, that line commented out. */
  lineOf: LineOf;
  problems: Problem[];
  /** True if a setting is refused or misspelt, and so has no effect. */
  unsettled: boolean;
  /** Codes, or keys of the messages, of the problems of texts that errors in settings may cause. */
  caused: ReadonlySet<string>;
  /** Files in which something is refused: their lists are not complete. */
  refused: ReadonlySet<string>;
}

export function readSettings(files: ReadonlyMap<string, SourceFile>): Settings {
  const problems: Problem[] = [];
  const site = loadYaml(files.get("site"), problems);
  const people = loadYaml(files.get("people"), problems);
  const tagFile = loadYaml(files.get("tags"), problems);
  const redirectFile = loadYaml(files.get("redirects"), problems);
  const unreadable = [...problems];
  const readable = site === undefined ? undefined : readSite(site);
  const known = people === undefined ? {} : readPeople(people, readable);
  const tags = tagFile === undefined ? { terms: new Map(), listed: false, closed: false } : readTags(tagFile);
  const redirects = redirectFile === undefined ? [] : readRedirects(redirectFile);
  forgetCorrected(problems, unreadable, unreadable.length);
  const refused = new Set(problems.filter(isError).map(({ file }) => file));
  return {
    site: readable,
    people: known,
    memberships: people === undefined ? [] : membershipsOf(people, known),
    links: [
      ...(site === undefined || readable === undefined ? [] : siteLinks(site, readable)),
      ...(people === undefined ? [] : peopleLinks(people, known)),
    ],
    tags,
    redirects,
    placeOf: (site ?? new SettingsFile("content/site.yaml", { text: "", data: {}, problems })).placeOf,
    lineOf: linesIn(site?.text ?? ""),
    problems,
    unsettled: problems.some(isRefusal),
    caused: new Set([
      ...causedBy(site === undefined ? [] : keysWith(problems.filter(isError), site)),
      ...(refused.has("content/people.yaml") ? OF_PEOPLE : []),
    ]),
    refused,
  };
}

function linesIn(text: string): LineOf {
  return (path, value) => (value === undefined ? remark(text, path) : lineWith(text, path, value));
}

function isRefusal({ key, params }: Problem): boolean {
  const isMeant = key === "unknown-key/settings" && params["suggestion"] !== "";
  return isMeant || isError({ key });
}

function isError({ key }: Pick<Problem, "key">): boolean {
  return catalogue[key].severity === "error";
}

/** The default settings, for checking the posts of a site root whose `site.yaml` cannot be read. */
export function defaultSettings(): SiteSettings {
  return siteSchema.parse({ title: "—" });
}

function readSite(loaded: SettingsFile): SiteSettings {
  const telling: Telling = {
    examples: siteExample,
    toldElsewhere: (path) => path[0] === "audience" || isTerm(path),
    refusedPart: (path) => (isTerm(path.slice(0, 4)) ? path.slice(0, 4) : path.slice(0, 1)),
  };
  // Without a title, everything else still applies.
  const { file, text, data } = loaded;
  const titled = new SettingsFile(file, { text, data: { ...data, title: "—" }, problems: [] });
  const settings = sieve(siteSchema, loaded, telling) ?? {
    ...(sieve(siteSchema, titled, telling) ?? defaultSettings()),
    title: "",
  };
  for (const check of CHECKS) check(settings, loaded);
  return settings;
}

/** What the schema cannot say, in the order in which it is checked: some checks replace what the next ones read. */
const CHECKS: readonly ((settings: SiteSettings, loaded: SettingsFile) => void)[] = [
  checkTimeZone,
  checkPermalink,
  checkTwitter,
  checkAddresses,
  checkDoubledPath,
  checkNames,
  checkTaxonomies,
  checkTranslations,
  checkCheckNames,
  checkEmbedHosts,
  checkTheme,
  checkArchived,
  checkNotice,
  checkAudience,
  checkBranch,
  checkAdmin,
];

const isTerm = ({ length, 0: key, 2: part }: KeyPath): boolean =>
  length === 4 && key === "taxonomies" && part === "terms";

function readRedirects(loaded: SettingsFile): ListedRedirect[] {
  const { placeOf } = loaded;
  const redirects = sieve(redirectsSchema, loaded, { examples: (_, lang) => NEW_ADDRESS[lang] }) ?? {};
  return Object.entries(redirects).map(([from, to]) => ({
    from,
    to,
    place: lazyPlace(loaded.file, () => placeOf([from], "key")),
    targetPlace: lazyPlace(loaded.file, () => placeOf([from])),
  }));
}
