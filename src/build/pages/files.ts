// Where the pages of a build are written: on the thread that looks at them, while it keeps pace, else here.
import type { Page } from "../../pages/types.ts";
import { FolderWriter } from "../machine/folder-writer.ts";
import type { PageThread } from "./thread.ts";

export class PageFiles {
  readonly #here: FolderWriter;
  readonly #thread: PageThread | undefined;

  /** `folder` is an absolute path. */
  constructor(folder: string, thread?: PageThread) {
    this.#here = new FolderWriter(folder);
    this.#thread = thread;
  }

  /** Writes the file of a page, `content` being what an author wrote of it. @throws what the disk refuses; of the other thread, at a later call. */
  write(page: Page, text: string, content?: string): void {
    if (this.#thread?.write(page.output, text, content) === true) return;
    this.#here.write(page.output, text);
    this.#thread?.wrote([page]);
  }

  /** Says that these pages were written by another hand. */
  wrote(pages: readonly Page[]): void {
    this.#thread?.wrote(pages);
  }
}
