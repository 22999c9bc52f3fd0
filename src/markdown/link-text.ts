// A link's text and address → warnings about those that say nothing out of context.
// Screen readers list the links of a page by their text alone (WCAG 2.4.4, 2.4.9).
import { escapeHtml } from "../html.ts";
import type { Place } from "../problems.ts";
import type { Env } from "./env.ts";
import { tidied } from "./rule.ts";

const VAGUE = new Set(
  (
    "ici|là|par ici|juste ici|ici même|voir ici|lien ici|cliquez|cliquez ici|cliquer ici|clique ici|cliquez sur ce lien|" +
    "lien|le lien|ce lien|lien suivant|suivez ce lien|voir|voir plus|lire|lire plus|lire la suite|suite|en savoir plus|en savoir +|" +
    "plus|plus d'infos|plus d'info|plus d'informations|télécharger|page|cette page|la page|site|ce site|le site|article|cet article|ce document|" +
    "here|over here|see here|click|click here|link|this link|the link|more|read|read more|see more|learn more|find out more|more info|" +
    "more information|details|this|page|this page|website|this site|this article|this document|download|url"
  ).split("|"),
);

/** Letters of the longest of them: a text of more is none of them, whatever signs stand around it. */
const LONGEST = Math.max(...Array.from(VAGUE, (words) => words.length));

/** Reports a link whose text is vague, or empty. True where it is empty. */
export function checkLinkText(text: string, href: string, place: Place, env: Env): boolean {
  if (isLong(text)) return false;
  const plain = tidied(text);
  if (plain === "") {
    env.report("vague-link/empty", place, { href });
    return true;
  }
  const bare = plain
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^[\s«"“(→]+|[\s»"”).:!…→>]+$/g, "");
  if (bare === "" || VAGUE.has(bare)) env.report("vague-link/words", place, { text: plain, href });
  return false;
}

function isLong(text: string): boolean {
  if (text.length <= LONGEST) return false;
  let letters = 0;
  for (let i = 0; i < text.length && letters <= LONGEST; i++) {
    const letter = text.charCodeAt(i) | 0x20;
    if (letter >= 0x61 && letter <= 0x7a) letters++;
  }
  return letters > LONGEST;
}

/** HTML that names an empty link by its address; unseen where the link shows a picture. */
export function addressAsText(href: string, picture: boolean): string {
  return picture ? `<span class="visually-hidden">${escapeHtml(href)}</span>` : escapeHtml(href);
}
