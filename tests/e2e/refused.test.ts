// Hostile content that is refused, end to end: it leaves no trace.
// Many refused files share one site root, since one run reports them all.
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { makeSite, type Run, type TestSite } from "../support/site.ts";
import { problemsOf, errorsOf, CODE, GOOD, file } from "../support/attacks.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** Every file of the output, with its bytes and times. */
function state(site: TestSite, folder = "_site"): string[] {
  return site.list(folder).map((path) => {
    const { mtimeMs, ino } = lstatSync(join(site.root, folder, path));
    const bytes = createHash("sha256")
      .update(site.read(`${folder}/${path}`))
      .digest("hex");
    return [path, bytes, mtimeMs, ino].join(" ");
  });
}

/** Publishes a good site, adds hostile files, builds again, and expects a refusal that leaves no trace. */
function refused(hostile: (site: TestSite) => void, { isChecked = true } = {}): { site: TestSite; run: Run } {
  const site = makeBuiltSite(GOOD);
  const before = state(site);
  hostile(site);
  const run = site.carnet(["build", "--format", "json"]);
  expect(run.status).toBe(1);
  expect(run.stderr).toBe("");
  expect(state(site)).toEqual(before);
  expect(existsSync(join(site.root, "ran"))).toBe(false);
  if (isChecked) expect(site.carnet(["check", "--format", "json"])).toEqual(run);
  return { site, run };
}
const head = (...lines: string[]): string => ["---", ...lines, "---", "", "Texte.", ""].join("\n");
const fence = (opening: string): string => `${opening}\n{ title: (${CODE}, "x") }\n---\n\nTexte.\n`;
const long = "a".repeat(300);

