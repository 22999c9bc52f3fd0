// The text of a layout → the block that is still open at a line: Nunjucks only says that the end of another one surprised it.

export interface OpenTag {
  name: string;
  line: number;
  column: number;
}

/** Those that Nunjucks wants closed; `set` only without a value. */
const OPENING = /^(?:block|if|for|macro|raw|call|filter|asyncEach|asyncAll)$/;

/** The innermost block that was opened before a line, and not closed before it. */
export function openTag(lines: readonly string[], before: number): OpenTag | undefined {
  const open: OpenTag[] = [];
  lines.slice(0, Math.max(0, before - 1)).forEach((text, i) => {
    for (const { 1: name = "", 2: rest = "", index } of text.matchAll(/\{%-?\s*(\w+)([^%]*)/g)) {
      const isOpening = OPENING.test(name) || (name === "set" && !rest.includes("="));
      if (isOpening) open.push({ name, line: i + 1, column: index + 1 });
      else if (open.at(-1) && name === `end${open.at(-1)?.name ?? ""}`) open.pop();
    }
  });
  return open.at(-1);
}
