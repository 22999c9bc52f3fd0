// The files of a site's texts → collections of the form: one for each folder of texts and each layout found in it.
// A text is either one file, or a folder with an `index.md` and its pictures. A site may use both layouts.
import { basename, dirname } from "node:path/posix";
import { byCodeUnit } from "../content/text.ts";
import type { Content } from "../content/types.ts";
import { languageName } from "../strings/language-names.ts";
import type { AdminWords } from "../strings/admin.ts";
import { atForge } from "./backend.ts";
import { FORMAT, nameOf, NAMES } from "./form/names.ts";
import { fieldsOf, type Field, type FormInput } from "./fields.ts";

/** `collections` of Sveltia CMS (https://sveltiacms.app/en/docs/collections). */
export type Collection = Readonly<Record<string, unknown>> & { name: string; fields: Field[] };

interface Shelf {
  kind: Kind;
  /** Below the site root: `content/posts/en`. */
  folder: string;
  /** Whether each text is a folder with its pictures. */
  isBundled: boolean;
  count: number;
  /** Whether the file names of all its texts begin with a date. */
  isDated: boolean;
}

const NEWEST_FIRST = { fields: ["slug", "title"], default: { field: "slug", direction: "descending" } };

type Kind = "post" | "page";

const ROOTS = { post: "content/posts", page: "content/pages" } as const;

/** Posts before pages, then by folder name. If one folder has both layouts, the more frequent one comes first. */
export function collectionsOf(content: Content, input: FormInput): Collection[] {
  const shelves = [...shelvesOf(content).values()].sort(
    (a, b) =>
      Number(a.kind === "page") - Number(b.kind === "page") ||
      byCodeUnit(a.folder, b.folder) ||
      b.count - a.count ||
      Number(b.isBundled) - Number(a.isBundled),
  );
  const begun = new Set<string>();
  return shelves.map((shelf) => {
    const isFirst = !begun.has(shelf.folder);
    begun.add(shelf.folder);
    return collectionOf(shelf, isFirst, { ...input, languages: content.languages });
  });
}

/** A site without texts still has a collection for each kind. */
function shelvesOf({ posts, pages, withheld }: Content): Map<string, Shelf> {
  const shelves = new Map<string, Shelf>();
  const shelfAt = (place: Pick<Shelf, "kind" | "folder" | "isBundled">): Shelf => {
    const key = `${place.folder} ${String(place.isBundled)}`;
    const shelf = shelves.get(key) ?? { ...place, count: 0, isDated: true };
    shelves.set(key, shelf);
    return shelf;
  };
  for (const { kind, file } of [...posts, ...pages, ...withheld])
    if (file.endsWith(".md")) {
      const shelf = shelfAt({ kind, ...layoutOf(file, ROOTS[kind]) });
      shelf.count += 1;
      shelf.isDated &&= DATED.test(basename(nameOf(file)));
    }
  const isPlaced = (kind: Kind): boolean =>
    [...shelves.values()].some(({ folder }) => folder === ROOTS[kind]);
  if (!isPlaced("post")) shelfAt({ kind: "post", folder: ROOTS.post, isBundled: true });
  if (!isPlaced("page")) shelfAt({ kind: "page", folder: ROOTS.page, isBundled: false });
  return shelves;
}

function layoutOf(file: string, root: string): Pick<Shelf, "folder" | "isBundled"> {
  const folder = dirname(file);
  const isBundled = basename(file) === "index.md" && folder !== root;
  return { folder: isBundled ? dirname(folder) : folder, isBundled };
}

function collectionOf(
  { kind, folder, isBundled, isDated }: Shelf,
  isFirst: boolean,
  input: FormInput & { languages: readonly string[] },
): Collection {
  const { words, languages } = input;
  const names = kind === "post" ? words.posts : words.pages;
  const below = folder.slice(ROOTS[kind].length + 1);
  const where = below === "" ? [] : [languages.includes(below) ? (languageName(below) ?? below) : below];
  const layout = isBundled ? words.withPictures : words.alone;
  return {
    name: [`${kind}s`, ...(below === "" ? [] : below.split("/")), ...(isFirst ? [] : ["others"])].join("-"),
    label: `${[names(true), ...where].join(" – ")}${isFirst ? "" : ` (${layout})`}`,
    label_singular: names(false),
    folder: atForge(input.site, folder),
    // In a folder with both layouts, new texts use the more frequent one.
    create: isFirst,
    extension: "md",
    format: FORMAT,
    slug: slugOf({ kind, isDated }, words),
    // When a text is renamed, this records its earlier names.
    ...{ preview_path: `${atForge(input.site, folder)}/{{slug}}`, aliases_field: NAMES },
    ...(isBundled && { path: "{{slug}}/index", media_folder: "", public_folder: "" }),
    // File names begin with a date, so this shows the latest first.
    ...(kind === "post" && { sortable_fields: NEWEST_FIRST }),
    // The preview would not look like the page that Carnet makes.
    editor: { preview: false },
    fields: fieldsOf(kind, input),
  };
}

/** How a new text is named by default, and which names are allowed. */
function slugOf({ kind, isDated }: Pick<Shelf, "kind" | "isDated">, { names }: AdminWords): object {
  if (kind === "page") return { template: "{{slug}}", hint: names.page };
  return {
    template: "{{year}}-{{month}}-{{day}}-{{slug}}",
    hint: names.post,
    ...(isDated && { pattern: [DATED.source, names.undated] }),
  };
}

const DATED = /^_*\d{4}-\d{2}-\d{2}-./;
