// The rules that look for failed markup read only texts in which the parser left a sign: it must never miss one.
import { expect, test } from "vitest";
import { createCore } from "../../../src/markdown/core.ts";
import { Env } from "../../../src/markdown/env.ts";
import { RULES } from "../../../src/markdown/rules/index.ts";
import { Signs } from "../../../src/markdown/signs.ts";
import { siteSchema } from "../../../src/site/schema.ts";
import { resolveSite } from "../../../src/site/site.ts";

const SIGNS = Array.from("[]!<*_");
const md = createCore();
for (const rule of RULES) rule.install(md);

function parsed(body: string): { left: string[]; shown: string[] } {
  const site = resolveSite(siteSchema.parse({ title: "T", url: "https://blog.example.org" }), {
    root: "/site",
  });
  const source = { file: "a.md", body, bodyLine: 1, lang: "fr", url: "/a/", title: "Le billet" };
  const env = new Env(
    { site, picture: () => ({ found: false, problem: { kind: "missing" } }), has: () => true },
    source,
    new Signs(body),
  );
  const text = md
    .parse(body, env)
    .flatMap(({ children }) => children ?? [])
    .map(({ type, content }) => (type === "text" ? content : ""))
    .join("");
  return {
    left: SIGNS.filter((sign) => env.leaves(sign)),
    shown: SIGNS.filter((sign) => text.includes(sign)),
  };
}

test.each([
  "Un [lien](/a/), une ![image](b.png), *deux* **mots**, __trois__, `[_*]` et <b>gras</b>.",
  "- *un*\n- [deux][d]\n\n> ~~trois~~\n\n[d]: /b_c/",
])("a text whose markup all works leaves no sign: %s", (body) => {
  expect(parsed(body)).toEqual({ left: [], shown: [] });
});

test.each([
  ...["[a", "a]", "a ! b", "[a][b]", "a < b", "*a", "a_b", "a ** b **", "[*a](/b/)", "**[a](/b/)", "***a**"],
  ...["\\[a\\]", "&#91;a&#93;", "&lt;a&gt;", "\\*a", "&ast;a", "<<mots>>", "[a\\]b](/c/)", "{{ [a] }}"],
  ...["https://example.org/[a]_b", "<https://example.org/a_b>", "www.example.org/a_b", "a_b@example.org"],
  ...['**a**{title="[b] *c*"} d', "# Titre {#un_mot} et", "| a_b |\n|---|\n| [c |", "x[^1]\n\n[^1]: *a"],
  ...["<p>\n*a_b c*</p>", "[ ] a", "- [ ] a", "> [!NOTE] a", "^[a [b]", "![a [b](c.png)"],
])("what stays in the text is known to be left: %s", (body) => {
  const { left, shown } = parsed(body);
  expect(left).toEqual(expect.arrayContaining(shown));
});
