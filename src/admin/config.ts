// A site → the configuration of its form, as Sveltia CMS reads it (https://sveltiacms.app/en/docs/config-basics): its
// repository, a collection for each folder of texts, and a field for each key of front matter. Sveltia keeps the keys of a text
// that have no field.
import { basename, dirname } from "node:path/posix";
import type { FrontMatter } from "../content/schema.ts";
import { byCodeUnit } from "../content/text.ts";
import type { Content } from "../content/types.ts";
import { foldersOf, PEOPLE, taxonomyWords, withBase, type Site } from "../site/site.ts";
import { adminWords, type AdminWords, type FormKey } from "../strings/admin.ts";
import { languageName } from "../strings/languages.ts";
import { backendOf, inForge } from "./backend.ts";

/** Where the pictures of single-file texts go, below the site root, and the path by which such a text refers to them. */
const PICTURES = { folder: "public/images", path: "/images" };

/** The content of the whole configuration file. */
export function adminConfig(content: Content): string {
  const { site } = content;
  const words = adminWords(site.lang);
  const home = site.origin + withBase(site, "/");
  const config = {
    // This is the whole configuration: Sveltia looks for no other.
    load_config_file: false,
    backend: { ...backendOf(site), commit_messages: words.commits },
    app_title: words.title(site.title),
    ...(site.origin !== "" && { site_url: home, display_url: home }),
    show_preview_links: false,
    media_folder: inForge(site, PICTURES.folder),
    public_folder: PICTURES.path,
    // Only the site's own pictures: stock photo services would be queried at every search.
    media_libraries: { stock_assets: false },
    // File names use the same characters as addresses.
    slug: { encoding: "ascii", clean_accents: true, timezone: "local" },
    output: { omit_empty_optional_fields: true },
    collections: collectionsOf(content, words),
  };
  return `${JSON.stringify(config, null, 1)}\n`;
}

/** Texts of one kind, with the folder of the site root that holds them. */
interface Sort {
  kind: "post" | "page" | "term";
  /** That a term is of. */
  taxonomy?: string | undefined;
  root: string;
}

/** A folder of texts of one layout: a file each, or a folder each, with an `index.md` and its pictures. */
interface Folder extends Sort {
  /** Below the site root: `content/posts/en`. */
  folder: string;
  bundled: boolean;
  count: number;
}

/** In the order of the form. */
function sortsOf(site: Site): Sort[] {
  const terms = [...foldersOf(site)].map(([taxonomy, { folder = taxonomy }]) => ({
    ...{ kind: "term" as const, taxonomy },
    root: `content/${folder}`,
  }));
  return [{ kind: "post", root: "content/posts" }, ...terms, { kind: "page", root: "content/pages" }];
}

/** By kind, then by folder name. If one folder has both layouts, new texts use the more frequent one. */
function collectionsOf(content: Content, words: AdminWords): object[] {
  const folders = sortsOf(content.site).flatMap((sort) =>
    foldersOfSort(sort, content).sort(
      (a, b) => byCodeUnit(a.folder, b.folder) || b.count - a.count || Number(b.bundled) - Number(a.bundled),
    ),
  );
  return folders.map((one, i) => collectionOf(one, folders[i - 1]?.folder === one.folder, content, words));
}

/** A site without texts of a kind still has a folder for them; one for people only if its terms have files, or people fields. */
function foldersOfSort(sort: Sort, { site, posts, pages, terms, withheld }: Content): Folder[] {
  const { kind, taxonomy, root } = sort;
  const folders = new Map<string, Folder>();
  const count = (folder: string, bundled: boolean, n: number): void => {
    const key = `${folder} ${String(bundled)}`;
    folders.set(key, { ...sort, folder, bundled, count: (folders.get(key)?.count ?? 0) + n });
  };
  for (const { file } of [...posts, ...pages, ...terms, ...withheld]) {
    if (!file.endsWith(".md") || !file.startsWith(`${root}/`)) continue;
    const folder = dirname(file);
    const bundled = basename(file) === "index.md" && folder !== root;
    count(bundled ? dirname(folder) : folder, bundled, 1);
  }
  const isUsual =
    taxonomy !== PEOPLE || foldersOf(site).size > 1 || Object.keys(site.people.fields).length > 0;
  if (isUsual && ![...folders.values()].some(({ folder }) => folder === root))
    count(root, kind === "post", 0);
  return [...folders.values()];
}

