// An address of a file on its author's computer (`file:///C:/…`, `C:\…`), as word processors write it → the name of the file.
import { decodeComponent } from "../percent-codes.ts";

const LOCAL = /^(?:file:|[a-z]:(?:[\\/]|%5c))/i;

/** As a link beside the text would write it; undefined for any other address. */
export function localFile(written: string): string | undefined {
  const href = written.trim();
  if (!LOCAL.test(href)) return undefined;
  const path = decodeComponent(href) ?? href;
  const name = path.replace(/^.*[\\/:]/s, "");
  // Accents stay readable.
  return name
    .replace(/[\s<>?#%]/g, encodeURIComponent)
    .replaceAll("(", "%28")
    .replaceAll(")", "%29");
}
