// Adds the addresses of a published site to `content/addresses.txt`, which its owner commits.
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { ADDRESS_BOOK, readAddressBook, writeAddressBook } from "../content/address-book.ts";
import { sourceFile } from "../content/tree.ts";
import { readText } from "../files.ts";
import { publishedAddresses } from "../pages/plan.ts";
import type { Plan } from "../pages/types.ts";
import { uiLang } from "../ui-lang.ts";
import { writeWhole } from "./disk.ts";

export interface KeptBook {
  /** Number of new addresses. */
  added: number;
  /** False if someone has edited the file since it was read. */
  isAsRead: boolean;
}

/** Returns `undefined` if the address book could not be written. */
export function keepAddresses({ content, pages }: Plan): KeptBook | undefined {
  const { site } = content;
  const file = join(site.root, ADDRESS_BOOK);
  // Read again: someone may have edited it while the site was built.
  const book = readAddressBook(sourceFile(site.root, ADDRESS_BOOK), []);
  const published = publishedAddresses(pages);
  const text = writeAddressBook(book, published, uiLang(site.lang));
  const known = new Set(book.known.map(({ url }) => url));
  const added = published.filter(({ url }) => !known.has(url)).length;
  try {
    if (text !== readText(file))
      writeWhole(file, text, join(dirname(file), `.addresses.carnet-${String(process.pid)}`));
    return { added, isAsRead: isDeepStrictEqual(book, content.book) };
  } catch {
    // The site is already online; the next build will add what this one could not.
    return undefined;
  }
}
