// `carnet new "Title"`: an empty post in the right folder, with the date in the site's time zone and the main front matter.
// Example lines come from the schema, so that `carnet check` always accepts them.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dayOf } from "../content/dates.ts";
import { languageFolders } from "../content/file-names.ts";
import { withoutContent } from "../content/no-site.ts";
import { exampleOf } from "../content/schema.ts";
import { defaultSettings, readSettings, type Settings } from "../content/settings.ts";
import { slugOf } from "../content/text.ts";
import { readTree } from "../content/tree.ts";
import { yamlOf } from "../content/yaml.ts";
import { exists } from "../files.ts";
import type { SiteSettings } from "../site/schema.ts";
import { startingWords } from "../strings/starting.ts";
import { ownLang, uiLang, type UiLang } from "../ui-lang.ts";
import type { Options } from "./arguments.ts";
import type { Command } from "./commands.ts";
import { writeNew } from "./init.ts";
import { devCommand, refuseSite } from "./output.ts";
import { refuseUse } from "./terminal.ts";

const POSTS = "content/posts";

/** Maximum length of a slug: longer ones make addresses that nobody can read aloud. */
const LONGEST_SLUG = 80;

export const newPost: Command = (options, terminal) => {
  const { site: root, lang, now, operands, quiet } = options;
  const tree = readTree(root);
  const settings = readSettings(root, tree.settings);
  const site = settings.site ?? defaultSettings();
  const words = startingWords(lang);
  const refuse = (text: string): 2 => refuseUse(terminal, lang, text);
  const folder = folderFor(options, site);
  if (!tree.hasContent) return refuseSite([withoutContent(root)], options, terminal);
  const title = operands
    .join(" ")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  if (title === "") return refuse(words.noTitle);
  const whole = slugOf(title);
  // Cut between two words.
  const slug = whole.length > LONGEST_SLUG ? whole.slice(0, LONGEST_SLUG).replace(/-[^-]*$/, "") : whole;
  if (slug === "") return refuse(words.noLetters(title));
  const name = `${dayOf(now(), site.timeZone)}-${slug}`;
  // A file, its draft, or a folder of that name.
  const taken = [`${name}.md`, `_${name}.md`, name, `_${name}`].find((one) =>
    exists(join(root, folder.path, one)),
  );
  if (taken !== undefined) return refuse(words.exists(`${folder.path}/${taken}`));
  const file = `${folder.path}/${name}.md`;
  writeNew(root, new Map([[file, emptyPost(title, settings, folder.lang)]]));
  terminal.out(`${words.begun(file)}\n${quiet ? "" : `${words.thenWrite(devCommand(options))}\n`}`);
  return 0;
};

/** The folder of posts in the site's language, or in the one that `--lang` names if the site has it too. */
function folderFor({ site: root, askedLang }: Options, site: SiteSettings): { path: string; lang: UiLang } {
  const usual = { path: POSTS, lang: uiLang(site.lang) };
  if (askedLang === undefined || ownLang(site.lang) === askedLang) return usual;
  const posts = join(root, POSTS);
  const declared = Object.keys(site.translations).map((one) => one.toLowerCase());
  const names = languageFolders(site);
  const name = [...(existsSync(posts) ? readdirSync(posts).sort() : []), ...declared].find(
    (one) => names.has(one.toLowerCase()) && ownLang(one) === askedLang,
  );
  return name === undefined ? usual : { path: `${POSTS}/${name}`, lang: askedLang };
}

/** In the site's language, since it stays in a file that editors share; with tags of the site's own list. */
function emptyPost(title: string, { tags }: Settings, lang: UiLang): string {
  const { about, begin } = startingWords(lang);
  const example = (key: string): string => {
    const line = exampleOf(key) ?? `${key}:`;
    return `# ${typeof line === "string" ? line : line[lang]}`;
  };
  const labels = [...tags.terms].slice(0, 2).map(([slug, { label }]) => label ?? slug);
  return [
    "---",
    `title: ${JSON.stringify(title)}`,
    ...["description", "author"].flatMap((key) => [`# ${about[key] ?? ""}`, example(key), `${key}:`]),
    ...(labels.length === 0
      ? [`# ${about["anyTags"] ?? ""}`]
      : [`# ${about["tags"] ?? ""}`, `# tags: ${yamlOf(labels)}`]),
    "tags: []",
    `# ${about["image"] ?? ""}`,
    example("image"),
    example("imageAlt"),
    "---",
    "",
    `<!-- ${begin} -->`,
    "",
  ].join("\n");
}
