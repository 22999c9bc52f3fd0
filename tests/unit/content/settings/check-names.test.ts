import { expect, it } from "vitest";
import { fixes, loadSettings } from "../site-root.ts";

const said = async (...lines: string[]): Promise<string[]> => fixes((await loadSettings(...lines)).problems);

it.each([
  [["checks: { dead-lnk: off }"], "2:11", "checks: { dead-link: off }"],
  [["checks:", "  vague-link: off", "  Missing_alt: error # tous"], "4:3", "  missing-alt: error # tous"],
  [["checks: { deadlink: note }"], "2:11", "checks: { dead-link: note }"],
])("an unknown check is reported, with the nearest code as the fix: %j", async (lines, at, hint) => {
  expect(await said(...lines)).toEqual([`${at} warn unknown-key → ${hint}`]);
  expect(await said(...lines.with(Number(at.split(":")[0]) - 2, hint))).toEqual([]);
});

it("an unknown check like no other gets advice on where to find codes", async () => {
  const [told] = await said("checks: { orthographe: off }");
  expect(told).toContain("2:11 warn unknown-key → Écrivez le code tel que carnet check le donne");
});

it("a misspelt code that is already set is reported as a duplicate", async () => {
  expect(await said("checks:", "  dead-link: off", "  dead-lnk: off")).toEqual([
    "4:3 warn unknown-key → Gardez une seule des deux lignes.",
  ]);
});

it.each([
  ["script", "off"],
  ["script", "warn"],
  // What they refuse is not published: unreported, a text or a setting would be lost silently.
  ["front-matter", "off"],
  ["settings", "note"],
])("a fixed severity cannot be set (%s: %s)", async (code, set) => {
  const { problems } = await loadSettings("checks:", "  vague-link: off", `  ${code}: ${set}`);
  expect(problems).toMatchObject([{ line: 4, column: 3, severity: "warn", code: "unknown-key" }]);
  expect(problems[0]?.message).toContain(
    `La gravité de « ${code} » ne se règle pas : c’est toujours une erreur.`,
  );
});

it("a fixed severity may be set to its own value", async () => {
  expect(await said("checks: { script: error }")).toEqual([]);
});
