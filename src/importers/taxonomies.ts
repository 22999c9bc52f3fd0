// Which folders of an old site become taxonomies whose terms have files: by what their texts say, not by their names. A folder whose
// texts a key of others names, nearly always, is one; a folder of texts that name such terms, and tell of people, is people.
import { byCodeUnit, fold, slugOf } from "../content/text.ts";
import { addTo, groupBy } from "../iterate.ts";
import { nameIn } from "../paths.ts";
import { PEOPLE } from "../site/site.ts";
import { capitalised } from "../text.ts";
import { decoded } from "./addresses.ts";
import { fieldTypes } from "./front-matter.ts";
import { languagesOf, type OldSite, type OldText } from "./model.ts";
import { countsOf, defined, first, isMap, map, text, texts, type Data } from "./values.ts";

/** A taxonomy that an import found. */
export interface FoundTaxonomy {
  name: string;
  folder: string;
  terms: number;
  /** Names that others write, as often as they do, and those that no text has. */
  found: number;
  missing: number;
}

/** Fewer different names than these could be chance. */
const FEWEST_NAMES = 3;
/** Of the texts of a folder, those that are named: others of a kind are named too. */
const FEWEST_SHARE = 0.2;
/** Of the names that are written, those that are found. */
const MOST_FOUND = 0.8;

/** Keys whose values name something else, whatever their words. */
const OTHER =
  /^(?:title|name|slug|url|permalink|layout|date|type|lang|weight|order|image|photo|alias(?:es)?|redirect_from|description|id)$/;

/** Makes terms of the texts of such folders: their kind, their place, and the settings of their taxonomy. */
export function findTaxonomies(site: OldSite): FoundTaxonomy[] {
  const folders = foldersOf(site);
  const named = [...folders].flatMap(([folder, all]) => keyNaming(folder, all, site) ?? []);
  const byKey = new Map(named.map((one) => [one.name, one]));
  const people = [...folders].filter(([folder, all]) => isOfPeople(all, [...byKey.keys()]) && folder !== "");
  const [ofPeople] = people.length === 1 ? people : [];
  if (ofPeople !== undefined && byKey.size > 0) {
    for (const [key, one] of byKey) if (one.folder === ofPeople[0]) byKey.delete(key);
    makePeople(ofPeople[1], site);
  }
  const settings = map(site.settings["taxonomies"]);
  const taken = new Set<string>();
  const taxonomies = [...byKey.values()].filter(({ folder }) => !taken.has(folder) && taken.add(folder));
  for (const one of taxonomies) {
    const { name, folder } = one;
    const all = (folders.get(folder) ?? []).filter((old) => site.texts.includes(old));
    oneTextEach(all, site);
    one.terms = all.length;
    for (const old of all) makeTerm(old, name, folderName(folder));
    // As the menu calls it, which has its accents.
    const entry = site.nav.find(({ label }) => fold(label) === fold(name) || fold(label) === fold(folder));
    const label = entry?.label ?? capitalised(name).replaceAll("-", " ");
    // What one of the generator's own taxonomies says of its address stays.
    const { address = addressOf(all), ...own } = map(settings[name]);
    settings[name] = defined({ label, ...own, folder: folderName(folder), address });
  }
  if (Object.keys(settings).length > 0) site.settings["taxonomies"] = settings;
  return taxonomies;
}

/** Pages by their folder below those of the languages. */
function foldersOf(site: OldSite): Map<string, OldText[]> {
  const languages = languagesOf(site);
  const folders = new Map<string, OldText[]>();
  for (const old of site.texts) {
    if (old.kind !== "page") continue;
    const path = old.target.split("/").slice(2);
    const below = languages.has(path[0]?.toLowerCase() ?? "") ? path.slice(1) : path;
    if (below.length > 1) addTo(folders, below[0] ?? "", old);
  }
  return folders;
}

