// Writes the pages of a build: on the thread that verifies them, while it keeps pace, otherwise here.
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

  /**
   * Writes the file of a page; `content` is the part that an author wrote. @throws what the disk reports; for the other thread,
   * at a later call.
   */
  write(page: Page, text: string, content?: string): void {
    if (this.#thread?.write(page.output, text, content) === true) return;
    this.#here.write(page.output, text);
    this.#thread?.wrote([page]);
  }

  /** Reports that these pages were written by other code. */
  wrote(pages: readonly Page[]): void {
    this.#thread?.wrote(pages);
  }
}
