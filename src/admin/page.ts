// The page of the form, `/admin/`: Sveltia CMS, compiled with Carnet (`scripts/admin.mjs`), and where its configuration is. It is
// for editors: no page links to it, search engines are told not to index it, and its policy allows requests only to the forge.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../text.ts";
import { packageRoot } from "../files.ts";
import type { Site } from "../site/site.ts";
import { adminWords } from "../strings/admin.ts";
import { uiLang } from "../ui-lang.ts";
import { askedOrigins } from "./backend.ts";

/** Site path of the page. */
export const ADMIN = "/admin/";
/** The configuration, beside the page. */
export const CONFIG = "config.json";
/** The folder of the program, beside the page. File names change with their bytes. */
export const PROGRAM = "program/";

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
<link rel="cms-config-url" type="application/json" href="${CONFIG}">
<script type="module" src="${PROGRAM}${program().script}"></script>
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

const FOLDER = join(packageRoot, "dist/admin/program");

/** The name of the entry script, and those of all files. */
function program(): { script: string; files: readonly string[] } {
  return JSON.parse(readFileSync(join(FOLDER, "files.json"), "utf8")) as ReturnType<typeof program>;
}

/** The files of the program: absolute path of each, and its path in the output. */
export function adminFiles(): { from: string; to: string }[] {
  return program().files.map((name) => ({ from: join(FOLDER, name), to: ADMIN.slice(1) + PROGRAM + name }));
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
