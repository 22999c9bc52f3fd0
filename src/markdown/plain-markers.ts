// A no-break space after the sign of a heading or an item → a space, so that the sign is read as one.
// Keyboards type it where the space bar is held with a key; each line keeps its length, so that places hold.

const MARKER = /^([ \t>]*(?:#{1,6}|[-*+]|\d{1,9}[.)]))[\u00a0\u202f](?=[^\s])/;
const ANY = new RegExp(MARKER.source, "m");

/** The same body where no line begins so; blocks of code between fences keep theirs. */
export function withPlainMarkers(body: string): string {
  if (!ANY.test(body)) return body;
  let fence: string | undefined;
  return body
    .split("\n")
    .map((line) => {
      const signs = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
      if (signs !== undefined) {
        if (fence === undefined) fence = signs;
        else if (signs.startsWith(fence)) fence = undefined;
      }
      return fence === undefined ? line.replace(MARKER, "$1 ") : line;
    })
    .join("\n");
}
