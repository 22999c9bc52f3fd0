// Tests which sections of a Hugo blog have posts, and what is said of the others.
import { describe, expect, it } from "vitest";
import { readHugo } from "../../../../src/importers/hugo/read.ts";
import type { OldSite } from "../../../../src/importers/model.ts";
import { folder } from "../old-blog.ts";

const DATED = "---\ntitle: A\ndate: 2021-04-01\n---\nTexte.\n";
const UNDATED = "---\ntitle: A\n---\nTexte.\n";

/** A blog with texts at these paths of `content/`. */
const site = (texts: Record<string, string>, config = ""): OldSite =>
  readHugo(
    folder({
      "hugo.toml": config,
      ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [`content/${path}`, text])),
    }),
  );

const posts = (found: OldSite): string[] =>
  found.entries.filter(({ kind }) => kind === "post").map(({ source }) => source);

describe("the sections of a Hugo blog that have posts", () => {
  const TWO = { "a/x.md": DATED, "a/y.md": DATED, "b/z.md": DATED };

  it.each(['mainSections = ["b"]', '[params]\nmainSections = ["b"]', '[params]\nmainsections = "B"'])(
    "are those of its configuration: %j",
    (config) => {
      expect(posts(site(TWO, config))).toEqual(["content/b/z.md"]);
    },
  );

  it("are otherwise those with a usual name, or the one with the most texts", () => {
    expect(posts(site(TWO))).toEqual(["content/a/x.md", "content/a/y.md"]);
    expect(posts(site({ ...TWO, "blog/c.md": DATED }))).toEqual(["content/blog/c.md"]);
  });
});

describe("a section of pages", () => {
  const letters = { "infolettre/1.md": DATED, "infolettre/2/index.md": DATED };

  it("is reported, with the setting that would make posts of them, if all its texts are dated", () => {
    const { manual } = site({ "posts/a.md": DATED, ...letters, "infolettre/_index.md": UNDATED });
    expect(manual.filter(({ kind }) => kind === "dated-section")).toEqual([
      {
        kind: "dated-section",
        file: "content/infolettre",
        line: 0,
        found: 'mainSections = ["posts", "infolettre"]',
      },
    ]);
  });

  it("is reported if one text in ten has no date", () => {
    const many = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`infolettre/${String(i)}.md`, DATED]),
    );
    const { manual } = site({ "posts/a.md": DATED, ...many, "infolettre/sans.md": UNDATED });
    expect(manual.map(({ kind, file }) => `${kind} ${file}`)).toEqual(["dated-section content/infolettre"]);
  });

  it.each([
    ["a text without a date", { ...letters, "infolettre/3.md": UNDATED }],
    ["a single text", { "infolettre/1.md": DATED }],
    ["texts of the type `page`", { "notes/1.md": DATED.replace("A", "A\ntype: page"), "notes/2.md": DATED }],
    ["texts at the root", { "a.md": DATED, "b.md": DATED }],
  ])("is not reported with %s", (_, texts) => {
    expect(site({ "posts/a.md": DATED, ...texts }).manual).toEqual([]);
  });
});
