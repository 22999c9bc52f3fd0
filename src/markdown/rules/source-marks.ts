// Marks of sources that only the window of an assistant shows as links (`【1†source】`, `:contentReference[oaicite:0]{index=0}`,
// `[cite: 1]`) → one warning per text, at the first. The text is printed as it is: this rule only reports.
import { eachInline, passRule } from "../rule.ts";
import { proseOf } from "../text-cursor.ts";

/** ChatGPT writes the last one between characters for private use. */
const MARK =
  /【[^【】\n]{0,40}†[^【】\n]{0,80}】|:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[cite(?:_start|: ?[\d, ]+)\]|\ue200[^\ue200\ue201\n]{1,200}\ue201/u;
const BRACKETS = [":contentReference[", "[cite"];

export const sourceMarks = passRule("source-marks", (tokens, env) => {
  const isIn = env.leaves("[") && BRACKETS.some((sign) => env.holds(sign));
  if (!isIn && !env.holds("【") && !env.holds("\ue200")) return;
  let told = false;
  eachInline(tokens, ({ content }, _children, span) => {
    const found = told ? null : MARK.exec(proseOf(content));
    if (found === null) return;
    told = true;
    // Fonts have no sign for characters of private use.
    const shown = found[0].replace(/[\ue200-\ue2ff]/g, "");
    env.report("literal-markup/source-mark", env.positions.at(span, found.index), { found: shown });
  });
});
