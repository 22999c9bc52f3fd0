import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSavePrinter, nextChangeWords } from "../../../src/cli/output.ts";
import type { Format } from "../../../src/problem-formats.ts";
import type { ShownProblem } from "../../../src/shown-problems.ts";
import { say, SILENT } from "../../support/command.ts";
import { optionsFor } from "../../support/in-process.ts";
import { makeSite, post as page, SITE_YAML } from "../../support/site.ts";
import { load, post } from "../content/site-root.ts";

describe("when to build again", () => {
  it("is in the site's time zone and in UTC, with the text that changes then", async () => {
    const DUE = "content/posts/2026-04-01-demain.md";
    const zone = { "content/site.yaml": "title: A\ntimeZone: Pacific/Noumea\n" };
    const { content } = await load({ ...zone, [DUE]: post("title: B") });
    expect((nextChangeWords(content, "fr") ?? "").replace(/\s/g, " ")).toBe(
      `Prochaine construction utile : le 1er avril 2026 à 0 h 00 (Pacific/Noumea, 2026-03-31T13:00:00Z), quand ${DUE} paraîtra.`,
    );
    expect(nextChangeWords(content, "en")).toContain(`2026-03-31T13:00:00Z), when ${DUE} comes out.`);
  });

  it("is not told when no text is to appear or to expire", async () => {
    const { content } = await load({ "content/posts/2026-01-05-a.md": post("title: A") });
    expect(nextChangeWords(content, "fr")).toBeUndefined();
  });
});

describe("the report of a save", () => {
  const warning = (file: string, line = 5): ShownProblem => ({
    ...{ file: `content/posts/${file}.md`, line, column: 1, code: "missing-alt" },
    ...{ severity: "warn", message: "Le message", hint: "" },
  });
  const error: ShownProblem = { ...warning("z"), code: "bad-date", severity: "error" };

  function printed(saves: readonly (readonly ShownProblem[])[], format: Format = "text"): string[] {
    let text = "";
    const options = { ...optionsFor("/blog", { now: "2026-06-01" }), quiet: false, format };
    const print = createSavePrinter(options, { ...SILENT, out: (more) => void (text += more) });
    return saves.map((shown) => {
      text = "";
      print(shown);
      return text;
    });
  }

  it("lists all problems at first, then only new ones with the number of older ones", () => {
    const [first, second] = printed([
      [warning("a"), warning("b")],
      [warning("a", 7), warning("b"), warning("c")],
    ]);
    expect(first).toContain("2 avertissements dans 2 fichiers\n");
    expect(second).toMatch(
      /^content\/posts\/c\.md:5:1[^]*1 avertissement dans 1 fichier\nToujours là[^]*2 avert/,
    );
  });

  it("is empty when no problem changed, even if their lines moved, and repeats errors", () => {
    expect(printed([[warning("a", 5)], [warning("a", 7)]])[1]).toBe("");
    expect(printed([[error], [error]])[1]).toContain("bad-date");
  });

  it("does not take what an error hid for new, and says when nothing is left", () => {
    const saves = printed([[warning("a")], [error], [warning("a")], []]);
    expect(saves[2]).not.toContain("content/posts/a.md");
    expect(saves[3]).toBe("Plus aucun problème.\n");
  });

  it("gives programs the whole list", () => {
    expect(JSON.parse(printed([[warning("a")], [warning("a"), warning("b")]], "json")[1] ?? "")).toHaveLength(
      2,
    );
  });
});

describe("carnet build", () => {
  const POST = "content/posts/2026-03-02-a.md";
  const blog = (body: string): ReturnType<typeof makeSite> =>
    makeSite({ "content/site.yaml": SITE_YAML, [POST]: page("A", body) });

  it("counts warnings by code where check prints them, and says where the site is", async () => {
    const { root } = blog("Voir [un lien](/rien/) et [un autre](/nulle-part/).");
    const { status, out } = await say("build", root, "--no-search");
    expect(status).toBe(0);
    expect(out).toContain("  dead-link: 2 avertissements\nPour les lire : npx carnet check\n");
    expect(out).not.toContain(`${POST}:`);
    expect(out).toMatch(
      /Site construit : \d+ pages[^\n]*\nDurée[^\n]*\nDans _site ; pour le regarder : npx carnet dev\n$/,
    );
    expect((await say("build", root, "--no-search")).out).toContain("Site à jour");
    expect((await say("check", root)).out).toContain(`${POST}:`);
  });

  it("prints errors in full, and leaves the old site", async () => {
    const site = blog("Bonjour.");
    await say("build", site.root, "--no-search");
    site.write({ [POST]: page("A", "x", "date: non\n") });
    const { status, out, err } = await say("build", site.root, "--no-search");
    expect(status).toBe(1);
    expect(out).toContain(`${POST}:5:7  erreur  bad-date`);
    expect(err).toBe("Rien n’a été publié : le site précédent est resté en place.\n");
    expect(existsSync(join(site.root, "_site/blog/2026/03/02/a/index.html"))).toBe(true);
  });

  it.each(["--drafts", "--future", "--output ailleurs"])("notes no address with %s", async (line) => {
    const { root } = blog("Bonjour.");
    await say("build", root, "--no-search", ...line.split(" "));
    expect(existsSync(join(root, "content/addresses.txt"))).toBe(false);
  });

  it("reads an address book again that someone edited since", async () => {
    const { root } = blog("Bonjour.");
    await say("build", root, "--no-search");
    appendFileSync(join(root, "content/addresses.txt"), "/vieux/chemin/\n");
    expect((await say("build", root, "--no-search")).out).toContain("vanished-url");
  });
});
