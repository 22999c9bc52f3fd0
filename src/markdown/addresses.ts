// An address as an author wrote it → the address on the page, or undefined if the browser must not receive it.
// An absolute address of this site becomes a site path, so that it works in previews and under a base path.
import { decodeComponent } from "../percent-codes.ts";
import { hasScheme, schemeOf } from "../schemes.ts";
import { ownAddress, withBase } from "../site/site.ts";
import type { Place } from "../problems.ts";
import { mendAddress, mendScheme } from "./absolute-address.ts";
import type { Env } from "./env.ts";
import { localFile } from "./local-files.ts";
import { asTyped } from "./picture-problems.ts";
import { decodePath } from "../images/paths.ts";

export interface Address {
  href: string;
  /** True if it points to another host. */
  external: boolean;
}

const ALLOWED = /^(?:https?|mailto|tel|sms|xmpp|geo|magnet|webcal|matrix|irc|ircs|feed):/i;

/** Undefined for schemes that run code or read files: `javascript:`, `data:`, `file:`… */
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
  if (href.startsWith("https://") || href.startsWith("http://")) return { href, external: true };
  if (hasScheme(href)) return ALLOWED.test(href) ? { href, external: /^https?:/i.test(href) } : undefined;
  if (/^[\\/]{2}/.test(href)) return { href: `https://${href.slice(2)}`, external: true };
  if (href.startsWith("/")) return { href: sitePath(composed(href), env), external: false };
  const named = textNamed(href, env);
  if (named !== undefined) return { href: withBase(site, named), external: false };
  const beside = fileBeside(href, env);
  return { href: beside === undefined ? href : withBase(site, beside), external: false };
}

/** True for an address that runs code, contains a page itself or reads a file, as browsers would interpret it. */
export function runsCode(written: string): boolean {
  return /^(?:javascript|vbscript|data|file|blob):/i.test(visible(written));
}

/** If a relative address names the file of a text, as on a forge: the site path of that text, with any query or fragment. */
export function textNamed(written: string, env: Env): string | undefined {
  // Runs for every link.
  if (!written.includes(".m") && !written.includes(".M")) return undefined;
  const [, path, end = ""] =
    /^(?![a-z][a-z0-9+.-]*:|\/)([^?#]*\.(?:md|markdown))([?#].*)?$/i.exec(visible(written)) ?? [];
  const url = path === undefined ? undefined : env.around.text?.(path, env.source);
  return url === undefined ? undefined : url + end;
}

/** Site path of the file beside the text, such as a PDF, if a relative address names one. */
export function fileBeside(written: string, env: Env): string | undefined {
  // Runs for every link: most have a scheme or are paths of the site.
  if (hasScheme(written) || written.startsWith("/")) return undefined;
  const href = visible(written);
  return hasScheme(href) || /^(?:[\\/#?]|$)/.test(href) ? undefined : env.around.file?.(href, env.source);
}

/** Reports an address that `resolveAddress` rejects, with the one that was probably meant. */
export function reportRefused(url: string, place: Place, env: Env): void {
  const href = visible(url);
  const name = localFile(href);
  if (name !== undefined) {
    env.report("local-link/file", place, { url: asTyped(url), name, as: "link" });
    return;
  }
  const scheme = schemeOf(href);
  const suggestion = mendAddress(href, scheme) ?? mendScheme(href);
  env.report("dropped-html/url", place, { url, ...(suggestion !== undefined && { suggestion }) });
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
  const [path] = cut(href);
  if (isAlsoServed(path, site.alsoServed)) return href;
  // The author may already have written the base path.
  if (
    site.basePath !== "/" &&
    path.startsWith(site.basePath) &&
    !answers(path, env) &&
    answers(path.slice(site.basePath.length - 1), env)
  )
    return href;
  return withBase(site, href);
}

/** True for a path of this host that another site serves: a listed folder or file, or something inside it. */
export function isAlsoServed(path: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => {
    const folder = prefix.replace(/\/$/, "");
    return path.startsWith(folder) && (path.length === folder.length || path[folder.length] === "/");
  });
}

/** A path that decoding, normalising and encoding leave unchanged. */
const UNENCODED = /^[\w./~-]*$/;

/** True if the site has a page or file at a path, however its letters are encoded; the path may name `index.html`. */
function answers(path: string, env: Env): boolean {
  if (env.around.has(path)) return true;
  const folder = path.endsWith("/index.html") ? path.slice(0, -"index.html".length) : path;
  if (UNENCODED.test(folder)) return folder !== path && env.around.has(folder);
  const plain = (decodeComponent(folder) ?? folder).normalize("NFC");
  return env.around.has(plain) || env.around.has(encodeURI(plain));
}

function cut(href: string): [path: string, more: string] {
  const end = href.search(/[?#]/);
  return end < 0 ? [href, ""] : [href.slice(0, end), href.slice(end)];
}
