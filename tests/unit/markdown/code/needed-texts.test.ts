import { expect, it } from "vitest";
import { neededTexts } from "../../../../src/markdown/code/needed-texts.ts";

it.each<[source: string, needs: readonly string[] | undefined]>([
  [String.raw`abc`, ["abc"]],
  [String.raw`a\(b\)\s*c`, ["a(b)"]],
  [String.raw`Function`, ["function"]],
  [String.raw`[Ff][Uu]n`, ["fun"]],
  [String.raw`colou?r`, ["colo"]],
  [String.raw`colou+r`, ["colo"]],
  [String.raw`x(?:if|else|for)y`, ["if", "for", "else"]],
  [String.raw`\b(if|i)\b`, ["i"]],
  [String.raw`if|\w+`, undefined],
  [String.raw`(?:if)?\s`, undefined],
  [String.raw`(?:if)+\s`, ["if"]],
  [String.raw`(?:if){0,3}`, undefined],
  [String.raw`["']`, ['"', "'"]],
  [String.raw`[^"]`, undefined],
  [String.raw`\d`, undefined],
  [String.raw`[0-9]`, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]],
  [String.raw`[a-z]`, undefined],
  [String.raw`=(?!>)=`, ["=="]],
  [String.raw`=(?=>)`, [">"]],
  [String.raw`\w(?=\s*=>)`, ["=>"]],
  [String.raw`(?<=\.)\w`, ["."]],
  [String.raw`(?<!\.)\w`, undefined],
  [String.raw`(?!\.)\w`, undefined],
  [String.raw`(a)\1`, ["a"]],
  [String.raw`é`, undefined],
  [String.raw`été`, ["t"]],
  [String.raw`^$`, undefined],
  [String.raw`|a`, undefined],
  [String.raw`K`, ["k"]],
  [String.raw`[\u212A]`, ["k"]],
  [String.raw`[ſ]`, ["s"]],
  [String.raw`[[a-c]&&[b]]`, undefined],
  [String.raw`[\q{ab|c}]`, undefined],
  [String.raw`a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q`, undefined],
])("finds the texts of which every match of /%s/ contains one", (source, needs) => {
  const found = neededTexts(source, "dgv");
  expect(found && [...found].sort()).toEqual(needs && [...needs].sort());
});
