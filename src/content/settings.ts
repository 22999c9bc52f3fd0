// Reads `site.yaml`, `people.yaml`, `tags.yaml` and `redirects.yaml`: typed values, or defaults and problems.
// A wrong key is reported and left out, and the rest is used, so that one run reports everything.
import { codeOf, problem, type Fix, type Params, type Problem } from "../problems.ts";
import { siteSchema, type KnownTerm, type SiteSettings } from "../site/schema.ts";
import type { SourceFile } from "../files.ts";
import { catalogue, type MessageKey } from "../strings/problems.ts";
import { readUtf8 } from "./parse.ts";
import { checked } from "./schema-problems.ts";
import { peopleSchema, redirectsSchema, tagsSchema, type KnownPerson } from "./schema.ts";
import { checkSite } from "./site-checks.ts";
import type { KnownTerms } from "./terms.ts";
import { readTheme, readThemeSettings, withAccent, type Theme } from "./theme.ts";
import type { ListedRedirect, SettingLink } from "./types.ts";
import { lazyPlace, parseYaml, placesIn, yamlOf, type KeyPath, type Places, type YamlMap } from "./yaml.ts";

export interface Settings {
  /** Undefined if there is no `site.yaml` that can be read. */
  site: SiteSettings | undefined;
  /** The one that the site names, if it is there. */
  theme: Theme | undefined;
  people: Readonly<Record<string, KnownPerson>>;
  tags: KnownTerms;
  redirects: readonly ListedRedirect[];
  links: readonly SettingLink[];
  /** Place of a key of `site.yaml`. */
  placeOf: Places;
  problems: Problem[];
  /** Files in which something is refused: their lists are not complete. */
  refused: ReadonlySet<string>;
}

const SITE = "content/site.yaml";

/** `root` is the absolute path of the site root. */
export function readSettings(root: string, files: ReadonlyMap<string, SourceFile>): Settings {
  const problems: Problem[] = [];
  const open = (name: string): SettingsFile => readFile(`content/${name}.yaml`, files.get(name), problems);
  const [siteFile, peopleFile, tagsFile, redirectsFile] = [
    open("site"),
    open("people"),
    open("tags"),
    open("redirects"),
  ];
  const theme = readTheme(root, siteFile);
  const site = siteFile.isRead ? readSite(siteFile, theme) : undefined;
  const people = checked(peopleSchema, peopleFile) ?? {};
  const tags = readTags(tagsFile);
  const redirects = Object.entries(checked(redirectsSchema, redirectsFile) ?? {});
  const errors = problems.filter(({ key }) => catalogue[key].severity === "error");
  return {
    site,
    theme,
    people,
    tags,
    redirects: redirects.map(([from, to]) => ({
      ...{ from, to, place: lazyPlace(redirectsFile.file, () => redirectsFile.placeOf([from], "key")) },
      targetPlace: lazyPlace(redirectsFile.file, () => redirectsFile.placeOf([from])),
    })),
    links: [...(site ? siteLinks(siteFile, site) : []), ...peopleLinks(peopleFile, people)],
    placeOf: siteFile.placeOf,
    problems,
    refused: new Set([...errors.map(({ file }) => file), ...(site ? [] : [SITE])]),
  };
}

/** A settings file that is a YAML map: its values, and for messages the places in its text. Empty if it cannot be read. */
export class SettingsFile {
  readonly file: string;
  readonly isRead: boolean;
  readonly data: YamlMap;
  readonly placeOf: Places;
  /** Where `report` adds to. */
  readonly problems: Problem[];

  constructor(file: string, text: string, data: YamlMap | undefined, problems: Problem[]) {
    this.file = file;
    this.isRead = data !== undefined;
    this.data = data ?? {};
    this.problems = problems;
    this.placeOf = placesIn(file, () => text);
  }

  /** Reports a problem at a value, or at its key. */
  report<K extends MessageKey>(
    key: K,
    path: KeyPath,
    params: Params<K>,
    { fix, part }: { fix?: Fix | undefined; part?: "key" | "value" } = {},
  ): void {
    this.problems.push(problem(key, this.placeOf(path, part), params, fix));
  }
}

function readFile(file: string, source: SourceFile | undefined, problems: Problem[]): SettingsFile {
  const read = source && readUtf8(source);
  const text = read && "bytes" in read ? read.bytes.toString() : "";
  const parsed = read && ("problem" in read ? read : parseYaml(file, text));
  if (parsed && "problem" in parsed) problems.push(parsed.problem);
  return new SettingsFile(file, text, parsed && "data" in parsed ? parsed.data : undefined, problems);
}

/** The default settings, for checking the posts of a site root whose `site.yaml` cannot be read. */
export function defaultSettings(): SiteSettings {
  return siteSchema.parse({ title: "—" });
}

