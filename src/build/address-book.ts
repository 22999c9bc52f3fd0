// Adds the addresses of a published site to `content/addresses.txt`, which its owner commits.
// The file is written under a temporary name, then renamed, so that a killed run leaves the old one intact.
import { dirname, join } from "node:path";
import {
  ADDRESS_BOOK,
  readAddressBook,
  writeAddressBook,
  type AddressBook,
  type KnownAddress,
} from "../content/address-book.ts";
import { sourceFile } from "../content/tree.ts";
import { readText } from "../files.ts";
import { publishedAddresses } from "../pages/published.ts";
import type { Plan } from "../pages/types.ts";
import { uiLang } from "../ui-lang.ts";
import { writeWholeText } from "./machine/whole-file.ts";

export interface KeptBook {
  /** Number of new addresses. */
  added: number;
  /** False if someone has edited the file since it was read. */
  isAsRead: boolean;
}

/** Returns `undefined` if the address book could not be written. */
export function keepAddresses({ content, pages }: Plan): KeptBook | undefined {
  const { site } = content;
  // Read again: someone may have edited it while the site was built.
  const file = join(site.root, ADDRESS_BOOK);
  const book = readAddressBook(sourceFile(site.root, ADDRESS_BOOK), []);
  const published = publishedAddresses(pages);
  const text = writeAddressBook(book, published, uiLang(site.lang));
  const known = new Set(book.known.map(({ url }) => url));
  const added = published.filter(({ url }) => !known.has(url)).length;
  const isAsRead = isSame(book, content.book);
  if (text === readText(file)) return { added, isAsRead };
  const aside = join(dirname(file), `.addresses.carnet-${String(process.pid)}`);
  try {
    writeWholeText(file, text, aside);
    return { added, isAsRead };
  } catch {
    // The site is already online; the next build will add what this one could not.
    return undefined;
  }
}

function isSame(one: AddressBook, other: AddressBook): boolean {
  const isAt = ({ line, url, source, title }: KnownAddress, place: number): boolean => {
    const at = other.known[place];
    return at?.line === line && at.url === url && at.source === source && at.title === title;
  };
  const hasSameStrange = one.strange.join("\n") === other.strange.join("\n");
  return hasSameStrange && one.known.length === other.known.length && one.known.every(isAt);
}
