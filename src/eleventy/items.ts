// The posts and pages of a site as items, each made on demand: a build that renders a few pages of a large site needs few.
import type { Prepared } from "../build/prepare.ts";
import type { Entry, Post } from "../content/types.ts";
import { Item } from "./item.ts";

export class Items {
  readonly #prepared: Prepared;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #made = new Map<string, Item>();
  readonly #onNeighbours: ((of: Entry) => void) | undefined;

  /** Covers the entries that have a page. `onNeighbours`: see `item.ts`. */
  constructor(prepared: Prepared, onNeighbours?: (of: Entry) => void) {
    this.#onNeighbours = onNeighbours;
    const entries = prepared.plan.pages.flatMap(({ entry }) => entry ?? []);
    this.#prepared = prepared;
    this.#entries = new Map(entries.map((entry) => [entry.file, entry]));
  }

  /** By source file. */
  get(file: string): Item | undefined {
    const made = this.#made.get(file);
    if (made) return made;
    const { rendered, covers } = this.#prepared;
    const entry = this.#entries.get(file);
    const text = rendered.get(file);
    if (!entry || !text) return undefined;
    const item = new Item(entry, {
      ...{ rendered: text, cover: covers.get(file), itemOf: this.of, onNeighbours: this.#onNeighbours },
    });
    this.#made.set(file, item);
    return item;
  }

  readonly of = ({ file }: Post): Item => {
    const item = this.get(file);
    if (!item) throw new Error(`No item for ${file}: it is not among the planned pages.`);
    return item;
  };

  /** Gives existing items the texts that were saved since. */
  renew(): void {
    for (const [file, item] of this.#made) {
      const rendered = this.#prepared.rendered.get(file);
      if (rendered) item.renew(rendered);
    }
  }
}
