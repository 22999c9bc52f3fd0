// The address of a link or a picture cut by the end of a line → a warning with the whole of it.
// Tools that turn HTML into Markdown fold long lines after any hyphen, also inside addresses.
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";

const BREAK = String.raw`[ ]{0,3}\n[ >]{0,20}`;
const CUT = new RegExp(
  String.raw`\]\(((?:https?:\/\/|mailto:|\/)[^\s()<>]{1,300}(?:${BREAK}[^\s()<>"']{1,300}){1,4})((?: {1,3}|${BREAK})"[^"]{0,300}")?\s{0,10}\)`,
  "g",
);
/** Where addresses are folded; after a letter, the next line may be the end of a remark. */
const FOLD = new RegExp(String.raw`[-/_=&%+#]${BREAK}|${BREAK}[/?#&=]`);

/** Returns the offset of each in the text of the span, after its parenthesis. */
export function reportCutAddresses(prose: string, span: Span, env: Env): ReadonlySet<number> {
  const told = new Set<number>();
  if (!prose.includes("\n")) return told;
  for (const { 1: cut = "", 2: title = "", index } of prose.matchAll(CUT)) {
    if (!FOLD.test(cut)) continue;
    told.add(index + 2);
    env.report("literal-link/cut", env.positions.at(span, index + 1), {
      found: `(${cut.slice(0, cut.indexOf("\n")).trimEnd()}`,
      fix: `(${cut.replace(/ *\n[ >]*/g, "")}${title.replace(/\s*\n[ >]*/g, " ")})`,
    });
  }
  return told;
}
