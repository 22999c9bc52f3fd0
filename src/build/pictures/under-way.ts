// The picture files of one build, from first to last: another process makes them while pages are rendered.
import { endPictures } from "./process.ts";
import type { SitePictures } from "./pictures.ts";

export interface PicturesOptions {
  /** Absolute path of the folder that the site is rendered into. */
  folder: string;
  /** Paths in the site of those that are already there. */
  without: ReadonlySet<string>;
  /** True if the process is not needed again: it then ends, to free its memory. */
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

  /** Resolves when all are written; from now on, `tell` receives the progress. @throws if one could not be made or written. */
  async made(tell?: (done: number, total: number) => void): Promise<void> {
    this.#tell = tell;
    await this.#made;
  }

  /** Begins no further picture, and waits for those in progress: the folder may then be removed. */
  async halt(): Promise<void> {
    this.#control.abort();
    await this.#ended;
  }
}
