// Picture files to make, each once, however many pages share it: plain values, because another process makes the files.
import { cardName, iconKey, initialOf, type Card, type IconLetter } from "../../images/card.ts";
import type { PictureIndex } from "../../images/facts.ts";
import { storedName } from "../../images/derive.ts";
import {
  PICTURES,
  decodedSize,
  strippedName,
  variantsOf,
  viewOf,
  type KnownPicture,
  type Use,
  type Variant,
} from "../../images/variants.ts";
import { iconColour, ICONS } from "../../site/icons.ts";
import type { Site } from "../../site/site.ts";

/** Files made from one source. */
export interface PictureJob {
  /** Source, relative to the site root; absent for a card. */
  file?: string;
  /** Hash of the source's bytes. If they have changed since they were inspected, the files are made, but not cached. */
  hash?: string;
  outputs: readonly Output[];
  work: PictureWork;
}

/** How the outputs are made; `variants` have the names of their outputs, and are made of the picture at the size `room`. */
type PictureWork =
  | { kind: "derivatives"; variants: readonly Variant[]; room: { width: number; height: number } }
  | { kind: "whole" }
  | { kind: "card"; card: Card }
  | IconWork;

/** `letter` is absent if the site has a picture of its own. */
export interface IconWork {
  kind: "icons";
  letter?: IconLetter;
}

export interface Output {
  /** Name in the cache. */
  name: string;
  /** Path in the site. */
  to: string;
}

/** What a page shows of a picture; `poster`: of a film. */
export type Shown = Use | "poster";

export function derivatives(picture: KnownPicture, uses: Iterable<Shown>): PictureJob {
  const variants = new Map<string, Variant>();
  for (const use of uses)
    for (const one of use === "poster" ? posterOf(picture) : variantsOf(picture, use))
      variants.set(one.name, one);
  return {
    file: picture.file,
    hash: picture.facts.hash,
    outputs: [...variants.keys()].map((name) => outputOf("picture", name)),
    work: { kind: "derivatives", variants: [...variants.values()], room: decodedSize(picture) },
  };
}

/** Browsers have no choice of sizes for the poster of a film: it is one file, the one of its address. */
function posterOf(picture: KnownPicture): Variant[] {
  const { src } = viewOf(picture, "content", "");
  return variantsOf(picture, "content").filter(({ name }) => PICTURES + name === src);
}

export const drawnCard = (card: Card): PictureJob => ({
  outputs: [outputOf("card", cardName(card))],
  work: { kind: "card", card },
});

/** A picture published at its own size, without its metadata. */
export function stripped(picture: KnownPicture, to: string): PictureJob {
  const { file, facts } = picture;
  const name = storedName("picture", strippedName(picture));
  return { file, hash: facts.hash, outputs: [{ name, to }], work: { kind: "whole" } };
}

/** The site's icons, made from its own picture or drawn from its initial, except those that the owner has in `public/`. */
export function icons(
  site: Site,
  files: readonly { file: string }[],
  index: Pick<PictureIndex, "known">,
): PictureJob[] {
  const taken = new Set(files.map(({ file }) => file));
  // The owner's SVG is served at its own address, and a photograph has no SVG.
  const paths = Object.values(ICONS).filter(
    (path) => !taken.has(`public${path}`) && !(path === ICONS.svg && site.icon !== undefined),
  );
  if (paths.length === 0) return [];
  const own = site.icon === undefined ? undefined : index.known(`public${site.icon}`);
  const letter = { letter: initialOf(site.title), colour: iconColour(site) };
  const key = iconKey(own ? { hash: own.facts.hash } : letter);
  const outputs = paths.map((path) => ({
    name: storedName("icon", `${key}${path.replaceAll("/", "-")}`),
    to: path.slice(1),
  }));
  return [
    own
      ? { file: own.file, hash: own.facts.hash, outputs, work: { kind: "icons" } }
      : { outputs, work: { kind: "icons", letter } },
  ];
}

function outputOf(kind: "picture" | "card", name: string): Output {
  return { name: storedName(kind, name), to: pathOf(name) };
}

/** Path in the site of the picture with this name. */
export function pathOf(name: string): string {
  return PICTURES.slice(1) + name;
}
