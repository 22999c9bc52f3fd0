// A page → the fingerprint of all that its file is made of: the values its layout receives, the layout, the settings and the
// code.
// It is computed from the values themselves, whatever they are, so that a new one cannot be forgotten.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry, Post } from "../content/types.ts";
import type { Page } from "../pages/types.ts";
import { contentSecurityPolicy, frameHostsOf } from "../pages/policy.ts";
import { digestOf, textOf, textOfFields } from "./machine/digest.ts";
import { ownLayouts } from "./theme/layout-texts.ts";
import type { Prepared } from "./prepare.ts";
import { filesBelow, readText } from "../files.ts";

export interface FingerprintsInput {
  prepared: Prepared;
  /** Folder of Carnet's own layouts. */
  builtin: string;
  /** Digest of what the owner's configuration does; empty without one. */
  owner: string;
}

/** What a page was found to show while its fingerprint was computed. */
export interface Shown {
  /** Those whose text it may contain. */
  entries: Set<Entry>;
  /** True if it may show any text. */
  anything: boolean;
}

export interface Fingerprints {
  /** Fingerprint of a page; adds what it shows to `shown`. */
  page: (page: Page, shown?: Shown) => string;
  /** Fingerprint of a post or static page with its text, as feeds and search show it. */
  entry: (entry: Entry) => string;
  /** Fingerprint of what all pages show: the site's settings and code, among others. */
  readonly around: string;
  /** Fingerprint of a page that was found to read more of the site than its own data. */
  withSite: (page: string) => string;
}

export function createFingerprints({ prepared, builtin, owner }: FingerprintsInput): Fingerprints {
  const { content } = prepared.plan;
  const noting = new Noting();
  const names = entryNames(prepared);
  const entry = (one: Entry): string => {
    noting.entries?.push(one);
    return names.whole(one);
  };
  const shared = sharedNames(content.people);
  const own = ownLayouts(content.site.root, builtin);
  const around = digestOf(
    [aroundOf(prepared, owner), digestOfFiles(builtin), own === undefined ? "" : digestOfFiles(own)].join(
      "\n",
    ),
  );
  // Carnet's own layouts show of other entries only what lists say of them; others may show their texts.
  const ofLists = readingBy(names.listed, shared, noting);
  const ofTexts = readingBy(entry, shared, noting);
  const { nameOf, textOfData } = own === undefined ? ofLists : ofTexts;
  let whole: string | undefined;
  const wholeSite = (): string =>
    (whole ??= digestOf(
      [...content.posts, ...content.pages].map(names.whole).join(" ") + neighbours(content.posts),
    ));
  const pageName = ({ text, madeOf, entry: own, layout, data, ...values }: Page, shown?: Shown): string => {
    if (layout === null) {
      if (!madeOf && shown) shown.anything = true;
      return digestOf(madeOf ? around + textOf(madeOf(), ofTexts.named) : (text?.() ?? ""));
    }
    const parts = [around, layout, textOf(values), textOfFields(data, textOfData)];
    if (own) parts.push(entry(own), ...neighboursOf(own).map(nameOf));
    return digestOf(parts.join("\n"));
  };
  return {
    around,
    entry,
    withSite: (page) => digestOf(page + wholeSite()),
    page(page, shown) {
      noting.entries = shown && [];
      const name = pageName(page, shown);
      for (const one of noting.entries ?? []) shown?.entries.add(one);
      noting.entries = undefined;
      return name;
    },
  };
}

/** Digest of all layouts in a folder, and of what they may include. */
function digestOfFiles(folder: string): string {
  return digestOf(
    filesBelow(folder)
      .map((file) => `${file} ${digestOf(readFileSync(join(folder, file)))}`)
      .join("\n"),
  );
}

/** How the entries in a page's data are named, and the text of a value of these data. */
interface Reading {
  nameOf: NameOf;
  /** `undefined` for a value that has no name. */
  named: (value: object) => string | undefined;
  textOfData: (value: unknown) => string;
}

function readingBy(nameOf: NameOf, shared: Reading["named"], noting: Noting): Reading {
  const named = (value: object): string | undefined => (isEntry(value) ? nameOf(value) : shared(value));
  const textOfShared = rememberShared((value) => textOf(value, named), noting);
  return {
    nameOf,
    named,
    textOfData: (value) =>
      typeof value === "object" && value !== null ? textOfShared(value) : textOf(value),
  };
}

/** Digest of what every page may show or depend on, whatever its own data. */
function aroundOf({ plan, store, assets, logo, rendered }: Prepared, owner: string): string {
  const { content } = plan;
  const { site } = content;
  // The Content-Security-Policy of the pages depends on the players of all texts.
  const hosts = frameHostsOf(content, ({ file }) => rendered.get(file) ?? { frameHosts: [] });
  return digestOf(
    textOf([
      store.version,
      owner,
      { ...site, root: "" },
      assets,
      // Layouts can read this as `pkg`.
      readText(join(site.root, "package.json")) ?? "",
      logo,
      contentSecurityPolicy(site, hosts),
    ]),
  );
}

/** Collects the entries that are fingerprinted, if someone asked for them; an entry may appear twice. */
class Noting {
  entries: Entry[] | undefined;
}

/**
 * Caches the text of values that several pages share, such as menus, from the second time on. Values of a single page are not
 * cached: their texts would be half of the memory that a large site takes.
 */
function rememberShared(textOf: (value: object) => string, noting: Noting): (value: object) => string {
  const seen = new WeakSet<object>();
  const texts = new WeakMap<object, { text: string; entries: readonly Entry[] }>();
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

/** Each object that many pages share is read once. */
function sharedNames(objects: readonly object[]): (value: object) => string | undefined {
  const known = new Map<object, string | undefined>(objects.map((one) => [one, undefined]));
  return (value) => {
    if (!known.has(value)) return undefined;
    const name = known.get(value) ?? digestOf(textOf(value));
    known.set(value, name);
    return name;
  };
}

/** Digest of the neighbours of every post, for layouts that walk from one post to the next. */
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

function neighboursOf(entry: Entry): Post[] {
  if (entry.kind === "page") return [];
  const { previous, next, related } = entry;
  // Always two places, so that a post with only a previous one differs from a post with only a next one.
  return [previous ?? entry, next ?? entry, ...related];
}

function isEntry(value: object): value is Entry {
  return "placeOf" in value && "bodyLine" in value;
}

type NameOf = (entry: Entry) => string;

/**
 * Fields left out of an entry's fingerprint. The HTML covers the body; layouts receive neither the source nor `unheardHour`,
 * from which only a problem is made; pages that show neighbours add their fingerprints.
 */
const BESIDE: ReadonlySet<string> = new Set(["text", "previous", "next", "related", "unheardHour"]);

/**
 * Fingerprints of entries, from their own values only; the pages that show neighbours add those. `listed` leaves out the text:
 * a list, a neighbour or a related post shows the rest.
 */
function entryNames({ rendered, covers }: Prepared): Record<"listed" | "whole", NameOf> {
  const listed = remember((entry) =>
    digestOf([textOfFields(entry, textOf, BESIDE), textOf(covers.get(entry.file))].join("\n")),
  );
  const whole = remember((entry) => digestOf(`${listed(entry)}\n${rendered.get(entry.file)?.digest ?? ""}`));
  return { listed, whole };
}

function remember(nameOf: NameOf): NameOf {
  const known = new Map<object, string>();
  return (entry) => {
    const name = known.get(entry) ?? nameOf(entry);
    known.set(entry, name);
    return name;
  };
}
