// The ways in which texts and people write the terms of a taxonomy → the spelling that each term keeps.
// It depends on all of them: read every text before asking for one.
import type { KnownTerm } from "../site/term-schema.ts";
import { namesOf } from "./known-terms.ts";
import type { WrittenTag } from "./tag-values.ts";
import { byCodeUnit } from "./text.ts";
import type { Places } from "./yaml/locate.ts";

/** What writes terms: a post, or a person of `people.yaml`. */
export interface Writer {
  source: { file: string };
  /** Place of a value inside a key: `["tags", 2]`. */
  placeIn: Places;
}

/** A spelling that gives way to another one of the same term. */
export interface Variant {
  kept: string;
  /** The first file with the spelling that is kept; absent if only the settings have it. */
  keptFile?: string;
  other: string;
  /** Who writes the other one first, and where in their list. */
  by: Writer;
  index: number;
}

/** How often a spelling is used, and where first. */
interface Use {
  count: number;
  by: Writer;
  index: number;
}

export class Spellings {
  /** By the key of a term, then by spelling. */
  readonly #uses = new Map<string, Map<string, Use>>();
  #settled: ReadonlySet<string> | undefined;

  /** From here on, spellings are compared with those that are settled, and change neither them nor their slugs. */
  settle(): void {
    this.#settled = new Set(this.#uses.keys());
  }

  add({ key, text, index }: WrittenTag, by: Writer): void {
    let uses = this.#uses.get(key);
    if (uses === undefined) this.#uses.set(key, (uses = new Map<string, Use>()));
    const use = uses.get(text);
    const counted = this.#settled === undefined ? 1 : 0;
    if (use === undefined) uses.set(text, { count: counted, by, index });
    else use.count += counted;
  }

  /** The terms that someone writes, in code-unit order, settled ones first. */
  keys(): string[] {
    const isLate = (key: string): number => (this.#settled?.has(key) === false ? 1 : 0);
    return [...this.#uses.keys()].sort((a, b) => isLate(a) - isLate(b) || byCodeUnit(a, b));
  }

  /**
   * The most frequent spelling of a term; among equals the one with more accents, then the last by code unit (lower case
   * before upper case). Undefined if nobody writes it.
   */
  usual(key: string): string | undefined {
    const [first] = [...(this.#uses.get(key) ?? [])].sort(
      ([a, m], [b, n]) => n.count - m.count || accents(b) - accents(a) || byCodeUnit(b, a),
    );
    return first?.[0];
  }

  /** A known term keeps its label, and all the names that the settings give it are right. */
  variants(known: ReadonlyMap<string, KnownTerm>): Variant[] {
    return [...this.#uses].flatMap(([key, uses]) => {
      const term = known.get(key);
      const kept = term === undefined ? this.usual(key) : (term.label ?? key);
      if (kept === undefined) return [];
      const right = [kept, ...(term === undefined ? [] : namesOf(key, term))];
      const keptFile = uses.get(kept)?.by.source.file;
      return [...uses]
        .filter(([spelling]) => !right.includes(spelling))
        .map(([other, { by, index }]) => ({
          ...{ kept, other, by, index },
          ...(keptFile !== undefined && { keptFile }),
        }));
    });
  }
}

function accents(text: string): number {
  return text.normalize("NFD").match(/\p{M}/gu)?.length ?? 0;
}
