// What is known to be wrong with a picture → the messages that say so, wherever a text or a setting names it.
// Addresses are shown as an author would type them, so that they can be pasted.
import { decodeAddress } from "../percent-codes.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import type { Instead } from "../strings/problems-pictures.ts";
import type { PictureFinding, PictureProblem } from "./types.ts";

/** The problems of a picture, wherever it is named. */
export function pictureProblems(
  finding: PictureFinding & { problem?: PictureProblem },
  address: string,
  place: Place,
  instead: Instead,
): Problem[] {
  const src = asTyped(address);
  const problems = finding.problem === undefined ? [] : [troubleOf(finding.problem, { src, instead }, place)];
  if (finding.found && finding.holds === "location")
    problems.push(problem("picture-location", place, { src }));
  if (finding.found && finding.holds === "script") problems.push(problem("picture-script", place, { src }));
  return problems;
}

function troubleOf(
  trouble: PictureProblem,
  { src, instead }: { src: string; instead: Instead },
  place: Place,
): Problem {
  switch (trouble.kind) {
    case "missing":
      return problem("missing-image", place, { src }, asFix(trouble.suggestion ?? trouble.near));
    case "case":
      return problem("image-case", place, { src }, asAddress(trouble.actual));
    case "broken":
      return problem(`broken-image/${DOCUMENT.test(src) ? "document" : trouble.why}`, place, {
        src,
        instead,
      });
    case "remote":
      return problem("third-party-image", place, { src }, asFix(trouble.here));
  }
}

/** A document, which another program opens: the author meant a link. */
const DOCUMENT = /\.(?:pdf|epub|docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|zip)(?:[?#].*)?$/i;

const asFix = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : asAddress(path);

/** A path as an address that an author can type: characters that would end it or have a meaning of their own are encoded. */
function asAddress(path: string): string {
  return path.replace(/[\s%#?]/g, encodeURIComponent);
}

/** An address as an author would type it: markdown-it percent-encodes accents; only spaces stay encoded. */
export function asTyped(src: string): string {
  return decodeAddress(src)?.replace(/\s/g, encodeURIComponent) ?? src;
}
