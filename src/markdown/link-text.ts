// A link's text and address → a warning if the text means nothing out of context.
// Screen readers list the links of a page by their text alone (WCAG 2.4.4, 2.4.9).
import { escapeHtml } from "../html.ts";
import type { Place } from "../problems.ts";
import { schemeOf } from "../schemes.ts";
import { mendAddress } from "./absolute-address.ts";
import type { Env } from "./env.ts";
import { tidied } from "./rule.ts";

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
  if (short.length > LONG || !SAYS_NOTHING.test(short)) return false;
  const plain = tidied(short);
  if (plain === "") {
    env.report("vague-link/empty", place, { href });
    return true;
  }
  const scheme = schemeOf(href);
  env.report("vague-link/words", place, { text: plain, href: mendAddress(href, scheme) ?? href });
  return false;
}

/** HTML that gives an empty link its address as text; visually hidden if the link contains a picture. */
export function addressAsText(href: string, picture: boolean): string {
  return picture ? `<span class="visually-hidden">${escapeHtml(href)}</span>` : escapeHtml(href);
}
