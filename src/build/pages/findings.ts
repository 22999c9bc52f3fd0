// What was found in the pages of a site, page by page. What an earlier build found in a page that stays is kept as the bytes that
// it was left as: of a large site nearly all stays, and hardly any of it is asked what it says.
import { groupBy } from "../../group.ts";
import type { Problem } from "../../problems.ts";

/** Of what was found in one page, what is asked of many. */
export interface Marks {
  /** A place in another page is missing: what that page says may mend it. */
  ofPlaces: boolean;
  /** Each of them names an address. */
  ofAddresses: boolean;
}

/** What was found in one page, in the order in which it was. */
export class Findings {
  readonly marks: Marks;
  #problems: readonly Problem[] | undefined;
  #bytes: Uint8Array | undefined;

  private constructor(marks: Marks, problems?: readonly Problem[], bytes?: Uint8Array) {
    this.marks = marks;
    this.#problems = problems;
    this.#bytes = bytes;
  }

  static of(problems: readonly Problem[]): Findings {
    const ofPlaces = problems.some(({ key }) => key === "html-anchor");
    const ofAddresses = problems.every(({ params: { href } }) => typeof href === "string");
    return new Findings({ ofPlaces, ofAddresses }, problems);
  }

  /** Those of which `bytes` were left. */
  static kept(marks: Marks, bytes: Uint8Array): Findings {
    return new Findings(marks, undefined, bytes);
  }

  get problems(): readonly Problem[] {
    return (this.#problems ??= JSON.parse(Buffer.from(this.bytes).toString()) as Problem[]);
  }

  get bytes(): Uint8Array {
    return this.#bytes ?? Buffer.from(JSON.stringify(this.#problems));
  }
}

/** By the path of the page or feed in the output; without those in which nothing was found. */
export type FoundIn = ReadonlyMap<string, Findings>;

export function byPage(problems: readonly Problem[]): FoundIn {
  const groups = groupBy(problems, ({ file }) => file);
  return new Map([...groups].map(([file, found]) => [file, Findings.of(found)]));
}
