// Writes the pages of a build: on the thread that verifies them, while it keeps pace, otherwise here.
import { writeFileSync } from "node:fs";
import type { Page } from "../../pages/types.ts";
import { Folders } from "../machine/folders.ts";
import type { PageThread } from "./thread.ts";

export class PageFiles {
  readonly #folders: Folders;
  readonly #thread: PageThread | undefined;

  /** `folder` is an absolute path. */
  constructor(folder: string, thread?: PageThread) {
    this.#folders = new Folders(folder);
    this.#thread = thread;
  }

  /**
   * Writes the file of a page; `content` is the part that an author wrote. @throws what the disk reports; for the other thread,
   * at a later call.
   */
  write(page: Page, text: string, content?: string): void {
    if (this.#thread?.write(page.output, text, content) === true) return;
    writeFileSync(this.#folders.room(page.output), text);
    this.#thread?.wrote([page]);
  }

  /** Reports that these pages were written by other code. */
  wrote(pages: readonly Page[]): void {
    this.#thread?.wrote(pages);
  }
}
