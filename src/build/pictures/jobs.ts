// The pages of a site and the pictures they show → the picture files to make, each once, however many pages share it.
// They are plain values, because another process makes the files (`build/pictures/process.ts`).
import { cardName, type Card } from "../../images/card.ts";
import { iconJob, type IconFile, type IconSource, type IconWork } from "./icon-job.ts";
import type { PictureFormat } from "../../images/inspect.ts";
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
export type PictureWork =
  | { kind: "derivatives"; variants: readonly Variant[]; room: { width: number; height: number } }
  | { kind: "whole"; format: PictureFormat }
  | { kind: "card"; card: Card }
  | IconWork;

export interface Output {
  /** Name in the cache. */
  name: string;
  /** Path in the site. */
  to: string;
}

/** A picture, and what pages show it as; `poster` is that of a film. */
interface Wanted {
  picture: KnownPicture;
  uses: Set<Use | "poster">;
}

const OF_COVER: readonly Use[] = ["cover", "card", "thumb", "share"];

/** What is to be made, collected page by page. */
export class PictureJobs {
  readonly #pictures = new Map<string, Wanted>();
  readonly #cards = new Map<string, Card>();
  readonly #stripped: PictureJob[] = [];
  #icons: PictureJob | undefined;

  inText(picture: KnownPicture): void {
    this.#want(picture, "content");
  }

  asPoster(picture: KnownPicture): void {
    this.#want(picture, "poster");
  }

  asCover(picture: KnownPicture): void {
    for (const use of OF_COVER) this.#want(picture, use);
  }

  asPortrait(picture: KnownPicture): void {
    this.#want(picture, "portrait");
  }

  card(card: Card): void {
    this.#cards.set(cardName(card), card);
  }

  /** A picture that a text links to, published at its own size without its metadata. */
  linked(picture: KnownPicture, to: string): void {
    const { file, facts } = picture;
    const { hash, format } = facts;
    if (format === "svg" || format === "bmp" || format === "ico") return;
    this.#stripped.push({
      file,
      hash,
      outputs: [{ name: storedName("picture", strippedName(picture)), to }],
      work: { kind: "whole", format },
    });
  }

  /** The site's icons, at the given paths: made from its own picture, or drawn from its initial. */
  icons(source: IconSource, files: readonly IconFile[]): void {
    if (files.length > 0) this.#icons = iconJob(source, files);
  }

  all(): PictureJob[] {
    return [
      ...(this.#icons ? [this.#icons] : []),
      ...[...this.#pictures.values()].map(derivatives),
      ...this.#stripped,
      ...[...this.#cards].map(([name, card]) => ({
        outputs: [outputOf("card", name)],
        work: { kind: "card" as const, card },
      })),
    ];
  }

  #want(picture: KnownPicture, use: Use | "poster"): void {
    const known: Wanted = this.#pictures.get(picture.file) ?? { picture, uses: new Set() };
    this.#pictures.set(picture.file, known);
    known.uses.add(use);
  }
}

function derivatives({ picture, uses }: Wanted): PictureJob {
  const variants = new Map<string, Variant>();
  for (const use of uses) {
    const those = use === "poster" ? posterOf(picture) : variantsOf(picture, use);
    for (const one of those) variants.set(one.name, one);
  }
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

function outputOf(kind: "picture" | "card", name: string): Output {
  return { name: storedName(kind, name), to: pathOf(name) };
}

/** Path in the site of the picture with this name. */
export function pathOf(name: string): string {
  return PICTURES.slice(1) + name;
}
