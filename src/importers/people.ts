// People and menus of an old blog → `people.yaml`, `nav` and `footer`: only what is plain, and what Carnet shows.
import { readData, type SourceFiles } from "./source.ts";
import type { MenuEntry, OldSite } from "./model.ts";
import { defined, first, isMap, keysLowered, list, map, text, type Data } from "./values.ts";

const NETWORKS = ["twitter", "github", "mastodon", "linkedin", "gitlab", "bluesky"];

/** Data files that describe people, by id, in a list, or one in each file of a folder. */
export function readPeople(site: OldSite, files: SourceFiles, folder: string): void {
  const pattern = /^(?:authors?|people|team|members|auteurs|equipe)(?:\/([^/]+))?\.(?:ya?ml|json|toml)$/i;
  for (const file of files.files) {
    const found = file.startsWith(`${folder}/`) ? pattern.exec(file.slice(folder.length + 1)) : null;
    if (found === null) continue;
    const data = readData(file, files.read(file));
    if (found[1] !== undefined) addPerson(site, found[1], map(data));
    else if (Array.isArray(data))
      for (const item of list(data).map(map))
        addPerson(
          site,
          text(first(item, ["id", "slug", "username", "key", "short_name", "name"])) ?? "",
          item,
        );
    else
      for (const [id, item] of Object.entries(map(data)))
        addPerson(site, id, typeof item === "string" ? { name: item } : map(item));
  }
}

/** E-mail addresses are not kept, since nobody asked for them to be published again. */
export function addPerson(site: OldSite, id: string, data: Data): void {
  const name = text(
    first(data, ["name", "full_name", "fullname", "fullName", "display_name", "nom", "title"]),
  );
  if (name === undefined || id === "" || Object.hasOwn(site.people, id)) return;
  const links = ["links", "social", "profiles"].flatMap((key) => list(data[key]).filter(isMap));
  const own = { ...map(data["social"]), ...data };
  const handles = NETWORKS.flatMap((network) => {
    const value = text(own[network]) ?? text(own[`${network}_username`]);
    return value === undefined ? [] : [[network, value.replace(/^@/, "")]];
  });
  const home = text(first(data, ["url", "uri", "website", "web", "home"]));
  const linked = [{ url: home, label: home?.replace(/^https?:\/\/|\/$/g, "") }, ...links].flatMap(
    (link: Data) => {
      const url = text(first(link, ["url", "link"]));
      const label = text(first(link, ["label", "platform", "name", "title", "icon"])) ?? url;
      return url !== undefined && /^https?:/.test(url) ? [{ label, url }] : [];
    },
  );
  site.people[id] = defined({
    name,
    role: text(first(data, ["role", "position", "job", "fonction"])),
    description: text(first(data, ["description", "bio", "about"]))?.replace(/\s+/g, " "),
    photo: text(first(data, ["photo", "avatar", "image", "picture"])),
    links: linked.length === 0 ? undefined : linked,
    handles: handles.length === 0 ? undefined : Object.fromEntries(handles),
  });
}

/** Entries of a menu as most themes write them: `- title: …`, `url: …`; without those below another. */
function menuEntries(written: unknown, lang?: string): MenuEntry[] {
  return list(written)
    .map(keysLowered)
    .filter((entry) => entry["parent"] === undefined)
    .flatMap((entry) => {
      const label = text(first(entry, ["title", "name", "label", "text", "identifier"]));
      const to = text(first(entry, ["url", "link", "href", "pageref", "target", "path"]));
      return label === undefined || to === undefined ? [] : [{ label, to, lang }];
    });
}

/** Adds a menu, or those of a map of them by the names that themes give them. */
export function addMenus(site: OldSite, menus: unknown, lang?: string): void {
  if (Array.isArray(menus)) site.nav.push(...menuEntries(menus, lang));
  for (const [name, written] of Object.entries(map(menus))) {
    const place = /^(main|nav|navigation|header|primary|top|menu|site|items|links)$/i.test(name)
      ? site.nav
      : /^(footer|bottom|legal)$/i.test(name)
        ? site.footer
        : undefined;
    place?.push(...menuEntries(written, lang));
  }
}
