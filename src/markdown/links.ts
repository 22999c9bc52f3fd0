// Links of Markdown and of raw HTML → safe links that work wherever the site is served, registered for the checks that follow; and any
// other address as an author wrote it → the address on the page.
// An absolute address of this site becomes a site path, so that it works in previews and under a base path.
import { decodePath } from "../images/paths.ts";
import { nameIn } from "../paths.ts";
import { decodeAddress, decodeComponent, hasScheme } from "../urls.ts";
import type { Place } from "../problems.ts";
import { ownAddress, withBase } from "../site/site.ts";
import type { Env } from "./env.ts";
import { Element, isBlank, makeText, textOf, type Node } from "./tree.ts";

/** A link whose address is refused leaves only its content. */
export function resolveLinks(root: Element, env: Env): void {
  if (env.names.has("a")) root.replace((element) => link(element, env));
}

function link(element: Element, env: Env): Node[] | undefined {
  const href = element.name === "a" ? element.attr("href") : undefined;
  // An author's link has no `rel`: one that has it was made by a phase.
  if (href === undefined || element.attr("rel") !== undefined) return undefined;
  const place = env.placeOf(element);
  const address = resolveAddress(href, env);
  if (address === undefined) {
    reportRefused(href, place, env);
    return element.children;
  }
  const text = textOf(element.children);
  element.set("href", address.href);
  if (address.external) element.set("rel", "noopener");
  env.reference("link", href, element.raw ? text.trim() : text, place, element.raw);
  // The name of a link without any is its address; hidden from sight if the link shows a picture.
  const isShown = element.children.some((node) => !isBlank(node));
  if (text.trim() !== "") return undefined;
  if (!isShown) element.children = [makeText(href)];
  else element.children.push(new Element("span", element, [makeText(href)], { class: "visually-hidden" }));
  return undefined;
}

/** Name of the file at an address, decoded. */
export function fileName(src: string): string {
  const name = nameIn(src.replace(/[?#].*$/s, ""));
  return decodeComponent(name) ?? name;
}

export interface Address {
  href: string;
  /** True if it points to another host. */
  external: boolean;
}

/** Allow-list: all others run code, read files, or wrap an address that does (`feed:javascript:…`). */
const SCHEMES = /^(?:https?|mailto|tel|sms|xmpp|geo|matrix|ircs?|webcal):/i;

export function resolveAddress(written: string, env: Env): Address | undefined {
  const href = visible(written);
  const { site } = env.around;
  const own = ownAddress(site.homes, href);
  if (own !== undefined) {
    const inside = isAlsoServed(own.path, site.alsoServed)
      ? undefined
      : own.inside.find((path) => answers(path, env));
    return {
      href: inside === undefined ? href : withBase(site, composed(inside)) + own.end,
      external: false,
    };
  }
  if (hasScheme(href)) return SCHEMES.test(href) ? { href, external: /^https?:/i.test(href) } : undefined;
  if (/^[\\/]{2}/.test(href)) return { href: `https://${href.slice(2)}`, external: true };
  if (href.startsWith("/")) return { href: sitePath(composed(href), env), external: false };
  const path = textNamed(href, env) ?? fileBeside(href, env);
  return { href: path === undefined ? href : withBase(site, path), external: false };
}

/** True for an address that runs code, contains a page itself or reads a file, as browsers would interpret it. */
export function runsCode(written: string): boolean {
  const href = visible(written);
  return hasScheme(href) && !SCHEMES.test(href);
}

/** If a relative address names the file of a text, as on a forge: the site path of that text, with any query or fragment. */
export function textNamed(written: string, env: Env): string | undefined {
  if (!/\.m/i.test(written)) return undefined;
  const [, path, end = ""] =
    /^(?![a-z][a-z0-9+.-]*:|\/)([^?#]*\.(?:md|markdown))([?#].*)?$/i.exec(visible(written)) ?? [];
  const url = path === undefined ? undefined : env.around.text?.(path, env.source);
  return url === undefined ? undefined : url + end;
}

/** Site path of the file beside the text, such as a PDF, if a relative address names one. */
export function fileBeside(written: string, env: Env): string | undefined {
  const href = visible(written);
  return hasScheme(href) || /^(?:[\\/#?]|$)/.test(href) ? undefined : env.around.file?.(href, env.source);
}

/** Reports a link whose address `resolveAddress` refuses: its text stays. */
export function reportRefused(url: string, place: Place, env: Env): void {
  env.report("dropped-html/link", place, { found: asTyped(visible(url)) });
}

/** Browsers ignore control characters in an address, and spaces around it: `java&#10;script:` must not get through. */
function visible(written: string): string {
  if (/[\0-\x20\x7f-\uffff]/.test(written)) return written.replace(/[\u0000-\u001f\u007f]/g, "").trim();
  return written.includes("%20") ? written.replace(/^(mailto:)(?:%20)+/i, "$1") : written;
}

/** Composes letters and their accents (NFC), as in the site's own addresses, so that both spellings are the same to a host. */
function composed(href: string): string {
  if (!/[^\0-\x7f]|%c[cd]/i.test(href)) return href;
  return href
    .normalize("NFC")
    .replace(/[a-z](?:%c[cd]%[89ab][0-9a-f]){1,4}/gi, (letter) =>
      encodeURIComponent(decodePath(letter).normalize("NFC")),
    );
}

function sitePath(href: string, env: Env): string {
  const { site } = env.around;
  const [path = href] = href.split(/[?#]/, 1);
  if (isAlsoServed(path, site.alsoServed)) return href;
  // The author may already have written the base path.
  const isBased =
    site.basePath !== "/" &&
    path.startsWith(site.basePath) &&
    !answers(path, env) &&
    answers(path.slice(site.basePath.length - 1), env);
  return isBased ? href : withBase(site, href);
}

/** True for a path of this host that another site serves: a listed folder or file, or something inside it. */
export function isAlsoServed(path: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => {
    const folder = prefix.replace(/\/$/, "");
    return path.startsWith(folder) && (path.length === folder.length || path[folder.length] === "/");
  });
}

/** True if the site has a page or file at a path, however its letters are encoded; the path may name `index.html`. */
function answers(path: string, env: Env): boolean {
  if (env.around.has(path)) return true;
  const folder = path.endsWith("/index.html") ? path.slice(0, -"index.html".length) : path;
  const plain = (decodeComponent(folder) ?? folder).normalize("NFC");
  return env.around.has(folder) || env.around.has(plain) || env.around.has(encodeURI(plain));
}

/** An address as an author would type it: markdown-it percent-encodes accents; only spaces stay encoded. */
export function asTyped(src: string): string {
  return decodeAddress(src)?.replace(/\s/g, encodeURIComponent) ?? src;
}
