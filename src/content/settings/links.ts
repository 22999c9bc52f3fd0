// Links in `site.yaml` and `people.yaml` → what a link checker needs of them, each with its place.
// Places are looked up only if a link fails.
import type { SiteSettings } from "../../site/schema.ts";
import type { KnownPerson } from "../schema.ts";
import type { SettingLink } from "../types.ts";
import { lazyPlace, type KeyPath } from "../yaml/locate.ts";
import { yamlOf } from "../yaml/quoting.ts";
import type { SettingsFile } from "./file.ts";

interface Found {
  path: KeyPath;
  href: string | undefined;
  text?: string;
  picture?: true;
}

export function siteLinks(loaded: SettingsFile, site: SiteSettings): SettingLink[] {
  const { audience, notice, accessibility } = site;
  const lists = (["nav", "footer", "social"] as const).flatMap((name) => linksOf([name], site[name]));
  const url = notice?.url;
  const announced = typeof url === "object" ? Object.entries(url) : [["", url] as const];
  return placed(loaded, [
    ...lists,
    ...(["newsletter", "repository"] as const).map((name) => ({ path: [name], href: site[name] })),
    { path: ["audience", "matomo"], href: audience?.matomo },
    ...announced.map(([lang, href]) => ({ path: ["notice", "url", ...(lang ? [lang] : [])], href })),
    // A plan may be words that say when it will be published.
    ...(["multiYearPlan", "actionPlan"] as const).map((name) => ({
      path: ["accessibility", name],
      href: /^(?:https?:\/\/|\/)/.test(accessibility?.[name] ?? "") ? accessibility?.[name] : undefined,
    })),
    ...linksOf(["accessibility", "sample"], accessibility?.sample),
    { path: ["accessibility", "contact", "form"], href: accessibility?.contact.form },
  ]);
}

/** Links of everyone in `people.yaml`, and the photos on their pages, whether or not a post names them. */
export function peopleLinks(
  loaded: SettingsFile,
  people: Readonly<Record<string, KnownPerson>>,
): SettingLink[] {
  const found = Object.entries(people).flatMap(([id, { links, photo = "" }]): Found[] => [
    ...(photo === "" ? [] : [{ path: [id, "photo"], href: photo, picture: true as const }]),
    ...linksOf([id, "links"], links),
  ]);
  return placed(loaded, found);
}

function linksOf(path: KeyPath, links: readonly { label: string; url: string }[] = []): Found[] {
  return links.map(({ label, url }, i) => ({ path: [...path, i, "url"], href: url, text: label }));
}

function placed(loaded: SettingsFile, found: readonly Found[]): SettingLink[] {
  return found.flatMap(({ path, href, text = "", picture }) =>
    href === undefined
      ? []
      : {
          ...(picture && { picture }),
          href,
          text,
          place: lazyPlace(loaded.file, () => loaded.placeOf(path)),
          lineWith: (other: string) => `${String(path.at(-1))}: ${yamlOf(other)}`,
        },
  );
}
