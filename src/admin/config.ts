// A site → the configuration of its form, as Sveltia CMS reads it (https://sveltiacms.app/en/docs/config-basics): its
// repository, a collection for each folder of texts, and a field for each key of front matter. Sveltia keeps the keys of a text
// that have no field.
import { basename, dirname } from "node:path/posix";
import type { FrontMatter } from "../content/schema.ts";
import { byCodeUnit } from "../content/text.ts";
import type { Content } from "../content/types.ts";
import { withBase, type Site } from "../site/site.ts";
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

type Kind = "post" | "page";
const ROOTS = { post: "content/posts", page: "content/pages" } as const;

/** A folder of texts of one layout: a file each, or a folder each, with an `index.md` and its pictures. */
interface Folder {
  kind: Kind;
  /** Below the site root: `content/posts/en`. */
  folder: string;
  bundled: boolean;
  count: number;
}

/** Posts before pages, then by folder name. If one folder has both layouts, new texts use the more frequent one. */
function collectionsOf(content: Content, words: AdminWords): object[] {
  const folders = foldersOf(content).sort(
    (a, b) =>
      Number(a.kind === "page") - Number(b.kind === "page") ||
      byCodeUnit(a.folder, b.folder) ||
      b.count - a.count ||
      Number(b.bundled) - Number(a.bundled),
  );
  return folders.map((one, i) => collectionOf(one, folders[i - 1]?.folder === one.folder, content, words));
}

/** A site without texts still has a folder for each kind. */
function foldersOf({ posts, pages, withheld }: Content): Folder[] {
  const folders = new Map<string, Folder>();
  const count = (kind: Kind, folder: string, bundled: boolean, n: number): void => {
    const key = `${folder} ${String(bundled)}`;
    folders.set(key, { kind, folder, bundled, count: (folders.get(key)?.count ?? 0) + n });
  };
  for (const { kind, file } of [...posts, ...pages, ...withheld]) {
    if (!file.endsWith(".md") || kind === "term") continue;
    const folder = dirname(file);
    const bundled = basename(file) === "index.md" && folder !== ROOTS[kind];
    count(kind, bundled ? dirname(folder) : folder, bundled, 1);
  }
  const all = [...folders.values()];
  if (!all.some(({ folder }) => folder === ROOTS.post)) count("post", ROOTS.post, true, 0);
  if (!all.some(({ folder }) => folder === ROOTS.page)) count("page", ROOTS.page, false, 0);
  return [...folders.values()];
}

/** `collections` of Sveltia CMS (https://sveltiacms.app/en/docs/collections). */
function collectionOf(
  { kind, folder, bundled }: Folder,
  isSecond: boolean,
  content: Content,
  words: AdminWords,
): object {
  const names = kind === "post" ? words.posts : words.pages;
  const below = folder.slice(ROOTS[kind].length + 1);
  const where = content.languages.includes(below) ? (languageName(below) ?? below) : below;
  const layout = bundled ? words.withPictures : words.alone;
  return {
    name: [`${kind}s`, ...(below === "" ? [] : below.split("/")), ...(isSecond ? ["others"] : [])].join("-"),
    label: [names(true), ...(where === "" ? [] : [where])].join(" – ") + (isSecond ? ` (${layout})` : ""),
    label_singular: names(false),
    folder: inForge(content.site, folder),
    create: !isSecond,
    extension: "md",
    format: "yaml-frontmatter",
    slug: {
      template: kind === "page" ? "{{slug}}" : "{{year}}-{{month}}-{{day}}-{{slug}}",
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
    fields: fieldsOf(kind, content, words),
  };
}

const DAY = { widget: "datetime", type: "date", format: "YYYY-MM-DD" };
const OPTIONAL = { required: false };

/** The widget of each key, in the order of the form. A key that front matter does not have would not compile. */
const WIDGETS = {
  title: { widget: "string" },
  // No default: it would be written into texts whose date is in their file name.
  date: { ...DAY, ...OPTIONAL },
  description: { widget: "text", ...OPTIONAL },
  author: { widget: "string", ...OPTIONAL },
  tags: { widget: "list", ...OPTIONAL },
  image: { widget: "image", ...OPTIONAL },
  imageAlt: { widget: "string", ...OPTIONAL },
  imageCredit: { widget: "string", ...OPTIONAL },
  // Raw mode first: the rich-text mode rewrites the whole text.
  body: { widget: "richtext", ...OPTIONAL, modes: ["raw", "rich_text"] },
  draft: { widget: "boolean", ...OPTIONAL },
  publishAt: { widget: "datetime", format: "YYYY-MM-DD HH:mm", ...OPTIONAL },
  event: { widget: "object", collapsed: true, ...OPTIONAL },
  deadline: { widget: "datetime", format: "YYYY-MM-DD HH:mm", ...OPTIONAL },
  updated: { ...DAY, ...OPTIONAL },
  translationOf: { widget: "string", ...OPTIONAL },
  slug: { widget: "string", ...OPTIONAL },
  redirect_from: { widget: "list", ...OPTIONAL },
} satisfies Record<FormKey & (keyof FrontMatter | "body"), object>;

/** The keys of posts that also apply to pages. */
const OF_PAGES: readonly FormKey[] = ["title", "description", "body", "draft", "updated", "redirect_from"];

/** The site's own keys come before this one: `fields` for posts and pages, `taxonomies` for posts only. */
const BEFORE: Readonly<Record<Kind, FormKey>> = { post: "image", page: "body" };

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

/** `fields` of a collection (https://sveltiacms.app/en/docs/fields). */
function fieldsOf(kind: Kind, { site, closedTags }: Content, words: AdminWords): object[] {
  const keys = kind === "page" ? OF_PAGES : (Object.keys(WIDGETS) as FormKey[]);
  const tags = closedTags && [...closedTags].map(([slug, { label = slug }]) => label);
  const declared = [...(kind === "page" ? [] : taxonomyFields(site)), ...ownFields(site)];
  return keys.flatMap((name) => [
    ...(name === BEFORE[kind] ? declared : []),
    {
      name,
      ...words.fields[name],
      ...WIDGETS[name],
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

function taxonomyFields({ taxonomies }: Site): object[] {
  return Object.entries(taxonomies).map(([name, { label, closed, terms }]) => {
    const labels = Object.entries(terms).map(([slug, { label: own = slug }]) => own);
    return { name, label, widget: "list", ...OPTIONAL, ...choice(closed ? labels : undefined) };
  });
}

/** The form would turn a name with a dot into a map, and lose its line; `body` is the text. Such keys get no field. */
const PLAIN = /^(?!body$)[\p{L}_][\p{L}\p{N}_-]*$/u;

function ownFields({ fields }: Site): object[] {
  return Object.entries(fields).flatMap(
    ([name, { type, label = name, description: hint, required, options = [] }]) => {
      const widget = OWN_WIDGETS[type];
      if (widget === undefined || !PLAIN.test(name)) return [];
      const choices = options.length === 0 ? {} : { widget: "select", options, multiple: type === "list" };
      return { name, label, ...(hint !== undefined && { hint }), required, ...widget, ...choices };
    },
  );
}
