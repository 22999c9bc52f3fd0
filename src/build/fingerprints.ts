// A page → a name for all that its file is made of: the values its layout is given, the layout, the settings and the code.
// Taken from the values themselves, whatever they are, so that a new one cannot be forgotten.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Post, StaticPage } from "../content/types.ts";
import type { Page } from "../pages/types.ts";
import { contentSecurityPolicy, frameHostsOf } from "../pages/policy.ts";
import { digestOf, textOf, textOfFields } from "./machine/digest.ts";
import { layoutTexts } from "./theme/layout-texts.ts";
import type { Prepared } from "./prepare.ts";

export interface FingerprintsInput {
  prepared: Prepared;
  /** Folder of Carnet's own layouts. */
  builtin: string;
  /** Name of what the owner's configuration does; empty without one. */
  owner: string;
}

/** What a page was found to show while its name was made. */
export interface Shown {
  entries: Set<Post | StaticPage>;
  /** True where it may show anything. */
  around: boolean;
}

export interface Fingerprints {
  /** Notes what it shows in `shown`. */
  page: (page: Page, shown?: Shown) => string;
  /** Of a post or static page, as lists, feeds and search show it. */
  entry: (entry: Post | StaticPage) => string;
  /** Of the site's settings, which all pages show. */
  readonly around: string;
}

export function createFingerprints({ prepared, builtin, owner }: FingerprintsInput): Fingerprints {
  const { content } = prepared.plan;
  const { site } = content;
  const noting = new Noting();
  const nameOf = entryNames(prepared);
  const entry = (one: Post | StaticPage): string => {
    noting.entries?.push(one);
    return nameOf(one);
  };
  const shared = sharedNames(content.people);
  const named = (value: object): string | undefined => (isEntry(value) ? entry(value) : shared(value));
  const around = digestOf(
    textOf([
      prepared.version,
      owner,
      { ...site, root: "" },
      prepared.assets,
      packageOf(site.root),
      prepared.logo,
      // What the pages themselves refuse follows from the players of all texts.
      contentSecurityPolicy(
        frameHostsOf(content, (one) => prepared.rendered.get(one.file) ?? { frameHosts: [] }),
      ),
    ]),
  );
  const textOfShared = rememberShared((value) => textOf(value, named), noting);
  const textOfData = (value: unknown): string =>
    typeof value === "object" && value !== null ? textOfShared(value) : textOf(value);
  const layouts = layoutTexts(join(site.root, "layouts"), builtin);
  let whole: string | undefined;
  const wholeSite = (): string =>
    (whole ??= digestOf(
      [...content.posts, ...content.pages].map(nameOf).join(" ") + neighbours(content.posts),
    ));
  const pageName = ({ text, madeOf, entry: own, layout, data, ...values }: Page, shown?: Shown): string => {
    if (layout === null) {
      if (!madeOf && shown) shown.around = true;
      return digestOf(madeOf ? around + textOf(madeOf(), named) : (text?.() ?? ""));
    }
    const { digest, looksAround } = layouts(layout);
    const parts = [around, digest, textOf(values), textOfFields(data, textOfData)];
    if (looksAround) {
      parts.push(wholeSite());
      if (shown) shown.around = true;
    }
    if (own) parts.push(entry(own), ...neighboursOf(own).map(entry));
    return digestOf(parts.join("\n"));
  };
  return {
    around,
    entry,
    page(page, shown) {
      noting.entries = shown && [];
      const name = pageName(page, shown);
      for (const one of noting.entries ?? []) shown?.entries.add(one);
      noting.entries = undefined;
      return name;
    },
  };
}

/** Where the entries go that are named, while someone wants to know: some of them twice. */
class Noting {
  entries: (Post | StaticPage)[] | undefined;
}

/**
 * Menus and the like are shared by many pages, and looked at twice at most. What one page alone shows is not kept: its
 * texts would be half of the memory that a large site takes.
 */
function rememberShared(textOf: (value: object) => string, noting: Noting): (value: object) => string {
  const seen = new WeakSet<object>();
  const texts = new WeakMap<object, { text: string; entries: readonly (Post | StaticPage)[] }>();
  return (value) => {
    const { entries } = noting;
    const known = texts.get(value);
    if (known) {
      if (entries) for (const one of known.entries) entries.push(one);
      return known.text;
    }
    const from = entries?.length;
    const text = textOf(value);
    if (seen.has(value)) texts.set(value, { text, entries: entries?.slice(from) ?? [] });
    else seen.add(value);
    return text;
  };
}

/** What layouts may read as `pkg`. */
function packageOf(root: string): string {
  try {
    return readFileSync(join(root, "package.json"), "utf8");
  } catch {
    return "";
  }
}

/** The body is in its HTML, and no layout is given the source, nor an hour that a remark is made of. */
const BESIDE: ReadonlySet<string> = new Set(["text", "previous", "next", "related", "unheardHour"]);

/** What lists show of a post is all that is its own; those beside it are named by the pages that show them. */
function entryNames({ rendered, covers }: Prepared): (entry: Post | StaticPage) => string {
  const known = new Map<object, string>();
  return (entry) => {
    const before = known.get(entry);
    if (before !== undefined) return before;
    const { file } = entry;
    const name = digestOf(
      [textOfFields(entry, textOf, BESIDE), textOf(covers.get(file)), rendered.get(file)?.digest ?? ""].join(
        "\n",
      ),
    );
    known.set(entry, name);
    return name;
  };
}

/** Objects that many pages share are looked at once. */
function sharedNames(objects: readonly object[]): (value: object) => string | undefined {
  const known = new Map<object, string | undefined>(objects.map((one) => [one, undefined]));
  return (value) => {
    if (!known.has(value)) return undefined;
    const name = known.get(value) ?? digestOf(textOf(value));
    known.set(value, name);
    return name;
  };
}

/** Which post stands beside which, for layouts that walk from one to the next. */
function neighbours(posts: readonly Post[]): string {
  return digestOf(
    posts
      .map((post) =>
        neighboursOf(post)
          .map(({ file }) => file)
          .join("\n"),
      )
      .join("\n\n"),
  );
}

function neighboursOf(entry: Post | StaticPage): Post[] {
  if (entry.kind === "page") return [];
  const { previous, next, related } = entry;
  // A place for each, so that a post with only a previous one differs from one with only a next.
  return [previous ?? entry, next ?? entry, ...related];
}

function isEntry(value: object): value is Post | StaticPage {
  return "placeOf" in value && "bodyLine" in value;
}
