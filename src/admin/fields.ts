// Keys of front matter → the fields of the form. Keys without a field stay in a text as they are: the form keeps keys that it
// does not know.
import type { FrontMatter } from "../content/schema.ts";
import type { Site } from "../site/site.ts";
import type { AdminWords, FormKey } from "../strings/admin.ts";

/** A field of Sveltia CMS (https://sveltiacms.app/en/docs/fields). */
export type Field = Readonly<Record<string, unknown>> & { name: string };

/** The choices of each closed taxonomy, `tags` included. */
export type ClosedTerms = ReadonlyMap<string, readonly Choice[]>;

export interface Choice {
  label: string;
  /** The normalised form of each way of writing it (`content/tag-values.ts`). */
  meanings: readonly string[];
}

export interface FormInput {
  site: Site;
  words: AdminWords;
  closed: ClosedTerms;
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
  // Raw mode first: the rich-text mode rewrites the whole text, and breaks emphasis that spans two lines (docs/adr/0026).
  body: { widget: "richtext", ...OPTIONAL, modes: ["raw", "rich_text"] },
  draft: { widget: "boolean", ...OPTIONAL },
  publishAt: { widget: "datetime", format: "YYYY-MM-DD HH:mm", ...OPTIONAL },
  // Nearly always a day. A deadline with an hour, written by hand, is kept unless an editor changes it.
  deadline: { ...DAY, ...OPTIONAL },
  updated: { ...DAY, ...OPTIONAL },
  translationOf: { widget: "string", ...OPTIONAL },
  slug: { widget: "string", ...OPTIONAL },
  redirect_from: { widget: "list", ...OPTIONAL },
} satisfies Record<FormKey & (keyof FrontMatter | "body"), object>;

/** The keys of posts that also apply to pages. */
const OF_PAGES: readonly FormKey[] = ["title", "description", "body", "draft", "updated", "redirect_from"];

/** The site's own keys come before this one: `fields` for posts and pages, `taxonomies` for posts only. */
const BEFORE: Readonly<Record<"post" | "page", FormKey>> = { post: "image", page: "body" };

const OWN_WIDGETS: Readonly<Record<Site["fields"][string]["type"], object | undefined>> = {
  string: { widget: "string" },
  text: { widget: "text" },
  number: { widget: "number", value_type: "float" },
  boolean: { widget: "boolean" },
  date: DAY,
  url: { widget: "string", type: "url" },
  list: { widget: "list" },
  // Its content is unknown, so it is left as it was written.
  object: undefined,
};

/** The fields of a text, in the order of the form. */
export function fieldsOf(kind: "post" | "page", { site, words, closed }: FormInput): Field[] {
  const keys = kind === "page" ? OF_PAGES : (Object.keys(WIDGETS) as FormKey[]);
  const declared = [...(kind === "page" ? [] : taxonomyFields(site, closed)), ...ownFields(site)];
  return keys.flatMap((name) => [
    ...(name === BEFORE[kind] ? declared : []),
    { name, ...words.fields[name], ...WIDGETS[name], ...(name === "tags" && chosen(closed.get("tags"))) },
  ]);
}

/** A closed list is shown as choices, which have no button that adds one. */
function chosen(choices: readonly Choice[] | undefined): object {
  const options = choices?.map(({ label }) => label);
  return options === undefined
    ? {}
    : { widget: "select", multiple: true, options, label_singular: undefined };
}

function taxonomyFields({ taxonomies }: Site, closed: ClosedTerms): Field[] {
  return Object.entries(taxonomies).map(([name, { label }]) => ({
    ...{ name, label, widget: "list", ...OPTIONAL },
    ...chosen(closed.get(name)),
  }));
}

/**
 * The form would turn a name with a dot into a map, and lose its line; `body` is the text. Such keys get no field, and stay as
 * they are.
 */
const PLAIN = /^(?!body$)[\p{L}_][\p{L}\p{N}_-]*$/u;

function ownFields({ fields }: Site): Field[] {
  return Object.entries(fields).flatMap(
    ([name, { type, label = name, description, required, options = [] }]) => {
      const widget = OWN_WIDGETS[type];
      if (widget === undefined || !PLAIN.test(name)) return [];
      const choices = options.length === 0 ? {} : { widget: "select", options, multiple: type === "list" };
      return {
        name,
        label,
        ...(description !== undefined && { hint: description }),
        required,
        ...widget,
        ...choices,
      };
    },
  );
}
