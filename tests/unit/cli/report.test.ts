import { describe, expect, it } from "vitest";
import type { Comparison } from "../../../src/build/compare-sites.ts";
import { asMarkdown, report } from "../../../src/cli/report.ts";
import { reportWords } from "../../../src/strings/report.ts";
import { say } from "../../support/command.ts";
import { makeSite, SITE_YAML } from "../../support/site.ts";

const SAME: Comparison = {
  added: [],
  removed: [],
  changed: [],
  lists: 0,
  moved: [],
  lost: [],
  renamed: [],
  notices: { came: [], went: [] },
  words: { before: 9, after: 9 },
};
const markdown = (more: Partial<Comparison>, lang: "fr" | "en" = "en", preview?: string): string =>
  asMarkdown({ ...SAME, ...more }, reportWords(lang), preview);

describe("the report of a change", () => {
  it("says so when nothing that visitors read changes", () => {
    expect(markdown({})).toBe(
      "## What this proposal changes\n\nNo text changes. Pictures, the look and the blog’s name are not compared.\n\nWords in posts and pages: 9 before, 9 after.\n",
    );
  });

  it("lists notices above every page, even if nothing else changes", () => {
    const text = markdown({ notices: { came: ["Closed *tomorrow*."], went: ["Open."] } });
    expect(text).not.toContain("No text changes");
    expect(text).toContain(
      "### Above every page\n\n- Appears: Closed \\*tomorrow\\*.\n- Disappears: Open.\n",
    );
    expect(markdown({ notices: { came: ["Fermé."], went: [] } }, "fr")).toContain(
      "### En haut de chaque page\n\n- Apparaît : Fermé.\n",
    );
  });

  it("gives counts, then lists lost addresses first, with what to do about them", () => {
    expect(
      markdown(
        {
          added: [{ url: "/b/", title: "Bilan", words: 1 }],
          changed: [{ url: "/c/", title: "Carte", words: 9, came: 3, went: 1 }],
          removed: [{ url: "/a/", title: "Avant", words: 2 }],
          moved: [{ url: "/x/", to: "/y/" }],
          lost: ["/a/"],
          lists: 2,
        },
        "fr",
      ),
    ).toBe(`## Ce que cette proposition change

1 page ajoutée, 1 retirée, 1 modifiée, 1 adresse perdue.

Mots des articles et des pages : 9 avant, 9 après. 2 listes (accueil, mots-clés…) changent en conséquence.

### Adresses perdues

Pour chacune, ajoutez à \`content/redirects.yaml\` une ligne \`ancienne: nouvelle\`.

- \`/a/\`

### Ajouté

- \`/b/\` Bilan (1 mot)

### Modifié

- \`/c/\` Carte (+3 −1)

### Retiré

- \`/a/\` Avant (2 mots)

### Redirigé

- \`/x/\` → \`/y/\`
`);
  });

  it("says that subscribers would receive posts again when their ids in feeds change", () => {
    expect(markdown({ renamed: ["A"] })).toContain("**Feeds:** a post is given another id there, and");
    expect(markdown({ renamed: ["A"] })).not.toContain("No text changes");
    expect(markdown({ renamed: ["A", "B"] }, "fr")).toContain("2 articles y changent de nom");
  });

  it("gives the address of the preview, if there is one", () => {
    expect(markdown({}, "en", "https://x.example/previews/3/")).toContain("<https://x.example/previews/3/>");
  });

  it("shows a title as text: no Markdown, no HTML, no mention, no second line", () => {
    const title = "<img src=x> **gras** [x](http://x) @equipe `a` | #1\n- deux &amp;";
    const text = markdown({ added: [{ url: "/a`b/", title, words: 2 }] });
    const line = text.split("\n").find((one) => one.startsWith("- ")) ?? "";
    expect(line).toContain(
      "`/a'b/` &lt;img src=x\\> \\*\\*gras\\*\\* \\[x\\](http:\u200b//x) @\u200bequipe \\`a\\` \\| \\#1 - deux &amp;amp; (2 words)",
    );
  });

  it("makes no link of an address in a title, of which forges would notify its site", () => {
    const title = "https://github.com/a/b/issues/1 et WWW.example.org";
    expect(markdown({ added: [{ url: "/a/", title, words: 2 }] })).toContain(
      "https:\u200b//github.com/a/b/issues/1 et WWW\u200b.example.org (2 words)",
    );
  });

  it("removes control characters, and cuts no character in two", () => {
    const added = [{ url: "/\u009b31m/", title: "\u009b2J\u007fa", words: 2 }];
    expect(markdown({ added })).toContain("`/ 31m/` 2J a (2 words)");
    const long = markdown({ lost: ["a".repeat(199) + "\u{1f600}"] });
    expect(long).toContain(`${"a".repeat(199)}…`);
  });

  it("removes direction overrides from titles, and keeps the marks that Arabic and Hebrew need", () => {
    const text = markdown({ added: [{ url: "/a\u202e/", title: "a\u202eb\u2067c\u200f\u200dd", words: 2 }] });
    expect(text).toContain("`/a/` abc\u200f\u200dd (2 words)");
  });

  it("stays shorter than a comment may be, and says how many more items there are", () => {
    const many = Array.from({ length: 400 }, (_, n) => ({
      url: `/${String(n)}/${"u".repeat(900)}/`,
      title: "&".repeat(900),
      words: 1,
    }));
    const text = markdown({
      added: many,
      removed: many,
      changed: many.map((one) => ({ ...one, came: 1, went: 1 })),
      lost: many.map(({ url }) => url),
    });
    expect(text).toMatch(/- … and 3\d\d more/);
    expect(text.length).toBeLessThan(60_000);
    expect(markdown({ lost: Array.from({ length: 51 }, () => "/a/") })).toContain("- … and 1 more");
  });
});

describe("carnet report", () => {
  const site = (): ReturnType<typeof makeSite> =>
    makeSite({
      "content/site.yaml": SITE_YAML,
      "_site/index.html": "<h1>a</h1>",
      "_base/index.html": "<h1>a</h1>",
    });

  it("prints Markdown in the site's language, or JSON", async () => {
    const { root } = site();
    expect((await say(report, root, "--base", "_base")).out).toContain("## Ce que cette proposition change");
    expect((await say(report, root, "--base", "_base", "--lang", "en")).out).toContain(
      "## What this proposal changes",
    );
    expect(JSON.parse((await say(report, root, "--base", "_base", "--format", "json")).out)).toMatchObject({
      lost: [],
    });
  });

  it.each([
    [[], "il manque le site auquel comparer"],
    [["--base", "nulle-part"], "n’existe pas, ou n’est pas un site construit"],
    [["--base", "_base", "--output", "content"], "n’existe pas, ou n’est pas un site construit"],
  ])("refuses %j, which give no site to compare", async (argv, message) => {
    const said = await say(report, site().root, ...argv);
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(said.err).toContain(message);
  });
});
