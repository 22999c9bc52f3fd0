// `carnet init FOLDER`: a new site root from the files of `templates/`, which builds at once and belongs to its owner.
// Carnet remains a dependency, so that little of what is written here needs rewriting when Carnet changes.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { capitalised } from "../text.ts";
import { dayOf } from "../content/dates.ts";
import { slugOf } from "../content/text.ts";
import { needsOf } from "../content/theme.ts";
import { isMap } from "../content/yaml.ts";
import { filesBelow, packageRoot, parsedJson, readText } from "../files.ts";
import { shellWord, startingWords } from "../strings/starting.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Command } from "./commands.ts";
import { refuseUse, type Terminal } from "./terminal.ts";

export const init: Command = (options, terminal) => {
  const [named = "."] = options.operands;
  const { lang, url, theme, quiet } = options;
  const words = startingWords(lang);
  const root = resolve(options.site, named);
  const stat = statSync(root, { throwIfNoEntry: false });
  if (stat?.isDirectory() === false) return refuseUse(terminal, lang, words.noFolder(named));
  // A new repository is empty but for this.
  if (stat && readdirSync(root).some((name) => name !== ".git"))
    return refuseUse(terminal, lang, words.notEmpty(named));
  const site: NewSite = { lang, root, now: options.now(), url, theme };
  const files = siteFiles(site);
  writeNew(root, files);
  if (!quiet) {
    // One command a line: the PowerShell of Windows does not know `&&`.
    const go = relative(options.site, root) === "" ? "" : `  cd ${shellWord(named)}\n`;
    const notes = (theme === undefined ? [] : needsOf(theme)).flatMap(({ package: needed, note }) =>
      note ? `${needed} – ${note[lang]}\n` : [],
    );
    terminal.out(
      `${words.made(named, files.size)}\n${words.next}\n${go}  npm install\n  npm run dev\n${notes.join("")}`,
    );
  }
  remarkSource(lang, terminal);
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
  /** A theme that Carnet brings. */
  theme?: string | undefined;
}

/** Path in the site root → content of the file: what installs, builds and publishes the site, and texts to begin with. */
export function siteFiles(
  { lang, root, now, url, theme, ...site }: NewSite,
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
  const files = new Map<string, string | Uint8Array>(
    texts.map(([path, text]) => [
      path,
      // The title is inserted last: nothing in it can be mistaken for a placeholder.
      text
        .replaceAll("%POST%", post)
        .replaceAll("%CARNET%", carnet.name)
        .replace(/^# url: .*$/m, (remark) => (url === undefined ? remark : `url: ${JSON.stringify(url)}`))
        .replace(/^# theme: .*$/m, (remark) => (theme === undefined ? remark : `theme: ${theme}`))
        .replaceAll('"%TITLE%"', () => JSON.stringify(title))
        .replaceAll("%TITLE%", () => title),
    ]),
  );
  const dependency = carnet.spec ?? `file:${relative(root, carnet.folder).replaceAll("\\", "/")}`;
  const needs = theme === undefined ? [] : needsOf(theme);
  const content = {
    name: slugOf(folder) || "blog",
    private: true,
    type: "module",
    scripts: Object.fromEntries(
      ["dev", "new", "list", "check", "build"].map((name) => [name, `carnet ${name}`]),
    ),
    dependencies: {
      ...Object.fromEntries(needs.map(({ package: needed, version }) => [needed, version])),
      [carnet.name]: dependency,
    },
    engines: { node: ">=20.19" },
  };
  files.set("package.json", `${JSON.stringify(content, null, 2)}\n`);
  return files;
}

/** Says what to know before publishing: a site that depends on a folder of this machine cannot be installed on another. */
export function remarkSource(lang: UiLang, terminal: Terminal): void {
  const { name, version, spec, folder } = carnetPackage(packageRoot);
  if (spec === undefined) terminal.err(`${startingWords(lang).linked(folder, `${name}-${version}.tgz`)}\n`);
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
  folder: string;
  /** Where npm found it, if others find it there too: a range of a registry, an alias or a Git address. */
  spec?: string;
}

/** `folder` is that of the running package. */
export function carnetPackage(folder: string): CarnetPackage {
  const read = (from: string): Record<string, unknown> => {
    const parsed = parsedJson(readText(join(from, "package.json")) ?? "");
    return isMap(parsed) ? parsed : {};
  };
  const own = read(folder);
  const [name, version] = [String(own["name"]), String(own["version"])];
  const modules = dirname(folder);
  const { dependencies, devDependencies } =
    basename(modules) === "node_modules" ? read(dirname(modules)) : {};
  const specs = [dependencies, devDependencies].map((some) => (isMap(some) ? some[name] : undefined));
  const spec = specs.find((one) => typeof one === "string") ?? "file:";
  if (/^(?:file:|\.{0,2}\/|[a-z]:[\\/])|\.tgz$/i.test(spec)) return { name, version, folder };
  return { name, version, folder, spec: /[:/]/.test(spec) ? spec : `^${version}` };
}
