// The page of the form, `/admin/`: only its program, and where its configuration is. It is for editors: no page links to it,
// search engines are told not to index it, and its policy allows requests only to the forge that holds the texts.
import { escapeHtml } from "../html.ts";
import type { Site } from "../site/site.ts";
import { adminWords } from "../strings/admin.ts";
import { uiLang } from "../ui-lang.ts";
import { askedOrigins } from "./backend.ts";
import { CONFIG } from "./form/names.ts";
import { adminScript, PROGRAM } from "./program.ts";

/** Site path of the page. */
export const ADMIN = "/admin/";

/** Its addresses are relative, so that it is the same under any base path. */
export function adminPage(site: Site): string {
  const words = adminWords(site.lang);
  return `<!DOCTYPE html>
<html lang="${uiLang(site.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(adminPolicy(site, { inPage: true }))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(words.title(site.title))}</title>
<link rel="preload" as="fetch" href="${CONFIG}" crossorigin>
<script type="module" src="${adminScript()}"></script>
</head>
<body>
<noscript><p>${escapeHtml(words.noScript)}</p></noscript>
</body>
</html>
`;
}

/** Whether a page is the form. */
export function isAdminPage(html: string): boolean {
  return html.includes(`<script type="module" src="${PROGRAM}`);
}

/** Headers of the page and of the files it loads, which replace those of the rest of the site. */
export function adminHeaders(
  site: Site,
): Record<"Content-Security-Policy" | "Cross-Origin-Opener-Policy", string> {
  return {
    "Content-Security-Policy": adminPolicy(site, { inPage: false }),
    // Forges sign editors in in a pop-up window, which must be able to reply to this page. With `application`, that window
    // opens at this page, goes to the forge and comes back: any stricter policy here would cut the link between the two.
    "Cross-Origin-Opener-Policy":
      site.admin?.application === undefined ? "same-origin-allow-popups" : "unsafe-none",
  };
}

/** The program writes its styles into the page, and shows files that are not saved yet (`blob:`). */
function adminPolicy(site: Site, { inPage }: { inPage: boolean }): string {
  const { api = "", pictures = "" } = askedOrigins(site) ?? {};
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' blob: data: ${pictures}`,
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self' blob: data: ${api}`,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    ...(inPage ? [] : ["frame-ancestors 'none'"]),
  ].join("; ");
}
