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
import type { JekyllConfig } from "./config.ts";
import { defaultsFor, titleOfSlug } from "./front-matter.ts";
import { addPage, collectionAddress } from "./pages.ts";

const PEOPLE = /^(authors?|auteurs?|people|team|members|membres|equipe)$/i;
/** Keys under which posts name someone, besides the name of the file. */
const NAMES = ["short_name", "shortname", "username", "author_id", "id", "slug"];
/** Keys of a page that concern its address and its state. */
const OF_PAGE = ["lang", "redirect_from", "aliases", "permalink", "published", "noindex"];
/** Keys that nothing shows. */
const UNSHOWN = /^(layout|title|name|e-?mail|date)$/i;

export const isOfPeople = (collection: string): boolean => PEOPLE.test(collection);

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
  const { config, site } = reading;
  const read = openText(source, reading);
  if (read === undefined || read.format === "none") return;
  const [, collection = "", path = ""] = /^_([^/]+)\/(.*)\.\w+$/.exec(place) ?? [];
  const { data } = read;
  const file = nameIn(path);
  const names = [file, ...NAMES.flatMap((key) => text(data[key]) ?? [])];
  const id = names.find((one) => signed.has(one)) ?? file;
  const name = text(data["name"]) ?? text(data["title"]) ?? titleOfSlug(file);
  const before = map(site.people[id]);
  addPerson(site.people, id, { ...data, name });
  // A data file that also describes this person knows more than a page made for a list.
  if (Object.hasOwn(site.people, id)) site.people[id] = { ...map(site.people[id]), ...before };
  for (const key of Object.keys(data).filter((one) => !isKnown(one)))
    site.manual.push({
      kind: "mixed-field",
      file: source,
      line: 0,
      found: `${key}: ${JSON.stringify(data[key])}`,
    });
  const oldUrl = collectionAddress(place, data, config);
  const pattern = personPattern(collection, config);
  const isMoved = pattern !== undefined && (signed.has(id) || [...signed].some((one) => one.includes(name)));
  if (isMoved && oldUrl !== undefined) setAddresses(site, pattern);
  const url = isMoved ? pattern.replace(":slug", slugOf(id)) : oldUrl;
  const old = oldUrl === undefined ? [] : [oldUrl];
  if (read.body.trim() !== "")
    addPage(
      {
        source,
        target: `content/pages/${collection}/${path}.md`,
        text: pageText(read, name),
        oldUrl: oldUrl === undefined ? undefined : url,
        defaults: defaultsFor(config.data, place, collection),
      },
      reading,
    );
  else {
    site.addresses.push(...old.map((one): OldAddress => ({ url: one, what: "list" })));
    if (isMoved) old.push(...aliasesOf(data));
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
