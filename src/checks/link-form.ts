// Links checked by form alone: email addresses, telephone numbers, fediverse accounts, mistakes in `https://`.
// Nothing is looked up: whether anyone reads an address or answers a number cannot be known here.
import { mendAddress } from "../markdown/absolute-address.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import { isWeb, schemeOf } from "../schemes.ts";
import { isMailto, mendMailto } from "./mail-address.ts";
import { isTelephone, mendTelephone } from "../markdown/links/telephone.ts";

export interface WrittenLink {
  href: string;
  /** Text of the link, without markup; empty if none could be pasted back. */
  text: string;
  /** Its text, if it cannot be pasted back. */
  read?: string;
  place: Place;
}

/** The problem in a link's form; `sound` if nothing else can be checked; undefined for a web address or a path. */
export function checkForm(
  { href, text, read = text, place }: WrittenLink,
  isPage: () => boolean,
): Problem | "sound" | undefined {
  const scheme = schemeOf(href);
  const [, account, host] = ACCOUNT.exec(href) ?? [];
  if (account !== undefined && host !== undefined)
    return problem("dead-link/account", place, { href, text, suggestion: `https://${host}/@${account}` });
  if (scheme === "tel") {
    if (isTelephone(href)) return "sound";
    return problem("dead-link/tel", place, { href, text, ...given(mendTelephone(href)) });
  }
  if (scheme === "mailto" && isMailto(href)) return "sound";
  if (scheme === "mailto" || (scheme === undefined && LIKE_MAIL.test(href)))
    return problem("dead-link/mailto", place, { href, text, ...given(mendMailto(href)) });
  const glued = GLUED.exec(href)?.[1];
  if (glued !== undefined) return problem("dead-link/glued", place, { href, text, suggestion: glued });
  const whole = BRACKET.exec(href)?.[1];
  if (whole !== undefined && !isPage())
    return problem("dead-link/bracket", place, { href: `${whole}]`, text, suggestion: whole });
  if (scheme === undefined && isSwapped(read, href) && !isPage())
    return problem("dead-link/swapped", place, { href, text: text === "" ? "" : href, suggestion: read });
  const suggestion = mendAddress(href, scheme) ?? (scheme === undefined ? addressIn(href) : undefined);
  if (suggestion !== undefined && !isPage())
    return problem("dead-link/scheme", place, { href, text, suggestion });
  return scheme === undefined || scheme === "http" || scheme === "https" ? undefined : "sound";
}

/** A second address right after a word of the first. In the path of an archive, a slash is before it. */
const GLUED = /^https?:\/\/[^?#]{3,2000}?(?<=[\p{L}\p{N}])(https?:\/\/.+)$/iu;
/** `[texte](adresse])`: an address that needs brackets has both. */
const BRACKET = /^((?!(?!https?:)[a-z][a-z\d+.-]*:)(?:(?!\[|%5b).){1,2000}?)(?:\]|%5d)$/i;
/** An address after what is none: a parenthesis, the number of an item, or the brackets of another link. */
const AFTER_OTHERS = /^[^/?#]{0,200}\((https?:\/\/.+)\)$|^[^/?#]{1,200}?(https?:\/\/.+)$/i;

/** `1. https://exemple.org` → `https://exemple.org`. */
function addressIn(href: string): string | undefined {
  const [, between, rest] = AFTER_OTHERS.exec(href) ?? [];
  const found = between ?? rest;
  return found !== undefined && URL.canParse(found) && new URL(found).host.includes(".") ? found : undefined;
}

/** A fediverse account, as people give it. */
const ACCOUNT = /^@([\w.-]+)@([\w.-]+\.[a-z]+)$/i;
const LIKE_MAIL = /^[^/?#]{1,320}@[^/?#]{1,320}\.[a-z]+(?:\]|%5d)?(?:\?[a-z]+=[^#]*)?$/i;

/** A text that is a web address, for an address that is none; one may be the end of the other. */
const isSwapped = (text: string, href: string): boolean =>
  isWeb(text) && URL.canParse(text) && !/^[/#?]|\s/.test(href) && !text.endsWith(href);

function given(suggestion: string | undefined): { suggestion?: string } {
  return suggestion === undefined ? {} : { suggestion };
}

const HOST = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:[:/?#]|$)/u;

/** Extensions with which a single name is read as a file. */
const FILE =
  /^[^/]+\.(?:html?|md|pdf|epub|png|jpe?g|gif|svg|webp|avif|heic|mp[34]|m4[av]|mov|webm|og[gv]|wav|xml|json|geojson|csv|tsv|ya?ml|ics|gpx|txt|rtf|docx?|odt|xlsx?|ods|pptx?|odp|zip|gz|7z|js|ts|css|vtt|srt)(?:[?#]|$)/i;

/** `exemple.org/page` → `https://exemple.org/page`; undefined for what may well be a path or a file. */
export function withScheme(href: string): string | undefined {
  return HOST.test(href) && !FILE.test(href) ? `https://${href}` : undefined;
}
