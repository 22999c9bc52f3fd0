// Addresses in the site's own stylesheets → those that lead to no file of the site, and those that its policy refuses.
// Browsers report neither: the page is shown without the picture or the font.
import { problem, type Problem } from "../problems.ts";
import { schemeOf } from "../schemes.ts";
import { locateAddress, NOWHERE, readable } from "./link-address.ts";
import { answerTo, type Checker } from "./link-checker.ts";
import type { StyleAddress } from "./types.ts";

export function checkStyles(checker: Checker): void {
  for (const one of checker.input.styles ?? []) {
    const found = faultOf(checker, one);
    if (found) checker.problems.push(found);
  }
}

function faultOf(checker: Checker, { href, place, meant, isLost }: StyleAddress): Problem | undefined {
  // A part of the page itself, such as a filter.
  if (href.startsWith("#") || href === "") return undefined;
  const shown = readable(href);
  if (isLost) return problem("style-address/import", place, { href: shown });
  const [, kind] = /^data:(?:[\w-]+\/)?([\w.+-]*)/i.exec(href) ?? [];
  if (kind !== undefined) return problem("style-address/data", place, { kind });
  if (meant !== undefined) return problem("style-address/near", place, { href: shown, suggestion: meant });
  const path = sitePath(checker, href);
  if (path === undefined) return problem("style-address/elsewhere", place, { href: shown });
  const { is } = checker.map.answer(path);
  if ((is === "page" && !path.endsWith("/")) || is === "elsewhere") return undefined;
  const near = checker.map.near(path);
  return near !== undefined && /\.\w+$/.test(near)
    ? problem("style-address/near", place, { href: shown, suggestion: readable(near) })
    : problem("style-address/missing", place, { href: shown });
}

/**
 * Site path to which an address leads. One that begins with `/` is read from the site's root, whatever the base path, since it
 * is published so; others from the folder of stylesheets. Undefined for another host; empty for what is not a web address.
 */
function sitePath(checker: Checker, href: string): string | undefined {
  const { basePath } = checker.input;
  const scheme = schemeOf(href);
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") return "";
  const url = locateAddress(href, `${basePath}assets/carnet.css`);
  if (url === undefined) return "";
  if (url.host !== NOWHERE) return checker.hosts.has(url.host) ? answerTo(checker, url).path : undefined;
  if (href.startsWith("/")) return url.pathname;
  return url.pathname.startsWith(basePath) ? url.pathname.slice(basePath.length - 1) : url.pathname;
}
