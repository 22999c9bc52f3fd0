// `npm run reference`: the schemas of settings and front matter → docs/settings.md and docs/reglages.md, which say all keys.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";

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
        "Qui signe. Chaque clé est un identifiant, que `authors` peut citer ; dans `author`, le nom suffit.",
      ],
      tags: ["`content/tags.yaml`", "Les mots-clés. Chaque clé fait l’adresse d’une page."],
      redirects: ["`content/redirects.yaml`", "Les anciennes adresses."],
      post: ["En-tête d’un texte", "Entre deux lignes `---`, en tête d’un article ou d’une page."],
    },
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
      "All keys that Carnet knows, file by file. `npm run reference` makes this page from the schemas that check these files: it is not written by hand.",
      "Only `title` is required, in `content/site.yaml` as in the front matter of a text. A misspelt key is told with its line, and with the one that it resembles.",
      "A text editor that understands `yaml-language-server` (VS Code with Red Hat’s YAML extension, Zed, Neovim, Helix, Emacs) offers keys and explains them as you type, where the file begins with this line, which `carnet init` writes (with `people`, `tags` or `redirects` in the place of `site` in the other files):",
    ],
    heads: ["key", "what it says", "value"],
    sections: {
      site: ["`content/site.yaml`", "The settings of the site."],
      people: [
        "`content/people.yaml`",
        "Who signs. Each key is an id, which `authors` may name; in `author`, the name is enough.",
      ],
      tags: ["`content/tags.yaml`", "The tags. Each key makes the address of a page."],
      redirects: ["`content/redirects.yaml`", "Old addresses."],
      post: ["Front matter of a text", "Between two lines `---`, at the top of a post or a page."],
    },
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
    code: ["the code of a message", "How grave it is."],
  },
};

/** The page in a language, `fr` or `en`, and where it stands; by the functions of `src/content/settings/json-schema.ts`. */
export async function reference(lang, { jsonSchemaOf, exampleAt }) {
  const words = WORDS[lang];
  const line = `# yaml-language-server: $schema=../node_modules/carnet/dist/schemas/site.${lang}.json`;
  const parts = [`# ${words.title}`, ...words.intro, `\`\`\`yaml\n${line}\n\`\`\``];
  for (const [name, [title, intro]] of Object.entries(words.sections)) {
    parts.push(`## ${title}`, intro);
    const example = (path) =>
      exampleAt(
        name,
        path.map((key) => (key === ITEM ? "*" : key)),
        lang,
      );
    for (const [table, paths] of sameTables(tablesOf(inlined(jsonSchemaOf(name, lang)), []), {
      words,
      example,
    })) {
      const named = paths.filter((path) => path.length > 0).map((path) => code(shown(path, words)));
      if (named.length > 0) parts.push(`### ${words.within} ${named.join(words.and)}`);
      parts.push(table);
    }
  }
  const file = join(ROOT, words.file);
  return {
    file,
    text: await format(`${parts.join("\n\n")}\n`, { ...(await resolveConfig(file)), parser: "markdown" }),
  };
}

/** With what stands once for many keys in the place of each. */
function inlined(schema) {
  const within = (_, value) => (value?.$ref ? schema.definitions[value.$ref.split("/").at(-1)] : value);
  return JSON.parse(JSON.stringify(schema), within);
}

/** How a path says that it goes on in the items of a list. */
const ITEM = "[]";

/** The keys of a map, and below it those of the maps in it, each with its path. Where no key is explained, one row is all. */
function tablesOf(schema, path) {
  return formsOf(schema, path).flatMap(({ form: { properties = {}, additionalProperties: others }, at }) => {
    const named = Object.entries(properties);
    const chosen = isMap(others) ? [["*", others]] : [];
    const isExplained = [...named, ...chosen].some(([, { description }]) => description !== undefined);
    const deeper = isExplained || named.length === 0 ? [...named, ...chosen] : [];
    const below = deeper.flatMap(([key, inner]) => tablesOf(inner, [...at, key]));
    const rows = isExplained
      ? [...named, ...chosen.filter(([, { description }]) => description !== undefined)]
      : named.slice(0, 1).map(([, one]) => ["", one]);
    return rows.length === 0 ? below : [{ path: at, rows }, ...below];
  });
}

/** What a value may be: each of several forms, and of a list its items. */
function formsOf(schema, at) {
  if (schema.anyOf) return schema.anyOf.flatMap((form) => formsOf(form, at));
  return schema.type === "array" && isMap(schema.items)
    ? formsOf(schema.items, [...at, ITEM])
    : [{ form: schema, at }];
}

/** Tables of the same keys are one, for all the paths where they stand. */
function sameTables(tables, how) {
  const same = new Map();
  for (const { path, rows } of tables) {
    const table = tableOf(path, rows, how);
    same.set(table, [...(same.get(table) ?? []), path]);
  }
  return same;
}

const isMap = (value) => typeof value === "object" && value !== null;

const code = (text) => `\`${text.replaceAll("|", "\\|")}\``;
const shown = (path, { any }) =>
  path
    .filter((key) => key !== ITEM)
    .map((key) => (key === "*" ? any : key))
    .join(": ");

function tableOf(path, rows, { words, example }) {
  const lines = rows.map(([key, schema]) => {
    const [name, meaning] =
      key === "" ? words.code : [code(key === "*" ? words.any : key), schema.description ?? ""];
    const values = valuesOf(schema, words);
    const usual = defaultOf(schema, words) ?? shownOf(example([...path, key]), values, words);
    const value = [values, usual].filter(Boolean).join(words.then);
    return `| ${name} | ${meaning.replaceAll("|", "\\|")} | ${value} |`;
  });
  return [`| ${words.heads.join(" | ")} |`, "| --- | --- | --- |", ...lines].join("\n");
}

/** What may be written, where it is not any text. */
function valuesOf(schema, words) {
  if (isFlag(schema)) return words.flag;
  if (schema.anyOf)
    return [...new Set(schema.anyOf.map((form) => valuesOf(form, words)))].filter(Boolean).join(words.or);
  if (schema.enum) return schema.enum.map(code).join(", ");
  if (schema.pattern === DAY) return words.day;
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.minimum !== undefined)
    return words.from(schema.minimum, schema.maximum < Number.MAX_SAFE_INTEGER ? schema.maximum : undefined);
  if (schema.type === "boolean") return words.flag;
  if (schema.type === "array")
    return [words.list, schema.items?.enum?.map(code).join(", ")].filter(Boolean).join(words.colon);
  return "";
}

/** As the schemas have it. */
const DAY = String.raw`^\d{4}-\d{2}-\d{2}$`;

/** `true`, `oui`, `off` and the like. */
const isFlag = ({ anyOf = [] }) =>
  anyOf.some(({ type }) => type === "boolean") && anyOf.some((form) => form.enum?.includes("oui"));

function defaultOf({ default: value }, words) {
  const text = Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
  const isNone =
    value === undefined || text === "" || text === "[]" || (isMap(value) && !Array.isArray(value));
  return isNone ? undefined : `${words.fallback} ${code(text)}`;
}

/** Where the values themselves do not show it. */
function shownOf(example, values, words) {
  return example === undefined || values.includes("`") ? undefined : `${words.example} ${code(example)}`;
}

if (process.argv[1] === import.meta.filename) {
  const compiled = await import(pathToFileURL(join(ROOT, "dist/content/settings/json-schema.js")).href);
  for (const lang of ["fr", "en"]) {
    const { file, text } = await reference(lang, compiled);
    writeFileSync(file, text);
  }
}
