import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { carnetPackage, siteFiles, type CarnetPackage } from "../../../src/cli/init.ts";
import { say } from "../../support/command.ts";
import { makeSite, ROOT } from "../../support/site.ts";

const carnet: CarnetPackage = { name: "carnet", version: "1.2.3", source: { kind: "spec", at: "^1.2.3" } };
function made(lang: "fr" | "en", folder = "mon-blog", from = carnet): Map<string, string> {
  const files = siteFiles({ lang, root: `/sites/${folder}`, now: new Date("2026-06-01T12:00:00Z") }, from);
  return new Map([...files].map(([path, text]) => [path, String(text)]));
}
const COMMON = [
  ...[".github/workflows/check.yml", ".github/workflows/publish.yml", ".gitattributes", ".gitignore"],
  ...[".gitlab-ci.yml", ".npmrc", "README.md", "content/people.yaml", "content/site.yaml"],
  ...["content/tags.yaml", "eleventy.config.js", "package.json", "public/img/pages.svg"],
];
const TEXTS = {
  fr: ["accessibilite", "confidentialite", "mentions-legales", "premier-article"],
  en: ["accessibility", "legal-notice", "privacy", "first-post"],
};

describe.each(["fr", "en"] as const)("a new site (%s)", (lang) => {
  const files = made(lang);

  it("has settings, CI recipes, a first post and the pages that the law requires", () => {
    const [one, two, three, post] = TEXTS[lang].map((name) => `${name}.md`);
    const pages = [one, two, three].map((name) => `content/pages/${name ?? ""}`);
    const all = [...COMMON, ...pages, `content/posts/2026-06-01-${post ?? ""}`];
    expect([...files.keys()].sort()).toEqual(all.sort());
    for (const [path, text] of files) expect(`${path}\n${text}`).not.toMatch(/%[A-Z]+%|DAY|dot-/);
  });

  it("has a script for every command of its README, and no other; npx runs Carnet or nothing", () => {
    const named = [...(files.get("README.md") ?? "").matchAll(/`npm run (\w+)/g)].map(([, name]) => name);
    const { scripts } = JSON.parse(files.get("package.json") ?? "") as { scripts: Record<string, string> };
    expect(named.toSorted()).toEqual(Object.keys(scripts).sort());
    expect(scripts["list"]).toBe("carnet list");
    expect(files.get(".npmrc")).toMatch(/^yes=false$/m);
  });

  it("tells text editors where the keys of its settings are described", () => {
    for (const name of ["site", "people", "tags"])
      expect(files.get(`content/${name}.yaml`)?.split("\n")[0]).toBe(
        `# yaml-language-server: $schema=../node_modules/carnet/dist/schemas/${name}.${lang}.json`,
      );
    expect(files.get("README.md")).toMatch(/`node_modules\/carnet\/dist\/(?:settings|reglages)\.md`/);
  });

  it("passes a strict check, which names what its owner has to complete", async () => {
    const { root } = makeSite({});
    const said = await say("init", root, "blog", "--lang", lang);
    expect(said.status).toBe(0);
    expect(said.out).toContain("\n  cd blog\n  npm install\n  npm run dev\n");
    const checked = await say("check", join(root, "blog"), "--strict");
    expect(checked).toMatchObject({ status: 0, err: "" });
    expect(checked.out.match(/^content\/pages\/\S+ {2}note {2}to-complete {2}.*$/gm)).toHaveLength(3);
    // The address of the site, besides.
    expect(checked.out.match(/^content\//gm)).toHaveLength(4);
  });
});

it("a new site takes its title from its folder's name, whatever characters it contains", () => {
  const yaml = (folder: string): unknown => parse(made("fr", folder).get("content/site.yaml") ?? "");
  expect(yaml("le_blog-du--programme")).toMatchObject({ title: "Le blog du programme" });
  expect(yaml('a"b: %POST% $& #')).toMatchObject({ title: 'A"b: %POST% $& #' });
  expect(yaml("--")).toMatchObject({ title: "Mon carnet" });
  expect(JSON.parse(made("fr", "É t é!").get("package.json") ?? "")).toMatchObject({ name: "e-t-e" });
});

it.each([
  [carnet.source, "^1.2.3", "`npm update` upgrades"],
  [{ kind: "folder", at: "/src/carnet" }, "file:../../src/carnet", "a folder on this machine"],
] as const)("a new site depends on Carnet as %j, and says how to upgrade it", (source, spec, words) => {
  const files = made("en", "x", { ...carnet, source });
  expect(JSON.parse(files.get("package.json") ?? "")).toMatchObject({ dependencies: { carnet: spec } });
  expect(/^5\. .*$/m.exec(files.get("README.md") ?? "")?.[0]).toContain(words);
});

describe("carnet init", () => {
  it("writes the public address given on the command line", async () => {
    const { root } = makeSite({});
    await say("init", root, "blog", "--url", "https://example.org/blog/");
    const settings = readFileSync(join(root, "blog/content/site.yaml"), "utf8");
    expect(parse(settings)).toMatchObject({ url: "https://example.org/blog/" });
    expect(settings).not.toContain("# url:");
  });

  it("says that hosts ignore CI recipes in a folder of another repository, and that others lack this Carnet", async () => {
    const { root } = makeSite({ ".git/HEAD": "", "packages/.keep": "" });
    const { err } = await say("init", root, "packages/blog", "--lang", "en");
    expect(err).toContain(`part of the Git repository ${root}. GitHub and GitLab read`);
    expect(err).toContain("which other machines do not have");
    expect(err).toContain(
      `\n  npm pack "${ROOT}" --pack-destination vendor\n  npm install ./vendor/carnet-blog-`,
    );
    mkdirSync(join(root, "packages/own/.git"), { recursive: true });
    expect((await say("init", root, "packages/own", "--lang", "en")).err).not.toContain("part of");
  });

  it("accepts the folder of a new repository", async () => {
    const { root } = makeSite({ ".git/HEAD": "ref: refs/heads/main\n" });
    const said = await say("init", root);
    expect(said.status).toBe(0);
    expect(said.out).not.toContain("cd ");
    expect(existsSync(join(root, "content/site.yaml"))).toBe(true);
  });

  it("refuses a folder that is not empty, and changes nothing", async () => {
    const files = "a b c d e f g".split(" ").map((name) => `${name}.txt`);
    const site = makeSite(Object.fromEntries(files.map((name) => [`blog/${name}`, "x"])));
    const { status, err } = await say("init", site.root, "blog/");
    expect(status).toBe(2);
    expect(err).toContain("il contient a.txt, b.txt, c.txt, d.txt, e.txt et 2 autres. Rien n’a été écrit");
    expect(err).toContain("carnet init mon-blog");
    expect(site.list("blog")).toEqual(files);
  });

  it("refuses a file, and follows no broken link", async () => {
    const site = makeSite({ blog: "un texte" });
    const said = {
      status: 2,
      err: expect.stringContaining("n’est pas un dossier, mais un fichier") as string,
    };
    expect(await say("init", site.root, "blog")).toMatchObject(said);
    expect(site.read("blog")).toBe("un texte");
    symlinkSync(join(site.root, "nulle-part"), join(site.root, "lien"));
    await expect(say("init", site.root, "lien")).rejects.toThrow(/ENOENT|EEXIST/);
    expect(existsSync(join(site.root, "nulle-part"))).toBe(false);
  });
});

describe("the source of Carnet for a new site", () => {
  /** The folder of version 1.2.3, which npm installed where it was asked for `asked`. */
  function installed(asked: string | undefined): { root: string; folder: string } {
    const site = makeSite({
      "node_modules/carnet/package.json": '{ "name": "carnet", "version": "1.2.3" }',
      "carnet-1.2.3.tgz": "x",
      ...(asked !== undefined && { "package.json": JSON.stringify({ dependencies: { carnet: asked } }) }),
    });
    return { root: site.root, folder: join(site.root, "node_modules/carnet") };
  }

  it.each([
    ["^1.0.0", "^1.2.3"],
    ["latest", "^1.2.3"],
    ["github:programme/carnet", "github:programme/carnet"],
  ])("%s becomes %s", (asked, at) => {
    expect(carnetPackage(installed(asked).folder)).toEqual({ ...carnet, source: { kind: "spec", at } });
  });

  it("is a file that npm pack made, wherever it is", () => {
    for (const asked of ["file:carnet-1.2.3.tgz", "./carnet-1.2.3.tgz"]) {
      const { root, folder } = installed(asked);
      const at = join(root, "carnet-1.2.3.tgz");
      expect(carnetPackage(folder).source).toEqual({ kind: "tarball", at });
      // As npx writes it.
      expect(carnetPackage(installed(`file://${at}`).folder).source).toEqual({ kind: "tarball", at });
    }
  });

  it("is the folder that Carnet runs from if the file is gone, for a clone, or where npm was asked for nothing", () => {
    for (const asked of ["file:gone.tgz", undefined]) {
      const { folder } = installed(asked);
      expect(carnetPackage(folder).source).toEqual({ kind: "folder", at: folder });
    }
    const { root } = makeSite({ "package.json": "{}" });
    const folder = join(root, "carnet");
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), '{ "name": "carnet", "version": "1.2.3" }');
    expect(carnetPackage(folder).source).toEqual({ kind: "folder", at: folder });
  });
});
