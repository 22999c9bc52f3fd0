import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BuildMemory } from "../../../src/build/build-memory.ts";
import { prepare, type PrepareOptions } from "../../../src/build/prepare.ts";
import { builtinLayouts } from "../../../src/eleventy/builtin-layouts.ts";
import { show } from "../../../src/shown-problems.ts";
import { NOW, siteRoot } from "../content/site-root.ts";

const POST = "content/posts/2026-01-05-titre.md";
const text = (body: string): string => `---\ntitle: Titre\n---\n\n${body}\n`;

/** What is reported of a text after a save, and what a first build reports of it. */
async function told(before: string, after: string): Promise<{ saved: string[]; clean: string[] }> {
  const root = siteRoot({ [POST]: text(before) });
  const run = async (how: Pick<PrepareOptions, "memory" | "changed"> = {}): Promise<string[]> => {
    const { problems } = await prepare({ root, now: NOW, builtin: builtinLayouts(), ...how });
    return show(problems, { lang: "fr" }).map(
      ({ line, column, code, message }) => `${String(line)}:${String(column)} ${code} ${message}`,
    );
  };
  const memory = new BuildMemory();
  await run({ memory });
  writeFileSync(join(root, POST), text(after));
  return { saved: await run({ memory, changed: [POST] }), clean: await run() };
}

const TABLE = "| a | b |\n|---|---|\n";

describe("what is reported of the links of a saved text", () => {
  it.each([
    ["gives their new places", "[un](/a/) et [deux](/b/)", "Avant.\n\n[un](/a/) et\n[deux](/b/)"],
    ["covers a picture in a link, and the link", "[![x](/a.png)](/b/)", "a [![x](/a.png)](/b/)"],
    [
      "covers each of two equal links that were on one line",
      `${TABLE}| [x](/a/) | [x](/a/) |`,
      `${TABLE}| [x](/a/) | c |\n| d | [x](/a/) |`,
    ],
    ["is checked again where one has changed", "[un](/a/)", "[un](/b/)"],
    ["is checked again where an id was removed", "[là](#suite)\n\n## Suite", "[là](#suite)\n\n## Fin"],
    ["disappears with them", "[un](/a/)", "un"],
  ])("%s", async (_, before, after) => {
    const { saved, clean } = await told(before, after);
    expect(saved).toEqual(clean);
  });
});
