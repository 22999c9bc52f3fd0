import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codeToTokensBase, createShikiPrimitive, type LanguageRegistration } from "@shikijs/primitive";
import { describe, expect, it } from "vitest";
import {
  createCodeEngine,
  patternsFile,
  tablesFor,
  TRANSLATED,
  translate,
  type PatternTable,
} from "../../../../src/markdown/code/code-patterns.ts";
import { foldCode } from "../../../../src/markdown/code/fold-code.ts";
import { translatedPatterns } from "../../../../src/markdown/code/pattern-tables.ts";
import { packageRoot } from "../../../../src/package-root.ts";

async function grammarsOf(language: string): Promise<LanguageRegistration[]> {
  const module = `@shikijs/langs/${language}`;
  return ((await import(module)) as { default: LanguageRegistration[] }).default;
}

const SAMPLES: Readonly<Record<string, string>> = {
  javascript: "const a = async (b) => `x ${b?.c ?? 1}`; // é\nexport class D extends E { #f = /g+/u; }",
  typescript:
    "interface A<T> { b?: readonly T[] }\nenum C { D = 'e' }\nconst f = (x: unknown): x is A<1> => !x;",
  html: '<!doctype html>\n<p class="a" style="color: red">b &amp; c</p><script>let a = 1;</script><!-- d -->',
  css: '@media (min-width: 3em) { a::before { content: "b"; margin: calc(1px + var(--c)) } } /* d */',
  php: "<?php\nnamespace A; /** @var B $c */ function d(?int $e = null): string { return <<<F\n $e\nF; } ?>\n<b>",
  shellscript: "for a in *.md; do\n  echo \"$a ${b:-c}\" | grep -v 'd' > e # f\ndone <<G\n$(h)\nG",
  python: '@a\ndef b(c: int = 1) -> str:\n    """d"""\n    return f\'{c!r:>3}\' if c else None',
  sql: "SELECT a.b, count(*) AS c FROM d -- e\nWHERE f = 'g' AND h IS NOT NULL GROUP BY 1;",
  jsx: "const a = ({ b }) => <p className={b} key='c'>{b.map((d) => <D {...d} />)}</p>;",
  tsx: "export function A<T>({ b }: { b: T }): JSX.Element { return <B c={b as number}>d</B>; }",
  scss: "$a: 1px;\n@mixin b($c: 2) { &:hover { margin: $a * $c; } }\n.d { @include b; } // e",
  vue: '<script setup lang="ts">\nconst a = ref<number>(1)\n</script>\n<template><p :b="a" @click="c">{{ a }}</p></template>',
  xml: '<?xml version="1.0"?>\n<a b="c"><!-- d --><![CDATA[e]]>&amp;</a>',
  json: '{ "a": [1, -2.5e3, true, null], "b": "c\\n" }',
  yaml: "a: &b\n  - 'c'\n  - 2024-01-02 # d\ne: |\n  f\n*b : !!str g",
  toml: '[a.b]\nc = "d" # e\nf = [1, 2.5]\ng = 2024-01-02T03:04:05Z',
  diff: "--- a\n+++ b\n@@ -1 +1 @@\n-c\n+d",
  docker: 'FROM node:20 AS a\nRUN npm ci && echo "b" # c\nCOPY --from=a /d .\nENTRYPOINT ["e"]',
  ruby: 'class A < B\n  attr_reader :c\n  def d(e = 1, *f, **g) = "h#{e}" # i\nend\nputs %w[j k].map(&:upcase) if /l/i =~ m',
  go: 'package main\n\nfunc a(b int) (c string, err error) {\n\tfor i := range b { c += "d" } // e\n\treturn\n}',
  rust: "fn a<'b>(c: &'b str) -> Option<u8> { let mut d = 1u8; println!(\"e {}\", c); match d { 1 => Some(d), _ => None } } // f",
  csharp:
    'using A;\npublic record B(int C) { public string D => $"e {C:N2}"; async Task<int> F() => await G(); } // h',
  r: "a <- function(b = 1, ...) {\n  c <- b %in% c(1, 2L) # d\n  ggplot(e, aes(x = f)) |> print()\n}",
  java: 'public record A<B>(int c) { @Override public String toString() { return "d" + c; } }',
  markdown: "# a\n\n- **b** `c` [d](e)\n\n```js\nlet f = 1\n```\n> g",
};

