import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { printable } from "../../../../src/text.ts";
import { nameIn } from "../../../../src/paths.ts";
import { loadContent } from "../../../../src/content/load.ts";
import { load, loadRoot, NOW, one, post, siteRoot } from "../site-root.ts";

describe("files that cannot be used", () => {
  test.each([
    ["little-endian UTF-16", Buffer.from("\ufeff---\ntitle: A\n---\n", "utf16le"), "1:1 encoding"],
    ["big-endian UTF-16", Buffer.from("\ufeff---\n\u4e00", "utf16le").swap16(), "1:1 encoding"],
    ["UTF-16 without a byte-order mark", Buffer.from("---\ntitle: A\n---\n", "utf16le"), "1:1 encoding"],
    ["Latin-1", Buffer.from("---\ntitle: A\n---\nUn été\n", "latin1"), "4:4 encoding"],
    ["a NUL character", Buffer.from("---\ntitle: A\n---\nUn\0\n"), "4:3 encoding"],
    ["a PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), "1:1 encoding"],
    ["an empty file", Buffer.alloc(0), "1:1 front-matter"],
    ["six megabytes", Buffer.alloc(6_000_000, 0x61), "1:1 too-big"],
  ])("%s", async (_name, bytes, expected) => {
    const { content, found } = await load({
      "content/posts/2026-01-05-titre.md": bytes,
      "content/posts/2026-01-06-bon.md": post("title: Bon"),
    });
    expect(found).toEqual([`content/posts/2026-01-05-titre.md:${expected}`]);
    expect(content.posts.map((one) => one.title)).toEqual(["Bon"]);
  });
  test("symbolic links are never followed", async () => {
    const root = siteRoot({ ...one("title: A"), "ailleurs.md": post("title: Secret"), "public/a.txt": "" });
    symlinkSync(join(root, "ailleurs.md"), join(root, "content/posts/2026-01-06-lien.md"));
    symlinkSync(root, join(root, "content/posts/boucle"));
    symlinkSync("/etc/passwd", join(root, "public/secret.txt"));
    mkdirSync(join(root, "layouts"));
    symlinkSync("/etc/passwd", join(root, "layouts/post.njk"));
    const { content, found } = await loadRoot(root);
    expect(found).toEqual([
      "content/posts/2026-01-06-lien.md:1:1 file",
      "content/posts/boucle:1:1 file",
      "layouts/post.njk:1:1 file",
      "public/secret.txt:1:1 file",
    ]);
    expect(content.posts.map((one) => one.title)).toEqual(["A"]);
    expect(content.files.map((one) => one.file)).toEqual(["public/a.txt"]);
  });
  test("the lock that Emacs keeps beside an open file is ignored", async () => {
    const root = siteRoot({ ...one("title: A"), "public/a.txt": "", "layouts/post.njk": "" });
    for (const file of ["content/posts/.#2026-01-05-titre.md", "public/.#a.txt", "layouts/.#post.njk"])
      symlinkSync("jo@machine.1234:1790000000", join(root, file));
    const { content, found } = await loadRoot(root);
    expect(found).toEqual([]);
    expect(content.files.map((one) => one.file)).toEqual(["public/a.txt"]);
  });
  test.each(["content", "public", "layouts"])("%s/ itself may not be a symbolic link", async (folder) => {
    const root = siteRoot({ ...one("title: A"), "ailleurs/posts/2026-01-06-b.md": post("title: Secret") });
    rmSync(join(root, folder), { recursive: true, force: true });
    symlinkSync("ailleurs", join(root, folder));
    const { problems, content } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(problems.filter(({ key }) => key === "file/link")).toMatchObject([
      { file: folder, line: 1, column: 1 },
    ]);
    expect(JSON.stringify(content?.posts ?? [])).not.toContain("Secret");
  });
  test("a named pipe is refused and never opened, which would block", async () => {
    const root = siteRoot(one("title: A"));
    execFileSync("mkfifo", [join(root, "content/posts/2026-01-06-b.md")]);
    expect((await loadRoot(root)).found).toEqual(["content/posts/2026-01-06-b.md:1:1 file"]);
  });
  test.each([
    "x.js",
    "posts/x.11tydata.js",
    "posts/posts.11tydata.json",
    "posts/x.njk",
    "posts/x.mdx",
    "pages/x.html",
    ...[
      "donnees.xml",
      "d.es",
      "x.ecma",
      "schema.xsd",
      "x.XHT",
      "dump.sql",
      "people.yaml",
      "x.exe",
      "sans-extension",
    ].map((name) => `posts/a/${name}`),
  ])("content/%s is refused by name", async (file) => {
    const { content, problems } = await load({ [`content/${file}`]: "x", ...one("title: A") });
    expect(problems).toMatchObject([{ file: `content/${file}`, code: "stray-file", severity: "error" }]);
    expect(content.files).toEqual([]);
  });
  test("pictures, sounds, films, documents, archives and subtitles may stand beside a text", async () => {
    const names = [
      "a.PNG",
      "b.svg",
      "c.ogg",
      "d.mp4",
      "e.vtt",
      "f.pdf",
      "g.odt",
      "h.csv",
      "i.ods",
      "j.zip",
      "k.txt",
    ];
    const files = Object.fromEntries(names.map((name) => [`content/posts/2026-01-05-a/${name}`, "x"]));
    const { content, found } = await load({ ...files, ...one("title: A") });
    expect(found).toEqual([]);
    expect(content.files.map(({ file }) => nameIn(file))).toEqual(names);
  });
  test.each([
    "public/.env",
    "public/.git",
    "public/id_rsa",
    "public/a/cle.pem",
    "public/sauvegarde.sql.bak",
    "public/base.sql",
    "content/posts/id_rsa",
    "content/posts/a/tls.key",
  ])("%s is refused: a hidden file, a key or a backup is never published", async (file) => {
    const inside = file.endsWith(".git") ? `${file}/config` : file;
    const { content, problems } = await load({ [inside]: "x", ...one("title: A") });
    expect(problems).toMatchObject([{ file, code: "stray-file", severity: "error" }]);
    expect(content.files).toEqual([]);
  });
  test("a symbolic link in _data/ is refused", async () => {
    const root = siteRoot({ "_data/a.json": "{}", ...one("title: A") });
    symlinkSync("/etc/passwd", join(root, "_data/b.json"));
    expect((await loadRoot(root)).found).toEqual(["_data/b.json:1:1 file"]);
  });
  test("a text over 1 MB is refused", async () => {
    const { problems } = await load(one("title: A", `description: "${"x".repeat(1_000_000)}"`));
    expect(problems).toMatchObject([{ code: "too-big", severity: "error" }]);
  });
  test("a file name with a line feed is refused, and shown on one line", async () => {
    const { found } = await load({
      "content/posts/2026-01-05-a\nb.md": post("title: A"),
      ...one("title: A"),
    });
    expect(found).toEqual(["content/posts/2026-01-05-a\\u000ab.md:1:1 file"]);
  });
  test.each([
    "public/facture\u202egnp.exe",
    "content/posts/2026-01-05-\u2066a.md",
    "public/a\\b.txt",
    "public/a\\..\\b.txt",
  ])("a file name that can be mistaken for another is refused: %j", async (file) => {
    const { problems } = await load({ [file]: post("title: B"), ...one("title: A") });
    expect(problems).toMatchObject([{ file: printable(file), code: "file" }]);
  });
  test.each(["\u007f", "\u009b", "\u2028"])(
    "a file name with a control character or a line separator is refused: %j",
    async (sign) => {
      const { found } = await load({ [`public/a${sign}b.txt`]: "", ...one("title: A") });
      expect(found).toEqual([`public/a\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}b.txt:1:1 file`]);
    },
  );
  test("a file name that is not UTF-8 is refused", async () => {
    const root = siteRoot(one("title: A"));
    writeFileSync(
      Buffer.concat([
        Buffer.from(join(root, "content/posts/2026-01-06-")),
        Buffer.from([0xe9]),
        Buffer.from(".md"),
      ]),
      post("title: A"),
    );
    expect((await loadRoot(root)).found).toEqual([expect.stringContaining(":1:1 file")]);
  });
  test("pictures beside a post and files of public/ are kept, .DS_Store is not", async () => {
    const { content, found } = await load({
      "content/posts/2026-01-05-titre/index.md": post("title: A"),
      "content/posts/2026-01-05-titre/photo.jpg": "x",
      "content/posts/.DS_Store": "",
      "public/.well-known/x": "",
      "public/.DS_Store": "",
    });
    expect(found).toEqual([]);
    expect(content.files.map((one) => one.file)).toEqual([
      "public/.well-known/x",
      "content/posts/2026-01-05-titre/photo.jpg",
    ]);
  });
  test("Markdown and YAML elsewhere in content/ are reported", async () => {
    expect(
      (
        await load({
          "content/2026-01-06-x.md": post("title: A"),
          "content/tag.yaml": "",
          ...one("title: A"),
        })
      ).found,
    ).toEqual(["content/2026-01-06-x.md:1:1 stray-file", "content/tag.yaml:1:1 stray-file"]);
  });
});
