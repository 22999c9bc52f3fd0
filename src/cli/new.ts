// `carnet new "Title"`: an empty post in the right folder, with the date in the site's time zone and the main front matter; with
// `--in`, the file of a term or of a person, with the fields that its taxonomy declares.
// Example lines come from the schema, so that `carnet check` always accepts them.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dayOf } from "../content/dates.ts";
import { languageFolders, readFileName } from "../content/file-names.ts";
import { withoutContent } from "../content/no-site.ts";
import { exampleOf } from "../content/schema.ts";
import { defaultSettings, readSettings, type Settings } from "../content/settings.ts";
import { slugOf } from "../content/text.ts";
import { readTree, type Tree } from "../content/tree.ts";
import { yamlOf } from "../content/yaml.ts";
import { exists } from "../files.ts";
import { nearest } from "../nearest.ts";
import type { SiteSettings } from "../site/schema.ts";
import { foldersOf, PEOPLE, taxonomyWords } from "../site/site.ts";
import { startingWords } from "../strings/starting.ts";
import { ownLang, uiLang, type UiLang } from "../ui-lang.ts";
import type { Options } from "./arguments.ts";
import type { Command } from "./commands.ts";
import { writeNew } from "./init.ts";
import { devCommand, refuseSite } from "./output.ts";
import { refuseUse } from "./terminal.ts";

/** Maximum length of a slug: longer ones make addresses that nobody can read aloud. */
const LONGEST_SLUG = 80;

export const newPost: Command = (options, terminal) => {
  const { site: root, lang, now, operands, quiet } = options;
  const tree = readTree(root);
  const settings = readSettings(root, tree.settings);
  const site = settings.site ?? defaultSettings();
  const words = startingWords(lang);
  const refuse = (text: string): 2 => refuseUse(terminal, lang, text);
  if (!tree.hasContent) return refuseSite([withoutContent(root)], options, terminal);
  const taxonomies = foldersOf(site);
  const { taxonomy: typed } = options;
  const found = [...taxonomies].find(([name, { folder }]) => name === typed || folder === typed);
  if (typed !== undefined && found === undefined) {
    const names = [...taxonomies.keys()];
    return refuse(words.unknownTaxonomy(typed, names, nearest(typed, names)));
  }
  const [taxonomy, { folder: own = "posts" } = {}] = found ?? [];
  const folder = folderFor(`content/${own}`, options, site);
  const title = operands
    .join(" ")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  if (title === "") return refuse(taxonomy === undefined ? words.noTitle : words.noName(taxonomy));
  const whole = slugOf(title);
  // Cut between two words.
  const slug = whole.length > LONGEST_SLUG ? whole.slice(0, LONGEST_SLUG).replace(/-[^-]*$/, "") : whole;
  if (slug === "") return refuse(words.noLetters(title));
  const today = dayOf(now(), site.timeZone);
  const name = taxonomy === undefined ? `${today}-${slug}` : slug;
  // A file, its draft, or a folder of that name.
  const taken = [`${name}.md`, `_${name}.md`, name, `_${name}`].find((one) =>
    exists(join(root, folder.path, one)),
  );
  if (taken !== undefined) return refuse(words.exists(`${folder.path}/${taken}`));
  const file = `${folder.path}/${name}.md`;
  const text =
    taxonomy === undefined
      ? emptyPost(title, settings, folder.lang)
      : emptyTerm(title, { taxonomy, site, tree, today, lang: folder.lang });
  writeNew(root, new Map([[file, text]]));
  const isPost = taxonomy === undefined;
  const begun = isPost ? words.begun(file) : words.begunTerm(file);
  terminal.out(`${begun}\n${quiet ? "" : `${words.thenWrite(devCommand(options), isPost)}\n`}`);
  return 0;
};

