// A collection of people (`_authors/lea.md`) → `people.yaml`, and a page for each text that someone wrote about them.
// Posts sign with the id of `people.yaml`: it is the name that they already use, so that no signature changes.
import { stringify } from "yaml";
import { slugOf } from "../../content/text.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import { nameIn } from "../../paths.ts";
import { isPattern } from "../new-address.ts";
import type { OldAddress, OldSite } from "../model.ts";
import { addPerson, PERSON_KEYS, signedNames } from "../people.ts";
import { aliasesOf, openText, type Reading } from "../reading.ts";
import { setAddress } from "../site-addresses.ts";
import type { SourceText } from "../source-text.ts";
import { defined, map, rooted, text } from "../values.ts";
import { collectionOf } from "./collections.ts";
import type { JekyllConfig } from "./config.ts";
import { defaultsFor, titleOfSlug } from "./front-matter.ts";
import { addPage, collectionAddress } from "./pages.ts";

/** Keys under which posts name someone, besides the name of the file. */
const NAMES = ["short_name", "shortname", "username", "author_id", "id", "slug"];
/** Keys of a page that concern its address and its state. */
const OF_PAGE = ["lang", "redirect_from", "aliases", "permalink", "published", "noindex"];
/** Keys that nothing shows. */
const UNSHOWN = /^(layout|title|name|e-?mail|date)$/i;

/** `places`: source → path below the root, of each text of such collections. Called once all posts are read. */
export function readPeopleTexts(places: ReadonlyMap<string, string>, reading: Reading<JekyllConfig>): void {
  const signed = signedNames(reading.site);
  for (const [source, place] of places) readPerson(source, place, signed, reading);
}

function readPerson(
  source: string,
  place: string,
  signed: ReadonlySet<string>,
  reading: Reading<JekyllConfig>,
): void {
  const read = openText(source, reading);
  if (read === undefined || read.format === "none") return;
  const { data } = read;
  const file = nameIn(place).replace(/\.\w+$/, "");
  const names = [file, ...NAMES.flatMap((key) => text(data[key]) ?? [])];
  const id = names.find((one) => signed.has(one)) ?? file;
  const name = text(data["name"]) ?? text(data["title"]) ?? titleOfSlug(file);
  describe(id, name, source, data, reading.site);
  const isSigned = signed.has(id) || [...signed].some((one) => one.includes(name));
  keepPage({ source, place, read, name, slug: slugOf(id), isSigned }, reading);
}

/** Writes a person into `people.yaml`, and reports what it has no key for. */
function describe(id: string, name: string, source: string, data: YamlMap, site: OldSite): void {
  const before = map(site.people[id]);
  addPerson(site.people, id, { ...data, name });
  // A data file that also describes this person knows more than a page made for a list.
  if (Object.hasOwn(site.people, id)) site.people[id] = { ...map(site.people[id]), ...before };
  for (const key of Object.keys(data).filter((one) => !isKnown(one))) {
    const found = `${key}: ${JSON.stringify(data[key])}`;
    site.manual.push({ kind: "mixed-field", file: source, line: 0, found });
  }
}

interface PersonText {
  source: string;
  place: string;
  read: SourceText;
  name: string;
  slug: string;
  /** True if a post names them: Carnet then has a page for them. */
  isSigned: boolean;
}

/** What someone wrote about a person becomes a page; the address of the old one leads to the page of that person. */
function keepPage(
  { source, place, read, name, slug, isSigned }: PersonText,
  reading: Reading<JekyllConfig>,
): void {
  const { config, site } = reading;
  const collection = collectionOf(place);
  const oldUrl = collectionAddress(place, read.data, config);
  const pattern = personPattern(collection, config);
  const isMoved = pattern !== undefined && isSigned;
  if (isMoved && oldUrl !== undefined) setAddresses(site, pattern);
  const url = isMoved ? pattern.replace(":slug", slug) : oldUrl;
  const old = oldUrl === undefined ? [] : [oldUrl];
  if (read.body.trim() !== "") {
    const target = `content/pages/${place.slice(1).replace(/\.\w+$/, ".md")}`;
    const defaults = defaultsFor(config.data, place, collection);
    const address = oldUrl === undefined ? undefined : url;
    addPage({ source, target, text: pageText(read, name), oldUrl: address, defaults }, reading);
  } else {
    site.addresses.push(...old.map((one): OldAddress => ({ url: one, what: "list" })));
    if (isMoved) old.push(...aliasesOf(read.data));
  }
  if (url === undefined || oldUrl === undefined) return;
  for (const from of old) if (from !== url) site.redirects.push({ from, to: url, file: source, line: 1 });
}

/** The pages of people stay where they were; so does their list, which a template made. */
function setAddresses(site: OldSite, pattern: string): void {
  setAddress(site, "person", pattern);
  const list = pattern.replace(/:slug.*$/, "");
  if (site.addresses.some(({ url }) => url === list)) setAddress(site, "people", list);
}

const isKnown = (key: string): boolean =>
  PERSON_KEYS.has(key) || NAMES.includes(key) || OF_PAGE.includes(key) || UNSHOWN.test(key);

/** The address of each person's page as a pattern of Carnet; undefined if Carnet has no such pattern. */
function personPattern(collection: string, { collections }: JekyllConfig): string | undefined {
  const written = collections.get(collection)?.permalink ?? "/:collection/:path:output_ext";
  const pattern = rooted(
    written
      .replace(":collection", collection)
      .replace(/:(?:path|name|title|slug)\b/, ":slug")
      .replace(/:output_ext$/, ".html"),
  );
  return isPattern(pattern) && !/:(?!slug\b)/.test(pattern) ? pattern : undefined;
}

/** The text with what concerns its page: `people.yaml` has the rest. */
function pageText(read: SourceText, name: string): SourceText {
  const kept = Object.fromEntries(OF_PAGE.map((key) => [key, read.data[key]]));
  const data: YamlMap = map(defined({ title: name, ...kept }));
  return { ...read, format: "yaml", data, head: stringify(data, { lineWidth: 0 }), repeated: [] };
}
