// Which files of a site root are read, which are published beside the texts, and which are refused.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadContent } from "../../../src/content/load.ts";
import { nameIn } from "../../../src/paths.ts";
import { show } from "../../../src/shown-problems.ts";
import { printable } from "../../../src/text.ts";
import { fixes, load, loadRoot, NOW, one, post, siteRoot } from "./site-root.ts";

const POST = one("title: A");

describe("a text", () => {
  it.each([
    ["little-endian UTF-16", Buffer.from("\ufeff---\ntitle: A\n---\n", "utf16le"), "1:1 encoding"],
    ["big-endian UTF-16", Buffer.from("\ufeff---\n\u4e00", "utf16le").swap16(), "1:1 encoding"],
    ["UTF-16 without a byte-order mark", Buffer.from("---\ntitle: A\n---\n", "utf16le"), "1:1 encoding"],
    ["Latin-1", Buffer.from("---\ntitle: A\n---\nUn été\n", "latin1"), "4:4 encoding"],
    ["a NUL character", Buffer.from("---\ntitle: A\n---\nUn\0\n"), "4:3 encoding"],
    ["a PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), "1:1 encoding"],
    ["an empty file", Buffer.alloc(0), "1:1 front-matter"],
    ["more than a megabyte", Buffer.alloc(1_000_001, 0x61), "1:1 too-big"],
    ["front matter of 250 kB", Buffer.from(`---\ntitle: "${"a".repeat(250_000)}"\n---\n`), "1:1 too-big"],
  ])("that is %s is refused", async (_name, bytes, expected) => {
    const { content, found } = await load({ "content/posts/2026-01-06-b.md": bytes, ...POST });
    expect(found).toEqual([`content/posts/2026-01-06-b.md:${expected}`]);
    expect(content.posts.map(({ title }) => title)).toEqual(["A"]);
  });
});

describe("symbolic links and special files", () => {
  it("are never followed", async () => {
    const root = siteRoot({
      ...POST,
      "ailleurs.md": post("title: Secret"),
      "public/a.txt": "",
      "_data/a.json": "{}",
    });
    symlinkSync(join(root, "ailleurs.md"), join(root, "content/posts/2026-01-06-lien.md"));
    symlinkSync(root, join(root, "content/posts/boucle"));
    symlinkSync("/etc/passwd", join(root, "public/secret.txt"));
    symlinkSync("/etc/passwd", join(root, "_data/b.json"));
    mkdirSync(join(root, "layouts"));
    symlinkSync("/etc/passwd", join(root, "layouts/post.njk"));
    // Opening a pipe would block.
    execFileSync("mkfifo", [join(root, "content/posts/2026-01-07-b.md")]);
    const { content, found } = await loadRoot(root);
    expect(found).toEqual([
      "_data/b.json:1:1 file",
      "content/posts/2026-01-06-lien.md:1:1 file",
      "content/posts/2026-01-07-b.md:1:1 file",
      "content/posts/boucle:1:1 file",
      "layouts/post.njk:1:1 file",
      "public/secret.txt:1:1 file",
    ]);
    expect(content.posts.map(({ title }) => title)).toEqual(["A"]);
    expect(content.files.map(({ file }) => file)).toEqual(["public/a.txt"]);
  });
  it.each(["content", "public", "layouts"])("are refused as %s/ itself", async (folder) => {
    const root = siteRoot({ ...POST, "ailleurs/posts/2026-01-06-b.md": post("title: Secret") });
    rmSync(join(root, folder), { recursive: true, force: true });
    symlinkSync("ailleurs", join(root, folder));
    const { problems, content } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(problems.filter(({ key }) => key === "file/link")).toMatchObject([
      { file: folder, line: 1, column: 1 },
    ]);
    expect(JSON.stringify(content?.posts ?? [])).not.toContain("Secret");
  });
  it("are ignored where Emacs keeps them as locks beside open files", async () => {
    const root = siteRoot({ ...POST, "public/a.txt": "", "layouts/post.njk": "" });
    for (const file of ["content/posts/.#2026-01-05-titre.md", "public/.#a.txt", "layouts/.#post.njk"])
      symlinkSync("jo@machine.1234:1790000000", join(root, file));
    expect((await loadRoot(root)).found).toEqual([]);
  });
});

describe("a file beside texts, or in public/", () => {
  it.each([
    [
      "program or template",
      "content",
      "x.js posts/x.11tydata.js posts/posts.11tydata.json posts/x.njk posts/x.mdx",
    ],
    ["page of its own", "content", "pages/x.html posts/a/donnees.xml posts/a/x.XHT"],
    ["file of a kind not known", "content/posts", "a/dump.sql a/people.yaml a/x.exe a/sans-extension"],
    ["key", "content/posts", "id_rsa a/tls.key"],
    ["key", "public", ".env id_rsa a/cle.pem"],
    ["copy of an editor", "public", "sauvegarde.sql.bak page.html.orig"],
  ])("is refused if it is a %s in %s: %s", async (_kind, folder, names) => {
    const files = names.split(" ").map((name) => `${folder}/${name}`);
    const { content, found } = await load({
      ...Object.fromEntries(files.map((file) => [file, "x"])),
      ...POST,
    });
    expect(found.sort()).toEqual(files.map((file) => `${file}:1:1 stray-file`).sort());
    expect(content.files).toEqual([]);
  });
  it("is refused with its folder if that is Git’s", async () => {
    const { content, found } = await load({ "public/.git/config": "x", ...POST });
    expect([found, content.files]).toEqual([["public/.git:1:1 stray-file"], []]);
  });
  it("may be a picture, a sound, a film, a document, an archive, subtitles, or what hosts ask for", async () => {
    const names = "a.PNG b.svg c.ogg d.mp4 e.vtt f.pdf g.odt h.csv i.ods j.zip k.txt".split(" ");
    const beside = Object.fromEntries(names.map((name) => [`content/posts/2026-01-05-a/${name}`, "x"]));
    const hidden = { "content/posts/.DS_Store": "", "public/.DS_Store": "", "public/.well-known/x": "" };
    const { content, found } = await load({ ...beside, ...hidden, ...POST });
    expect(found).toEqual([]);
    expect(content.files.map(({ file }) => nameIn(file))).toEqual(["x", ...names]);
  });
  it("is reported if it is Markdown or YAML elsewhere in content/", async () => {
    const files = ["content/2026-01-06-x.md", "content/tag.yaml"];
    const { found } = await load({ ...Object.fromEntries(files.map((file) => [file, ""])), ...POST });
    expect(found).toEqual(files.map((file) => `${file}:1:1 stray-file`));
  });
});

describe("a file name", () => {
  it("of a text may end with .markdown, and the text is no file to publish", async () => {
    const { content, found } = await load({ "content/posts/2026-01-05-a.markdown": post("title: A") });
    expect([content.posts.map(({ title }) => title), content.files, found]).toEqual([["A"], [], []]);
  });
  it.each([
    "content/posts/2026-01-05-a\nb.md",
    "content/posts/2026-01-05-\u2066a.md",
    "public/facture\u202egnp.exe",
    "public/a\\b.txt",
    "public/a\u009bb.txt",
    "public/a\u2028b.txt",
  ])("that can be mistaken for another is refused, and shown on one line: %j", async (file) => {
    const { problems } = await load({ [file]: post("title: B"), ...POST });
    expect(problems).toMatchObject([{ file: printable(file), code: "file" }]);
    expect(printable(file)).not.toMatch(/[\n\u2028\u202e]/);
  });
  it("that is not UTF-8 is refused", async () => {
    const root = siteRoot(POST);
    const folder = Buffer.from(join(root, "content/posts/2026-01-06-"));
    writeFileSync(Buffer.concat([folder, Buffer.from([0xe9]), Buffer.from(".md")]), post("title: A"));
    expect((await loadRoot(root)).found).toEqual([expect.stringContaining(":1:1 file")]);
  });
});

describe("a folder that is not yet a site", () => {
  /** The problems of a folder in which there are only these files. */
  const reported = async (files: readonly string[]): Promise<string[]> => {
    const folder = "in/it";
    const root = siteRoot(Object.fromEntries(files.map((file) => [join(folder, file), post("title: A")])));
    if (!files.includes("../../content/site.yaml")) rmSync(join(root, "content/site.yaml"));
    mkdirSync(join(root, folder), { recursive: true });
    const options = { root: join(root, folder), now: NOW, builtinLayouts: ["post"] };
    const { content, problems } = await loadContent(options);
    expect(content).toBeUndefined();
    return fixes(show(problems, { lang: "fr" })).map((line) => line.replace("1:1 error ", ""));
  };
  it.each([
    [[], /^no-content → .*npx carnet init/],
    [["_config.yml"], /^no-content → npx carnet import jekyll \. \.\.\/blog$/],
    [["hugo.toml"], /^no-content → npx carnet import hugo \. \.\.\/blog$/],
    [["eleventy.config.js"], /^no-content → npx carnet import eleventy \. \.\.\/blog$/],
    [["a.md", "../../content/site.yaml"], /^no-content → npx carnet build --site \.\.\/\.\.$/],
    [["content/site.yml"], /^settings → mv content\/site\.yml content\/site\.yaml/],
    [["site.yaml", "content/a.txt"], /^settings → mv site\.yaml content\/site\.yaml/],
    [["hugo.toml", "content/a.txt"], /^settings → npx carnet import hugo \. \.\.\/blog/],
    [["README.md", "content/a.txt"], /^settings → title: Le carnet du programme/],
  ])("gets advice for %j", async (files, expected) => {
    expect(await reported(files)).toContainEqual(expect.stringMatching(expected));
  });
  it("has its posts checked, and a site without any gets a warning", async () => {
    const found = await reported(["content/posts/2026-02-30-a.md"]);
    expect(found.map((line) => line.replace(/ →[^]*/, ""))).toEqual(["bad-date", "settings"]);
    expect((await load({})).problems).toMatchObject([{ code: "no-posts", severity: "warn" }]);
  });
});
