// The text of a layout → the block still open at a line: Nunjucks only reports the unexpected end of another one.

export interface OpenTag {
  name: string;
  line: number;
  column: number;
}

/** Tags that Nunjucks requires to be closed; also `set` without a value. */
const OPENING = /^(?:block|if|for|macro|raw|call|filter|asyncEach|asyncAll)$/;

/** The innermost open block at a line that has the end of another one; without such an end, after that line. */
export function openTag(lines: readonly string[], at: number): OpenTag | undefined {
  const open: OpenTag[] = [];
  for (const [i, text] of lines.slice(0, Math.max(0, at)).entries())
    for (const { 1: name = "", 2: rest = "", index } of text.matchAll(/\{%-?\s*(\w+)([^%]*)/g)) {
      const isOpening = OPENING.test(name) || (name === "set" && !rest.includes("="));
      if (isOpening) open.push({ name, line: i + 1, column: index + 1 });
      else if (open.at(-1) && name === `end${open.at(-1)?.name ?? ""}`) open.pop();
      else if (i === at - 1 && name.startsWith("end")) return open.at(-1);
    }
  return open.at(-1);
}