/** The folder of texts in the site's language, or in the one that `--lang` names if the site has it too. */
function folderFor(
  path: string,
  { site: root, askedLang }: Options,
  site: SiteSettings,
): { path: string; lang: UiLang } {
  const usual = { path, lang: uiLang(site.lang) };
  if (askedLang === undefined || ownLang(site.lang) === askedLang) return usual;
  const texts = join(root, path);
  const declared = Object.keys(site.translations).map((one) => one.toLowerCase());
  const names = languageFolders(site);
  const name = [...(existsSync(texts) ? readdirSync(texts).sort() : []), ...declared].find(
    (one) => names.has(one.toLowerCase()) && ownLang(one) === askedLang,
  );
  return name === undefined ? usual : { path: `${path}/${name}`, lang: askedLang };
}

/** In the site's language, since it stays in a file that editors share; with tags of the site's own list. */
function emptyPost(title: string, { tags }: Settings, lang: UiLang): string {
  const { about, begin } = startingWords(lang);
  const example = (key: string): string => exampleLine(key, lang);
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

/** The line of a key with an example of its value, as a comment. */
function exampleLine(key: string, lang: UiLang): string {
  const line = exampleOf(key) ?? `${key}:`;
  return `# ${typeof line === "string" ? line : line[lang]}`;
}

interface Started {
  taxonomy: string;
  site: SiteSettings;
  tree: Tree;
  today: string;
  lang: UiLang;
}

/** The file of a term or of a person, with what its taxonomy declares, and what it may name. */
function emptyTerm(title: string, { taxonomy, site, tree, today, lang }: Started): string {
  const { about, begin } = startingWords(lang);
  const isPerson = taxonomy === PEOPLE;
  const commented = (key: string, said = key): string[] => [`# ${about[said] ?? ""}`, exampleLine(key, lang)];
  const picture = [...commented("image", "termImage"), exampleLine("imageAlt", lang)];
  const fields = Object.entries(foldersOf(site).get(taxonomy)?.fields ?? {}).flatMap(([name, field]) => {
    const { label = name, description, options = [], required } = field;
    const said = [label, description, options.join(", ")].filter(Boolean).join(" – ");
    const example = exampleValue(field, today);
    return [
      `# ${said.replace(/\s+/g, " ")}`,
      ...(example === undefined ? [] : [`# ${name}: ${yamlOf(example)}`]),
      ...(required ? [`${name}:`] : []),
    ];
  });
  const named = Object.keys(site.taxonomies).filter((name) => name !== taxonomy);
  return [
    "---",
    `title: ${JSON.stringify(title)}`,
    ...(isPerson ? commented("role") : []),
    `# ${about["term"] ?? ""}`,
    ...[exampleLine("description", lang), "description:"],
    ...fields,
    ...named.flatMap((name) => [
      `# ${taxonomyWords(site, name, site.lang).label}`,
      `# ${name}: ${yamlOf(someTerm(name, site, tree))}`,
    ]),
    ...(isPerson ? [...commented("photo"), ...commented("links")] : picture),
    "---",
    "",
    `<!-- ${begin} -->`,
    "",
  ].join("\n");
}

/** A value that a field accepts; undefined for a map, whose keys are unknown. */
function exampleValue({ type, options = [] }: SiteSettings["fields"][string], today: string): unknown {
  const [word = "…"] = options;
  const values: Record<typeof type, unknown> = {
    ...{ string: word, text: word, list: [word], number: 1, boolean: true, date: today },
    ...{ url: "https://www.example.org/", object: undefined },
  };
  return values[type];
}

/** The first term that the site has in a taxonomy, by its label or its file. */
function someTerm(taxonomy: string, site: SiteSettings, { others }: Tree): string[] {
  const { terms, folder = "" } = site.taxonomies[taxonomy] ?? { terms: {} };
  const listed = Object.entries(terms).map(([slug, { label = slug }]) => label);
  const files = (others.get(folder) ?? []).filter(({ file }) => file.endsWith(".md"));
  const stems = files.map(({ file }) => readFileName(file, languageFolders(site)).stem);
  return [...listed, ...stems].slice(0, 1);
}