/** A name that a taxonomy, and its folder, may have. */
const folderName = (folder: string): string => {
  const slug = /^[a-z\d][\w-]*$/i.test(folder) ? folder : slugOf(folder);
  return ["posts", "pages", PEOPLE].includes(slug.toLowerCase()) ? `${slug}-1` : slug;
};
const KEY = /^[a-zA-Zé-ü][\wà-ü-]*$/;

/** The key of texts in other folders whose values are nearly all titles, slugs or file names of these; that of most texts. */
function keyNaming(folder: string, all: readonly OldText[], site: OldSite): FoundTaxonomy | undefined {
  const own = new Set(all);
  const names = new Set(all.flatMap(namesOf));
  const values = new Map<string, string[]>();
  for (const old of site.texts)
    if (!own.has(old))
      for (const [key, value] of Object.entries(old.data))
        if (KEY.test(key) && !OTHER.test(key) && key !== PEOPLE && !isMap(value))
          for (const one of texts(value)) addTo(values, key, fold(one));
  const found = [...values].flatMap(([name, written]) => {
    const known = written.filter((one) => names.has(one));
    const fewest = Math.max(Math.min(FEWEST_NAMES, all.length), FEWEST_SHARE * all.length);
    const isEnough = new Set(known).size >= fewest && all.length > 1;
    const missing = written.length - known.length;
    if (!isEnough || known.length < MOST_FOUND * written.length) return [];
    return { name, folder, terms: all.length, found: known.length, missing };
  });
  return found.sort((a, b) => b.found - a.found || byCodeUnit(a.name, b.name))[0];
}

const stemOf = ({ target }: OldText): string =>
  nameIn(target.replace(/\/index\.md$/, "").replace(/\.md$/, ""));

const namesOf = (old: OldText): string[] =>
  [text(old.data["title"]) ?? old.title, text(old.data["slug"]) ?? "", stemOf(old)].map(fold).filter(Boolean);

/** What only a text about a person says. */
const OF_PERSON = [
  ...["role", "job", "poste", "fonction", "position", "fullname", "firstname", "lastname"],
  ...["linkedin", "github", "twitter", "mastodon", "avatar", "photo"],
];
const PERSON_NAME = /^\p{Lu}[\p{L}'’.-]*(?: (?:d[eu]|la|le|van|von|el|ben|di|da))*(?: [\p{L}'’.-]+){1,4}$/u;

/** True for texts with names of people, of which most say what they do, or name terms of the site. */
function isOfPeople(all: readonly OldText[], keys: readonly string[]): boolean {
  const isMost = (test: (old: OldText) => boolean): boolean => all.filter(test).length >= 0.8 * all.length;
  return (
    all.length >= FEWEST_NAMES &&
    isMost(({ data, title }) => PERSON_NAME.test(personName(data) ?? title)) &&
    isMost(({ data }) => OF_PERSON.some((key) => data[key] !== undefined)) &&
    all.some(({ data }) => keys.some((key) => data[key] !== undefined))
  );
}

const personName = (data: Data): string | undefined =>
  text(first(data, ["name", "fullname", "full_name", "fullName", "title"]));

function makeTerm(old: OldText, taxonomy: string, folder: string): void {
  old.kind = "term";
  old.taxonomy = taxonomy;
  // A day in a name is that of a post.
  old.target = old.target.replace(
    /^content\/pages\/((?:[a-z]{2}(?:-[a-z]+)?\/)?)[^/]+\//i,
    `content/${folder}/$1`,
  );
}

/** A second text of one title adds its words to the first, and leads to it. */
function oneTextEach(all: OldText[], site: OldSite): void {
  for (const same of groupBy(
    all,
    (old) => `${old.lang ?? ""} ${fold(text(old.data["title"]) ?? old.title)}`,
  ).values()) {
    // `agriculture.md` before `agriculture-1.md`.
    const [kept, ...others] = same.toSorted((a, b) => a.target.length - b.target.length);
    for (const other of kept === undefined ? [] : others) {
      if (kept === undefined) continue;
      if (other.body.trim() !== "") kept.body = `${kept.body.trimEnd()}\n\n${other.body}`;
      if (other.oldUrl !== undefined) {
        kept.aliases = [...kept.aliases, decoded(other.oldUrl)];
        site.described.push(other.oldUrl);
      }
      site.texts = site.texts.filter((old) => old !== other);
      all.splice(all.indexOf(other), 1);
    }
  }
}

