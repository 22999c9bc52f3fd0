// Old addresses → a small page for each, for hosts that have no redirects, and the `_redirects` file for those that do.
import type { Content } from "../content/types.ts";
import { absoluteUrl, withBase } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import type { Draft } from "./draft.ts";

/** One page per old address. */
export function redirectPages({ site, redirects }: Content): Draft[] {
  const words = ui(site.lang, site.lang);
  return redirects.map(({ from, to }): Draft => ({
    kind: "redirect",
    key: `redirect:${from}`,
    url: redirectAddress(from),
    lang: site.lang,
    layout: "redirect",
    title: words.movedTitle,
    description: words.movedText,
    noindex: true,
    data: { target: to, targetUrl: to.startsWith("/") ? absoluteUrl(site, to) : to },
    trail: [],
  }));
}

/** Address of the page for an old address: a host answers `/old` with `old/index.html`, not with a file `old`. */
export function redirectAddress(from: string): string {
  return /\.\w+$|\/$/.test(from) ? from : `${from}/`;
}

/**
 * `_redirects` of Netlify and Cloudflare Pages: `/old /new 301`, one per line. The page of the old address exists too.
 * Cloudflare follows the rule nevertheless. Netlify shows the page unless the rule is forced, with a sign that Cloudflare
 * treats as an error. https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/#shadowing
 */
export function redirectsFile({ site, redirects }: Content): string {
  const status = site.host === "netlify" ? "301!" : "301";
  const lines = redirects.map(
    ({ from, to }) => `${withBase(site, from)} ${to.startsWith("/") ? withBase(site, to) : to} ${status}`,
  );
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}