/** `collections` of Sveltia CMS (https://sveltiacms.app/en/docs/collections). */
function collectionOf(
  { kind, taxonomy, root, folder, bundled }: Folder,
  isSecond: boolean,
  content: Content,
  words: AdminWords,
): object {
  const names = namesOf({ kind, taxonomy, root }, content.site, words);
  const below = folder.slice(root.length + 1);
  const where = content.languages.includes(below) ? (languageName(below) ?? below) : below;
  const layout = bundled ? words.withPictures : words.alone;
  return {
    name: [
      taxonomy === undefined ? `${kind}s` : `term-${taxonomy}`,
      ...(below === "" ? [] : below.split("/")),
      ...(isSecond ? ["others"] : []),
    ].join("-"),
    label: [names.plural, ...(where === "" ? [] : [where])].join(" – ") + (isSecond ? ` (${layout})` : ""),
    label_singular: names.label,
    folder: inForge(content.site, folder),
    create: !isSecond,
    extension: "md",
    format: "yaml-frontmatter",
    slug: {
      template: kind === "post" ? "{{year}}-{{month}}-{{day}}-{{slug}}" : "{{slug}}",
      hint: words.names[kind],
    },
    ...(bundled && { path: "{{slug}}/index", media_folder: "", public_folder: "" }),
    // File names begin with a date, so this shows the latest first.
    ...(kind === "post" && {
      sortable_fields: {
        fields: ["slug", "title"],
        default: { field: "slug", direction: "descending" },
      },
    }),
    // The preview would not look like the page that Carnet makes.
    editor: { preview: false },
    fields: fieldsOf({ kind, taxonomy, root }, content, words),
  };
}

/** The site's names for its terms and people. */
function namesOf({ kind, taxonomy }: Sort, site: Site, words: AdminWords): { label: string; plural: string } {
  if (taxonomy === undefined) return words.texts[kind === "post" ? "post" : "page"];
  if (taxonomy !== PEOPLE) return taxonomyWords(site, taxonomy, site.lang);
  const { label = words.texts.person.label, plural = site.people.label ?? words.texts.person.plural } =
    site.people;
  return { label, plural };
}

const DAY = { widget: "datetime", type: "date", format: "YYYY-MM-DD" };
const OPTIONAL = { required: false };

/** The widget of each key, in the order of the form. A key that front matter does not have would not compile. */
const WIDGETS = {
  title: { widget: "string" },
  role: { widget: "string", ...OPTIONAL },
  photo: { widget: "image", ...OPTIONAL },
  // No default: it would be written into texts whose date is in their file name.
  date: { ...DAY, ...OPTIONAL },
  description: { widget: "text", ...OPTIONAL },
  author: { widget: "string", ...OPTIONAL },
  tags: { widget: "list", ...OPTIONAL },
  image: { widget: "image", ...OPTIONAL },
  imageAlt: { widget: "string", ...OPTIONAL },
  imageCredit: { widget: "string", ...OPTIONAL },
  // By network, as a map.
  links: { widget: "keyvalue", ...OPTIONAL },
  // Raw mode first: the rich-text mode rewrites the whole text.
  body: { widget: "richtext", ...OPTIONAL, modes: ["raw", "rich_text"] },
  draft: { widget: "boolean", ...OPTIONAL },
  former: { widget: "boolean", ...OPTIONAL },
  weight: { widget: "number", value_type: "float", ...OPTIONAL },
  publishAt: { widget: "datetime", format: "YYYY-MM-DD HH:mm", ...OPTIONAL },
  event: { widget: "object", collapsed: true, ...OPTIONAL },
  deadline: { widget: "datetime", format: "YYYY-MM-DD HH:mm", ...OPTIONAL },
  updated: { ...DAY, ...OPTIONAL },
  translationOf: { widget: "string", ...OPTIONAL },
  slug: { widget: "string", ...OPTIONAL },
  redirect_from: { widget: "list", ...OPTIONAL },
} satisfies Record<FormKey & (keyof FrontMatter | "body"), object>;

/** Keys of people only, and of all terms. */
const OF_PEOPLE: readonly FormKey[] = ["role", "photo", "links", "former"];
const OF_TERMS: readonly FormKey[] = [
  ...(["title", "description", "image", "imageAlt", "imageCredit"] as const),
  ...(["body", "draft", "weight", "slug", "redirect_from"] as const),
];
const OF_PAGES: readonly FormKey[] = ["title", "description", "body", "draft", "updated", "redirect_from"];

