// `carnet init FOLDER`: a new site root from the files of `templates/`, which builds at once and belongs to its owner.
// Carnet stays a dependency of it, so that nothing written here has to be written again when Carnet changes.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { dayOf } from "../content/dates.ts";
import { slugOf } from "../content/text.ts";
import { packageRoot } from "../package-root.ts";
import { said } from "../strings/said.ts";
import { shellWord } from "../strings/shell-word.ts";
import { startingWords } from "../strings/starting.ts";
import { carnetPackage, type CarnetPackage } from "./carnet-source.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import { repositoryAround } from "./repository.ts";
import type { Terminal } from "./terminal.ts";

/** What a repository that was just made may hold already. */
const IGNORED = new Set([".git"]);

/** Names that a message shows of a folder that is not empty. */
const SHOWN = 5;

export function init(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const [named = "."] = options.operands;
  const lang = options.spoken;
  const words = startingWords(lang);
  const root = resolve(options.site, named);
  const refuse = (text: string): Promise<ExitStatus> => {
    terminal.err(said(lang, text));
    return Promise.resolve(2);
  };
  const there = namesIn(root);
  if (there === undefined) return refuse(words.notFolder(named));
  if (there.length > 0)
    return refuse(words.notEmpty(named, there.slice(0, SHOWN), Math.max(0, there.length - SHOWN)));
  const carnet = carnetPackage(packageRoot);
  const day = dayOf(options.now(), "Europe/Paris");
  const files = siteFiles({ lang, folder: basename(root), day, root, carnet, url: options.url });
  write(root, files);
  if (!options.quiet) {
    const go = relative(options.site, root) === "" ? "" : `cd ${shellWord(named)} && `;
    terminal.out(`${words.made(named, files.size)}\n${words.next}\n  ${go}npm install\n  npm run dev\n`);
  }
  if (carnet.source.kind === "folder")
    terminal.err(`${words.linked(carnet.source.path, tarballName(carnet))}\n`);
  const repository = repositoryAround(root);
  if (repository !== undefined && repository !== root) terminal.err(`${words.within(repository)}\n`);
  return Promise.resolve(0);
}

interface NewSite {
  lang: "fr" | "en";
  /** Name of the site root, of which the title is made. */
  folder: string;
  day: string;
  /** Absolute path of the site root. */
  root: string;
  carnet: CarnetPackage;
  /** The public address, where it is known already. */
  url?: string | undefined;
}

/** Nothing for a folder that does not exist; `undefined` for what is no folder. */
function namesIn(folder: string): string[] | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  return stat.isDirectory()
    ? readdirSync(folder)
        .filter((name) => !IGNORED.has(name))
        .sort()
    : undefined;
}

/** Path in the site root → what the file holds. */
export function siteFiles({
  lang,
  folder,
  day,
  root,
  carnet,
  url,
}: NewSite): Map<string, string | Uint8Array> {
  const title = titleOf(folder) || { fr: "Mon carnet", en: "My notebook" }[lang];
  const texts = [...filesIn("common"), ...filesIn(lang)].map(([path, text]): [string, string] => [
    path.replace(/(^|\/)dot-/g, "$1.").replace("DAY", day),
    text,
  ]);
  const post = texts.find(([path]) => path.startsWith("content/posts/"))?.[0] ?? "";
  const filled = texts.map(([path, text]): [string, string] => [
    path,
    // The title comes last: nothing in it can be taken for a placeholder.
    text
      .replaceAll("%POST%", post)
      .replaceAll("%CARNET%", carnet.name)
      .replaceAll("%UPGRADE%", startingWords(lang).upgrade[carnet.source.kind])
      .replace(/^# url: .*$/m, (remark) => (url === undefined ? remark : `url: ${JSON.stringify(url)}`))
      .replaceAll('"%TITLE%"', () => JSON.stringify(title))
      .replaceAll("%TITLE%", () => title),
  ]);
  const files = new Map<string, string | Uint8Array>(filled);
  files.set("package.json", packageJson(slugOf(folder) || "blog", carnet, root));
  const { source } = carnet;
  if (source.kind === "tarball") files.set(`vendor/${tarballName(carnet)}`, readFileSync(source.path));
  return files;
}

/** As `npm pack` names it. */
function tarballName({ name, version }: CarnetPackage): string {
  return `${name.replace(/^@/, "").replace("/", "-")}-${version}.tgz`;
}

/** What npm installs for Carnet, in the site at `root`. */
function dependencyOn(carnet: CarnetPackage, root: string): string {
  switch (carnet.source.kind) {
    case "spec":
      return carnet.source.spec;
    case "tarball":
      return `file:vendor/${tarballName(carnet)}`;
    case "folder":
      return `file:${relative(root, carnet.source.path).replaceAll("\\", "/")}`;
  }
}

/** `mon-blog` → `Mon blog`. */
function titleOf(folder: string): string {
  const words = folder.replace(/[-_\s]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function filesIn(folder: string): [path: string, text: string][] {
  const top = join(packageRoot, "templates", folder);
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, string] => {
      const path = join(entry.parentPath, entry.name);
      return [relative(top, path).replaceAll("\\", "/"), readFileSync(path, "utf8")];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function packageJson(name: string, carnet: CarnetPackage, root: string): string {
  const content = {
    name,
    private: true,
    type: "module",
    scripts: Object.fromEntries(["dev", "new", "check", "build"].map((one) => [one, `carnet ${one}`])),
    dependencies: { [carnet.name]: dependencyOn(carnet, root) },
    engines: { node: ">=20.19" },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** All of it or nothing: what a full disk leaves is taken away, and nothing that was there is ever replaced. */
function write(root: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const written: string[] = [];
  const made = mkdirSync(root, { recursive: true });
  try {
    for (const [path, text] of files) {
      const target = join(root, path);
      const folder = mkdirSync(dirname(target), { recursive: true });
      if (folder !== undefined) written.push(folder);
      writeFileSync(target, text, { flag: "wx" });
      written.push(target);
    }
  } catch (error) {
    for (const path of made === undefined ? written : [made]) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}
