// `carnet init FOLDER`: a new site root from the files of `templates/`, which builds at once and belongs to its owner.
// Carnet remains a dependency, so that little of what is written here needs rewriting when Carnet changes.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { capitalised } from "../text.ts";
import { dayOf } from "../content/dates.ts";
import { slugOf } from "../content/text.ts";
import { isMap } from "../content/yaml.ts";
import { filesBelow, isFile, packageRoot } from "../files.ts";
import { shellWord, startingWords } from "../strings/starting.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Command } from "./commands.ts";
import { repositoryAround } from "./output.ts";
import { refuseUse, type Terminal } from "./terminal.ts";

/** Maximum number of names that a message lists for a folder that is not empty. */
const SHOWN = 5;

export const init: Command = (options, terminal) => {
  const [named = "."] = options.operands;
  const { lang, url, quiet } = options;
  const words = startingWords(lang);
  const root = resolve(options.site, named);
  const stat = statSync(root, { throwIfNoEntry: false });
  if (stat?.isDirectory() === false) return refuseUse(terminal, lang, words.noFolder(named));
  // A new repository is empty but for this.
  const there = (stat ? readdirSync(root) : []).filter((name) => name !== ".git").sort();
  if (there.length > 0) {
    const more = Math.max(0, there.length - SHOWN);
    return refuseUse(terminal, lang, words.notEmpty(named, there.slice(0, SHOWN), more));
  }
  const site: NewSite = { lang, root, now: options.now(), url };
  const files = siteFiles(site);
  writeNew(root, files);
  if (!quiet) {
    // One command a line: the PowerShell of Windows does not know `&&`.
    const go = relative(options.site, root) === "" ? "" : `  cd ${shellWord(named)}\n`;
    terminal.out(`${words.made(named, files.size)}\n${words.next}\n${go}  npm install\n  npm run dev\n`);
  }
  remarkPlace(site, terminal);
  return 0;
};

export interface NewSite {
  lang: UiLang;
  /** Absolute path of the site root, from whose name the title is made if none is given. */
  root: string;
  title?: string | undefined;
  now: Date;
  /** The public address, if it is already known. */
  url?: string | undefined;
}

/** Path in the site root → content of the file: what installs, builds and publishes the site, and texts to begin with. */
export function siteFiles(
  { lang, root, now, url, ...site }: NewSite,
  carnet = carnetPackage(packageRoot),
): Map<string, string | Uint8Array> {
  const folder = basename(root);
  const day = dayOf(now, "Europe/Paris");
  const named = capitalised(folder.replace(/[-_\s]+/g, " ").trim());
  const title = site.title ?? (named || { fr: "Mon carnet", en: "My notebook" }[lang]);
  const texts = ["common", lang].flatMap((from) => {
    const top = join(packageRoot, "templates", from);
    return filesBelow(top).map((path): [string, string] => [
      path.replace(/(^|\/)dot-/g, "$1.").replace("DAY", day),
      readFileSync(join(top, path), "utf8"),
    ]);
  });
  const post = texts.find(([path]) => path.startsWith("content/posts/"))?.[0] ?? "";
  const { source } = carnet;
  const files = new Map<string, string | Uint8Array>(
    texts.map(([path, text]) => [
      path,
      // The title is inserted last: nothing in it can be mistaken for a placeholder.
      text
        .replaceAll("%POST%", post)
        .replaceAll("%CARNET%", carnet.name)
        .replaceAll("%UPGRADE%", startingWords(lang).upgrade[source.kind])
        .replace(/^# url: .*$/m, (remark) => (url === undefined ? remark : `url: ${JSON.stringify(url)}`))
        .replaceAll('"%TITLE%"', () => JSON.stringify(title))
        .replaceAll("%TITLE%", () => title),
    ]),
  );
  const dependency = {
    spec: source.at,
    tarball: `file:vendor/${tarballName(carnet)}`,
    folder: `file:${relative(root, source.at).replaceAll("\\", "/")}`,
  }[source.kind];
  const content = {
    name: slugOf(folder) || "blog",
    private: true,
    type: "module",
    scripts: Object.fromEntries(
      ["dev", "new", "list", "check", "build"].map((name) => [name, `carnet ${name}`]),
    ),
    dependencies: { [carnet.name]: dependency },
    engines: { node: ">=20.19" },
  };
  files.set("package.json", `${JSON.stringify(content, null, 2)}\n`);
  if (source.kind === "tarball") files.set(`vendor/${tarballName(carnet)}`, readFileSync(source.at));
  return files;
}

/** The name that `npm pack` gives it. */
const tarballName = ({ name, version }: CarnetPackage): string => `${name}-${version}.tgz`;

/** Says what to know before publishing: the site depends on this machine, or is in a folder where hosts do not read its recipes. */
export function remarkPlace({ lang, root }: NewSite, terminal: Terminal): void {
  const words = startingWords(lang);
  const carnet = carnetPackage(packageRoot);
  if (carnet.source.kind === "folder")
    terminal.err(`${words.linked(carnet.source.at, tarballName(carnet))}\n`);
  const repository = repositoryAround(root) ?? root;
  if (repository !== root) terminal.err(`${words.within(repository)}\n`);
}

/** Writes files below `root`, and never over another. If one cannot be written, none stays, so that the command can be run again. */
export function writeNew(root: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const written: string[] = [];
  try {
    for (const [path, text] of files) {
      const target = join(root, path);
      const made = mkdirSync(dirname(target), { recursive: true });
      if (made !== undefined) written.push(made);
      if (!existsSync(target)) written.push(target);
      writeFileSync(target, text, { flag: "wx" });
    }
  } catch (error) {
    for (const path of written) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

export interface CarnetPackage {
  name: string;
  version: string;
  /**
   * Where a new site gets Carnet from, as npm found the running one. `spec`: a range of a registry, an alias or a Git address,
   * of which `npm update` finds newer versions; `tarball`: the absolute path of a file made by `npm pack`, of which a site keeps
   * a copy; `folder`: that of a folder on this machine, a clone or a global installation.
   */
  source: { kind: "spec" | "tarball" | "folder"; at: string };
}

/** `folder` is that of the running package. */
export function carnetPackage(folder: string): CarnetPackage {
  const read = (from: string): Record<string, unknown> => {
    const parsed: unknown = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
    return isMap(parsed) ? parsed : {};
  };
  const own = read(folder);
  const [name, version] = [String(own["name"]), String(own["version"])];
  const from = (kind: CarnetPackage["source"]["kind"], at: string): CarnetPackage => ({
    ...{ name, version },
    source: { kind, at },
  });
  const modules = dirname(folder);
  const owner = dirname(modules);
  if (basename(modules) !== "node_modules" || !existsSync(join(owner, "package.json")))
    return from("folder", folder);
  const { dependencies, devDependencies } = read(owner);
  const asked = [dependencies, devDependencies].map((some) => (isMap(some) ? some[name] : undefined));
  const spec = asked.find((one) => typeof one === "string");
  if (spec === undefined) return from("folder", folder);
  const path = resolve(owner, spec.replace(/^file:(?:\/\/(?=\/))?/, ""));
  if (spec.endsWith(".tgz") && isFile(path)) return from("tarball", path);
  if (/^(?:file:|\.{0,2}\/|[a-z]:[\\/])/i.test(spec)) return from("folder", folder);
  return from("spec", /[:/]/.test(spec) ? spec : `^${version}`);
}
