// Bare addresses in a text → links, without the punctuation of the sentence around them (GFM's extended autolinks).
// The scheme or `www.` is required: `Réfugiés.info` and `etalab.gouv.fr.` are as often names as addresses, so they stay text.
import type { MarkdownIt } from "markdown-it";

/** Maximum length of an address that is looked at. */
const LONGEST = 20_000;

const PATH = String.raw`(?:[/?#:][^\s<>«»“”„…]*)?`;
const WEB = new RegExp(String.raw`//[^\s/?#<>«»“”„…"]+${PATH}`, "uy");

/** Addresses with a scheme are found while a text is parsed, before their signs mean emphasis. */
export function linkAddresses(md: MarkdownIt): void {
  md.set({ linkify: true });
  for (const scheme of ["http:", "https:"])
    md.linkify.add(scheme, {
      validate(text, pos) {
        WEB.lastIndex = 0;
        const shown = trimmed(WEB.exec(text.slice(pos, pos + LONGEST))?.[0] ?? "");
        return shown.length > 2 ? shown.length : 0;
      },
    });
  md.linkify.add("//", null).add("ftp:", null).add("mailto:", null);
  md.inline.ruler.enable("linkify");
}

const HOST = String.raw`[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+`;
const MAIL = String.raw`[A-Za-z0-9.+_-]{1,100}@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+`;
/** Not after a name that makes `@` or `www` part of something else. */
const OTHERS = new RegExp(
  String.raw`(?<![\p{L}\p{N}.+_/@-])(?:www\.${HOST}${PATH}|(?:mailto|xmpp):${MAIL}(?:/[\w.@]+)?|(?<!:)${MAIL})`,
  "gu",
);

interface BareAddress {
  start: number;
  end: number;
  href: string;
}

/** The others in a text that is in no link: `www.example.org`, `nom@example.org`. */
export function findAddresses(text: string): BareAddress[] {
  if (!text.includes("@") && !text.includes("www.")) return [];
  const found: BareAddress[] = [];
  for (const { 0: written, index } of text.matchAll(OTHERS)) {
    const isMail = !written.startsWith("www.");
    const shown = isMail ? written.replace(/\.+$/, "") : trimmed(written);
    const end = index + shown.length;
    // An address that ends in a digit is the version of a package: `vue@3.4.0`.
    if (isMail ? /[-_\d]$/.test(shown) || text[end] === "@" : !isHost(shown)) continue;
    const href = isMail ? shown.replace(/^(?!mailto:|xmpp:)/, "mailto:") : `http://${shown}`;
    found.push({ start: index, end, href });
  }
  return found;
}

/** The last two names of a host may not contain an underscore. */
function isHost(address: string): boolean {
  const names = (/^[^/?#:]*/.exec(address)?.[0] ?? "").split(".");
  return !names.slice(-2).join("").includes("_");
}

/** What looks like the reference of a character ends an address: `&nbsp;`. */
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[rl](?:[ds]|a)quo|nbsp|hellip|[mn]dash|quot|[lg]t);.*$/is;

/** Removes the punctuation of the sentence: final stops, an unmatched parenthesis, what looks like an entity. */
function trimmed(found: string): string {
  const plain = found.replace(REFERENCE, "").replace(/\]\(.*$/s, "");
  let end = plain.length;
  let extra = (plain.match(/\)/g)?.length ?? 0) - (plain.match(/\(/g)?.length ?? 0);
  for (; end > 0; end--) {
    const last = plain[end - 1] ?? "";
    if (last === ")" && extra > 0) extra--;
    else if (last === ";")
      end -= (/&[A-Za-z0-9]{1,40};$/.exec(plain.slice(Math.max(0, end - 42), end))?.[0].length ?? 1) - 1;
    else if (!/[?!.,:*_~'"’‘]/.test(last)) break;
  }
  return plain.slice(0, end);
}