/** File → its text, then the line and code of the one error expected in it. */
const REFUSED: Record<string, [text: string | Uint8Array, error: string]> = {
  [file("fence-js")]: [fence("---js"), "1 front-matter"],
  [file("fence-js-capital")]: [fence("---JS"), "1 front-matter"],
  [file("fence-javascript")]: [fence("---javascript"), "1 front-matter"],
  [file("fence-legacy")]: [fence("---jsLegacy"), "1 front-matter"],
  [file("fence-json")]: [fence("---json"), "1 front-matter"],
  [file("fence-toml")]: [fence("---toml"), "1 front-matter"],
  [file("fence-zzz")]: [fence("---zzz"), "1 front-matter"],
  [file("fence-constructor")]: [fence("---constructor"), "1 front-matter"],
  "content/posts/posts.11tydata.js": [CODE, "1 stray-file"],
  "content/posts/2026-01-01-code.11ty.js": [CODE, "1 stray-file"],
  "content/pages/page.njk": ["{{ 1 }}", "1 stray-file"],
  [file("engine")]: [head("title: A", "templateEngineOverride: njk"), "3 script"],
  [file("computed")]: [head("title: A", 'eleventyComputed: { x: "{{ 1 }}" }'), "3 script"],
  [file("cycle")]: [head("title: A", "tags: &a [*a]"), "3 yaml"],
  [file("twice")]: [head("title: A", "title: B"), "3 yaml"],
  [file("tab")]: [head("title: A", "tags:", "\t- b"), "4 yaml"],
  [file("proto")]: [head("title: A", "__proto__: { polluted: 1 }"), "3 yaml"],
  [file("proto-deep")]: [head("title: A", "a: [{ __proto__: {} }]"), "3 yaml"],
  [file("constructor")]: [head("title: A", "constructor: b"), "3 yaml"],
  [file("list")]: [head("- a"), "2 yaml"],
  [file("scalar")]: [head("texte"), "2 yaml"],
  [file("js-type")]: [head("title: !!js/function 'x'"), "2 yaml"],
  [file("title-number")]: [head("title: 12"), "2 value"],
  [file("title-null")]: [head("title: null"), "2 front-matter"],
  [file("title-list")]: [head("title: [a, b]"), "2 value"],
  [file("title-long")]: [head(`title: ${"a".repeat(10_000)}`), "2 value"],
  [file("title-nul")]: [head('title: "a\\0b"'), "2 yaml"],
  [file("permalink-dots")]: [head("title: A", "permalink: /../x/"), "3 bad-permalink"],
  [file("permalink-encoded")]: [head("title: A", "permalink: /%2e%2e/x/"), "3 bad-permalink"],
  [file("permalink-host")]: [head("title: A", "permalink: //x.org/"), "3 bad-permalink"],
  [file("permalink-nul")]: [head("title: A", 'permalink: "/a\\0/"'), "3 yaml"],
  [file("permalink-long")]: [head("title: A", `permalink: /${long}/`), "3 bad-permalink"],
  [file("permalink-hidden")]: [head("title: A", "permalink: /.git/"), "3 bad-permalink"],
  [file("permalink-headers")]: [head("title: A", "permalink: /_headers"), "3 bad-permalink"],
  [file("permalink-worker")]: [head("title: A", "permalink: /sw.js"), "3 bad-permalink"],
  [file("permalink-below")]: [head("title: A", "permalink: /index.html/x.html"), "3 bad-permalink"],
  [file("slug-dots")]: [head("title: A", "slug: ../../x"), "3 bad-permalink"],
  [file("slug-root")]: [head("title: A", "slug: /etc/passwd"), "3 bad-permalink"],
  [file("slug-nul")]: [head("title: A", 'slug: "a\\0"'), "3 yaml"],
  [file("slug-long")]: [head("title: A", `slug: ${long}`), "3 bad-permalink"],
  [file("slug-hidden")]: [head("title: A", "slug: .htaccess"), "3 bad-permalink"],
  [file("old-dots")]: [head("title: A", "redirect_from: /../x"), "3 redirect"],
  [file("old-line")]: [head("title: A", 'redirect_from: "/a\\n/* /b"'), "3 redirect"],
  [file("old-headers")]: [head("title: A", "redirect_from: [/_headers]"), "3 redirect"],
  [file("layout")]: [head("title: A", "layout: ../../package.json"), "3 unknown-layout"],
  [file("script")]: [`${head("title: A")}<script>alert(1)</script>\n`, "6 script"],
  [file("tag-sign")]: [head("title: A", "tags: ['#']"), "3 value"],
  [file("tag-map")]: [head("title: A", "tags: [{ a: b }]"), "3 value"],
  [file("tag-long")]: [head("title: A", `tags: [${long}]`), "3 value"],
  [file("tags-many")]: [
    head(
      "title: A",
      `tags: [${long
        .split("")
        .map((_, i) => `t${String(i)}`)
        .join()}]`,
    ),
    "3 value",
  ],
  [file("date")]: [head("title: A", "date: 14/07/2021"), "3 bad-date"],
  [file("date-none")]: [head("title: A", "date: 2021-02-30"), "3 bad-date"],
  "content/posts/2021-13-01-mois.md": [head("title: A"), "1 bad-date"],
  "content/posts/20201-01-01-an.md": [head("title: A"), "1 bad-date"],
  "content/posts/sans-date.md": [head("title: A"), "1 no-date"],
  [file("nul")]: [`${head("title: A")}a\0b\n`, "6 encoding"],
  [file("latin")]: [Buffer.from(head("title: Été"), "latin1"), "2 encoding"],
  [file("utf16")]: [Buffer.from(`\ufeff${head("title: A")}`, "utf16le"), "1 encoding"],
  [file("png")]: [Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "1 encoding"],
  [file("empty")]: ["", "1 front-matter"],
  [file("huge")]: [`${head("title: A")}${"mot ".repeat(1_500_000)}`, "1 too-big"],
};

