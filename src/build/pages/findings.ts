// What was found in the pages of a site, page by page. The findings of an earlier build in unchanged pages stay in their stored
// bytes: on a large site, nearly all pages are unchanged, and hardly any of these are read.
import { groupBy } from "../../group.ts";
import type { Problem } from "../../problems.ts";

/** Facts about the findings in one page, stored beside them so that few findings have to be parsed. */
export interface Marks {
  /** One of them is an id missing from another page: a change of that page may fix it. */
  ofPlaces: boolean;
  /** Each of them has an address. */
  ofAddresses: boolean;
}

/** What was found in one page, in order. */
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

  /** The findings that were stored as `bytes`. */
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

/** By the path of the page or feed in the output; only those with findings. */
export type FoundIn = ReadonlyMap<string, Findings>;

export function byPage(problems: readonly Problem[]): FoundIn {
  const groups = groupBy(problems, ({ file }) => file);
  return new Map([...groups].map(([file, found]) => [file, Findings.of(found)]));
}
