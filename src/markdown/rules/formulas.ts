// LaTeX formulas (`$$…$$`, `$x_{1}$`, `\begin{…}`) → one warning per text, at the first: they are shown as typed.
// Amounts of money contain dollars too: between single ones, only a command or braces indicate a formula.
import { eachInline, passRule } from "../rule.ts";
import { blotted } from "../text-cursor.ts";

const CODE = /(?<!`)(`+)(?!`)[^]{0,2000}?(?<!`)\1(?!`)/g;

const FORMULA =
  /(?<!\\)(?:\$\$(?=[^$]{0,1000}[\\^_=+])[^$]{1,1000}\$\$|\$(?=[^\s$])(?=[^$\n]{0,200}(?:\\[a-z]{2}|[_^]\{))[^$\n]{1,300}(?<=\S)\$(?!\d))|\\begin\{[a-z*]{3,20}\}/i;

export const formulas = passRule("formulas", (tokens, env) => {
  const { body } = env.source;
  if (!body.includes("$") && !body.includes("\\begin{")) return;
  let told = false;
  eachInline(tokens, (_token, _children, span) => {
    if (told || !(span.content.includes("$") || span.content.includes("\\begin{"))) return;
    const found = FORMULA.exec(blotted(span.content, CODE));
    if (found === null) return;
    told = true;
    const [shown = ""] = found[0].split("\n").filter((line) => /[^\s$]/.test(line));
    env.report("literal-markup/formula", env.positions.at(span, found.index), { found: shown.trim() });
  });
});
