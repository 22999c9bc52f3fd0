// Addresses with a mistake at the start → the addresses that were meant.
// Browsers treat an address without a scheme as a page of this site.
import { distance } from "fastest-levenshtein";
import { isWeb } from "../schemes.ts";

/** `www.exemple.org`, `https//exemple.org`, `htps://exemple.org` → `https://…`; undefined if nothing is wrong. */
export function mendAddress(href: string, scheme: string | undefined): string | undefined {
  const rest = withoutBeginning(href, scheme);
  if (rest === undefined) return undefined;
  const mended = isWeb(rest) ? rest : `https://${rest}`;
  return URL.canParse(mended) && new URL(mended).host.includes(".") ? mended : undefined;
}

function withoutBeginning(href: string, scheme: string | undefined): string | undefined {
  const twice = /^https?:\/+(https?)(:?)\/+/i.exec(href);
  if (twice) return `${(twice[1] ?? "https").toLowerCase()}://${href.slice(twice[0].length)}`;
  if (scheme === "http" || scheme === "https") return /^https?:\/?(?!\/)(.*)$/i.exec(href)?.[1];
  if (scheme !== undefined) {
    const likeHttp = Math.min(distance(scheme, "http"), distance(scheme, "https")) === 1;
    return likeHttp ? /^[a-z]+:\/+(.*)$/i.exec(href)?.[1] : undefined;
  }
  const noColon = /^https?[;.,]?\/\/+(.*)$/i.exec(href)?.[1];
  return noColon ?? (/^www\.[\p{L}\p{N}-]+\.[\p{L}\p{N}]/iu.test(href) ? href : undefined);
}

/** `maito:a@b.org`, `mail:a@b.org` → `mailto:…`, `telephone:…` → `tel:…`; undefined if neither was meant. */
export function mendScheme(href: string): string | undefined {
  const [, scheme = "", rest = ""] = /^([a-z]{3,12}):\/{0,2}(.+)$/i.exec(href) ?? [];
  const word = scheme.toLowerCase();
  if (
    /^[^\s@/]+@[^\s@/]+$/.test(rest) &&
    (word === "mail" || word === "email" || distance(word, "mailto") <= 2)
  )
    return `mailto:${rest}`;
  return /^(?:tele?|phone|telephone|tél)$/.test(word) && /^\+?[\d .()-]{3,}$/.test(rest)
    ? `tel:${rest.replace(/[^+\d]/g, "")}`
    : undefined;
}
