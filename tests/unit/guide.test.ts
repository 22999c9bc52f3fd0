// Checks that what the editors' guide tells people to type works as typed.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { expect, it } from "vitest";
import { accentFaults } from "../../src/site/accent.ts";
import { SettingsFile } from "../../src/content/settings.ts";
import { checkSite } from "../../src/content/site-checks.ts";
import { codeOf, type Problem } from "../../src/problems.ts";
import { ADDRESS_NAMES } from "../../src/site/default-addresses.ts";
import { siteSchema } from "../../src/site/schema.ts";
import { catalogue, type MessageKey } from "../../src/strings/problems.ts";
import { startingWords } from "../../src/strings/starting.ts";

const read = (name: string): string => readFileSync(`content/posts/${name}.md`, "utf8");
const blocksOf = (text: string): string[] =>
  [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);

const GUIDE = read("2026-09-08-adapter-la-presentation");
const blocks = [
  // A list is data for layouts: tests/e2e/guide-examples.test.ts.
  ...blocksOf(GUIDE).filter((block) => !block.startsWith("- ")),
  ...blocksOf(read("2025-12-09-mots-cles")).filter((block) => block.startsWith("taxonomies:")),
];

it.each(blocks)("the settings of the guide are valid: %s", (block) => {
  const settings = siteSchema.parse({ title: "Un blog", ...(load(block) as object) });
  expect(accentFaults(settings.theme)).toEqual([]);
  const problems: Problem[] = [];
  checkSite(settings, new SettingsFile("content/site.yaml", block, {}, problems));
  expect(problems).toEqual([]);
});

it("the guide mentions every setting of the theme, and every address that can be changed", () => {
  const { theme } = siteSchema.shape;
  const names = [...Object.keys(theme.unwrap().options[0].shape), ...ADDRESS_NAMES];
  expect(names.filter((name) => !GUIDE.includes(`\`${name}\``))).toEqual([]);
  expect(names).toHaveLength(22);
});

it("the guide mentions every code of a message, and no other", () => {
  const name = "2026-07-07-messages-de-carnet-check";
  const guide = read(name);
  const codes = new Set(Object.keys(catalogue).map((key) => codeOf(key as MessageKey)));
  const missing = [...codes].filter((code) => !guide.includes(`\`${code}\``));
  expect(missing, `Add a row to a table of content/posts/${name}.md.`).toEqual([]);
  const listed = [...guide.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, code = ""]) => code);
  expect(listed.filter((code) => !codes.has(code))).toEqual([]);
});

it("the messages that the guide quotes are those that `carnet check` prints", () => {
  const texts = readdirSync("content/posts", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => readFileSync(join("content/posts", file), "utf8"));
  const quoted = texts.flatMap((text) => [
    ...text.matchAll(/^\S+:\d+:\d+ {2}avertissement {2}([\w-]+)\n {2}(.+)$/gm),
  ]);
  expect(quoted.length).toBeGreaterThan(1);
  for (const [, code, message = ""] of quoted) {
    const sentences = Object.entries(catalogue).filter(([key]) => codeOf(key as MessageKey) === code);
    const forms = sentences.map(([, { fr }]) => new RegExp(`^${fr.replace(/\{\w+\}/g, ".+")}$`));
    expect(
      forms.some((form) => form.test(message)),
      message,
    ).toBe(true);
  }
});

it("the guide recommends descriptions of the length that `carnet new` does, and that the checks accept", () => {
  const guide = read("2026-01-12-ecrire-un-article");
  const [, least = "", most = ""] =
    /\((\d+) à (\d+) caractères\)/.exec(startingWords("fr").about["description"] ?? "") ?? [];
  expect(guide).toContain(`de ${least} à ${most} caractères`);
  expect(startingWords("en").about["description"]).toContain(`(${least} to ${most} characters)`);
});
