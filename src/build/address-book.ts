// Adds the addresses of a published site to `content/addresses.txt`, which its owner commits. The post that `carnet init` writes as
// a sample is there to be deleted: neither its address is promised, nor that of a list of nothing else.
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { ADDRESS_BOOK, readAddressBook, writeAddressBook } from "../content/address-book.ts";
import { sourceFile } from "../content/tree.ts";
import { packageRoot, readText } from "../files.ts";
import { publishedAddresses } from "../pages/plan.ts";
import { isPost, type Page, type Plan } from "../pages/types.ts";
import { UI_LANGS, uiLang } from "../ui-lang.ts";
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
  const samples = pages.filter((page) => isOfSamples(page, site.root)).map(({ url }) => url);
  const published = publishedAddresses(pages).filter(({ url }) => !samples.some((one) => isAt(url, one)));
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

const TEMPLATES = join(packageRoot, "templates");

/** True for a sample, and for the list of a term, a person or a year that shows nothing else. */
function isOfSamples({ kind, entry, data }: Page, root: string): boolean {
  if (kind === "post") return entry !== undefined && isSample(entry.file, root);
  if (!["tag", "person", "year"].includes(kind)) return false;
  const { posts } = data;
  return (
    Array.isArray(posts) && posts.length > 0 && posts.filter(isPost).every(({ file }) => isSample(file, root))
  );
}

/** True if the file is still as `carnet init` wrote it. */
function isSample(file: string, root: string): boolean {
  const template = file.replace(/\d{4}-\d\d-\d\d/, "DAY");
  return UI_LANGS.some((lang) => {
    const text = readText(join(TEMPLATES, lang, template));
    return text !== undefined && text.replaceAll("%POST%", file) === readText(join(root, file));
  });
}

/** True for an address, and what is below it: the feed of `/tag/x.html` is `/tag/x/feed.xml`. */
function isAt(url: string, address: string): boolean {
  return url === address || url.startsWith(address.replace(/(\.html|\/)?$/, "/"));
}
