// Paths of the host that texts and redirects point to but the blog does not make → folders to propose as `alsoServed`.
// A folder is proposed only if nothing of the blog itself is in it.
import { addressKey } from "../content/permalinks.ts";
import type { OldRedirect, OldSite } from "./model.ts";
import type { NewEntry } from "./new-entry.ts";
import { text } from "./values.ts";

const LINK = /\]\(\s*<?([^\s()<>]+)|href\s*=\s*["']([^"'\n]+)["']/g;

export function proposeElsewhere(
  site: OldSite,
  made: readonly NewEntry[],
  redirects: readonly OldRedirect[],
  own: readonly string[],
): string[] {
  const keys = new Set(own.map(addressKey));
  const folders = new Set(own.flatMap((url) => firstFolder(addressKey(url)) ?? []));
  const url = text(site.settings["url"]);
  const host = url === undefined ? undefined : new URL(url).host;
  const wanted = [
    ...site.elsewhere,
    ...redirects.map(({ to }) => to),
    ...made.flatMap(({ body }) => [...body.matchAll(LINK)].map(([, link, href]) => link ?? href ?? "")),
  ];
  const found = new Set<string>();
  for (const written of wanted) {
    const path = pathOf(written, host);
    const folder = path === undefined ? undefined : firstFolder(path);
    if (path === undefined || folder === undefined || keys.has(addressKey(path))) continue;
    if (
      !folders.has(folder.toLowerCase()) &&
      !/^\/(tag|tags|mots-cles|auteurs|authors|archives?|blog|img|images|assets|media)\/$/i.test(folder)
    )
      found.add(folder);
  }
  return [...found].sort();
}

function pathOf(written: string, host: string | undefined): string | undefined {
  const own = /^(?:https?:)?\/\/([^/?#]+)(\/[^?#]*)/i.exec(written);
  if (own !== null) return own[1]?.toLowerCase() === host ? own[2] : undefined;
  return /^\/(?!\/)/.test(written) ? written.replace(/[?#].*$/, "") : undefined;
}

function firstFolder(path: string): string | undefined {
  // A year is a folder of the blog's own old posts.
  return /^\/(?!\d+(?:\/|$))[\p{L}\p{N}_-]+(?=\/|$)/u.exec(path)?.[0].concat("/");
}
