// A no-break space after the marker of a heading or an item → a space, so that the marker is recognised.
// Keyboards produce it when a modifier key is still held. Each line keeps its length, so positions stay valid.

const MARKER = /^([ \t>]*(?:#{1,6}|[-*+]|\d{1,9}[.)]))[\u00a0\u202f](?=[^\s])/;
const ANY = new RegExp(MARKER.source, "m");

/** Returns the same body if no line begins so; fenced code blocks are left alone. */
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
