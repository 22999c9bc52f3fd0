import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nextChangeWords } from "../../../src/cli/output.ts";
import { say } from "../../support/command.ts";
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

  it("says of an up-to-date site which pages it does not have", async () => {
    const { root } = blog("Bonjour.");
    const asked = async (page: string): Promise<string> =>
      (await say("build", root, "--no-search", "--explain", page)).out;
    await asked("/rien/");
    expect(await asked("/rien/")).toContain("/rien/ : le site n’a pas de telle page.\n");
    const again = await asked(POST);
    expect(again).toContain("rien n’avait changé");
    expect(again).toContain(`${POST} : non refaite`);
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
