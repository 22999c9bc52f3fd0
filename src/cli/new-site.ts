// The files of a new site root, from those of `templates/`: configuration files, and texts to begin with.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { capitalised } from "../capitalised.ts";
import { slugOf } from "../content/text.ts";
import { filesBelow } from "../files.ts";
import { packageRoot } from "../package-root.ts";
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

/** Path in the site root → content of the file. */
export function siteFiles({
  lang,
  folder,
  title = titleOf(folder) || { fr: "Mon carnet", en: "My notebook" }[lang],
  day,
  root,
  carnet,
  url,
}: NewSite): Map<string, string | Uint8Array> {
  const texts = [...filesIn("common"), ...filesIn(lang)].map(([path, text]): [string, string] => [
    path.replace(/(^|\/)dot-/g, "$1.").replace("DAY", day),
    text,
  ]);
  const post = texts.find(([path]) => path.startsWith("content/posts/"))?.[0] ?? "";
  const filled = texts.map(([path, text]): [string, string] => [
    path,
    // The title is inserted last: nothing in it can be mistaken for a placeholder.
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

/** The files other than texts: those that install, build and publish the site. */
export function frameFiles(site: NewSite): Map<string, string | Uint8Array> {
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

/** The name that `npm pack` gives it. */
function tarballName({ name, version }: CarnetPackage): string {
  return `${name.replace(/^@/, "").replace("/", "-")}-${version}.tgz`;
}

/** What npm installs as Carnet, for the site at `root`. */
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
  return capitalised(folder.replace(/[-_\s]+/g, " ").trim());
}

function filesIn(folder: string): [path: string, text: string][] {
  const top = join(packageRoot, "templates", folder);
  return filesBelow(top).map((path) => [path, readFileSync(join(top, path), "utf8")]);
}

function packageJson(name: string, carnet: CarnetPackage, root: string): string {
  const content = {
    name,
    private: true,
    type: "module",
    scripts: Object.fromEntries(
      ["dev", "new", "list", "check", "build"].map((one) => [one, `carnet ${one}`]),
    ),
    dependencies: { [carnet.name]: dependencyOn(carnet, root) },
    engines: { node: ">=20.19" },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