/** The pattern that gives most of the texts their old addresses. */
function addressOf(all: readonly OldText[]): string | undefined {
  const patterns = all.flatMap(({ oldUrl = "" }) => {
    const [, before, end] = /^(\/(?:[^/]+\/)*)[^/]+?(\/|\.html)?$/.exec(decoded(oldUrl)) ?? [];
    return before === undefined || before === "/" ? [] : `${before}:slug${end ?? "/"}`;
  });
  const [most] = [...countsOf(patterns)].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b));
  return most?.[0];
}

const NETWORKS = ["linkedin", "github", "gitlab", "twitter", "mastodon", "bluesky"];

/** What a person does is their `role`; a `role` of a few words beside it is what they are to the programme. */
function makePeople(all: readonly OldText[], site: OldSite): void {
  for (const old of all) {
    const { job, poste, fonction, position, role, ...others } = old.data;
    const does = text(job ?? poste ?? fonction ?? position);
    const links = NETWORKS.flatMap((network) => {
      const written = text(others[network]);
      return written !== undefined && /^https?:/.test(written) ? [[network, written] as const] : [];
    });
    const handles = NETWORKS.flatMap((network) => {
      const written = text(others[network]);
      return written !== undefined && /^@?[\w.-]+$/.test(written) ? [[network, written] as const] : [];
    });
    for (const network of NETWORKS) Reflect.deleteProperty(others, network);
    old.data = defined({
      ...others,
      title: personName(old.data),
      role: does ?? role,
      status: does === undefined ? undefined : role,
      links: links.length > 0 ? Object.fromEntries(links) : undefined,
      handles: handles.length > 0 ? Object.fromEntries(handles) : undefined,
    });
    makeTerm(old, PEOPLE, PEOPLE);
  }
  const address = addressOf(all);
  if (address !== undefined)
    site.settings["addresses"] = { ...map(site.settings["addresses"]), person: address };
}

// Fields

/** More values than these are no choice. */
const MOST_OPTIONS = 8;

/** The fields of the texts of a taxonomy, with their options, and how its index is grouped. */
export function taxonomySettings(
  heads: readonly Data[],
  taxonomies: readonly string[],
  known: ReadonlySet<string>,
): Data {
  const fields = fieldTypes(heads, new Set([...known, ...taxonomies]));
  for (const [name, field] of Object.entries(fields)) {
    const written = heads.flatMap((head) => text(head[name]) ?? []);
    const counts = countsOf(written);
    const isChoice = counts.size > 1 && counts.size <= MOST_OPTIONS && written.length >= 3 * counts.size;
    if (isChoice && map(field)["type"] === "string")
      fields[name] = {
        ...map(field),
        label: capitalised(name),
        options: [...counts].sort(([, m], [, n]) => n - m).map(([one]) => one),
      };
    else fields[name] = { ...map(field), label: capitalised(name) };
  }
  const isUsual = (key: string): boolean =>
    heads.filter((head) => texts(head[key]).length === 1).length >= MOST_FOUND * heads.length;
  const choices = Object.entries(fields).filter(([, field]) => map(field)["options"] !== undefined);
  const few = (key: string): number => countsOf(heads.flatMap((head) => texts(head[key]))).size;
  const groups = [...choices.map(([name]) => name), ...taxonomies].filter(
    (key) => isUsual(key) && few(key) > 1 && few(key) <= 12,
  );
  return defined({
    fields: Object.keys(fields).length > 0 ? fields : undefined,
    index: groups[0] === undefined ? undefined : { group: groups[0] },
  });
}
