// The files of terms and of people → what a taxonomy and the directory of people know of each: one term or person may have a file
// in every language.
import { addTo } from "../iterate.ts";
import { problem, type Problem } from "../problems.ts";
import { PEOPLE, type Site } from "../site/site.ts";
import type { KnownTerm } from "../site/schema.ts";
import type { RawEntry } from "./entry.ts";
import type { KnownPerson } from "./schema.ts";
import { fold, oneLine } from "./text.ts";
import { typesetterFor } from "./typeset.ts";

/** The files of each term by its key, which is the slug of the first: the one in the site's language, if there is one. */
export class TermFiles {
  readonly #byKey: ReadonlyMap<string, readonly RawEntry[]>;
  readonly #keys = new Map<RawEntry, string>();
  readonly #site: Site;
  readonly #isShown: (entry: RawEntry) => boolean;

  /**
   * `isShown`: false for a file that this run withholds, such as a draft. `listed`: names that a settings file describes, with the
   * path of that file. A second description of a term in a language is reported, and left out.
   */
  constructor(
    entries: readonly RawEntry[],
    site: Site,
    isShown: (entry: RawEntry) => boolean,
    { listed, problems }: { listed: ReadonlyMap<string, string>; problems: Problem[] },
  ) {
    this.#site = site;
    this.#isShown = isShown;
    const byKey = new Map<string, RawEntry[]>();
    const keys = new Map<string, string>();
    const ofSite = ({ lang }: RawEntry): boolean => lang === site.lang;
    for (const entry of [...entries.filter(ofSite), ...entries.filter((one) => !ofSite(one))]) {
      const { data, lang, slug, name } = entry;
      const reference = data["lang-ref"] === undefined ? undefined : `ref:${data["lang-ref"]}`;
      const { translationOf = "" } = data;
      const key = keys.get(reference ?? "") ?? keys.get(fold(translationOf)) ?? slug;
      // Titles that mean the same are one term, whatever their files are called.
      const titled = `${lang}:${fold(entry.title)}`;
      const first = byKey.get(key)?.find((one) => one.lang === lang);
      const same = first ?? byKey.get(keys.get(titled) ?? "")?.find((one) => one.lang === lang);
      const other = same
        ? `${same.source.file}:${String(same.placeIn(["title"]).line)}`
        : (listed.get(fold(slug)) ?? listed.get(fold(entry.title)));
      if (other !== undefined) {
        // Two people may have one name.
        const isNamesake = first === undefined && entry.taxonomy === PEOPLE && !listed.has(fold(slug));
        const found = isNamesake ? "duplicate-term/person" : "duplicate-term";
        problems.push(problem(found, entry.placeIn(["title"]), { name: entry.title, other }));
        if (!isNamesake) continue;
      }
      addTo(byKey, key, entry);
      this.#keys.set(entry, key);
      for (const one of [reference, titled, fold(slug), fold(name.stem)])
        if (one !== undefined && !keys.has(one)) keys.set(one, key);
    }
    this.#byKey = byKey;
  }

  keys(): string[] {
    return [...this.#byKey.keys()];
  }

  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  /** The key of the term that a file is of; undefined for a second file. */
  keyOf(entry: RawEntry): string | undefined {
    return this.#keys.get(entry);
  }

  /**
   * Address of the page of a term in a language: of its file, or else `made`, where Carnet makes one of what names the term. Empty
   * if the term is withheld.
   */
  addressOf(key: string, lang: string, made: string): string {
    const files = this.#byKey.get(key) ?? [];
    const own = files.find((one) => one.lang === lang);
    const isWithheld =
      own === undefined ? files.length > 0 && !files.some(this.#isShown) : !this.#isShown(own);
    return isWithheld ? "" : (own?.url ?? made);
  }

  /** What the files say of a term, by language. */
  term(key: string): KnownTerm {
    const [first, ...others] = (this.#byKey.get(key) ?? []).map((entry) => ({
      lang: entry.lang,
      label: typesetterFor(entry.lang, this.#site.typography)(entry.title),
      description: entry.data.description && oneLine(entry.data.description),
      aliases: otherNames(entry),
    }));
    const wordings = Object.fromEntries(
      others.map(({ lang, label, description }) => [lang, { label, description }]),
    );
    const { label, description } = first ?? {};
    const aliases = [first, ...others].flatMap((one) => one?.aliases ?? []);
    return { ...wordings, label, description, aliases } as KnownTerm;
  }

  /** What the files say of a person; their photo is the picture of the file. */
  person(key: string): KnownPerson {
    const [first, ...others] = this.#byKey.get(key) ?? [];
    const { team, role, description, links = [], handles = {} } = first?.data ?? {};
    const translations = others.map(({ lang, data }) => [
      lang,
      { role: data.role, description: data.description },
    ]);
    return {
      ...{ name: first?.title ?? key, links, handles },
      aliases: [first, ...others].flatMap((one) => (one ? otherNames(one) : [])),
      ...(team !== undefined && { team }),
      ...(role !== undefined && { role }),
      ...(description !== undefined && { description: oneLine(description) }),
      ...(translations.length > 0 && {
        translations: Object.fromEntries(translations) as NonNullable<KnownPerson["translations"]>,
      }),
    };
  }
}

/** `aliases` of a term are other names; one that begins with a slash is an old address, as for pages. */
const otherNames = ({ data }: RawEntry): string[] =>
  [data.aliases ?? []].flat().filter((alias) => !alias.startsWith("/"));
