// What an old blog's configuration leaves open → decided from its texts: language, titles, groups of translations, file names.
import { looksOther } from "../content/language.ts";
import { headingIn } from "../content/text.ts";
import { isMap } from "../content/yaml/parse.ts";
import { servedPaths } from "./file-places.ts";
import type { OldSite, SourceEntry } from "./model.ts";
import { lineAt } from "../lines.ts";
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
  for (const entry of site.entries) titleFromHeading(entry);
  distinctTargets(site.entries);
}

/** A heading that opens a text without a title is better than the name of its file. The page shows its title by itself. */
function titleFromHeading(entry: SourceEntry): void {
  const { data, body, bodyLine } = entry.text;
  if ([data, entry.inherited].some((one) => ["title", "name"].some((key) => text(one[key]) !== undefined)))
    return;
  const [opening = "", line = ""] =
    /^(?:[ \t]*\r?\n)*( {0,3}#[ \t][^\r\n]*)(?:\r?\n|$)(?:[ \t]*\r?\n)*/.exec(body) ?? [];
  const title = headingIn(line)?.replace(/\*\*|__/g, "") ?? "";
  // A link or code in it would be lost.
  if (title === "" || /[[\]`<{*\\]/.test(title)) return;
  entry.title = title;
  entry.text = {
    ...entry.text,
    body: body.slice(opening.length),
    bodyLine: bodyLine + lineAt(body, opening.length) - 1,
  };
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
