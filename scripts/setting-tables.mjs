// The schema of a settings file → tables of all its keys, in Markdown, for `scripts/reference.mjs`.

/**
 * Each table with the headings above it: paths of the maps that have its keys, none for the file itself. `exampleAt` returns an
 * example value for a path, if there is one.
 */
export function settingTables(schema, words, exampleAt) {
  const example = (path) => exampleAt(path.map((key) => (key === ITEM ? "*" : key)));
  const same = sameTables(tablesOf(inlined(schema), []), { words, example });
  return [...same].map(([table, paths]) => ({
    table,
    paths: paths.filter((path) => path.length > 0).map((path) => code(shown(path, words))),
  }));
}

/** Replaces each reference with the definition that several keys share. */
function inlined(schema) {
  const within = (_, value) => (value?.$ref ? schema.definitions[value.$ref.split("/").at(-1)] : value);
  return JSON.parse(JSON.stringify(schema), within);
}

/** Marks the items of a list in a path. */
const ITEM = "[]";

/**
 * The keys of a map, then those of the maps inside it, each with its path. If no key has a description, a single row suffices.
 */
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

/** The forms of a value: each of several alternatives, and for a list, its items. */
function formsOf(schema, at) {
  if (schema.anyOf) return schema.anyOf.flatMap((form) => formsOf(form, at));
  return schema.type === "array" && isMap(schema.items)
    ? formsOf(schema.items, [...at, ITEM])
    : [{ form: schema, at }];
}

/** Merges tables with the same keys into one, listed for all their paths. */
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

/** The values allowed, unless any text is. */
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

/** The same pattern as in the schemas. */
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

/** Only if the values themselves do not show it. */
function shownOf(example, values, words) {
  return example === undefined || values.includes("`") ? undefined : `${words.example} ${code(example)}`;
}
