// A text that JSON.parse refuses → where it stops being valid. V8 gives the position in some of its messages only.

/** How V8 ends a message that quotes the text around an unexpected character instead of giving its position. */
const UNPLACED = "is not valid JSON";

/** Offset of the first fault in a JSON text: its end if something is missing there; undefined if it has none. */
export function faultIn(text: string): number | undefined {
  const said = refusalOf(text);
  if (said === undefined) return undefined;
  if (!said.endsWith(UNPLACED)) return Number(/position (\d+)/.exec(said)?.[1] ?? text.length);
  // The character is the last one of the shortest beginning that is refused in the same way.
  let [sound, refused] = [0, text.length];
  while (refused - sound > 1) {
    const middle = Math.floor((sound + refused) / 2);
    if (refusalOf(text.slice(0, middle))?.endsWith(UNPLACED) === true) refused = middle;
    else sound = middle;
  }
  return sound;
}

function refusalOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}
