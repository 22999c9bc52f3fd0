// A link's text and address → warnings about those that say nothing out of context.
// Screen readers list the links of a page by their text alone (WCAG 2.4.4, 2.4.9).
import { escapeHtml } from "../html.ts";
import type { Place } from "../problems.ts";
import type { Env } from "./env.ts";

const VAGUE = new Set(
  (
    "ici|là|cliquez ici|cliquer ici|clique ici|par ici|lien|le lien|ce lien|lien ici|voir|voir ici|en savoir plus|lire la suite|" +
    "lire plus|suite|plus|plus d'infos|télécharger|cette page|page|article|" +
    "here|click here|click|link|this link|the link|read more|more|learn more|see here|this|this page|download"
  ).split("|"),
);

/** Reports a link whose text is vague, or empty. True where it is empty. */
export function checkLinkText(text: string, href: string, place: Place, env: Env): boolean {
  const plain = text.replace(/[\s\u00a0]+/g, " ").trim();
  if (plain === "") {
    env.report("vague-link/empty", place, { href });
    return true;
  }
  const bare = plain
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[\s«"“(→]+|[\s»"”).:!…→>]+$/g, "");
  if (VAGUE.has(bare)) env.report("vague-link/words", place, { text: plain, href });
  return false;
}

/** HTML that names an empty link by its address; unseen where the link shows a picture. */
export function addressAsText(href: string, picture: boolean): string {
  return picture ? `<span class="visually-hidden">${escapeHtml(href)}</span>` : escapeHtml(href);
}
