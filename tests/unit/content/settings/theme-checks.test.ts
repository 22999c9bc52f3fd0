import { expect, it } from "vitest";
import { load, post } from "../site-root.ts";

const POST = { "content/posts/2026-01-05-titre.md": post("title: A") };
const withTheme = (theme: string): Record<string, string> => ({
  ...POST,
  "content/site.yaml": `title: T\n${theme}`,
});

it("an accent that is hard to read is refused at its place, with the nearest colour as the fix", async () => {
  const { problems } = await load(withTheme('theme:\n  accent: "#ffdd00"\n'));
  expect(problems).toMatchObject([
    {
      file: "content/site.yaml",
      line: 3,
      column: 11,
      code: "contrast",
      severity: "error",
      hint: '  accent: "#7f6d04"',
    },
  ]);
  expect(problems[0]?.message).toContain("contraste de 1,1 pour 1, il faut au moins 4,5");
});

it("an accent of the dark theme that is hard to read there is refused", async () => {
  const { problems } = await load(withTheme('theme: { accent: "#55269b", accentDark: "#55269b" }\n'));
  expect(problems).toMatchObject([{ line: 2, column: 41, code: "contrast", severity: "error" }]);
  expect(problems[0]?.hint).toMatch(/^theme: \{ accent: "#55269b", accentDark: "#[0-9a-f]{6}" \}$/);
});

it("short and capital forms of a colour are accepted", async () => {
  const { content, problems } = await load(withTheme('theme: { accent: "#52A" }\n'));
  expect(problems).toEqual([]);
  expect(content.site.theme.accent).toBe("#5522aa");
});

it.each([["rouge"], ['"#12"'], ["[1]"]])("a value that is not a colour is refused: %s", async (accent) => {
  const { problems } = await load(withTheme(`theme: { accent: ${accent} }\n`));
  expect(problems).toMatchObject([{ line: 2, code: "settings", severity: "error" }]);
  expect(problems[0]?.hint).toContain('accent: "#55269b"');
});
