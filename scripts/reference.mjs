// `npm run reference`: the schemas of settings and front matter → docs/settings.md and docs/reglages.md, which list all keys,
// and the blocks of the layouts.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { settingTables } from "./setting-tables.mjs";

const ROOT = join(import.meta.dirname, "..");

const WORDS = {
  fr: {
    file: "docs/reglages.md",
    title: "Tous les réglages",
    intro: [
      "Toutes les clés que Carnet connaît, fichier par fichier. `npm run reference` fait cette page à partir des schémas qui vérifient ces fichiers : elle ne s’écrit pas à la main.",
      "Seul `title` est obligatoire, dans `content/site.yaml` comme dans l’en-tête d’un texte. Une clé mal écrite est signalée avec sa ligne et celle qui lui ressemble.",
      "Un éditeur de texte qui comprend `yaml-language-server` (VS Code avec l’extension YAML de Red Hat, Zed, Neovim, Helix, Emacs) propose les clés et les explique pendant que vous tapez, si le fichier commence par cette ligne, que `carnet init` écrit (avec `people`, `tags` ou `redirects` à la place de `site` dans les autres fichiers) :",
    ],
    heads: ["clé", "ce qu’elle dit", "valeur"],
    sections: {
      site: ["`content/site.yaml`", "Les réglages du site."],
      people: [
        "`content/people.yaml`",
        "Qui signe les articles. Un nom qui n’est pas dans ce fichier signe aussi ; une personne qui n’a rien signé n’a pas de page, et n’est montrée que sur celle d’une promotion ou d’un autre terme.",
      ],
      tags: ["`content/tags.yaml`", "Les mots-clés. Chaque clé fait l’adresse d’une page."],
      redirects: ["`content/redirects.yaml`", "Les anciennes adresses."],
      post: [
        "En-tête d’un texte",
        "Entre deux lignes `---`, en tête d’un article ou d’une page. Dans une page de `content/pages/`, ce qui est propre aux articles reste sans effet : signatures, mots-clés, compte X, date limite, licence, corrections, articles proposés, nom dans les flux.",
      ],
    },
    blocks: [
      "Blocs des gabarits",
      'Un gabarit de `layouts/` qui prolonge celui de Carnet (`{% extends "carnet/post.njk" %}`) remplace un bloc en l’écrivant, et garde ce qu’il contenait avec `{{ super() }}`. Ce dont il dispose est dit au début de chaque gabarit de Carnet, dans son dossier `layouts/`.',
    ],
    blockHeads: ["bloc", "ce qu’il contient", "gabarits"],
    everywhere: "tous",
    within: "Sous",
    any: "<nom>",
    flag: "`true` ou `false`",
    list: "une liste",
    day: "un jour, `2026-03-02`",
    from: (min, max) => (max === undefined ? `à partir de ${min}` : `de ${min} à ${max}`),
    fallback: "par défaut",
    example: "par exemple",
    or: " ou ",
    and: " et ",
    colon: " : ",
    then: " ; ",
    code: ["le code d’un message", "Sa gravité."],
  },
  en: {
    file: "docs/settings.md",
    title: "All settings",
    intro: [
      "Every key that Carnet accepts, file by file. `npm run reference` generates this page from the schemas that check these files: do not edit it by hand.",
      "Only `title` is required, in `content/site.yaml` and in the front matter of a text. A misspelt key is reported with its line and the key it resembles.",
      "Text editors that support `yaml-language-server` (VS Code with Red Hat’s YAML extension, Zed, Neovim, Helix, Emacs) suggest and explain keys as you type, if the file begins with the line below. `carnet init` writes it. In the other files, `people`, `tags` or `redirects` replaces `site`:",
    ],
    heads: ["key", "meaning", "value"],
    sections: {
      site: ["`content/site.yaml`", "The settings of the site."],
      people: [
        "`content/people.yaml`",
        "The authors of posts. A name that is not in this file can also sign a post; a person who has signed nothing has no page, and is shown only on that of a cohort or another term.",
      ],
      tags: ["`content/tags.yaml`", "The tags. Each key forms the address of a page."],
      redirects: ["`content/redirects.yaml`", "Redirects from old addresses."],
      post: [
        "Front matter of a text",
        "Between two `---` lines, at the top of a post or a page. In a page of `content/pages/`, the keys that concern posts have no effect: authors, tags, account on X, deadline, licence, corrections, related posts, feed id.",
      ],
    },
    blocks: [
      "Blocks of the layouts",
      'A layout of `layouts/` that extends Carnet’s (`{% extends "carnet/post.njk" %}`) replaces a block by defining it; `{{ super() }}` inserts the original content. A comment at the top of each of Carnet’s own layouts lists the data it receives.',
    ],
    blockHeads: ["block", "content", "layouts"],
    everywhere: "all",
    within: "Under",
    any: "<name>",
    flag: "`true` or `false`",
    list: "a list",
    day: "a day, `2026-03-02`",
    from: (min, max) => (max === undefined ? `${min} or more` : `${min} to ${max}`),
    fallback: "by default",
    example: "for example",
    or: " or ",
    and: " and ",
    colon: ": ",
    then: "; ",
    code: ["the code of a message", "Its severity."],
  },
};

/** The page in a language, `fr` or `en`, and its path; from what `src/` says of settings and blocks. */
export function reference(lang, { jsonSchemaOf, exampleAt, LAYOUT_BLOCKS }) {
  const words = WORDS[lang];
  const line = `# yaml-language-server: $schema=../node_modules/carnet/dist/schemas/site.${lang}.json`;
  const parts = [`# ${words.title}`, ...words.intro, `\`\`\`yaml\n${line}\n\`\`\``];
  for (const [name, [title, intro]] of Object.entries(words.sections)) {
    parts.push(`## ${title}`, intro);
    const tables = settingTables(jsonSchemaOf(name, lang), words, (path) => exampleAt(name, path, lang));
    for (const { table, paths } of tables) {
      if (paths.length > 0) parts.push(`### ${words.within} ${paths.join(words.and)}`);
      parts.push(table);
    }
  }
  const [title, intro] = words.blocks;
  parts.push(`## ${title}`, intro, blockTable(LAYOUT_BLOCKS, lang));
  const file = join(ROOT, words.file);
  return { file, text: `${parts.join("\n\n")}\n` };
}

/** The blocks of the built-in layouts, and the layouts that have them. */
function blockTable(said, lang) {
  const layouts = readdirSync(join(ROOT, "layouts")).filter((name) => name.endsWith(".njk"));
  const holders = new Map();
  for (const layout of layouts.sort())
    for (const [, block] of readFileSync(join(ROOT, "layouts", layout), "utf8").matchAll(/\{% block (\w+)/g))
      holders.set(block, [...(holders.get(block) ?? []), `\`${layout.slice(0, -".njk".length)}\``]);
  const rows = Object.entries(said).map(([block, meaning]) => {
    const names = holders.get(block) ?? [];
    const where = names.includes("`base`") ? WORDS[lang].everywhere : names.join(", ");
    return `| \`${block}\` | ${meaning[lang]} | ${where} |`;
  });
  return [`| ${WORDS[lang].blockHeads.join(" | ")} |`, "| --- | --- | --- |", ...rows].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  const compiled = (entry) => import(pathToFileURL(join(ROOT, `dist/${entry}.js`)).href);
  const said = {
    ...(await compiled("content/settings/json-schema")),
    ...(await compiled("strings/layout-blocks")),
  };
  for (const lang of ["fr", "en"]) {
    const { file, text } = reference(lang, said);
    writeFileSync(file, text);
  }
}
