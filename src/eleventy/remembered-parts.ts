// Parts of Carnet's own layouts that come out the same wherever they show the same post: its row or card, in lists that hold
// it again and again. A comment marks such a part and names all that it reads; where layouts come compiled, it is rendered
// once for the same values. Whoever reads the layout sees a comment.
import type nunjucks from "nunjucks";

const BEGIN = /\{# remembered (\w+) of ([\w., ]+) #\}/g;
const END = /\{# end remembered #\}/g;

/** The comments as tags, for an environment that has `RememberedTag`. */
export function withRememberedTags(text: string): string {
  return text.replace(BEGIN, '{% remembered "$1", $2 %}').replace(END, "{% endremembered %}");
}

/**
 * The filters that such parts call. Carnet's own give the same for the same values; what an owner's gives under one of
 * these names may be another on each page.
 */
export const CALLED_IN_PARTS: ReadonlySet<string> = new Set(["url", "isoDate", "longDate", "length"]);

/** How Nunjucks is told of the tag when it compiles: `leanCode` knows the call that it becomes. */
export class RememberedTag implements nunjucks.Extension {
  readonly tags = ["remembered"];
  /** What a part gives is escaped already. */
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

/** Of Nunjucks' parser, which its types do not know, what a tag needs. */
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
 * Posts whose parts are kept; those that come after them are rendered each time. A row takes some three thousand bytes, and
 * one that gave way to another would be garbage of the kind that is collected last.
 */
const MOST = 2000;

export class RememberedParts {
  readonly #parts = new Map<object, Map<string, string>>();
  #isOver = false;

  /**
   * What `make` gives for these values: `name` is the part's, `one` what it shows, `others` are texts and numbers, or
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
    // Nunjucks adds a text up of many: asked for a letter, V8 makes it one, which takes less room.
    text.charCodeAt(0);
    of.set(key, text);
    return text;
  }

  /** Forgets all: what was shown may be another now. */
  forget(): void {
    this.#parts.clear();
  }

  /** From now on each part is rendered each time. */
  end(): void {
    this.#isOver = true;
  }
}