function readSite(loaded: SettingsFile, theme: Theme | undefined): SiteSettings {
  // Without a title, everything else still applies.
  const { placeOf, problems } = loaded;
  const data = theme ? withAccent(theme, loaded) : loaded.data;
  const titled = { data: { ...data, title: "—" }, placeOf, problems: [] };
  const settings = checked(siteSchema, { data, placeOf, problems }) ?? {
    ...(checked(siteSchema, titled) ?? defaultSettings()),
    title: "",
  };
  if (theme) {
    settings.theme.settings = readThemeSettings(theme, settings.theme.settings, loaded);
    for (const name of ["scripts", "connect", "images", "frames"] as const)
      settings.policy[name] = [...new Set([...settings.policy[name], ...theme.policy[name]])];
  }
  checkSite(settings, loaded, theme);
  return settings;
}

function readTags(loaded: SettingsFile): KnownTerms {
  const { closed = false, ...rest } = checked(tagsSchema, loaded) ?? {};
  const terms = new Map<string, KnownTerm>();
  for (const [slug, term] of Object.entries(rest)) if (typeof term === "object") terms.set(slug, term);
  return { terms, listed: loaded.isRead, closed };
}

/** What a link checker needs of a link in settings. Its place is looked up only if it fails. */
function linkAt(
  { file, placeOf }: SettingsFile,
  path: KeyPath,
  href: string | undefined,
  more: Partial<SettingLink> = {},
): SettingLink[] {
  const place = lazyPlace(file, () => placeOf(path));
  const lineWith = (other: string): string => `${String(path.at(-1))}: ${yamlOf(other)}`;
  return href === undefined ? [] : [{ href, text: "", place, lineWith, ...more }];
}

type Links = readonly { label: string; url: string; links?: Links | undefined }[];

const linksAt = (loaded: SettingsFile, path: KeyPath, among: Links = []): SettingLink[] =>
  among.flatMap(({ label, url, links }, i) => [
    ...linkAt(loaded, [...path, i, "url"], url, { text: label }),
    ...linksAt(loaded, [...path, i, "links"], links),
  ]);

function siteLinks(loaded: SettingsFile, site: SiteSettings): SettingLink[] {
  const { audience, accessibility } = site;
  return [
    ...(["nav", "footer", "social"] as const).flatMap((name) => linksAt(loaded, [name], site[name])),
    ...(["newsletter", "repository"] as const).flatMap((name) => linkAt(loaded, [name], site[name])),
    ...site.partners.flatMap(({ name, logo, url }, i) => [
      ...linkAt(loaded, ["partners", i, "logo"], logo, { picture: true }),
      ...linkAt(loaded, ["partners", i, "url"], url, { text: name }),
    ]),
    ...linkAt(loaded, ["audience", "matomo"], audience?.matomo),
    // A plan may be words that say when it will be published.
    ...(["multiYearPlan", "actionPlan"] as const).flatMap((name) =>
      linkAt(loaded, ["accessibility", name], /^(?:https?:\/\/|\/).*/.exec(accessibility?.[name] ?? "")?.[0]),
    ),
    ...linksAt(loaded, ["accessibility", "sample"], accessibility?.sample),
    ...linkAt(loaded, ["accessibility", "contact", "form"], accessibility?.contact.form),
  ];
}

/** Links of everyone in `people.yaml`, and the photos on their pages, whether or not a post names them. */
function peopleLinks(loaded: SettingsFile, people: Readonly<Record<string, KnownPerson>>): SettingLink[] {
  return Object.entries(people).flatMap(([id, { links, photo }]) => [
    ...linkAt(loaded, [id, "photo"], photo === "" ? undefined : photo, { picture: true }),
    ...linksAt(loaded, [id, "links"], links),
  ]);
}

/** Codes of the problems of texts that an error in `site.yaml` may cause. */
const CAUSED: ReadonlySet<string> = new Set([
  ...["dead-anchor", "dead-link", "moved-link", "duplicate-url", "bad-permalink", "redirect"],
  ...["language", "translation", "related", "unknown-key", "unknown-tag"],
]);

/**
 * Without what an error in `site.yaml` may cause: texts are then read with other languages, addresses and fields than those that
 * they were written for, and corrections made to suit these would spoil them. The error stops the build, so the next run reports
 * the others.
 */
export function withoutCaused(problems: readonly Problem[], refusedSettings: ReadonlySet<string>): Problem[] {
  if (!refusedSettings.has(SITE)) return [...problems];
  const isOfText = (file: string): boolean => /^content\/(?:(?:posts|pages)\/|people\.yaml$)/.test(file);
  return problems.filter(({ key, file }) => !CAUSED.has(codeOf(key)) || !isOfText(file));
}
