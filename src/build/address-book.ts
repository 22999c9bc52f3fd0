// Adds the addresses of a published site to `content/addresses.txt`, which its owner commits.
// Written aside and put in place by a rename, so that a killed run leaves the old book whole.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ADDRESS_BOOK, readAddressBook, writeAddressBook } from "../content/address-book.ts";
import { sourceFile } from "../content/tree.ts";
import { publishedAddresses } from "../pages/published.ts";
import type { Plan } from "../pages/types.ts";
import { uiLang } from "../site.ts";

/** How many addresses are new; `undefined` where the book could not be written. */
export function keepAddresses({ content, pages }: Plan): number | undefined {
  const { site } = content;
  // Read again: someone may have written in it while the site was built.
  const file = join(site.root, ADDRESS_BOOK);
  const book = readAddressBook(sourceFile(site.root, ADDRESS_BOOK), []);
  const published = publishedAddresses(pages);
  const text = writeAddressBook(book, published, uiLang(site.lang));
  const known = new Set(book.known.map(({ url }) => url));
  const added = published.filter(({ url }) => !known.has(url)).length;
  if (text === textOf(file)) return added;
  const aside = join(dirname(file), `.addresses.carnet-${String(process.pid)}`);
  try {
    writeFileSync(aside, text);
    renameSync(aside, file);
    return added;
  } catch {
    // The site is online already: what is not noted now will be by the next build.
    rmSync(aside, { force: true });
    return undefined;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
