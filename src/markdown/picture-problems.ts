// What is known to be wrong with a picture → the messages that say so, wherever a text or a setting names it.
// Addresses are shown as an author would type them, so that they can be pasted.
import { problem, type Place, type Problem } from "../problems.ts";
import { asTyped } from "./addresses.ts";
import type { PictureFinding, PictureProblem } from "./types.ts";

export function pictureProblems(
  finding: PictureFinding & { problem?: PictureProblem },
  address: string,
  place: Place,
): Problem[] {
  const src = asTyped(address);
  return finding.problem === undefined ? [] : [problemOf(finding.problem, src, place)];
}

function problemOf(found: PictureProblem, src: string, place: Place): Problem {
  switch (found.kind) {
    case "missing":
      return problem("missing-image", place, { src }, asAddress(found.suggestion ?? found.near));
    case "case":
      return problem("image-case", place, { src }, asAddress(found.actual));
    case "broken":
      return problem("broken-image", place, { src });
    case "remote":
      return problem("third-party-image", place, { src }, asAddress(found.here));
  }
}

/** A path as an address that an author can type: characters that would end it or have a meaning of their own are encoded. */
const asAddress = (path: string | undefined): string | undefined =>
  path?.replace(/[\s%#?]/g, encodeURIComponent);