describe("refused content", () => {
  it("is reported by file, line and code; none of it runs, and the site stays as it was", () => {
    const { run } = refused((site) => {
      site.write(Object.fromEntries(Object.entries(REFUSED).map(([path, [text]]) => [path, text])));
    });
    expect(errorsOf(run).sort()).toEqual(
      Object.entries(REFUSED)
        .map(([path, [, error]]) => `${path}:${error}`)
        .sort(),
    );
  });

  it("has its text and links checked all the same", () => {
    const text = "---\ntitle: A\ndate: 2026-02-31\n---\n\n[La suite](/nulle-part/) ![](x.png)\n";
    const { run } = refused((site) => {
      site.write({ [file("refused-date")]: text });
    });
    const found = problemsOf(run).filter((one) => one.file === file("refused-date"));
    expect(found.map(({ line, code }) => `${String(line)} ${code}`)).toEqual([
      "3 bad-date",
      "6 dead-link",
      "6 missing-image",
    ]);
  });

  it("includes YAML aliases that multiply without end, within little memory", () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `a${String(i + 1)}: &a${String(i + 1)} [${`*a${String(i)},`.repeat(9)}]`,
    );
    const site = makeSite({ ...GOOD, [file("bomb")]: head("title: A", "a0: &a0 [x]", ...rows) });
    // Without Carnet's limit, the command would run out of memory.
    const run = site.carnet(["check", "--format", "json"], { NODE_OPTIONS: "--max-old-space-size=100" });
    expect(errorsOf(run)).toEqual([`${file("bomb")}:4 yaml`]);
  });

  it("includes every symbolic link, whatever its target", () => {
    const outside = scratchFolder();
    writeFileSync(join(outside, "2026-01-01-secret.md"), "secret");
    const links: Record<string, string> = {
      "content/posts/2026-01-02-lien.md": join(outside, "2026-01-01-secret.md"),
      "content/posts/2026-01-03-image/photo.jpg": join(outside, "2026-01-01-secret.md"),
      "content/posts/boucle": "../posts",
      "content/posts/dossier": outside,
      "content/tags.yaml": join(outside, "2026-01-01-secret.md"),
      "layouts/partials/head.njk": join(outside, "2026-01-01-secret.md"),
      "layouts/post.njk": join(outside, "2026-01-01-secret.md"),
      "public/dedans.md": "../content/posts/2026-03-02-bon.md",
      "public/perdu": "nulle-part",
    };
    const { run } = refused(({ root }) => {
      for (const [path, target] of Object.entries(links)) {
        mkdirSync(join(root, path, ".."), { recursive: true });
        symlinkSync(target, join(root, path));
      }
    });
    expect(errorsOf(run)).toEqual(Object.keys(links).map((path) => `${path}:1 file`));
    expect(run.stdout).not.toContain("secret");
  });

  it("includes addresses that are already taken", () => {
    const { run } = refused((site) => {
      site.write({
        [file("un")]: head("title: A", "permalink: /x/"),
        [file("deux")]: head("title: B", "permalink: /X/"),
        [file("nfc")]: head("title: C", "permalink: /\u00e9t\u00e9/"),
        [file("nfd")]: head("title: D", "permalink: /e\u0301te\u0301/"),
        [file("fichier")]: head("title: E", "permalink: /plan.html"),
        "public/plan.html": "x",
        [file("blog")]: head("title: F", "permalink: /blog/"),
        [file("erreur")]: head("title: G", "permalink: /404.html"),
        "content/pages/auteurs/Equipe-editoriale.md": head("title: H"),
        "public/feed.xml": "x",
        "content/redirects.yaml": "/archives/: /blog/2026/03/02/bon/\n",
      });
    });
    const found = problemsOf(run).filter(({ severity }) => severity === "error");
    expect(found.map(({ file: path, line, code }) => `${path}:${String(line)} ${code}`)).toEqual([
      "content/pages/auteurs/Equipe-editoriale.md:2 duplicate-url",
      `content/posts/2026-01-01-blog.md:3 duplicate-url`,
      `content/posts/2026-01-01-erreur.md:3 duplicate-url`,
      `content/posts/2026-01-01-fichier.md:3 duplicate-url`,
      `content/posts/2026-01-01-nfd.md:3 duplicate-url`,
      `content/posts/2026-01-01-un.md:3 duplicate-url`,
      "content/redirects.yaml:1 redirect",
      "public/feed.xml:1 duplicate-url",
    ]);
  });

  it("includes file names that cannot make an address; other odd names get a valid one", () => {
    const { site, run } = refused((made) => {
      made.write({ "content/posts/2026-01-01-a\nb.md": head("title: A"), "public/a\\b.txt": "x" });
      const latin = Buffer.concat([
        Buffer.from(`${made.root}/content/posts/2026-01-02-`),
        Buffer.from([0xe9]),
        Buffer.from(".md"),
      ]);
      writeFileSync(latin, head("title: B"));
    });
    expect(errorsOf(run)).toEqual([
      "content/posts/2026-01-01-a\\u000ab.md:1 file",
      "content/posts/2026-01-02-\ufffd.md:1 file",
      "public/a\\b.txt:1 file",
    ]);
    rmSync(join(site.root, "content/posts"), { recursive: true });
    rmSync(join(site.root, "public"), { recursive: true });
    site.write({
      "content/posts/2026-01-01-Un titre#1?50%.md": head("title: A"),
      "content/posts/2026-01-02-e\u0301te\u0301.md": head("title: B"),
      "content/posts/2026-01-03-😀.md": head("title: Sourire"),
      "public/a b#c?d%.txt": "x",
    });
    expect(site.carnet(["build"]).status).toBe(0);
    expect(site.list("_site/blog")).toEqual([
      expect.stringMatching(/^2026\/01\/01\/un-titre[a-z0-9-]*\/index\.html$/),
      "2026/01/02/ete/index.html",
      "2026/01/03/sourire/index.html",
      "index.html",
    ]);
    expect(site.list("_site")).toContain("a b#c?d%.txt");
  });
});
