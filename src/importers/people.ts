// Data files of authors → `people.yaml`, with the ids that posts use.
// Only what Carnet shows of a person is kept. E-mail addresses are not, since nobody asked for them to be published again.
import { defined, first, list, map, text, texts } from "./values.ts";
import { isMap, type YamlMap } from "../content/yaml/parse.ts";
import type { OldSite } from "./model.ts";
import type { SourceFiles } from "./source-files.ts";
import { readData, readList } from "./source-text.ts";

const NAME = ["name", "fullname", "full_name", "fullName", "display_name", "displayName", "nom", "title"];
const ROLE = ["role", "position", "job", "fonction"];
const DESCRIPTION = ["description", "bio", "about"];
const PHOTO = ["photo", "avatar", "image", "picture"];
const SITE = ["url", "uri", "website", "web", "home"];
const NETWORKS = ["twitter", "github", "mastodon", "linkedin", "gitlab", "bluesky"];

/** `wanted` matches a file with all authors; `each`, one file per author, named after the id. */
export function readPeople(files: SourceFiles, wanted: RegExp, each?: RegExp): Record<string, unknown> {
  const people: Record<string, unknown> = {};
  for (const file of files.files) {
    const id = each?.exec(file)?.[1];
    if (id !== undefined) addPerson(people, id, readData(file, files.read(file)));
    else if (wanted.test(file)) {
      const data = readData(file, files.read(file));
      for (const [key, one] of Object.entries(data))
        addPerson(people, key, typeof one === "string" ? { name: one } : map(one));
    }
  }
  return people;
}

/** Keys that `addPerson` reads. */
export const PERSON_KEYS: ReadonlySet<string> = new Set([
  ...[...NAME, ...SITE, ...ROLE, ...DESCRIPTION, ...PHOTO],
  ...NETWORKS.flatMap((network) => [network, `${network}_username`]),
  ...["links", "social", "profiles"],
]);

export function addPerson(people: Record<string, unknown>, id: string, data: YamlMap): void {
  const name = text(first(data, NAME));
  if (name === undefined || ["__proto__", "constructor", "prototype"].includes(id)) return;
  const links = ["links", "social", "profiles"].flatMap((key) => list(data[key]).filter(isMap));
  const own = { ...map(data["social"]), ...data };
  const handles = Object.fromEntries(
    NETWORKS.flatMap((network) => {
      const value = text(own[network]) ?? text(own[`${network}_username`]);
      return value === undefined ? [] : [[network, value.replace(/^@/, "")]];
    }),
  );
  const site = text(first(data, SITE));
  const linked = [
    ...(site !== undefined && /^https?:/.test(site)
      ? [{ label: site.replace(/^https?:\/\/|\/$/g, ""), url: site }]
      : []),
    ...links.flatMap((link) => {
      const url = text(first(link, ["url", "link"]));
      return url !== undefined && /^https?:/.test(url) && url !== site
        ? [{ label: text(first(link, ["label", "platform", "name", "title", "icon"])) ?? url, url }]
        : [];
    }),
  ];
  people[id] = defined({
    name,
    role: text(first(data, ROLE)),
    description: text(first(data, DESCRIPTION))?.replace(/\s+/g, " "),
    photo: text(first(data, PHOTO)),
    links: linked.length === 0 ? undefined : linked,
    handles: Object.keys(handles).length === 0 ? undefined : handles,
  });
}

/** The names or ids with which texts sign, as written. */
export function signedNames({ entries }: OldSite): Set<string> {
  return new Set(
    entries.flatMap(({ text: { data }, inherited }) =>
      ["author", "authors"].flatMap((key) => texts(data[key] ?? inherited[key])),
    ),
  );
}

/** Reports each data file that describes people with whose ids texts sign, and of whom nothing else is known. */
export function nameUnreadPeople(site: OldSite, files: SourceFiles): void {
  const unknown = [...signedNames(site)].filter((one) => !Object.hasOwn(site.people, one));
  if (unknown.length === 0) return;
  for (const file of files.files) {
    if (!/(?:^|\/)_?data\/.*\.(?:ya?ml|json|toml)$/i.test(file)) continue;
    const written = files.read(file) ?? "";
    if (!unknown.some((one) => written.includes(one))) continue;
    const ids = describedIn(file, written);
    const found = unknown.filter((one) => ids.has(one));
    if (found.length > 0) site.manual.push({ kind: "unread-people", file, line: 0, found: found.join(", ") });
  }
}

/** The ids of what a data file describes: its keys, or a value of each item of a list other than its name. */
function describedIn(file: string, written: string): Set<string> {
  const keyed = Object.entries(readData(file, written)).filter(([, one]) => isMap(one));
  const listed = readList(written)
    .filter(isMap)
    .flatMap((item) => Object.entries(item).filter(([key]) => !NAME.includes(key)));
  return new Set([...keyed.map(([key]) => key), ...listed.flatMap(([, value]) => texts(value))]);
}
