// LaTeX formulas (`$$…$$`, `$x_{1}$`, `\(x^2\)`, `\begin{…}`) → one warning per text, at the first: they are shown as typed.
// Amounts of money contain dollars too: between single ones, only a command or braces indicate a formula.
import { eachInline, passRule } from "../rule.ts";
import { blotted } from "../text-cursor.ts";

const CODE = /(?<!`)(`+)(?!`)[^]{0,2000}?(?<!`)\1(?!`)/g;

/** What tells a formula from other words between escaped brackets: a command, an exponent or an index. */
const SIGN = String.raw`(?:\\[a-z]{2}|[\w)}]\^[\w{]|\b\w_[\w{])`;
/** Between `\(` and `\)`, or `\[` and `\]`, as assistants write them: Markdown shows only the bracket. */
const escaped = (open: string, close: string): string =>
  String.raw`(?<!\\)\\${open}(?=(?:(?!\\${close})[^]){0,500}?${SIGN})[^]{1,1000}?\\${close}`;

const FORMULA = new RegExp(
  [
    String.raw`(?<!\\)\$\$(?=[^$]{0,1000}[\\^_=+])[^$]{1,1000}\$\$`,
    String.raw`(?<!\\)\$(?=[^\s$])(?=[^$\n]{0,200}(?:\\[a-z]{2}|[_^]\{|[\w)]\^\w))[^$\n]{1,300}(?<=\S)\$(?!\d)`,
    String.raw`\\begin\{[a-z*]{3,20}\}`,
    escaped(String.raw`\(`, String.raw`\)`),
    escaped(String.raw`\[`, String.raw`\]`),
  ].join("|"),
  "i",
);
const BEGINS = ["$", "\\begin{", "\\(", "\\["];

export const formulas = passRule("formulas", (tokens, env) => {
  if (!BEGINS.some((sign) => env.holds(sign))) return;
  let told = false;
  eachInline(tokens, (_token, _children, span) => {
    if (told || !BEGINS.some((sign) => span.content.includes(sign))) return;
    const found = FORMULA.exec(blotted(span.content, CODE));
    if (found === null) return;
    told = true;
    const [shown = ""] = found[0].split("\n").filter((line) => /[^\s$\\[\]]/.test(line));
    env.report("literal-markup/formula", env.positions.at(span, found.index), { found: shown.trim() });
  });
});
