// The changes that the rules of a language return, and the text with them applied.
// Changes are separate from the text because the text of a block is spread over several tokens.

export interface Edit {
  start: number;
  /** Equal to `start` for an insertion. */
  end: number;
  /** The replacement. */
  text: string;
  /** True if the characters stay and become superscript, as the "er" of "1er". */
  raised?: true;
}

/** A segment of changed text. */
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

/** Two insertions at the same place overlap: the text would be inserted twice. */
function isApart(edit: Edit, last: Edit | undefined): boolean {
  return last === undefined || (edit.start >= last.end && (edit.end > last.start || edit.start > last.end));
}

/** `text`, which begins at `offset` of the whole text, with the edits that apply to it, from index `from` on. */
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
    // If an edit begins in an earlier piece of the text, its replacement is already there.
    if (edit.start >= offset) add(edit.text, edit.raised === true);
    at = Math.min(text.length, Math.max(at, edit.end - offset));
  }
  add(text.slice(at), false);
  return parts;
}

/** The rules of a language: changes to a text, in any order. Addresses and code in it are blanked, unless nothing would change anyway. */
export type Rules = (text: string) => Edit[];
