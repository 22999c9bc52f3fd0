// A built site on disk → problems of its HTML: addresses that match no file, missing anchors, doubled ids and the like.
// Meant for those who change layouts and for CI: it reads every page again, which a build has no need to do.
import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { problem, type Problem } from "../problems.ts";
import { pathKey } from "./fold.ts";
import { readHtmlPage, type HtmlPage, type HtmlReference } from "./html-page.ts";

export interface HtmlCheckOptions {
  /** Path under which the site is served, with both slashes. */
  basePath: string;
  /** Scheme and host of the site, where known: its absolute addresses are then checked too. */
  origin?: string;
  /** Path prefixes that another site serves, without base path. */
  alsoServed?: readonly string[];
}

/** An anchor, to be judged once every page has been read. */
interface Anchor {
  /** File of the page that should have the id. */
  target: string;
  id: string;
  report: () => Problem;
}

/** Problems' files are paths in `dir`, in order; a folder that is missing or holds no page is an error thrown. */
export async function checkHtml(dir: string, options: HtmlCheckOptions): Promise<Problem[]> {
  const files = await listFiles(dir);
  const pages = files.filter((file) => file.endsWith(".html"));
  if (pages.length === 0) throw new Error(`No HTML page in ${dir}`);
  const resolve = createResolver(files, options);
  const idsOf = new Map<string, ReadonlySet<string>>();
  const problems: Problem[] = [];
  const anchors: Anchor[] = [];
  for (const file of pages) {
    const page = readHtmlPage(await readFile(join(dir, file), "utf8"), file);
    idsOf.set(file, page.ids);
    problems.push(...page.problems);
    for (const reference of page.references)
      checkReference(reference, { file, page, resolve, problems, anchors, options });
  }
  for (const { target, id, report } of anchors) {
    const ids = idsOf.get(target);
    if (ids && !ids.has(id)) problems.push(report());
  }
  return problems;
}

interface Context {
  file: string;
  page: HtmlPage;
  resolve: Resolve;
  problems: Problem[];
  anchors: Anchor[];
  options: HtmlCheckOptions;
}

function checkReference(
  { href, offset }: HtmlReference,
  { file, page, resolve, problems, anchors, options }: Context,
): void {
  const target = resolve(href, file);
  if (target === "elsewhere") return;
  if (target === "outside")
    problems.push(problem("html-base-path", page.placeAt(offset), { href, basePath: options.basePath }));
  else if (target === "nothing") problems.push(problem("html-link", page.placeAt(offset), { href }));
  else if (target.id !== "" && target.id !== "top") {
    const { id } = target;
    const place = page.placeAt(offset);
    anchors.push({ target: target.file, id, report: () => problem("html-anchor", place, { href, id }) });
  }
}

type Target = { file: string; id: string } | "elsewhere" | "outside" | "nothing";
type Resolve = (href: string, from: string) => Target;

function createResolver(
  files: readonly string[],
  { basePath, origin = "", alsoServed = [] }: HtmlCheckOptions,
): Resolve {
  const known = new Map(files.map((file) => [file.normalize("NFC"), file]));
  const prefixes = alsoServed.map((prefix) => pathKey(prefix).replace(/\/$/, ""));
  const isElsewhere = (path: string): boolean =>
    prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  const fileOf = (path: string): string | undefined => {
    const inside = path.slice(basePath.length);
    return inside === "" || inside.endsWith("/")
      ? known.get(`${inside}index.html`)
      : (known.get(inside) ?? known.get(`${inside}/index.html`));
  };
  return (href, from) => {
    const local =
      origin !== "" && (href === origin || href.startsWith(`${origin}/`))
        ? href.slice(origin.length) || "/"
        : href;
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(local)) return "elsewhere";
    const [before = "", ...after] = local.split("#");
    const id = decoded(after.join("#").split(":~:")[0] ?? "");
    if (before === "") return { file: from, id };
    const [address = ""] = before.split("?");
    if (address === "") return { file: from, id };
    const path = pathKey(
      /^\/(?!.*\/\.)/.test(address)
        ? address
        : new URL(address, `https://site.invalid${basePath}${encodeURI(from)}`).pathname,
    );
    if (isElsewhere(path) || isElsewhere(path.slice(basePath.length - 1))) return "elsewhere";
    if (!path.startsWith(basePath) && `${path}/` !== basePath) return "outside";
    const file = fileOf(path);
    return file === undefined ? "nothing" : { file, id };
  };
}

/** All files under a folder, by path with forward slashes, in code-unit order. */
async function listFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
