// Links that `site.yaml` and `people.yaml` hold → what a link checker needs of them, each with its place.
// Places are looked up only where a link fails: each costs a reading of the file.
import type { SiteSettings } from "../site.ts";
import { lazyPlace, type KeyPath } from "./locate.ts";
import type { KnownPerson } from "./schema.ts";
import { placesIn, type Loaded } from "./settings-file.ts";
import type { SettingLink } from "./types.ts";

interface Found {
  path: KeyPath;
  href: string;
  text?: string;
}

export function siteLinks(loaded: Loaded, site: SiteSettings): SettingLink[] {
  const lists = (["nav", "footer", "social"] as const).flatMap((name) =>
    (site[name] ?? []).map(({ label, url }, i): Found => ({
      path: [name, i, "url"],
      href: url,
      text: label,
    })),
  );
  const single = (["newsletter", "repository"] as const).flatMap((name): Found[] => {
    const href = site[name];
    return href === undefined ? [] : [{ path: [name], href }];
  });
  const { audience } = site;
  const counter: Found[] = audience ? [{ path: ["audience", "matomo"], href: audience.matomo }] : [];
  return placed(loaded, [...lists, ...single, ...counter]);
}

/** Links of everyone in `people.yaml`, whether or not a post names them. */
export function peopleLinks(loaded: Loaded, people: Readonly<Record<string, KnownPerson>>): SettingLink[] {
  const found = Object.entries(people).flatMap(([id, { links }]) =>
    links.map(({ label, url }, i): Found => ({ path: [id, "links", i, "url"], href: url, text: label })),
  );
  return placed(loaded, found);
}

function placed(loaded: Loaded, found: readonly Found[]): SettingLink[] {
  const places = placesIn(loaded);
  return found.map(({ path, href, text: label = "" }) => ({
    href,
    text: label,
    place: lazyPlace(loaded.file, () => places(path)),
  }));
}
