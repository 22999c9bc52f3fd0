// What the rules of a language ask for: small changes at places of a text, and the text with them made.
// A change is kept apart from the text because the text of a block is spread over several tokens.

export interface Edit {
  start: number;
  /** The same as `start` where something is put in. */
  end: number;
  /** What stands there instead. */
  text: string;
  /** True where the characters stay and are only set higher, as the "er" of "1er". */
  raised?: true;
}

/** A stretch of changed text. */
export interface Part {
  text: string;
  raised: boolean;
}

/** Edits in the order of the text, without those that would change the same characters twice. */
export function inOrder(edits: Edit[]): readonly Edit[] {
  if (edits.every((edit, i) => isApart(edit, edits[i - 1]))) return edits;
  let last: Edit | undefined;
  return edits
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((edit) => {
      const apart = isApart(edit, last);
      if (apart) last = edit;
      return apart;
    });
}

/** Two that put something in at one place are not apart: it would stand there twice. */
function isApart(edit: Edit, last: Edit | undefined): boolean {
  return last === undefined || (edit.start >= last.end && (edit.end > last.start || edit.start > last.end));
}

/** `text`, which begins at `offset` of the whole, with its share of the edits from the one numbered `from`. */
export function changed(text: string, offset: number, edits: readonly Edit[], from = 0): Part[] {
  const parts: Part[] = [];
  const add = (more: string, raised: boolean): void => {
    const last = parts.at(-1);
    if (more === "") return;
    if (last !== undefined && !raised && !last.raised) last.text += more;
    else parts.push({ text: more, raised });
  };
  let at = 0;
  for (let i = from; i < edits.length; i++) {
    const edit = edits[i];
    if (edit === undefined || edit.start >= offset + text.length) break;
    add(text.slice(at, Math.max(at, edit.start - offset)), false);
    // Where an edit begins in an earlier piece of the text, what it puts in stands there already.
    if (edit.start >= offset) add(edit.text, edit.raised === true);
    at = Math.min(text.length, Math.max(at, edit.end - offset));
  }
  add(text.slice(at), false);
  return parts;
}
