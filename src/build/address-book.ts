// Adds the addresses of a published site to `content/addresses.txt`, which its owner commits.
// The file is written under a temporary name, then renamed, so that a killed run leaves the old one intact.
import { dirname, join } from "node:path";
import { ADDRESS_BOOK, readAddressBook, writeAddressBook } from "../content/address-book.ts";
import { sourceFile } from "../content/tree.ts";
import { readText } from "../files.ts";
import { publishedAddresses } from "../pages/published.ts";
import type { Plan } from "../pages/types.ts";
import { uiLang } from "../ui-lang.ts";
import { writeWholeText } from "./machine/whole-file.ts";

/** Returns the number of new addresses; `undefined` if the address book could not be written. */
export function keepAddresses({ content, pages }: Plan): number | undefined {
  const { site } = content;
  // Read again: someone may have edited it while the site was built.
  const file = join(site.root, ADDRESS_BOOK);
  const book = readAddressBook(sourceFile(site.root, ADDRESS_BOOK), []);
  const published = publishedAddresses(pages);
  const text = writeAddressBook(book, published, uiLang(site.lang));
  const known = new Set(book.known.map(({ url }) => url));
  try {
    if (text !== readText(file))
      writeWholeText(file, text, join(dirname(file), `.addresses.carnet-${String(process.pid)}`));
    return published.filter(({ url }) => !known.has(url)).length;
  } catch {
    // The site is already online; the next build will add what this one could not.
    return undefined;
  }
}
