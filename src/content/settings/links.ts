// Links in `site.yaml` and `people.yaml` → what a link checker needs of them, each with its place.
// Places are looked up only if a link fails: each lookup parses the file.
import type { SiteSettings } from "../../site/schema.ts";
import { lazyPlace, type KeyPath } from "../yaml/locate.ts";
import type { KnownPerson } from "../schema.ts";
import { yamlOf } from "./lines.ts";
import { valuesOf } from "./notice.ts";
import type { SettingsFile } from "./settings-file.ts";
import type { SettingLink } from "../types.ts";

interface Found {
  path: KeyPath;
  href: string;
  text?: string;
  picture?: true;
}

export function siteLinks(loaded: SettingsFile, site: SiteSettings): SettingLink[] {
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
  const { audience, notice } = site;
  const announced = notice ? valuesOf(notice, "url", loaded) : [];

  const counter: Found[] = audience ? [{ path: ["audience", "matomo"], href: audience.matomo }] : [];
  return placed(loaded, [
    ...lists,
    ...single,
    ...counter,
    ...announced.map(({ path, value }): Found => ({ path, href: value })),
    ...statementLinks(site),
  ]);
}

/** Addresses in the accessibility statement. A plan may be words that say when it will be published. */
function statementLinks({ accessibility }: SiteSettings): Found[] {
  if (!accessibility) return [];
  const { contact, sample, multiYearPlan, actionPlan } = accessibility;
  const one = (path: readonly string[], href: string | undefined): Found[] =>
    href !== undefined && ADDRESS.test(href) ? [{ path: ["accessibility", ...path], href }] : [];
  return [
    ...one(["multiYearPlan"], multiYearPlan),
    ...one(["actionPlan"], actionPlan),
    ...sample.map(({ label, url }, i): Found => ({
      path: ["accessibility", "sample", i, "url"],
      href: url,
      text: label,
    })),
    ...one(["contact", "form"], contact.form),
  ];
}

const ADDRESS = /^(?:https?:\/\/|\/)/;

/** Links of everyone in `people.yaml`, and the photos on their pages, whether or not a post names them. */
export function peopleLinks(
  loaded: SettingsFile,
  people: Readonly<Record<string, KnownPerson>>,
): SettingLink[] {
  const found = Object.entries(people).flatMap(([id, { links, photo = "" }]): Found[] => [
    ...(photo === "" ? [] : [{ path: [id, "photo"], href: photo, picture: true as const }]),
    ...links.map(({ label, url }, i): Found => ({ path: [id, "links", i, "url"], href: url, text: label })),
  ]);
  return placed(loaded, found);
}

function placed(loaded: SettingsFile, found: readonly Found[]): SettingLink[] {
  return found.map(({ path, href, text: label = "", picture }) => ({
    ...(picture && { picture }),
    href,
    text: label,
    place: lazyPlace(loaded.file, () => loaded.placeOf(path)),
    lineWith: (other) => loaded.lineWith(path, yamlOf(other)).trim(),
  }));
}
