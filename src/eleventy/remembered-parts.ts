// Parts of Carnet's own layouts whose output is the same wherever they show the same post: its row or card, which many lists
// contain. A comment marks such a part and names all that it reads; in compiled layouts, it is rendered once for the same
// values.
// In other layouts it remains a comment.
import type nunjucks from "nunjucks";

const BEGIN = /\{# remembered (\w+) of ([\w., ]+) #\}/g;
const END = /\{# end remembered #\}/g;

/** The comments as tags, for an environment that has `RememberedTag`. */
export function withRememberedTags(text: string): string {
  return text.replace(BEGIN, '{% remembered "$1", $2 %}').replace(END, "{% endremembered %}");
}

/**
 * The filters that such parts call. Carnet's own return the same for the same values; an owner's filter with one of these names
 * may depend on the page.
 */
export const CALLED_IN_PARTS: ReadonlySet<string> = new Set([
  "url",
  "isoDate",
  "longDate",
  "langAttribute",
  "shortened",
  "length",
]);

/** Defines the tag for Nunjucks' compiler; `leanCode` knows the call that it becomes. */
export class RememberedTag implements nunjucks.Extension {
  readonly tags = ["remembered"];
  /** The output of a part is already escaped. */
  readonly autoescape = false;

  parse(parser: Parser, nodes: Nodes): unknown {
    const tag = parser.nextToken();
    const names = parser.parseSignature(null, true);
    parser.advanceAfterBlockEnd(tag.value);
    const body = parser.parseUntilBlocks("endremembered");
    parser.advanceAfterBlockEnd();
    return new nodes.CallExtension(this, "run", names, [body]);
  }
}

/** What a tag needs of Nunjucks' parser, which Nunjucks' types lack. */
interface Parser {
  nextToken(): { value: string };
  parseSignature(tolerant: null, noParens: true): unknown;
  advanceAfterBlockEnd(name?: string): void;
  parseUntilBlocks(name: string): unknown;
}

interface Nodes {
  CallExtension: new (
    tag: RememberedTag,
    method: string,
    names: unknown,
    bodies: readonly unknown[],
  ) => unknown;
}

/**
 * Posts whose parts are cached; those of later posts are rendered each time. A row takes some three thousand bytes, and
 * replacing one would leave garbage of the kind that is collected last.
 */
const MOST = 2000;

export class RememberedParts {
  readonly #parts = new Map<object, Map<string, string>>();
  #isOver = false;

  /**
   * What `make` returns for these values: `name` is that of the part, `one` what it shows, and `others` are strings, numbers or
   * nothing.
   */
  part(make: () => string, name: string, one: unknown, others: readonly unknown[]): string {
    if (this.#isOver || typeof one !== "object" || one === null) return make();
    let of = this.#parts.get(one);
    if (!of) {
      if (this.#parts.size >= MOST) return make();
      this.#parts.set(one, (of = new Map<string, string>()));
    }
    const key = `${name}\n${others.join("\n")}`;
    const known = of.get(key);
    if (known !== undefined) return known;
    const text = make();
    // Nunjucks builds the text from many pieces: reading a character makes V8 join them, which takes less memory.
    text.charCodeAt(0);
    of.set(key, text);
    return text;
  }

  /** Clears the cache: what was shown may have changed. */
  forget(): void {
    this.#parts.clear();
  }

  /** From now on, each part is rendered each time. */
  end(): void {
    this.#isOver = true;
  }
}
