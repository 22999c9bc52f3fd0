import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { carnetPackage, siteFiles, type CarnetPackage } from "../../../src/cli/init.ts";
import { say } from "../../support/command.ts";
import { makeSite, ROOT } from "../../support/site.ts";

const carnet: CarnetPackage = { name: "carnet", version: "1.2.3", folder: "/src/carnet", spec: "^1.2.3" };
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
  ["^1.2.3", "^1.2.3"],
  [undefined, "file:../../src/carnet"],
])("a new site depends on the Carnet found at %s as %s", (spec, dependency) => {
  const { name, version, folder } = carnet;
  const files = made("en", "x", { name, version, folder, ...(spec !== undefined && { spec }) });
  expect(JSON.parse(files.get("package.json") ?? "")).toMatchObject({ dependencies: { carnet: dependency } });
});

describe("carnet init", () => {
  it("writes the public address given on the command line", async () => {
    const { root } = makeSite({});
    await say("init", root, "blog", "--url", "https://example.org/blog/");
    const settings = readFileSync(join(root, "blog/content/site.yaml"), "utf8");
    expect(parse(settings)).toMatchObject({ url: "https://example.org/blog/" });
    expect(settings).not.toContain("# url:");
  });

  it("says that other machines lack this Carnet", async () => {
    const { err } = await say("init", makeSite({}).root, "blog", "--lang", "en");
    expect(err).toContain("which other machines do not have");
    expect(err).toContain(`\n  npm pack --ignore-scripts "${ROOT}"\n  npm install ./carnet-blog-`);
  });

  it("accepts the folder of a new repository", async () => {
    const { root } = makeSite({ ".git/HEAD": "ref: refs/heads/main\n" });
    const said = await say("init", root);
    expect(said.status).toBe(0);
    expect(said.out).not.toContain("cd ");
    expect(existsSync(join(root, "content/site.yaml"))).toBe(true);
  });

  it("refuses a folder that is not empty, and changes nothing", async () => {
    const site = makeSite({ "blog/a.txt": "x" });
    const { status, err } = await say("init", site.root, "blog/");
    expect(status).toBe(2);
    expect(err).toContain("n’est pas vide. Rien n’a été écrit");
    expect(site.list("blog")).toEqual(["a.txt"]);
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
  function installed(asked: string | undefined): string {
    const site = makeSite({
      "node_modules/carnet/package.json": '{ "name": "carnet", "version": "1.2.3" }',
      ...(asked !== undefined && { "package.json": JSON.stringify({ dependencies: { carnet: asked } }) }),
    });
    return join(site.root, "node_modules/carnet");
  }

  it.each([
    ["^1.0.0", "^1.2.3"],
    ["latest", "^1.2.3"],
    ["github:programme/carnet", "github:programme/carnet"],
  ])("%s becomes %s", (asked, spec) => {
    expect(carnetPackage(installed(asked)).spec).toBe(spec);
  });

  it.each(["file:carnet-1.2.3.tgz", "./carnet-1.2.3.tgz", "file:../carnet", undefined])(
    "is the folder that Carnet runs from where npm was asked for %s",
    (asked) => {
      const folder = installed(asked);
      expect(carnetPackage(folder)).toEqual({ name: "carnet", version: "1.2.3", folder });
    },
  );

  it("is the folder of a clone, whatever is above it", () => {
    const { root } = makeSite({
      "package.json": '{ "dependencies": { "carnet": "^1.0.0" } }',
      "tools/carnet/package.json": '{ "name": "carnet", "version": "1.2.3" }',
    });
    expect(carnetPackage(join(root, "tools/carnet")).spec).toBeUndefined();
  });
});
