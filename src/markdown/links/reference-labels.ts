// The labels of a text's links (`[words][label]`): those that it does not define, what they may mean, and the lines that would define
// them but for one sign.
import { distance } from "fastest-levenshtein";
import type { Token } from "markdown-it";
import { normalizeReference } from "markdown-it/lib/common/utils.mjs";
import type { Env } from "../env.ts";
import { eachParagraph } from "../rule.ts";

/** Maximum number of labels of one text that are compared with those it defines. */
const MOST = 50;

const ADDRESS = /^(?:<?(?:https?:|mailto:)|\/|#)\S/;

/** A definition with a space before its colon, as French puts one. */
const SPACED = /^ {0,3}\[[^[\]\n]{1,100}\][ \u00a0\u202f]{1,3}:[ \u00a0\u202f]*<?(?:https?:|mailto:)\S/m;

/** A line that defines nothing, since no colon, or a space before it, follows its label. */
interface Malformed {
  row: number;
  fix: string;
  colon: boolean;
}

/** The labels of links that the text of one `Env` uses without defining them. */
export class ReferenceLabels {
  readonly #tokens: readonly Token[];
  readonly #env: Env;
  readonly #told = new Set<string>();
  #malformed: ReadonlyMap<string, Malformed> | undefined;

  constructor(tokens: readonly Token[], env: Env) {
    this.#tokens = tokens;
    this.#env = env;
  }

  /** Whether this was called before with the label. */
  isTold(label: string): boolean {
    const before = this.#told.size;
    this.#told.add(normalizeReference(label));
    return this.#told.size === before;
  }

  /** The closest defined label, as written in its definition, if the difference is a typo. */
  nearest(label: string): string | undefined {
    if (this.#told.size > MOST) return undefined;
    const asked = normalizeReference(label);
    const most = asked.length > 4 ? 2 : 1;
    const near = [...this.#env.definitions.keys()]
      .filter((one) => Math.abs(one.length - asked.length) <= most && one.length <= 100)
      .map((one) => ({ one, by: distance(one, asked) }))
      .filter(({ by }) => by <= most)
      .sort((a, b) => a.by - b.by)[0]?.one;
    const [meant] = this.#env.definitions.get(near ?? "") ?? [];
    // Not one that nothing uses: the message about the link names it.
    if (meant !== undefined) meant.used = true;
    return meant?.label;
  }

  /** The line that would define a label but for its colon, if it is where a definition may be. */
  malformed(label: string): Malformed | undefined {
    this.#malformed ??= this.#findMalformed();
    return this.#malformed.get(normalizeReference(label));
  }

  /** Reports each such line with a space before its colon whose label is that of a link (`[words][1]`, `[words] [1]`). */
  reportSpaced(): void {
    if (!SPACED.test(this.#env.source.body)) return;
    this.#malformed ??= this.#findMalformed();
    const { positions, source } = this.#env;
    const body = source.body.toLowerCase();
    for (const [label, { row, fix, colon }] of this.#malformed) {
      const name = label.toLowerCase();
      // A message about the link itself has named the line.
      if (!colon || this.#told.has(label) || !(body.includes(`][${name}]`) || body.includes(`] [${name}]`)))
        continue;
      const found = (positions.lines()[row] ?? "").trim();
      this.#env.report("literal-link/definition", positions.line(row), { found, fix });
    }
  }

  #findMalformed(): ReadonlyMap<string, Malformed> {
    const found = new Map<string, Malformed>();
    const shown = this.#rowsOfParagraphs();
    // A definition cannot interrupt a paragraph, but may follow another one.
    let free = true;
    for (const [row, line] of this.#env.positions.lines().entries()) {
      const [, name, space, colon, rest = ""] =
        /^ {0,3}\[([^[\]]{1,100})\]([ \u00a0\u202f]{0,3})(:?)[ \u00a0\u202f]*(\S.*)$/.exec(line) ?? [];
      // Without a colon, only an address that is alone on its line.
      const isMalformed = colon === "" ? /^https?:\/\/\S+$/.test(rest) : space !== "" && ADDRESS.test(rest);
      if (free && name !== undefined && isMalformed && shown.has(row))
        found.set(normalizeReference(name), { row, fix: `[${name}]: ${rest}`, colon: colon === ":" });
      free = !/\S/.test(line) || (free && (colon === ":" || isMalformed));
    }
    return found;
  }

  /** In code, a line like a definition is an example of one. */
  #rowsOfParagraphs(): ReadonlySet<number> {
    const rows = new Set<number>();
    eachParagraph(this.#tokens, ({ map }) => {
      for (let row = map?.[0] ?? 0; row < (map?.[1] ?? 0); row++) rows.add(row);
    });
    return rows;
  }
}
