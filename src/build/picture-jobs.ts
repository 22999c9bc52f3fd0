// The pages of a site and the pictures they show → the picture files to make, each once however many pages share it.
import { drawCard, cardName, type Card } from "../images/card.ts";
import { derive, rasterize, withoutMetadata } from "../images/derive.ts";
import { iconJob, type IconFile, type IconSource } from "./icon-job.ts";
import { loadTypeface, type Typeface } from "../images/typeface.ts";
import {
  PICTURES,
  strippedName,
  variantsOf,
  type KnownPicture,
  type Use,
  type Variant,
} from "../images/variants.ts";

/** Files made from one source. */
export interface PictureJob {
  /** Source relative to the site root; none for a card. */
  file?: string;
  /** Of the source's bytes, which must not have changed since they were looked at. */
  hash?: string;
  outputs: readonly Output[];
  /** Makes the outputs that are missing. `bytes` are the source's. */
  make(
    missing: readonly Output[],
    bytes: Buffer,
    put: (output: Output, bytes: Buffer) => Promise<void>,
  ): Promise<void>;
}

export interface Output {
  /** Name in the cache. */
  name: string;
  /** Path in the site. */
  to: string;
}

const OF_COVER: readonly Use[] = ["cover", "card", "thumb", "share"];

/** What is to be made, gathered page by page. */
export class PictureJobs {
  readonly #pictures = new Map<string, { picture: KnownPicture; uses: Set<Use> }>();
  readonly #cards = new Map<string, Card>();
  readonly #stripped: PictureJob[] = [];
  #icons: PictureJob | undefined;
  #face: Promise<Typeface> | undefined;

  inText(picture: KnownPicture): void {
    this.#want(picture, "content");
  }

  asCover(picture: KnownPicture): void {
    for (const use of OF_COVER) this.#want(picture, use);
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
      outputs: [{ name: strippedName(picture), to }],
      async make([output], bytes, put) {
        if (output) await put(output, await withoutMetadata(bytes, format));
      },
    });
  }

  /** The site's icons, at the given paths: its own picture's, or those drawn of its initial. */
  icons(source: IconSource, files: readonly IconFile[]): void {
    if (files.length > 0) this.#icons = iconJob(source, files, () => (this.#face ??= loadTypeface()));
  }

  all(): PictureJob[] {
    return [
      ...(this.#icons ? [this.#icons] : []),
      ...[...this.#pictures.values()].map(derivatives),
      ...this.#stripped,
      ...[...this.#cards].map(([name, card]) => this.#drawing(name, card)),
    ];
  }

  #want(picture: KnownPicture, use: Use): void {
    const known = this.#pictures.get(picture.file) ?? { picture, uses: new Set<Use>() };
    this.#pictures.set(picture.file, known);
    known.uses.add(use);
  }

  #drawing(name: string, card: Card): PictureJob {
    return {
      outputs: [outputOf(name)],
      make: async ([output], _bytes, put) => {
        const face = await (this.#face ??= loadTypeface());
        if (output) await put(output, await rasterize(drawCard(card, face)));
      },
    };
  }
}

function derivatives({ picture, uses }: { picture: KnownPicture; uses: ReadonlySet<Use> }): PictureJob {
  const variants = new Map<string, Variant>();
  for (const use of uses) for (const one of variantsOf(picture, use)) variants.set(one.name, one);
  return {
    file: picture.file,
    hash: picture.facts.hash,
    outputs: [...variants.keys()].map(outputOf),
    async make(missing, bytes, put) {
      const wanted = missing.flatMap(({ name }) => variants.get(name) ?? []);
      await derive(bytes, wanted, (one, made) => put(outputOf(one.name), made));
    },
  };
}

const outputOf = (name: string): Output => ({ name, to: PICTURES.slice(1) + name });
