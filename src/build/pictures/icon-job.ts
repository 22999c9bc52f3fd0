// The icon of a site → the one job that makes its files, except those that the owner has in `public/`.
import type { PictureIndex } from "../../images/facts.ts";
import { iconKey, initialOf } from "../../images/card.ts";
import { storedName } from "../../images/derive.ts";
import type { KnownPicture } from "../../images/variants.ts";
import type { Content } from "../../content/types.ts";
import { iconColour, ICONS } from "../../site/icons.ts";
import type { Site } from "../../site/site.ts";
import type { PictureJob } from "./jobs.ts";

export type IconSource = KnownPicture | { letter: string; colour: string };

/** `letter` is absent if the site has a picture of its own. */
export interface IconWork {
  kind: "icons";
  letter?: { letter: string; colour: string };
}

/** Site path of an icon. */
export type IconFile = (typeof ICONS)[keyof typeof ICONS];

/** The picture that `site.yaml` names, or the letter to draw if it names none that can be shown. */
export function iconSource(site: Site, index: PictureIndex): IconSource {
  const { icon, title } = site;
  const own = icon === undefined ? undefined : index.known(`public${icon}`);
  return own ?? { letter: initialOf(title), colour: iconColour(site) };
}

/** The icon files to make. The owner's SVG is served at its own address, and a photograph has no SVG. */
export function iconFiles({ icon }: Site, files: Content["files"]): IconFile[] {
  const taken = new Set(files.map(({ file }) => file));
  return Object.values(ICONS).filter(
    (path) => !taken.has(`public${path}`) && !(path === ICONS.svg && icon !== undefined),
  );
}

export function iconJob(source: IconSource, files: readonly IconFile[]): PictureJob {
  const key = iconKey("facts" in source ? { hash: source.facts.hash } : source);
  return {
    ...("facts" in source && { file: source.file, hash: source.facts.hash }),
    outputs: files.map((path) => ({
      name: storedName("icon", `${key}${path.replaceAll("/", "-")}`),
      to: path.slice(1),
    })),
    work: { kind: "icons", ...(!("facts" in source) && { letter: source }) },
  };
}
