// The link to paste instead of a wrong one, for the messages about links.
import type { UiLang } from "../ui-lang.ts";

/** Markdown; only the address if the text is long or would not parse back as a link. */
export function corrected({ text, suggestion }: { text: string; suggestion: string }): string {
  if (text === "" || text.length > 60 || /[[\]\n\\]/.test(text)) return suggestion;
  return `[${text}](${isClosed(suggestion) ? suggestion : `<${suggestion}>`})`;
}

/** The hint to write it. */
export function writeCorrected(link: { text: string; suggestion: string }, lang: UiLang): string {
  return `${{ fr: "Écrivez :", en: "Write:" }[lang]} ${corrected(link)}`;
}

/** False if a parenthesis in an address would end the link, or keep it open. */
function isClosed(address: string): boolean {
  let open = 0;
  for (const [sign] of address.matchAll(/[()]/g)) if ((open += sign === "(" ? 1 : -1) < 0) return false;
  return open === 0;
}
