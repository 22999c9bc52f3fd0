// What an old blog's configuration leaves open → decided from its texts: language, groups of translations, file names.
import { looksOther } from "../content/language.ts";
import { isMap } from "../content/yaml/parse.ts";
import { servedPaths } from "./file-places.ts";
import type { OldSite, SourceEntry } from "./model.ts";
import { map, text } from "./values.ts";

/** Completes the configuration: the language, from the texts themselves; translations, from their groups. */
export function settleSite(site: OldSite): void {
  photosFromRoot(site);
  publisherByName(site);
  if (site.lang === "") {
    const other = site.entries.filter(({ text: { body } }) => looksOther(body, "en") === "fr").length;
    const english = site.entries.filter(({ text: { body } }) => looksOther(body, "fr") === "en").length;
    site.lang = english > other ? "en" : "fr";
  }
  const own = site.lang.toLowerCase();
  const languages = new Map<string, Set<string>>();
  for (const entry of site.entries) {
    if (
      entry.lang !== undefined &&
      (own === entry.lang.toLowerCase() || own.startsWith(`${entry.lang.toLowerCase()}-`))
    )
      entry.lang = site.lang;
    if (entry.group === undefined) continue;
    const group = languages.get(entry.group) ?? new Set<string>();
    languages.set(entry.group, group.add(entry.lang ?? site.lang));
  }
  for (const entry of site.entries)
    if (entry.group !== undefined && (languages.get(entry.group)?.size ?? 0) < 2) delete entry.group;
  if (site.kind === "hugo" && site.settings["postsPerPage"] === undefined) site.settings["postsPerPage"] = 10;
  distinctTargets(site.entries);
}

/** Themes name the author of a site by an id. */
function publisherByName({ settings, people }: OldSite): void {
  const name = text(map(people[text(settings["publisher"]) ?? ""])["name"]);
  if (name !== undefined) settings["publisher"] = name;
}

/** People are all in one file, which has no folder for their photos. */
function photosFromRoot(site: OldSite): void {
  const served = servedPaths(site);
  for (const person of Object.values(site.people).filter(isMap)) {
    const photo = text(person["photo"]);
    if (photo !== undefined && served.has(`/${photo}`)) person["photo"] = `/${photo}`;
  }
}

function distinctTargets(entries: readonly SourceEntry[]): void {
  const taken = new Set<string>();
  for (const entry of entries) {
    const wanted = entry.target;
    for (let n = 2; taken.has(entry.target.toLowerCase()); n++)
      entry.target = wanted.replace(/(\/index)?\.md$/, `-${String(n)}$1.md`);
    taken.add(entry.target.toLowerCase());
  }
}
