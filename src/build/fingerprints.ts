// A page → the fingerprint of all that its file is made of: the values its layout receives, the layout, the settings and the
// code. It is computed from the values themselves, whatever they are, so that a new one cannot be forgotten.
import { join } from "node:path";
import type { Entry, Post } from "../content/types.ts";
import { digestOf, readText } from "../files.ts";
import { contentSecurityPolicy, frameHostsOf } from "../pages/policy.ts";
import type { Page } from "../pages/types.ts";
import { digestOfFolder, textOf, textOfFields } from "./digest.ts";
import type { Prepared } from "./prepare.ts";
import { inOrder } from "./theme/own-layouts.ts";

export interface Fingerprints {
  /** Fingerprint of a page. */
  page: (page: Page) => string;
  /** Fingerprint of a post or static page with its text, as feeds and search show it. */
  entry: (entry: Entry) => string;
  /** Fingerprint of what all pages show: the site's settings and code, among others. */
  readonly around: string;
  /** Source files of the texts that a page shows. */
  textsOf: (page: Page) => string[];
  /** Fingerprint of a page that was found to read more of the site than its own data. */
  withSite: (page: string) => string;
}

/** `owner`: digest of what the owner's configuration does, empty without one. */
export function createFingerprints(prepared: Prepared, owner: string): Fingerprints {
  const { content } = prepared.plan;
  // A list, a neighbour or a related post shows all of an entry but its text.
  const { fingerprints } = prepared.settled;
  const listed = remember(
    (entry: Entry) =>
      digestOf([textOfFields(entry, textOf, BESIDE), textOf(prepared.covers.get(entry.file))].join("\n")),
    fingerprints.entries,
  );
  const whole = (entry: Entry): string =>
    `${listed(entry)} ${prepared.rendered.get(entry.file)?.digest ?? ""}`;
  const people = new Set<object>(content.people);
  const person = remember((one: object) => digestOf(textOf(one)));
  const named = (nameOf: (entry: Entry) => string) => (value: object) => {
    if (isEntry(value)) return nameOf(value);
    return people.has(value) ? person(value) : undefined;
  };
  const layouts = inOrder(prepared.layouts);
  const own = layouts.length > 1;
  const around = digestOf(
    [aroundOf(prepared, owner), ...layouts.map((folder) => digestOfFolder(folder))].join("\n"),
  );
  // Carnet's own layouts show of other entries only what lists say of them; others may show their texts.
  const nameOf = own ? whole : listed;
  const ofShared = rememberShared((value) => textOf(value, named(nameOf)));
  const ofData = (value: unknown): string =>
    typeof value === "object" && value !== null ? ofShared(value) : textOf(value);
  /** What the plan says of a page, without its own text. */
  const ofPlan = remember(
    ({ entry, layout, data, ...values }: Page): string => {
      const neighbours = entry ? neighboursOf(entry).map(nameOf) : [];
      return digestOf([layout, textOf(values), textOfFields(data, ofData), ...neighbours].join("\n"));
    },
    own ? new Map<Page, string>() : fingerprints.pages,
  );
  let ofSite: string | undefined;
  const wholeSite = (): string =>
    (ofSite ??= digestOf(
      [
        ...content.texts.map(whole),
        ...content.posts.map((post) => neighboursOf(post).map(({ file }) => file)),
      ].join("\n"),
    ));
  return {
    around,
    entry: whole,
    textsOf({ entry, data, madeOf }) {
      const shown = new Set<Entry>(entry ? [entry, ...neighboursOf(entry)] : []);
      const note = (one: Entry): string => (shown.add(one), "");
      textOf([data, madeOf?.()], named(note));
      return [...shown].map(({ file }) => file);
    },
    withSite: (page) => digestOf(page + wholeSite()),
    page(page) {
      const { entry, layout, madeOf, text } = page;
      if (layout === null)
        return digestOf(madeOf ? around + textOf(madeOf(), named(whole)) : (text?.() ?? ""));
      return digestOf([around, ofPlan(page), entry ? whole(entry) : ""].join("\n"));
    },
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

function neighboursOf(entry: Entry): Post[] {
  if (entry.kind !== "post") return [];
  const { previous, next, related } = entry;
  // Always two places, so that a post with only a previous one differs from a post with only a next one.
  return [previous ?? entry, next ?? entry, ...related];
}

function isEntry(value: object): value is Entry {
  return "placeOf" in value && "bodyLine" in value;
}

/**
 * Fields left out of an entry's fingerprint. The HTML covers the body, which layouts do not receive; pages that show neighbours add
 * their fingerprints.
 */
const BESIDE: ReadonlySet<string> = new Set(["body", "previous", "next", "related"]);

function remember<T extends object>(
  nameOf: (value: T) => string,
  known = new Map<T, string>(),
): (value: T) => string {
  return (value) => {
    const name = known.get(value) ?? nameOf(value);
    known.set(value, name);
    return name;
  };
}

/**
 * Caches the text of values that several pages share, such as menus, from the second time on. Values of a single page are not
 * cached: their texts would be half of the memory that a large site takes.
 */
function rememberShared(textOf: (value: object) => string): (value: object) => string {
  const seen = new WeakSet<object>();
  const texts = new WeakMap<object, string>();
  return (value) => {
    const text = texts.get(value) ?? textOf(value);
    if (seen.has(value)) texts.set(value, text);
    else seen.add(value);
    return text;
  };
}
