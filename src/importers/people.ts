// People and menus of an old blog → `people.yaml`, `nav` and `footer`: only what is plain, and what Carnet shows.
import type { MenuEntry, OldSite } from "./model.ts";
import { defined, first, isMap, keysLowered, line, list, map, text, texts, type Data } from "./values.ts";

const NETWORKS = ["twitter", "github", "mastodon", "linkedin", "gitlab", "bluesky"];

/** Names of data files and collections that describe people. */
export const PEOPLE = /^(?:authors?|auteurs?|people|team|members|membres|equipe)$/i;

/** The people in data files, by id or in a list. */
export function readPeople(site: OldSite, data: Data): void {
  for (const name of Object.keys(data).filter((item) => PEOPLE.test(item))) {
    const found = data[name];
    const all: [unknown, unknown][] = Array.isArray(found)
      ? found.map((item) => [first(item, ["id", "slug", "username", "key", "short_name", "name"]), item])
      : Object.entries(map(found));
    for (const [id, item] of all)
      addPerson(site, text(id) ?? "", typeof item === "string" ? { name: item } : map(item));
  }
}

/** `usualName`: for one whose data have none. E-mail addresses are not kept, since nobody asked for them to be published again. */
export function addPerson(site: OldSite, id: string, data: Data, usualName?: string): void {
  const names = ["name", "full_name", "fullname", "fullName", "display_name", "nom", "title"];
  const name = text(first(data, names)) ?? usualName;
  if (name === undefined || id === "" || Object.hasOwn(site.people, id)) return;
  const own = { ...map(data["social"]), ...data };
  const handles = NETWORKS.flatMap((network) => {
    const value = text(own[network]) ?? text(own[`${network}_username`]);
    return value === undefined ? [] : [[network, value.replace(/^@/, "")]];
  });
  const urls = [first(data, ["url", "uri", "website", "web", "home"]), ...list(data["links"])];
  const links = urls.flatMap((link) => {
    const url = text(isMap(link) ? first(link, ["url", "link"]) : link);
    const label = text(first(link, ["label", "name", "title"])) ?? url?.replace(/^https?:\/\/|\/$/g, "");
    return url !== undefined && /^https?:/.test(url) ? [{ label, url }] : [];
  });
  site.people[id] = defined({
    name,
    role: text(first(data, ["role", "position", "job", "fonction"])),
    description: line(first(data, ["description", "bio", "about"])),
    // An address that holds the picture itself is none that a page may show.
    photo: texts(first(data, ["photo", "avatar", "image", "picture"])).find((src) => !/^data:/i.test(src)),
    links: links.length === 0 ? undefined : links,
    handles: handles.length === 0 ? undefined : Object.fromEntries(handles),
  });
}

/** Names by which themes call their menus. */
export const MENUS = ["navigation", "nav", "menu", "menus"];

/** Adds a menu, or those of a map of them: entries such as `- title: …`, `url: …`, by weight, without those below another. */
export function addMenus(site: OldSite, menus: unknown, lang?: string): void {
  const weight = (entry: Data): number =>
    Number(first(entry, ["weight", "order"]) ?? Number.MAX_SAFE_INTEGER);
  const entries = (written: unknown): MenuEntry[] => {
    const sorted = list(written)
      .map(keysLowered)
      .sort((a, b) => weight(a) - weight(b));
    return sorted.flatMap((entry) => {
      const label = text(first(entry, ["title", "name", "label", "text", "key", "identifier"]));
      const to = text(first(entry, ["url", "link", "href", "pageref", "target", "path"]));
      const isTop = entry["parent"] === undefined;
      return label === undefined || to === undefined || !isTop ? [] : [{ label, to, lang }];
    });
  };
  if (Array.isArray(menus)) site.nav.push(...entries(menus));
  for (const [name, written] of Object.entries(map(menus)))
    if (/^(main|nav|navigation|header|primary|top|menu|site|items|links)$/i.test(name))
      site.nav.push(...entries(written));
    else if (/^(footer|bottom|legal)$/i.test(name)) site.footer.push(...entries(written));
}
