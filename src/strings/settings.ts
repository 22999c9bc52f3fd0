// The description of every key that a site owner or an editor may write, by file and by path in it.
import { ACCESSIBILITY_SETTINGS } from "./settings-accessibility.ts";
import {
  FRONT_MATTER_SETTINGS,
  PEOPLE_SETTINGS,
  REDIRECTS_SETTINGS,
  TAGS_SETTINGS,
} from "./settings-content.ts";
import { SITE_SETTINGS } from "./settings-site.ts";
import type { Translated } from "./translated.ts";

export type { Translated };

/** Settings files, by name in `content/`, and front matter. */
export type Described = "site" | "people" | "tags" | "redirects" | "post";

export const SETTINGS: Readonly<Record<Described, Readonly<Record<string, Translated>>>> = {
  site: { ...SITE_SETTINGS, ...ACCESSIBILITY_SETTINGS },
  people: PEOPLE_SETTINGS,
  tags: TAGS_SETTINGS,
  redirects: REDIRECTS_SETTINGS,
  post: FRONT_MATTER_SETTINGS,
};
