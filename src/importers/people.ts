// People and menus of an old blog → `people.yaml`, `nav` and `footer`: only what is plain, and what Carnet shows.
import { readData, type SourceFiles } from "./source.ts";
import type { MenuEntry, OldSite } from "./model.ts";
import { defined, first, isMap, keysLowered, line, list, map, text, type Data } from "./values.ts";

const NETWORKS = ["twitter", "github", "mastodon", "linkedin", "gitlab", "bluesky"];

/** Data files that describe people, by id, in a list, or one in each file of a folder. */
export function readPeople(site: OldSite, files: SourceFiles, folder: string): void {
  const pattern = /^(?:authors?|people|team|members|auteurs|equipe)(?:\/([^/]+))?\.(?:ya?ml|json|toml)$/i;
  for (const file of files.files.filter((path) => path.startsWith(`${folder}/`))) {
    const [found, alone] = pattern.exec(file.slice(folder.length + 1)) ?? [];
    if (found === undefined) continue;
    const data = readData(file, files.read(file));
    const all: [unknown, unknown][] =
      alone !== undefined
        ? [[alone, data]]
        : Array.isArray(data)
          ? data.map((item) => [first(item, ["id", "slug", "username", "key", "short_name", "name"]), item])
          : Object.entries(map(data));
    for (const [id, item] of all)
      addPerson(site, text(id) ?? "", typeof item === "string" ? { name: item } : map(item));
  }
}

/** E-mail addresses are not kept, since nobody asked for them to be published again. */
export function addPerson(site: OldSite, id: string, data: Data): void {
  const name = text(
    first(data, ["name", "full_name", "fullname", "fullName", "display_name", "nom", "title"]),
  );
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
    photo: text(first(data, ["photo", "avatar", "image", "picture"])),
    links: links.length === 0 ? undefined : links,
    handles: handles.length === 0 ? undefined : Object.fromEntries(handles),
  });
}

/** Names by which themes call their menus. */
export const MENUS = ["navigation", "nav", "menu", "menus"];

/** Adds a menu, or those of a map of them: entries such as `- title: …`, `url: …`, without those below another. */
export function addMenus(site: OldSite, menus: unknown, lang?: string): void {
  const entries = (written: unknown): MenuEntry[] =>
    list(written).flatMap((item) => {
      const entry = keysLowered(item);
      const label = text(first(entry, ["title", "name", "label", "text", "identifier"]));
      const to = text(first(entry, ["url", "link", "href", "pageref", "target", "path"]));
      const isTop = entry["parent"] === undefined;
      return label === undefined || to === undefined || !isTop ? [] : [{ label, to, lang }];
    });
  if (Array.isArray(menus)) site.nav.push(...entries(menus));
  for (const [name, written] of Object.entries(map(menus)))
    if (/^(main|nav|navigation|header|primary|top|menu|site|items|links)$/i.test(name))
      site.nav.push(...entries(written));
    else if (/^(footer|bottom|legal)$/i.test(name)) site.footer.push(...entries(written));
}
