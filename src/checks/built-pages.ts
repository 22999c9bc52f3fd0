// Built pages that an owner's layouts or code touched → their problems: addresses that match no file, missing anchors, ids
// given twice, and what the policy of the site blocks. Carnet's own pages are checked at the source.
import { Parser } from "htmlparser2";
import { placeAt } from "../text.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import { hasHost } from "../urls.ts";
import type { Site } from "../site/site.ts";
import { createResolve } from "./resolve.ts";

export interface BuiltSite {
  site: Pick<Site, "homes" | "alsoServed" | "basePath"> & Partial<Pick<Site, "policy">>;
  /** Paths of all files of the output, `blog/index.html` among them. */
  files: Iterable<string>;
  /** The text of a built file. */
  read: (file: string) => string;
  /** Whether a problem was already reported in the sources. */
  isTold?: (one: Problem) => boolean;
}

/** `pages` are paths in the output. A fault that a layout repeats on many pages is reported at the first. */
export function checkBuiltPages(
  pages: readonly string[],
  { site, files, read, isTold }: BuiltSite,
): Problem[] {
  const paths = [...files].map((file) => `/${encodeURI(file)}`.replace(/(?<=\/)index\.html$/, ""));
  // Ids are read on demand.
  const known = new Map(paths.map((path) => [path, undefined]));
  const resolve = createResolve({ site, pages: known, isBuilt: true });
  const idsIn = new Map<string, ReadonlySet<string>>();
  const idsOf = (file: string): ReadonlySet<string> => {
    const ids = idsIn.get(file) ?? new Set(readPage(read(file)).ids.map(({ value }) => value));
    idsIn.set(file, ids);
    return ids;
  };
  const problems = new Map<string, Problem>();
  const report = (one: Problem): void => {
    const fault = JSON.stringify([one.key, one.params]);
    if (!problems.has(fault) && isTold?.(one) !== true) problems.set(fault, one);
  };
  for (const file of pages) {
    const html = read(file);
    const placeOf = (offset: number): Place => ({ file, ...placeAt(html, offset) });
    const { ids, links, loaded, policy } = readPage(html);
    const seen = new Set<string>();
    for (const { value, at } of ids) {
      if (seen.has(value)) report(problem("html-id", placeOf(at), { id: value }));
      seen.add(value);
    }
    idsIn.set(file, seen);
    for (const { value, at } of links) {
      const answer = resolve(value, site.basePath + file);
      const target = answer.is === "page" && answer.id !== "" ? fileAt(answer.path) : "";
      const isLost = answer.is === "page" && target.endsWith(".html") && !idsOf(target).has(answer.id);
      if (isLost || answer.is === "nothing") report(problem("html-link", placeOf(at), { href: value }));
    }
    for (const { value, at, kind } of loaded) {
      const { origin, host } = new URL(value, HTTPS);
      const rule = policy.find((one) => one.startsWith(`${DIRECTIVES[kind]} `));
      const allowed = rule?.split(" ") ?? (kind === "styles" ? undefined : site.policy?.[kind]);
      if ((allowed?.includes(origin) ?? true) || site.homes.some((home) => home.host === host)) continue;
      const fix = kind === "styles" ? undefined : `policy: { ${kind}: [${origin}] }`;
      report(problem("blocked-resource", placeOf(at), { src: value }, fix));
    }
  }
  return [...problems.values()];
}

const fileAt = (path: string): string => decodeURI(path.endsWith("/") ? `${path}index.html` : path).slice(1);

/** An id or an address, and the offset of its tag. */
interface Found {
  value: string;
  at: number;
}

interface FoundInPage {
  ids: Found[];
  links: Found[];
  /** From other sites, by the key of `policy` that allows it; none allows styles. */
  loaded: (Found & { kind: keyof typeof DIRECTIVES })[];
  /** The rules of the Content-Security-Policy in the page. */
  policy: string[];
}

const DIRECTIVES = { scripts: "script-src", images: "img-src", frames: "frame-src", styles: "style-src" };
const KINDS: Readonly<Record<string, keyof typeof DIRECTIVES>> = {
  ...{ script: "scripts", img: "images", iframe: "frames" },
};

/** Gives a scheme to addresses that have none: `//host/path`. */
const HTTPS = "https://site.invalid";

/** What is inside `template` is not in the document. */
function readPage(html: string): FoundInPage {
  const found: FoundInPage = { ids: [], links: [], loaded: [], policy: [] };
  let templates = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const at = parser.startIndex;
      if (name === "template") templates++;
      const { id, srcset, src, href, poster, action, rel = "", content = "" } = attributes;
      if (attributes["http-equiv"] === "Content-Security-Policy") found.policy = content.split("; ");
      const kind = name === "link" && rel.includes("stylesheet") ? "styles" : KINDS[name];
      const loaded = (kind === "styles" ? href : src) ?? "";
      if (kind !== undefined && hasHost(loaded) && URL.canParse(loaded, HTTPS) && templates === 0)
        found.loaded.push({ value: loaded, at, kind });
      if (id !== undefined && templates === 0) found.ids.push({ value: id, at });
      for (const value of [href, src, poster, action])
        if (value !== undefined) found.links.push({ value: value.trim(), at });
      for (const [, value = ""] of srcset?.matchAll(/([^\s,]\S*[^\s,])(?:\s+[^,]*)?(?:,|$)/g) ?? [])
        found.links.push({ value, at });
    },
    onclosetag(name) {
      if (name === "template") templates--;
    },
  });
  parser.end(html);
  return found;
}
