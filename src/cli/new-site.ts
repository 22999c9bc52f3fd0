// The files of a new site root, from those of `templates/`: what installs, builds and publishes it, and texts to begin with.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { capitalised } from "../text.ts";
import { slugOf } from "../content/text.ts";
import { filesBelow, packageRoot } from "../files.ts";
import { startingWords } from "../strings/starting.ts";
import type { UiLang } from "../ui-lang.ts";
import type { CarnetPackage } from "./carnet-source.ts";
import { repositoryAround } from "./repository.ts";

export interface NewSite {
  lang: UiLang;
  /** Name of the site root, from which the title is made if none is given. */
  folder: string;
  title?: string | undefined;
  day: string;
  /** Absolute path of the site root. */
  root: string;
  carnet: CarnetPackage;
  /** The public address, if it is already known. */
  url?: string | undefined;
}

type Files = Map<string, string | Uint8Array>;

/** Path in the site root → content of the file. */
export function siteFiles(site: NewSite): Files {
  const { lang, folder, day, root, carnet, url } = site;
  const title =
    site.title ??
    (capitalised(folder.replace(/[-_\s]+/g, " ").trim()) || { fr: "Mon carnet", en: "My notebook" }[lang]);
  const texts = ["common", lang].flatMap((from) => {
    const top = join(packageRoot, "templates", from);
    return filesBelow(top).map((path): [string, string] => [
      path.replace(/(^|\/)dot-/g, "$1.").replace("DAY", day),
      readFileSync(join(top, path), "utf8"),
    ]);
  });
  const post = texts.find(([path]) => path.startsWith("content/posts/"))?.[0] ?? "";
  const files: Files = new Map(
    texts.map(([path, text]) => [
      path,
      // The title is inserted last: nothing in it can be mistaken for a placeholder.
      text
        .replaceAll("%POST%", post)
        .replaceAll("%CARNET%", carnet.name)
        .replaceAll("%UPGRADE%", startingWords(lang).upgrade[carnet.source.kind])
        .replace(/^# url: .*$/m, (remark) => (url === undefined ? remark : `url: ${JSON.stringify(url)}`))
        .replaceAll('"%TITLE%"', () => JSON.stringify(title))
        .replaceAll("%TITLE%", () => title),
    ]),
  );
  files.set("package.json", packageJson(slugOf(folder) || "blog", carnet, root));
  const { source } = carnet;
  if (source.kind === "tarball") files.set(`vendor/${tarballName(carnet)}`, readFileSync(source.path));
  return files;
}

/** Those of an imported blog: the files that install, build and publish the site. */
export function filesAround(site: NewSite): Files {
  return new Map([...siteFiles(site)].filter(([path]) => !/^(?:content|public)\//.test(path)));
}

/** What to know before publishing: the site depends on this machine, or is in a folder where hosts do not read its recipes. */
export function placeRemarks({ lang, carnet, root }: Pick<NewSite, "lang" | "carnet" | "root">): string[] {
  const words = startingWords(lang);
  const repository = repositoryAround(root);
  return [
    ...(carnet.source.kind === "folder" ? [words.linked(carnet.source.path, tarballName(carnet))] : []),
    ...(repository !== undefined && repository !== root ? [words.within(repository)] : []),
  ];
}

/** Writes files below `root`, all of them or none, and never over another, so that a command can be run again. */
export function writeNew(root: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const written: string[] = [];
  try {
    for (const [path, text] of files) {
      const target = join(root, path);
      const made = mkdirSync(dirname(target), { recursive: true });
      if (made !== undefined) written.push(made);
      const file = openSync(target, "wx");
      written.push(target);
      try {
        writeFileSync(file, text);
      } finally {
        closeSync(file);
      }
    }
  } catch (error) {
    for (const path of written) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

/** The name that `npm pack` gives it. */
function tarballName({ name, version }: CarnetPackage): string {
  return `${name.replace(/^@/, "").replace("/", "-")}-${version}.tgz`;
}

function packageJson(name: string, carnet: CarnetPackage, root: string): string {
  const { source } = carnet;
  const dependency = {
    spec: () => (source.kind === "spec" ? source.spec : ""),
    tarball: () => `file:vendor/${tarballName(carnet)}`,
    folder: () =>
      source.kind === "folder" ? `file:${relative(root, source.path).replaceAll("\\", "/")}` : "",
  }[source.kind]();
  const commands = ["dev", "new", "list", "check", "build"];
  const content = {
    name,
    private: true,
    type: "module",
    scripts: Object.fromEntries(commands.map((command) => [command, `carnet ${command}`])),
    dependencies: { [carnet.name]: dependency },
    engines: { node: ">=20.19" },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
