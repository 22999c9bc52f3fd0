// The schemas of settings and front matter → `dist/settings.md` and `dist/reglages.md`, which list all keys and the blocks of
// the layouts. Part of `npm run compile`: the pages are shipped with the package, and never edited.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORDS = {
  fr: {
    file: "dist/reglages.md",
    intro: [
      "# Tous les réglages",
      "Toutes les clés que Carnet connaît, fichier par fichier. Seul `title` est obligatoire, dans `content/site.yaml` comme dans l’en-tête d’un texte. Une clé mal écrite est signalée avec sa ligne et celle qui lui ressemble.",
      "Un éditeur de texte qui comprend `yaml-language-server` (VS Code avec l’extension YAML de Red Hat, Zed, Neovim, Helix, Emacs) propose les clés et les explique pendant que vous tapez, grâce à la première ligne des fichiers que `carnet init` écrit.",
    ],
    heads: "| clé | ce qu’elle dit | valeur |",
    sections: {
      site: "`content/site.yaml` : les réglages du site",
      people: "`content/people.yaml` : qui signe les articles",
      tags: "`content/tags.yaml` : les mots-clés ; chaque clé fait l’adresse d’une page",
      redirects: "`content/redirects.yaml` : les anciennes adresses",
      post: "En-tête d’un texte, entre deux lignes `---`",
    },
    blocks: [
      "## Blocs des gabarits",
      'Un gabarit de `layouts/` qui prolonge celui de Carnet (`{% extends "carnet/post.njk" %}`) remplace un bloc en l’écrivant, et garde ce qu’il contenait avec `{{ super() }}`.',
      "| gabarit | blocs |",
    ],
    any: "<nom>",
    flag: "`true` ou `false`",
    list: "une liste",
    usual: "par défaut",
    example: "par exemple",
    like: "comme",
  },
  en: {
    file: "dist/settings.md",
    intro: [
      "# All settings",
      "Every key that Carnet accepts, file by file. Only `title` is required, in `content/site.yaml` and in the front matter of a text. A misspelt key is reported with its line and the key it resembles.",
      "Text editors that support `yaml-language-server` (VS Code with Red Hat’s YAML extension, Zed, Neovim, Helix, Emacs) suggest and explain keys as you type, thanks to the first line of the files that `carnet init` writes.",
    ],
    heads: "| key | meaning | value |",
    sections: {
      site: "`content/site.yaml`: the settings of the site",
      people: "`content/people.yaml`: the authors of posts",
      tags: "`content/tags.yaml`: the tags; each key forms the address of a page",
      redirects: "`content/redirects.yaml`: redirects from old addresses",
      post: "Front matter of a text, between two `---` lines",
    },
    blocks: [
      "## Blocks of the layouts",
      'A layout of `layouts/` that extends Carnet’s (`{% extends "carnet/post.njk" %}`) replaces a block by defining it; `{{ super() }}` inserts the original content.',
      "| layout | blocks |",
    ],
    any: "<name>",
    flag: "`true` or `false`",
    list: "a list",
    usual: "by default",
    example: "for example",
    like: "like",
  },
};

/** Writes both pages, from what `src/` says of settings, and the blocks of the layouts. */
export function writeReference(root, { jsonSchemaOf, exampleAt }) {
  for (const [lang, words] of Object.entries(WORDS)) {
    const parts = [...words.intro];
    for (const [name, title] of Object.entries(words.sections)) {
      const rows = keysOf(jsonSchemaOf(name, lang), (path) => exampleAt(name, path, lang), words);
      parts.push(`## ${title}`, [words.heads, "| --- | --- | --- |", ...rows].join("\n"));
    }
    const [title, intro, heads] = words.blocks;
    parts.push(title, intro, [heads, "| --- | --- |", ...blockRows(root)].join("\n"));
    writeFileSync(join(root, words.file), `${parts.join("\n\n")}\n`);
  }
}

/** A row for each key, at any depth: `nav.label`. Maps with the same keys as one before refer to it. */
function keysOf(schema, exampleAt, words) {
  const seen = new Map();
  const rows = [];
  const resolve = (form) => (form?.$ref ? schema.definitions[form.$ref.split("/").at(-1)] : form);
  const walk = (form, path) => {
    for (const one of [resolve(form)].flatMap((whole) => whole?.anyOf?.map(resolve) ?? [whole])) {
      if (one?.type === "array") walk(one.items, path.length === 0 ? path : [...path, "*"]);
      const keys = Object.entries(one?.properties ?? {});
      if (typeof one?.additionalProperties === "object") keys.push(["*", one.additionalProperties]);
      const known = JSON.stringify(keys);
      if (keys.length === 0) continue;
      if (seen.has(known)) {
        rows.push(`| \`${shown([...path, "*"])}\` | ${words.like} \`${shown(seen.get(known))}\` | |`);
        continue;
      }
      if (path.length > 0) seen.set(known, path);
      for (const [key, value] of keys) {
        const at = [...path, key];
        const about = resolve(value).description ?? value.description ?? "";
        if (about !== "" || path[0] === "addresses")
          rows.push(
            `| \`${shown(at)}\` | ${cell(about)} | ${valueOf(resolve(value), exampleAt(at), words)} |`,
          );
        walk(value, at);
      }
    }
  };
  const shown = (path) => path.map((key) => (key === "*" ? words.any : key)).join(".");
  walk(schema, []);
  return rows;
}

const cell = (text) => text.replaceAll("|", "\\|");

function valueOf({ type, anyOf = [], enum: names, default: usual }, example, words) {
  const isFlag = type === "boolean" || anyOf.some((form) => form.type === "boolean");
  const kind = isFlag
    ? words.flag
    : (names?.map((name) => `\`${name}\``).join(", ") ?? (type === "array" ? words.list : ""));
  const isSimple = ["string", "number", "boolean"].includes(typeof usual) && usual !== "";
  const more = isSimple
    ? `${words.usual} \`${usual}\``
    : example !== undefined && kind === ""
      ? `${words.example} \`${example}\``
      : "";
  return cell([kind, more].filter(Boolean).join(", "));
}

/** The blocks of each built-in layout; all layouts have those of `base.njk` too. */
function blockRows(root) {
  const layouts = readdirSync(join(root, "layouts")).filter((name) => name.endsWith(".njk"));
  return layouts.flatMap((name) => {
    const text = readFileSync(join(root, "layouts", name), "utf8");
    const blocks = [...text.matchAll(/\{%-? block (\w+)/g)].map(([, block]) => `\`${block}\``);
    return blocks.length === 0 ? [] : `| \`${name}\` | ${[...new Set(blocks)].join(", ")} |`;
  });
}
