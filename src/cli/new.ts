// `carnet new "Title"`: an empty post in the right folder, with the date in the site's time zone and the main front matter.
// Example lines come from the schema, so that `carnet check` always accepts them.
import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dayOf } from "../content/dates.ts";
import { LONGEST_TITLE } from "../content/entries/title.ts";
import { languageFolders } from "../content/file-names.ts";
import { siteAbove } from "../content/no-site.ts";
import { exampleOf } from "../content/schema.ts";
import { defaultSettings, readSettings, type Settings } from "../content/settings/settings.ts";
import { slugOf } from "../content/text.ts";
import { readTree } from "../content/tree.ts";
import { yamlList } from "../content/yaml/quoting.ts";
import { exists } from "../files.ts";
import type { SiteSettings } from "../site/schema.ts";
import { exampleIn } from "../strings/problems-yaml.ts";
import { startingWords } from "../strings/starting.ts";
import { ownLang, uiLang, type UiLang } from "../ui-lang.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import { spokenOf } from "./spoken.ts";
import { refuseUse, type Terminal } from "./terminal.ts";
import { writeNew } from "./write-new.ts";

const POSTS = "content/posts";

export function newPost(options: Options, terminal: Terminal): ExitStatus {
  const tree = readTree(options.site);
  const settings = readSettings(tree.settings);
  const site = settings.site ?? defaultSettings();
  const lang = spokenOf(options, settings);
  const words = startingWords(lang);
  const refuse = (text: string): ExitStatus => refuseUse(terminal, lang, text);
  const isOdd = (folder: string): boolean => isNoFolder(join(options.site, folder));
  const odd = ["content", POSTS].find(isOdd);
  if (odd !== undefined) return refuse(words.noFolder(odd));
  if (!tree.hasContent) return refuse(words.noContent(options.site, siteAround(options)));
  const shelf = shelfFor(options, site);
  if (isOdd(shelf.folder)) return refuse(words.noFolder(shelf.folder));
  const title = options.operands
    .join(" ")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  if (title === "") return refuse(words.noTitle);
  if (title.length > LONGEST_TITLE) return refuse(words.longTitle(title.length, LONGEST_TITLE));
  const slug = slugOf(title);
  if (slug === "") return refuse(words.noLetters(title));
  const name = `${dayOf(options.now(), site.timeZone)}-${shortened(slug)}`;
  const taken = takenName(options.site, `${shelf.folder}/${name}`);
  if (taken !== undefined) return refuse(words.exists(taken));
  const file = `${shelf.folder}/${name}.md`;
  writeNew(options.site, new Map([[file, emptyPost(title, namedTags(settings), shelf.lang)]]));
  terminal.out(`${words.begun(file)}\n${options.quiet ? "" : `${words.thenWrite}\n`}`);
  return 0;
}

/** The folder to suggest for `--site`; undefined if `--site` was given. */
function siteAround({ site, typedSite }: Options): string | undefined {
  return typedSite === undefined ? siteAbove(site) : undefined;
}

/** Where a post goes, and the language of what it says to editors. */
interface Shelf {
  folder: string;
  lang: UiLang;
}

/** The posts of the site's language, or else of the one that `--lang` names, if the site has it too. */
function shelfFor({ site: root, lang }: Options, site: SiteSettings): Shelf {
  const own = { folder: POSTS, lang: uiLang(site.lang) };
  if (lang === undefined || ownLang(site.lang) === lang) return own;
  const posts = join(root, POSTS);
  const there = existsSync(posts) ? readdirSync(posts) : [];
  const declared = Object.keys(site.translations).map((one) => one.toLowerCase());
  const names = languageFolders(site);
  const folder = [...there.sort(), ...declared].find(
    (name) => names.has(name.toLowerCase()) && ownLang(name) === lang,
  );
  return folder === undefined ? own : { folder: `${POSTS}/${folder}`, lang };
}

/** Maximum length of a slug: longer ones make addresses that nobody can read aloud. */
const LONGEST = 80;

/** Cuts it between two words. */
function shortened(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const cut = slug.lastIndexOf("-", LONGEST);
  return slug.slice(0, cut > 0 ? cut : LONGEST);
}

/** True if something other than a folder is there: a file, or a link, which must not lead out of the site. */
function isNoFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}

/** What already exists under the post's path, without its extension: a file, its draft, a folder of that name, or a broken link. */
function takenName(root: string, path: string): string | undefined {
  const draft = path.replace(/[^/]*$/, "_$&");
  return [`${path}.md`, `${draft}.md`, path, draft].find((file) => exists(join(root, file)));
}

/** Maximum number of tags in an example. */
const EXAMPLES = 2;

/** As posts write them: from the site's own list, so that an example never adds a tag. */
function namedTags({ tags }: Settings): string[] {
  return [...tags.terms].slice(0, EXAMPLES).map(([slug, { label }]) => label ?? slug);
}

/** In the site's language, since it stays in a file that editors share. */
function emptyPost(title: string, tags: readonly string[], lang: UiLang): string {
  const { about, begin } = startingWords(lang);
  const asked = ["description", "author"].flatMap((key) => [
    `# ${about[key] ?? ""}`,
    ...exampleLines([key], lang),
    `${key}:`,
  ]);
  const tagged =
    tags.length === 0
      ? [`# ${about["anyTags"] ?? ""}`]
      : [`# ${about["tags"] ?? ""}`, `# tags: ${yamlList(tags)}`];
  const offered = [`# ${about["image"] ?? ""}`, ...exampleLines(["image", "imageAlt"], lang)];
  return [
    "---",
    `title: ${JSON.stringify(title)}`,
    ...asked,
    ...tagged,
    "tags: []",
    ...offered,
    "---",
    "",
    `<!-- ${begin} -->`,
    "",
  ].join("\n");
}

function exampleLines(keys: readonly string[], lang: UiLang): string[] {
  return keys.map((key) => `# ${exampleIn(exampleOf(key) ?? `${key}:`, lang)}`);
}
