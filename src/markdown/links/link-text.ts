// A link's text and address → a warning if the text means nothing out of context, or shows another address.
// Screen readers list the links of a page by their text alone (WCAG 2.4.4, 2.4.9).
import { escapeHtml } from "../../html.ts";
import type { Place } from "../../problems.ts";
import { decodeComponent } from "../../percent-codes.ts";
import { schemeOf } from "../../schemes.ts";
import { mendAddress } from "../absolute-address.ts";
import type { Env } from "../env.ts";
import { tidied } from "../rule.ts";

const VAGUE = (
  "ici|là|par ici|juste ici|ici même|voir ici|lien ici|cliquez|cliquez ici|cliquer ici|clique ici|cliquez sur ce lien|" +
  "lien|le lien|ce lien|lien suivant|suivez ce lien|voir|voir plus|lire|lire plus|lire la suite|suite|en savoir plus|en savoir +|" +
  "plus|plus d'infos|plus d'info|plus d'informations|télécharger|page|cette page|la page|site|ce site|le site|article|cet article|ce document|" +
  "here|over here|see here|click|click here|link|this link|the link|more|read|read more|see more|learn more|find out more|more info|" +
  "more information|details|this|page|this page|website|this site|this article|this document|download|url"
).split("|");

/** One of them, or nothing, between signs that add nothing. For most links the match fails at the first letter. */
const SAYS_NOTHING = new RegExp(
  String.raw`^[\s«"“(→]*(?:${VAGUE.map(asPattern).join("|")})?[\s»"”).:!…→>]*$`,
  "i",
);

function asPattern(words: string): string {
  return words
    .replace("+", String.raw`\+`)
    .replace("'", "['’]")
    .replaceAll(" ", String.raw`\s+`);
}

/** A text with more characters than this is never vague. */
const LONG = 100;

/** Reports a link whose text is vague or empty. True if it is empty. */
export function checkLinkText(text: string, href: string, place: Place, env: Env): boolean {
  const short = text.length > LONG ? tidied(text) : text;
  if (short.length > LONG || !SAYS_NOTHING.test(short)) {
    if (text !== href) checkShownAddress(text, href, place, env);
    return false;
  }
  const plain = tidied(short);
  if (plain === "") {
    env.report("vague-link/empty", place, { href });
    return true;
  }
  const scheme = schemeOf(href);
  env.report("vague-link/words", place, { text: plain, href: mendAddress(href, scheme) ?? href });
  return false;
}

/** An address as the text of a link, with its scheme, `www.` or an `@`: names such as `data.gouv.fr` are words too. */
const SHOWN = /^(?:https?:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z-]{2,}$/i;

/** Reports a link whose text is one address, and which leads to another: often the first was pasted and only one was changed. */
function checkShownAddress(text: string, href: string, place: Place, env: Env): void {
  if (!/\/\/|www\.|@/i.test(text)) return;
  const shown = text.trim();
  if (!SHOWN.test(shown) || !/^(?:https?:|mailto:|\/\/)/i.test(href)) return;
  const [seen, led] = [comparable(shown), comparable(href)];
  // A text may be the beginning of its address, up to one of its folders.
  const rest = led.startsWith(seen) ? led.slice(seen.length) : undefined;
  if (rest !== undefined && (rest === "" || rest.startsWith("/"))) return;
  if (/(?:…|\.\.\.)$/.test(shown)) return;
  env.report("mismatched-link", place, { text: shown, href });
}

/** Without what may differ: scheme, `www.`, encoding, case, query, fragment, and signs at the end. */
function comparable(address: string): string {
  return (decodeComponent(address) ?? address)
    .toLowerCase()
    .replace(/^(?:https?:|mailto:)?\s*(?:\/\/)?(?:www\.)?/, "")
    .replace(/[?#].*$/, "")
    .replace(/[/.,;:!?)]+$/, "");
}

/** HTML that gives an empty link its address as text; visually hidden if the link contains a picture. */
export function addressAsText(href: string, picture: boolean): string {
  return picture ? `<span class="visually-hidden">${escapeHtml(href)}</span>` : escapeHtml(href);
}
