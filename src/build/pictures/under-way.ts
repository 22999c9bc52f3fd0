// The picture files of one build, from when they are begun until none is left: another process makes them, beside the pages.
import { endPictures } from "./process.ts";
import type { SitePictures } from "./pictures.ts";

export interface PicturesOptions {
  /** Absolute path of the folder that the site is rendered into. */
  folder: string;
  /** Paths in the site of those that are there already. */
  without: ReadonlySet<string>;
  /** True where the process that makes them is not wanted again: it then gives up its room. */
  last: boolean;
}

export class PicturesUnderWay {
  readonly #control = new AbortController();
  readonly #made: Promise<void>;
  readonly #ended: Promise<void>;
  #tell: ((done: number, total: number) => void) | undefined;

  constructor(pictures: SitePictures, { folder, without, last }: PicturesOptions) {
    this.#made = pictures.publish(folder, {
      ...{ without, signal: this.#control.signal },
      onProgress: (done, total) => this.#tell?.(done, total),
    });
    this.#ended = this.#made.catch(() => undefined).then(() => (last ? endPictures() : undefined));
  }

  /** All of them are written; how far they are is said from now on. @throws what one could not be made or written for. */
  async made(tell?: (done: number, total: number) => void): Promise<void> {
    this.#tell = tell;
    await this.#made;
  }

  /** Begins no further one, and waits for those under way: the folder may then be removed. */
  async halt(): Promise<void> {
    this.#control.abort();
    await this.#ended;
  }
}
