import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { siteFiles } from "../../../src/cli/new-site.ts";
import { say } from "../../support/command.ts";
import { makeSite, ROOT } from "../../support/site.ts";

const carnet = { name: "carnet", version: "1.2.3", source: { kind: "spec", spec: "^1.2.3" } } as const;
const made = (lang: "fr" | "en", folder = "mon-blog"): Map<string, string | Uint8Array> =>
  siteFiles({ lang, folder, day: "2026-06-01", root: `/sites/${folder}`, carnet });
const COMMON = [
  ".github/workflows/check.yml",
  ".github/workflows/publish.yml",
  ".gitattributes",
  ".gitignore",
  ".gitlab-ci.yml",
  ".npmrc",
  "README.md",
  "content/people.yaml",
  "content/site.yaml",
  "content/tags.yaml",
  "eleventy.config.js",
  "package.json",
  "public/img/pages.svg",
];

describe("a new site", () => {
  it("has settings, CI recipes, a first post and the pages that the law requires, in French", () => {
    expect([...made("fr").keys()].sort()).toEqual(
      [
        ...COMMON,
        "content/pages/accessibilite.md",
        "content/pages/confidentialite.md",
        "content/pages/mentions-legales.md",
        "content/posts/2026-06-01-premier-article.md",
      ].sort(),
    );
  });

  it("has the same in English", () => {
    const files = made("en");
    expect([...files.keys()].sort()).toEqual(
      [
        ...COMMON,
        "content/pages/accessibility.md",
        "content/pages/legal-notice.md",
        "content/pages/privacy.md",
        "content/posts/2026-06-01-first-post.md",
      ].sort(),
    );
    expect(parse(String(files.get("content/site.yaml")))).toMatchObject({ lang: "en", title: "Mon blog" });
  });

  it.each(["fr", "en"] as const)(
    "has a script for every command of its README, and no other (%s)",
    (lang) => {
      const files = made(lang);
      const named = [...String(files.get("README.md")).matchAll(/`npm run (\w+)/g)].map(([, name]) => name);
      const { scripts } = JSON.parse(String(files.get("package.json"))) as {
        scripts: Record<string, string>;
      };
      expect(named.toSorted()).toEqual(Object.keys(scripts).sort());
      expect(scripts["list"]).toBe("carnet list");
    },
  );

  it("has npx run Carnet or nothing, whoever has its name on npm's registry", () => {
    expect(String(made("fr").get(".npmrc"))).toMatch(/^yes=false$/m);
  });

  it.each(["fr", "en"] as const)("leaves no placeholder in any file (%s)", (lang) => {
    for (const [path, text] of made(lang))
      expect(`${path}\n${String(text)}`).not.toMatch(/%[A-Z]+%|DAY|dot-/);
  });

  it.each(["fr", "en"] as const)(
    "tells text editors where the keys of its settings are described (%s)",
    (lang) => {
      const files = siteFiles({
        ...{ lang, folder: "blog", day: "2026-06-01", root: "/sites/blog" },
        carnet: { ...carnet, name: "@org/carnet" },
      });
      for (const name of ["site", "people", "tags"])
        expect(String(files.get(`content/${name}.yaml`)).split("\n")[0]).toBe(
          `# yaml-language-server: $schema=../node_modules/@org/carnet/dist/schemas/${name}.${lang}.json`,
        );
      expect(String(files.get("README.md"))).toMatch(
        /`node_modules\/@org\/carnet\/dist\/(?:settings|reglages)\.md`/,
      );
    },
  );

  it.each(["fr", "en"] as const)("promises only players that need no setting (%s)", (lang) => {
    const texts = [...made(lang)].filter(([path]) => /posts|site\.yaml/.test(path)).map(([, text]) => text);
    const passages = texts.flatMap((text) => String(text).split("\n\n"));
    const named = passages.filter((passage) => /YouTube|PeerTube/.test(passage));
    expect(named).toHaveLength(2);
    for (const passage of named)
      expect(passage).toMatch(/YouTube, Vimeo (?:ou|or) Dailymotion[ .]|YouTube, Vimeo, Dailymotion\)/);
    for (const passage of named) expect(passage).toMatch(/PeerTube[^]*embeds|embeds[^]*PeerTube/);
  });

  it("takes its title from its folder's name, whatever characters it contains", () => {
    const yaml = (folder: string): unknown => parse(String(made("fr", folder).get("content/site.yaml")));
    expect(yaml("le_blog-du--programme")).toMatchObject({ title: "Le blog du programme" });
    expect(yaml('a"b: %POST% $& #')).toMatchObject({ title: 'A"b: %POST% $& #' });
    expect(yaml("--")).toMatchObject({ title: "Mon carnet" });
    expect(JSON.parse(String(made("fr", "É t é!").get("package.json")))).toMatchObject({ name: "e-t-e" });
  });

  it("depends on Carnet from the source of this copy, and says how to upgrade it", () => {
    const site = (source: Parameters<typeof siteFiles>[0]["carnet"]["source"]): [unknown, string] => {
      const files = siteFiles({
        lang: "en",
        folder: "x",
        day: "2026-06-01",
        root: "/sites/x",
        carnet: { ...carnet, source },
      });
      const { dependencies } = JSON.parse(String(files.get("package.json"))) as { dependencies: unknown };
      return [dependencies, /^5\. .*$/m.exec(String(files.get("README.md")))?.[0] ?? ""];
    };
    expect(site(carnet.source)).toEqual([
      { carnet: "^1.2.3" },
      expect.stringContaining("`npm update` upgrades"),
    ]);
    expect(site({ kind: "folder", path: "/src/carnet" })).toEqual([
      { carnet: "file:../../src/carnet" },
      expect.stringContaining("a folder on this machine"),
    ]);
  });
});

