// `carnet build` and `carnet check`: what they print, and when they fail.
import { appendFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nextChangeWords } from "../../../src/cli/output.ts";
import { say } from "../../support/command.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../../support/site.ts";
import { load, post as text } from "../content/site-root.ts";

const POST = "content/posts/2026-03-02-a.md";
const PAGE = "_site/blog/2026/03/02/a/index.html";

const blog = (body = "Bonjour.", more = ""): TestSite =>
  makeSite({ "content/site.yaml": SITE_YAML, [POST]: post("A", body, more) });
const build = (root: string, ...argv: string[]): ReturnType<typeof say> =>
  say("build", root, "--no-search", ...argv);

describe("carnet check", () => {
  it("says that all is well when it finds nothing, and writes nothing", async () => {
    const site = blog();
    const before = site.list(".");
    const said = { status: 0, err: "", out: "Tout est en ordre : 1 article vérifié.\n" };
    expect(await say("check", site.root)).toEqual(said);
    expect((await say("check", site.root, "--quiet")).out).toBe("");
    expect((await say("check", site.root, "--format", "json")).out).toBe("[]\n");
    expect(site.list(".")).toEqual(before);
  });

  it("reports a warning without saying that all is well, and fails only with --strict", async () => {
    const { root } = blog("Voir [ici](/rien/).");
    const { status, out } = await say("check", root);
    expect(status).toBe(0);
    expect(out).toContain("dead-link");
    expect(out).not.toContain("Tout est en ordre");
    expect(await say("check", root, "--strict")).toMatchObject({ status: 1, err: "" });
  });

  it("fails when the content has an error", async () => {
    const said = await say("check", blog("Bonjour.", "date: non\n").root);
    expect(said).toMatchObject({ status: 1, out: expect.stringContaining(`${POST}:5:7`) as string });
  });

  it("gives forges the paths of files in the repository", async () => {
    const files = {
      "sites/blog/content/site.yaml": SITE_YAML,
      [`sites/blog/${POST}`]: post("A", "Voir [ici](/x/)."),
    };
    const { root } = makeSite({ ...files, ".git/HEAD": "ref: refs/heads/main\n" });
    const told = async (format: string): Promise<string> =>
      (await say("check", root, "--site", "sites/blog", "--format", format)).out;
    expect(await told("github")).toContain(`file=sites/blog/${POST},`);
    expect(await told("gitlab")).toContain(`"path": "sites/blog/${POST}"`);
    expect(await told("json")).toContain(`"file": "${POST}"`);
  });

  it("reports a draft's errors as warnings, and fails only with --drafts or --strict", async () => {
    const site = blog();
    const { root } = site;
    site.write({ "content/posts/_b.md": "---\ntitle: Bilan : un an\n---\n" });
    const { status, out } = await say("check", root);
    expect(status).toBe(0);
    expect(out).toContain(
      "content/posts/_b.md:2:1  avertissement  yaml\n  Ce brouillon n’arrête pas la publication. «",
    );
    expect((await say("check", root, "--drafts")).status).toBe(1);
    expect((await say("check", root, "--strict")).status).toBe(1);
  });

  it("says in the site's language that it repaired what an interrupted build left", async () => {
    const site = blog();
    site.write({ "content/site.yaml": `${SITE_YAML}lang: en\n`, "_site/index.html": "1" });
    mkdirSync(join(site.root, "._site.carnet-new"));
    const said = await say("check", site.root);
    expect(said).toMatchObject({ status: 0, out: "No problems found: 1 post checked.\n" });
    expect(said.err).toMatch(/^An earlier build had been interrupted: .*\n$/);
    expect(site.list(".").filter((file) => !file.startsWith("content/"))).toEqual(["_site/index.html"]);
  });
});

describe("carnet build", () => {
  it("counts warnings by code where check prints them, and says where the site is", async () => {
    const { root } = blog("Voir [un lien](/rien/) et [un autre](/nulle-part/).");
    const { status, out } = await build(root);
    expect(status).toBe(0);
    expect(out).toContain("  dead-link: 2 avertissements\nPour les lire : npx carnet check\n");
    expect(out).not.toContain(`${POST}:`);
    expect(out).toMatch(
      /Site construit : \d+ pages[^\n]*\nDurée[^\n]*\nDans _site ; pour le regarder : npx carnet dev\n$/,
    );
    expect((await build(root)).out).toContain("Site à jour");
  });

  it("prints errors in full, and leaves the old site", async () => {
    const site = blog();
    const { root } = site;
    await build(root);
    site.write({ [POST]: post("A", "x", "date: non\n") });
    const { status, out, err } = await build(root, "--explain", "/x/");
    expect(status).toBe(1);
    expect(out).toContain(`${POST}:5:7  erreur  bad-date`);
    expect(err).toBe(
      "Rien n’a été publié : le site précédent est resté en place.\n/x/ : ni refaite ni comparée, car le site a des erreurs.\n",
    );
    expect(existsSync(join(root, PAGE))).toBe(true);
  });

  it.each(["--drafts", "--future", "--output ailleurs"])("notes no address with %s", async (line) => {
    const { root } = blog();
    await build(root, ...line.split(" "));
    expect(existsSync(join(root, "content/addresses.txt"))).toBe(false);
  });

  it("reads an address book again that someone edited since", async () => {
    const { root } = blog();
    await build(root);
    appendFileSync(join(root, "content/addresses.txt"), "/vieux/chemin/\n");
    expect((await build(root)).out).toContain("vanished-url");
  });

  it("says when to build again, in the site's time zone and in UTC, with the text that changes then", async () => {
    const due = "content/posts/2026-04-01-demain.md";
    const zone = { "content/site.yaml": "title: A\ntimeZone: Pacific/Noumea\n" };
    const { content } = await load({ ...zone, [due]: text("title: B") });
    expect((nextChangeWords(content, "fr") ?? "").replace(/\s/g, " ")).toBe(
      `Prochaine construction utile : le 1er avril 2026 à 0 h 00 (Pacific/Noumea, 2026-03-31T13:00:00Z), quand ${due} paraîtra.`,
    );
    const { content: other } = await load({ "content/posts/2026-01-05-a.md": text("title: A") });
    expect(nextChangeWords(other, "fr")).toBeUndefined();
  });
});
