import { expect, it } from "vitest";
import { parseOptions } from "../../../src/cli/options.ts";
import { createRefresh } from "../../../src/cli/refresh.ts";
import { createWithheld, type TellWithheld } from "../../../src/cli/withheld.ts";
import { load, post, type Files } from "../content/site-root.ts";
import { makeSite, SITE_YAML } from "../../support/site.ts";

const DRAFT = { "content/posts/_2026-01-05-brouillon.md": post("title: A") };
const LATER = { "content/posts/2026-04-01-demain.md": post("title: B") };
const GONE = { "content/posts/2026-01-05-vieux.md": post("title: C", "expires: 2026-02-01") };

const say = async (tell: TellWithheld, files: Files): Promise<string> =>
  tell((await load(files)).content, "fr");

it.each([
  [
    DRAFT,
    "content/posts/_2026-01-05-brouillon.md est un brouillon : il n’est pas montré. Pour le voir, relancez avec --drafts.\n",
  ],
  [
    LATER,
    "content/posts/2026-04-01-demain.md attend sa date (1er avril 2026 à 0 h 00) : il n’est pas montré. Pour le voir, relancez avec --future.\n",
  ],
  [
    GONE,
    "content/posts/2026-01-05-vieux.md a expiré : il n’est plus montré. Pour le voir, relancez avec --drafts.\n",
  ],
])("says why a text is not shown: %j", async (files, line) => {
  expect((await say(createWithheld(), files)).replace(/\s/g, " ")).toBe(line.replace(/\s/g, " "));
});

it("reports each text once per date, and several texts in one line", async () => {
  const tell = createWithheld();
  expect(await say(tell, { ...DRAFT, ...LATER, ...GONE })).toMatch(
    /^3 textes ne sont pas montrés .* : [^,]+, [^,]+, [^,]+\. Pour les voir, relancez avec --drafts --future\.\n$/,
  );
  expect(await say(tell, { ...DRAFT, ...LATER })).toBe("");
  expect(
    await say(tell, { ...DRAFT, "content/posts/2026-04-01-demain.md": post("title: B", "date: 2026-04-02") }),
  ).toContain("2 avril");
  expect(await say(tell, {})).toBe("");
  expect(await say(tell, DRAFT)).toContain("brouillon");
});

it("reports a text again when it is withheld for another reason", async () => {
  const tell = createWithheld();
  const file = "content/posts/2026-01-05-a.md";
  expect(await say(tell, { [file]: post("title: A", "draft: true") })).toContain("est un brouillon");
  expect(await say(tell, { [file]: post("title: A", "expires: 2026-02-01") })).toContain("a expiré");
});

it("names three of many texts, and each option once, in a fixed order", async () => {
  const later = Array.from({ length: 4 }, (_, i) => `content/posts/2026-04-0${String(i + 1)}-a.md`);
  const files = Object.fromEntries(later.map((file) => [file, post("title: A")]));
  const said = await say(createWithheld(), {
    ...files,
    "content/posts/2026-01-05-b.md": post("title: B", "draft: true"),
  });
  expect(said.match(/content\/posts\//g)).toHaveLength(3);
  expect(said).toMatch(/^5 textes/);
  expect(said).toContain("relancez avec --drafts --future.");
});

it("reports a text at the save that withholds it, but not with --quiet", async () => {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-01-05-a.md": post("title: A"),
  });
  const said = async (...argv: string[]): Promise<string[]> => {
    const typed = { cwd: site.root, clock: () => new Date("2026-03-02T10:00:00Z"), preview: true };
    const parsed = parseOptions(["--no-search", ...argv], typed);
    if (!parsed.ok) throw new Error("refused");
    const lines: string[] = [];
    const out = (text: string): void => void lines.push(text);
    const refresh = createRefresh(parsed.options, { out, err: out, color: false, progress: () => undefined });
    await refresh.build();
    lines.length = 0;
    site.write(LATER);
    await refresh.build();
    return lines.filter((line) => line.includes("montré"));
  };
  const before = process.cwd();
  process.chdir(site.root);
  try {
    expect(await said()).toEqual([expect.stringContaining("attend sa date")]);
    expect(await said("--future")).toEqual([]);
    expect(await said("--quiet")).toEqual([]);
  } finally {
    process.chdir(before);
  }
});