describe("carnet init", () => {
  it("writes the public address given on the command line", async () => {
    const { root } = makeSite({});
    expect(await say("init", root, "blog", "--url", "https://example.org/blog/")).toMatchObject({
      status: 0,
    });
    const settings = readFileSync(join(root, "blog/content/site.yaml"), "utf8");
    expect(parse(settings)).toMatchObject({ url: "https://example.org/blog/" });
    expect(settings).not.toContain("# url:");
  });

  it("says that hosts ignore CI recipes in a folder of another repository", async () => {
    const { root } = makeSite({ ".git/HEAD": "", "packages/.keep": "" });
    const said = await say("init", root, "packages/blog", "--lang", "en");
    expect(said.status).toBe(0);
    expect(said.err).toContain(`part of the Git repository ${root}. GitHub and GitLab read`);
    mkdirSync(join(root, "packages/own/.git"), { recursive: true });
    expect((await say("init", root, "packages/own", "--lang", "en")).err).not.toContain("part of");
  });

  it.each(["fr", "en"])("makes a site that passes a strict check (%s)", async (lang) => {
    const { root } = makeSite({});
    const said = await say("init", root, "blog", "--lang", lang);
    expect(said.status).toBe(0);
    expect(said.out).toContain("\n  cd blog\n  npm install\n  npm run dev\n");
    const checked = await say("check", join(root, "blog"), "--strict");
    expect(checked).toMatchObject({ status: 0, err: "" });
    // A line for each page that the owner has to complete, one for the address of the site, and nothing else.
    expect(checked.out.match(/^content\/pages\/\S+ {2}note {2}to-complete {2}.*$/gm)).toHaveLength(3);
    expect(checked.out.match(/^content\//gm)).toHaveLength(4);
  });

  it("warns when Carnet is a folder that other machines lack, with the command that fixes it", async () => {
    const { root } = makeSite({});
    const { err } = await say("init", root, "blog", "--lang", "en");
    expect(err).toContain("which other machines do not have");
    expect(err).toContain(
      `\n  npm pack "${ROOT}" --pack-destination vendor\n  npm install ./vendor/carnet-blog-`,
    );
  });

  it("accepts the folder of a new repository", async () => {
    const { root } = makeSite({ ".git/HEAD": "ref: refs/heads/main\n" });
    const said = await say("init", root);
    expect(said.status).toBe(0);
    expect(said.out).not.toContain("cd ");
    expect(existsSync(join(root, "content/site.yaml"))).toBe(true);
  });

  it("refuses a folder that is not empty, names some of its files, and changes nothing", async () => {
    const six = makeSite(
      Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((name) => [`blog/${name}.txt`, name])),
    );
    expect((await say("init", six.root, "blog/")).err).toContain("e.txt et 1 autre. Rien n’a été écrit");
    const names = ["a", "b", "c", "d", "e", "f", "g"];
    const site = makeSite(Object.fromEntries(names.map((name) => [`blog/${name}.txt`, name])));
    const said = await say("init", site.root, "blog/");
    expect(said.status).toBe(2);
    expect(said.err).toContain("il contient a.txt, b.txt, c.txt, d.txt, e.txt et 2 autres");
    expect(said.err).toContain("carnet init blog-2");
    expect(site.list("blog")).toEqual(names.map((name) => `${name}.txt`));
    expect(site.read("blog/a.txt")).toBe("a");
  });

  it("refuses a file, and follows no broken link", async () => {
    const site = makeSite({ blog: "un texte" });
    expect(await say("init", site.root, "blog")).toMatchObject({
      status: 2,
      err: expect.stringContaining("est un fichier, pas un dossier") as string,
    });
    expect(site.read("blog")).toBe("un texte");
    symlinkSync(join(site.root, "nulle-part"), join(site.root, "lien"));
    await expect(say("init", site.root, "lien")).rejects.toThrow(/ENOENT|EEXIST/);
    expect(existsSync(join(site.root, "nulle-part"))).toBe(false);
  });

  it.each([true, false])("removes all it wrote when it cannot finish (folder there: %s)", async (there) => {
    // Deep enough that the system (4,096 bytes per path) accepts `.gitignore`, but not `content/posts/…`.
    const { root } = makeSite({});
    const names = Array.from({ length: 4055 }, (_, at) => (at % 200 === 199 ? "/" : "x")).join("");
    const deep = join(root, names.slice(0, 4055 - root.length));
    mkdirSync(there ? deep : dirname(deep), { recursive: true });
    writeFileSync(there ? join(deep, ".git") : join(dirname(deep), "beside"), "");
    await expect(say("init", root, deep)).rejects.toThrow(/ENAMETOOLONG/);
    expect(readdirSync(there ? deep : dirname(deep))).toEqual([there ? ".git" : "beside"]);
  });
});