/** Each scope has a number as its colour, so that any difference in tokens shows. */
const THEME = {
  name: "all",
  settings: [
    "comment",
    "string",
    "constant",
    "keyword",
    "storage",
    "entity",
    "variable",
    "support",
    "markup",
  ].map((scope, i) => ({ scope, settings: { foreground: `#00000${String(i + 1)}` } })),
};

function tokens(language: string, langs: LanguageRegistration[], tables: readonly string[]): string[] {
  const shiki = createShikiPrimitive({
    themes: [THEME],
    langs,
    engine: createCodeEngine(tables),
    warnings: false,
  });
  const found = codeToTokensBase(shiki, SAMPLES[language] ?? "", {
    lang: language,
    theme: "all",
    tokenizeTimeLimit: 0,
  });
  return found.flat().map(({ content, color = "" }) => color + content);
}

function tableIn(grammar: string): PatternTable {
  const file = join(packageRoot, patternsFile(grammar));
  expect(existsSync(file), `${file}: npm run compile`).toBe(true);
  return JSON.parse(readFileSync(file, "utf8")) as PatternTable;
}

describe.each(TRANSLATED)("the patterns of %s", (language) => {
  it("are stored in the package once each, as the translator makes them", async () => {
    const grammar = (await grammarsOf(language)).find(({ name }) => name === language);
    if (grammar === undefined) throw new Error(`No grammar has the name ${language}.`);
    const tables = tablesFor(language).map(tableIn);
    const patterns = Object.entries(
      JSON.parse(JSON.stringify(translatedPatterns(grammar))) as Record<string, unknown>,
    );
    for (const [pattern, translated] of patterns)
      expect(tables.flatMap((table) => (pattern in table ? [table[pattern]] : []))).toEqual([translated]);
    expect(
      Object.keys(tables.at(-1) ?? {}).filter((one) => !patterns.some(([pattern]) => pattern === one)),
    ).toEqual([]);
  });

  it("find the same tokens when they are translated on demand", async () => {
    const langs = await grammarsOf(language);
    const names = langs.map(({ name }) => name);
    const found = tokens(language, langs, names);
    expect(found).toEqual(tokens(language, langs, []));
    expect(new Set(found.map((token) => token.slice(0, 7))).size).toBeGreaterThan(1);
  });
});

it("every line that a pattern matches contains one of its needed texts", () => {
  let found = 0;
  for (const language of TRANSLATED) {
    const sample = SAMPLES[language] ?? "";
    const lines = [sample, sample.toUpperCase(), sample.toLowerCase()].flatMap((one) => one.split("\n"));
    for (const [pattern, translated] of tablesFor(language).flatMap((name) =>
      Object.entries(tableIn(name)),
    )) {
      if (translated?.needs === undefined) continue;
      const { needs } = translated;
      const plain = translate(pattern);
      for (const line of lines) {
        plain.lastIndex = 0;
        if (plain.exec(`${line}\n`) === null) continue;
        found++;
        const folded = foldCode(`${line}\n`);
        expect(
          needs.some((text) => folded.includes(text)),
          `${pattern} in ${line}`,
        ).toBe(true);
      }
    }
  }
  expect(found).toBeGreaterThan(1000);
});

it("leaves out a pattern that JavaScript cannot express, and uses the others", () => {
  const grammar = {
    name: "odd",
    scopeName: "source.odd",
    repository: {},
    patterns: [
      { name: "string.odd", match: "(" },
      { name: "keyword.odd", match: "\\bif\\b" },
    ],
  };
  expect(translatedPatterns(grammar)).toEqual({
    "(": null,
    "\\bif\\b": { source: expect.any(String) as string, flags: expect.any(String) as string, needs: ["if"] },
  });
  const shiki = createShikiPrimitive({
    themes: [THEME],
    langs: [grammar],
    engine: createCodeEngine(["odd"]),
    warnings: false,
  });
  const [line] = codeToTokensBase(shiki, "a if", {
    lang: "odd",
    theme: "all",
    tokenizeTimeLimit: 0,
  });
  expect(line?.map(({ content }) => content)).toEqual(["a ", "if"]);
});