/** The keys of a kind of text, in the order of the form. A person has a photo instead of a picture. */
function keysOf({ kind, taxonomy }: Sort): FormKey[] {
  const all = Object.keys(WIDGETS) as FormKey[];
  if (kind === "page") return all.filter((name) => OF_PAGES.includes(name));
  if (kind === "post") return all.filter((name) => name !== "weight" && !OF_PEOPLE.includes(name));
  if (taxonomy !== PEOPLE) return all.filter((name) => OF_TERMS.includes(name));
  return all.filter(
    (name) => OF_PEOPLE.includes(name) || (OF_TERMS.includes(name) && !name.startsWith("image")),
  );
}

const OWN_WIDGETS: Readonly<Record<Site["fields"][string]["type"], object | undefined>> = {
  string: { widget: "string" },
  text: { widget: "text" },
  number: { widget: "number", value_type: "float" },
  boolean: { widget: "boolean" },
  date: DAY,
  url: { widget: "string", type: "url" },
  list: { widget: "list" },
  // Its content is unknown, so it has no field.
  object: undefined,
};

/** `fields` of a collection (https://sveltiacms.app/en/docs/fields). The site's own come before the picture of a post, or the text. */
function fieldsOf(sort: Sort, content: Content, words: AdminWords): object[] {
  const { site, closedTags } = content;
  const { kind, taxonomy } = sort;
  const tags = closedTags && [...closedTags].map(([slug, { label = slug }]) => label);
  const own = ownFields(taxonomy === undefined ? site.fields : (foldersOf(site).get(taxonomy)?.fields ?? {}));
  const declared = kind === "page" ? own : [...taxonomyFields(content, taxonomy), ...own];
  return keysOf(sort).flatMap((name) => [
    ...(name === (kind === "post" ? "image" : "body") ? declared : []),
    {
      ...{ name, ...words.fields[name], ...WIDGETS[name] },
      ...(name === "title" && kind === "term" && words.termTitle),
      ...(name === "tags" && choice(tags)),
      ...(name === "event" && { fields: eventFields(words) }),
    },
  ]);
}

/** Days and hours as text: the widget for dates would give an hour to an event of whole days. */
function eventFields({ event, moment }: AdminWords): object[] {
  const written = { widget: "string", pattern: [String.raw`^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$`, moment] };
  return [
    { name: "start", ...event.start, ...written },
    { name: "end", ...event.end, ...written, ...OPTIONAL },
    { name: "place", ...event.place, widget: "string", ...OPTIONAL },
    { name: "url", ...event.url, widget: "string", ...OPTIONAL },
  ];
}

/** A closed list is shown as choices, which have no button that adds one. */
function choice(options: readonly string[] | undefined): object {
  if (options === undefined) return {};
  return { widget: "select", multiple: true, options, label_singular: undefined };
}

/** The taxonomies that a text may name: for a term, the others. A closed one has the terms of `site.yaml`, and those with a file. */
function taxonomyFields({ site, terms: files }: Content, own: string | undefined): object[] {
  const others = Object.entries(site.taxonomies).filter(([name]) => name !== own);
  return others.map(([name, { label, closed, terms }]) => {
    const listed = Object.entries(terms).map(([slug, { label: word = slug }]) => word);
    const titles = files.flatMap(({ taxonomy, lang, title }) =>
      taxonomy === name && lang === site.lang ? title : [],
    );
    const labels = [...new Set([...listed, ...titles])];
    return { name, label, widget: "list", ...OPTIONAL, ...choice(closed ? labels : undefined) };
  });
}

/** The form would turn a name with a dot into a map, and lose its line; `body` is the text. Such keys get no field. */
const PLAIN = /^(?!body$)[\p{L}_][\p{L}\p{N}_-]*$/u;

function ownFields(fields: Site["fields"]): object[] {
  return Object.entries(fields).flatMap(
    ([name, { type, label = name, description: hint, required, options = [] }]) => {
      const widget = OWN_WIDGETS[type];
      if (widget === undefined || !PLAIN.test(name)) return [];
      const choices = options.length === 0 ? {} : { widget: "select", options, multiple: type === "list" };
      return { name, label, ...(hint !== undefined && { hint }), required, ...widget, ...choices };
    },
  );
}
