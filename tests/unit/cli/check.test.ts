import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { say } from "../../support/command.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../../support/site.ts";

const POST = "content/posts/2026-03-02-a.md";

const site = (body = "Bonjour.", more = ""): TestSite =>
  makeSite({ "content/site.yaml": SITE_YAML, [POST]: post("A", body, more) });

describe("carnet check", () => {
  it("says that all is well when it finds nothing, and writes nothing", async () => {
    const blog = site();
    const { root } = blog;
    const before = blog.list(".");
    expect(await say("check", root)).toEqual({
      ...{ status: 0, err: "" },
      out: "Tout est en ordre : 1 article vérifié.\n",
    });
    expect((await say("check", root, "--quiet")).out).toBe("");
    expect((await say("check", root, "--format", "json")).out).toBe("[]\n");
    expect(blog.list(".")).toEqual(before);
  });

  it("reports a warning without saying that all is well, and fails only with --strict", async () => {
    const { root } = site("Voir [ici](/rien/).");
    const told = await say("check", root);
    expect(told.status).toBe(0);
    expect(told.out).toContain("dead-link");
    expect(told.out).not.toContain("Tout est en ordre");
    expect(await say("check", root, "--strict")).toMatchObject({ status: 1, err: "" });
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
    expect((await say("check", join(root, "sites/blog"), "--format", "github")).out).toContain(
      `file=sites/blog/${POST},`,
    );
  });

  it.each([
    ["text", "content/posts/_b.md:2:1  avertissement  yaml\n  Ce brouillon n’arrête pas la publication. «"],
    ["json", '"severity": "warn",\n    "message": "Ce brouillon n’arrête pas la publication. «'],
    ["github", "::warning file=content/posts/_b.md,line=2,col=1,title=yaml::Ce brouillon n’arrête pas"],
    ["gitlab", '"severity": "minor"'],
  ])("reports a draft's errors, and fails only with --drafts or --strict: %s", async (format, words) => {
    const blog = site();
    blog.write({ "content/posts/_b.md": "---\ntitle: Bilan : un an\n---\n" });
    const told = await say("check", blog.root, "--format", format);
    expect(told.status).toBe(0);
    expect(told.out).toContain(words);
    expect((await say("check", blog.root, "--drafts")).status).toBe(1);
    expect((await say("check", blog.root, "--strict")).status).toBe(1);
  });

  it("fails when the content has an error", async () => {
    const { root } = site("Bonjour.", "date: non\n");
    expect(await say("check", root)).toMatchObject({
      status: 1,
      out: expect.stringContaining(`${POST}:5:7`) as string,
    });
  });

  it("says in the site's language that it repaired what an interrupted build left", async () => {
    const blog = site();
    const { root } = blog;
    blog.write({ "content/site.yaml": `${SITE_YAML}lang: en\n`, "_site/index.html": "1" });
    mkdirSync(join(root, "._site.carnet-new"));
    const said = await say("check", root);
    expect(said).toMatchObject({ status: 0, out: "No problems found: 1 post checked.\n" });
    expect(said.err).toMatch(/^An earlier build had been interrupted: .*\n$/);
    expect(blog.list(".").filter((file) => !file.startsWith("content/"))).toEqual(["_site/index.html"]);
    expect((await say("check", root)).err).toBe("");
  });
});
