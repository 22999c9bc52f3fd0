// A published site → a ZIP of it that can be read from a disk, without a host or a network.
// It is a separate step over the finished folder: no earlier step depends on whether a site is archived.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ADMIN } from "../../admin/page.ts";
import { PROGRAM } from "../../admin/program.ts";
import type { PageKind, Plan } from "../../pages/types.ts";
import { readManifest } from "../output/manifest.ts";
import { withAddresses } from "../theme/css-addresses.ts";
import { createLocalize, type Localize } from "./addresses.ts";
import { offlineHtml } from "./html.ts";
import { writeZip, type Zipped } from "./zip.ts";

export interface ArchiveInput {
  /** The folder of the published site. */
  folder: string;
  plan: Plan;
  /** The ZIP to write; an existing one is replaced. */
  target: string;
  onProgress?: (done: number, total: number) => void;
  underWay?: Parameters<typeof writeZip>[2];
}

export interface Archived {
  files: number;
  bytes: number;
  /** The page to open first. */
  home: string;
}

/** Archives only the files that Carnet made: others may be anyone's, and are not part of the site. */
export async function archiveSite(input: ArchiveInput): Promise<Archived> {
  const { folder, plan, target, onProgress, underWay } = input;
  const files = archived([...readManifest(folder)], plan);
  const localize = createLocalize(files, plan.content.site);
  const contents = function* (): Generator<Zipped> {
    for (const [i, path] of files.entries()) {
      yield { path, bytes: offlineFile(readFileSync(join(folder, path)), path, localize) };
      onProgress?.(i + 1, files.length);
    }
  };
  const bytes = await writeZip(target, contents(), underWay);
  const home = plan.pages.find(({ kind }) => kind === "home")?.output ?? "index.html";
  return { files: files.length, bytes, home };
}

/** Files for hosts and robots, and the form, which could not save. */
const FOR_HOSTS: ReadonlySet<PageKind> = new Set([
  ...(["headers", "redirects", "nginx", "robots", "sitemap", "manifest", "admin"] as const),
]);

/** The theme's scripts that count page views: modules, which no page loads from a disk. */
const MEASURE = /^assets\/audience(?:-choice)?-[\da-f]+\.js$/;

/** Also leaves out the search index, since search does not work from a disk, and the form's program. */
function archived(files: readonly string[], { pages, content: { site } }: Plan): string[] {
  const left = new Set(pages.filter(({ kind }) => FOR_HOSTS.has(kind)).map(({ output }) => output));
  const folders = ["pagefind/", ...(site.admin ? [ADMIN.slice(1) + PROGRAM] : [])];
  const isLeft = (path: string): boolean =>
    left.has(path) || MEASURE.test(path) || folders.some((one) => path.startsWith(one));
  return files.filter((path) => !isLeft(path)).sort();
}

function offlineFile(bytes: Buffer, path: string, localize: Localize): Uint8Array {
  const local = (href: string): string => localize(href, path);
  if (/\.html?$/i.test(path)) return Buffer.from(offlineHtml(bytes.toString(), local));
  return /\.css$/i.test(path)
    ? Buffer.from(withAddresses(bytes.toString(), ({ href }) => local(href)))
    : bytes;
}
