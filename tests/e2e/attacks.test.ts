// Hostile content, end to end: refused content leaves no trace, rendered content is safe.
// Many refused files share one site root, since one run reports them all.
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { describe, expect, it, onTestFinished } from "vitest";
import * as z from "zod";
import { makeBuiltSite } from "../support/built-sites.ts";
import { makeSite, post, SITE_YAML, type Run, type TestSite } from "../support/site.ts";
import { faultsOf } from "../unit/feeds/well-formed.ts";

/** What `--format json` guarantees, and nothing else. */
const promised = z.array(
  z.strictObject({
    file: z.string().regex(/^(?!\/|\.\.)[^\n]+$/),
    line: z.int().min(1),
    column: z.int().min(1),
    code: z.string().regex(/^[a-z0-9-]+$/),
    severity: z.enum(["error", "warn", "note"]),
    message: z.string().min(1),
    hint: z.string(),
  }),
);

const problemsOf = (run: Run): z.output<typeof promised> => promised.parse(JSON.parse(run.stdout));

const errorsOf = (run: Run): string[] =>
  problemsOf(run)
    .filter(({ severity }) => severity === "error")
    .map(({ file, line, code }) => `${file}:${String(line)} ${code}`);

/** Code that would leave a file if it ran, wherever the command runs. */
const CODE = 'require("fs").writeFileSync(process.env.HOME + "/ran", "x")';

const GOOD = { "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-bon.md": post("Bon article") };

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

const file = (name: string): string => `content/posts/2026-01-01-${name}.md`;
const head = (...lines: string[]): string => ["---", ...lines, "---", "", "Texte.", ""].join("\n");
const fence = (opening: string): string => `${opening}\n{ title: (${CODE}, "x") }\n---\n\nTexte.\n`;
const long = "a".repeat(300);

/** File → its text, then the line and code of the one error expected in it, and words of the message. */
const REFUSED: Record<string, [text: string | Uint8Array, error: string, words: string]> = {
  [file("fence-js")]: [fence("---js"), "1 front-matter", "---js"],
  [file("fence-js-capital")]: [fence("---JS"), "1 front-matter", "---JS"],
  [file("fence-javascript")]: [fence("---javascript"), "1 front-matter", "---javascript"],
  [file("fence-legacy")]: [fence("---jsLegacy"), "1 front-matter", "---jsLegacy"],
  [file("fence-json")]: [fence("---json"), "1 front-matter", "---json"],
  [file("fence-toml")]: [fence("---toml"), "1 front-matter", "---toml"],
  [file("fence-zzz")]: [fence("---zzz"), "1 front-matter", "---zzz"],
  [file("fence-constructor")]: [fence("---constructor"), "1 front-matter", "---constructor"],
  "content/posts/posts.11tydata.js": [CODE, "1 script", "content/"],
  "content/posts/2026-01-01-code.11ty.js": [CODE, "1 script", "content/"],
  "content/pages/page.njk": ["{{ 1 }}", "1 script", "content/"],
  [file("engine")]: [head("title: A", "templateEngineOverride: njk"), "3 script", "templateEngineOverride"],
  [file("computed")]: [
    head("title: A", 'eleventyComputed: { x: "{{ 1 }}" }'),
    "3 script",
    "eleventyComputed",
  ],
  [file("cycle")]: [head("title: A", "tags: &a [*a]"), "3 front-matter", "*a"],
  [file("twice")]: [head("title: A", "title: B"), "3 front-matter", "title"],
  [file("tab")]: [head("title: A", "tags:", "\t- b"), "4 front-matter", "tabulation"],
  [file("proto")]: [head("title: A", "__proto__: { polluted: 1 }"), "3 front-matter", "__proto__"],
  [file("proto-deep")]: [head("title: A", "a: [{ __proto__: {} }]"), "3 front-matter", "__proto__"],
  [file("constructor")]: [head("title: A", "constructor: b"), "3 front-matter", "constructor"],
  [file("list")]: [head("- a"), "2 front-matter", "- a"],
  [file("scalar")]: [head("texte"), "2 front-matter", "texte"],
  [file("js-type")]: [head("title: !!js/function 'x'"), "2 front-matter", "title"],
  [file("title-date")]: [head("title: 2021-04-01"), "2 front-matter", "2021-04-01"],
  [file("title-number")]: [head("title: 12"), "2 front-matter", "12"],
  [file("title-null")]: [head("title: null"), "2 front-matter", "null"],
  [file("title-list")]: [head("title: [a, b]"), "2 front-matter", "[a, b]"],
  [file("title-long")]: [head(`title: ${"a".repeat(10_000)}`), "2 front-matter", "10000"],
  [file("title-nul")]: [head('title: "a\\0b"'), "2 front-matter", "contrôle"],
  [file("permalink-dots")]: [head("title: A", "permalink: /../x/"), "3 bad-permalink", "permalink"],
  [file("permalink-encoded")]: [head("title: A", "permalink: /%2e%2e/x/"), "3 bad-permalink", "permalink"],
  [file("permalink-host")]: [head("title: A", "permalink: //x.org/"), "3 bad-permalink", "permalink"],
  [file("permalink-nul")]: [head("title: A", 'permalink: "/a\\0/"'), "3 bad-permalink", "permalink"],
  [file("permalink-long")]: [head("title: A", `permalink: /${long}/`), "3 bad-permalink", "permalink"],
  [file("permalink-hidden")]: [head("title: A", "permalink: /.git/"), "3 bad-permalink", "permalink"],
  [file("permalink-headers")]: [head("title: A", "permalink: /_headers"), "3 bad-permalink", "permalink"],
  [file("permalink-worker")]: [head("title: A", "permalink: /sw.js"), "3 bad-permalink", "permalink"],
  [file("permalink-below")]: [
    head("title: A", "permalink: /index.html/x.html"),
    "3 bad-permalink",
    "permalink",
  ],
  [file("slug-dots")]: [head("title: A", "slug: ../../x"), "3 bad-permalink", "slug"],
  [file("slug-root")]: [head("title: A", "slug: /etc/passwd"), "3 bad-permalink", "slug"],
  [file("slug-nul")]: [head("title: A", 'slug: "a\\0"'), "3 bad-permalink", "slug"],
  [file("slug-long")]: [head("title: A", `slug: ${long}`), "3 bad-permalink", "slug"],
  [file("slug-hidden")]: [head("title: A", "slug: .htaccess"), "3 bad-permalink", "slug"],
  [file("old-dots")]: [head("title: A", "redirect_from: /../x"), "3 redirect", "redirect_from"],
  [file("old-line")]: [head("title: A", 'redirect_from: "/a\\n/* /b"'), "3 redirect", "redirect_from"],
  [file("old-headers")]: [head("title: A", "redirect_from: [/_headers]"), "3 redirect", "/_headers"],
  [file("layout")]: [head("title: A", "layout: ../../package.json"), "3 unknown-layout", "package.json"],
  [file("script")]: [`${head("title: A")}<script>alert(1)</script>\n`, "6 script", "<script>"],
  [file("frame")]: [
    `${head("title: A")}<iframe src="https://x.org/"></iframe>\n`,
    "6 unknown-frame",
    "x.org",
  ],
  [file("tag-sign")]: [head("title: A", "tags: ['#']"), "3 front-matter", "tags"],
  [file("tag-map")]: [head("title: A", "tags: [{ a: b }]"), "3 front-matter", "a: b"],
  [file("tag-long")]: [head("title: A", `tags: [${long}]`), "3 front-matter", "tags"],
  [file("tags-many")]: [
    head(
      "title: A",
      `tags: [${long
        .split("")
        .map((_, i) => `t${String(i)}`)
        .join()}]`,
    ),
    "3 front-matter",
    "300",
  ],
  [file("date")]: [head("title: A", "date: 14/07/2021"), "3 bad-date", "14/07/2021"],
  [file("date-none")]: [head("title: A", "date: 2021-02-30"), "3 bad-date", "2021-02-30"],
  "content/posts/2021-13-01-mois.md": [head("title: A"), "1 bad-date", "2021-13-01"],
  "content/posts/20201-01-01-an.md": [head("title: A"), "1 bad-date", "20201-01-01"],
  "content/posts/sans-date.md": [head("title: A"), "1 no-date", "date"],
  [file("nul")]: [`${head("title: A")}a\0b\n`, "6 encoding", "nul"],
  [file("latin")]: [Buffer.from(head("title: Été"), "latin1"), "2 encoding", "UTF-8"],
  [file("utf16")]: [Buffer.from(`\ufeff${head("title: A")}`, "utf16le"), "1 encoding", "UTF-16"],
  [file("png")]: [Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "1 encoding", "image"],
  [file("empty")]: ["", "1 front-matter", "vide"],
  [file("huge")]: [`${head("title: A")}${"mot ".repeat(1_500_000)}`, "1 too-big", "6"],
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
    for (const { file: path, severity, message } of problemsOf(run))
      if (severity === "error") expect(message, path).toContain(REFUSED[path]?.[2]);
  });

  it("includes YAML aliases that multiply without end, refused within seconds", () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `a${String(i + 1)}: &a${String(i + 1)} [${`*a${String(i)},`.repeat(9)}]`,
    );
    const site = makeSite({ ...GOOD, [file("bomb")]: head("title: A", "a0: &a0 [x]", ...rows) });
    const started = performance.now();
    const run = site.carnet(["check", "--format", "json"], { NODE_OPTIONS: "--max-old-space-size=100" });
    expect(errorsOf(run)).toEqual([`${file("bomb")}:4 front-matter`]);
    // Some machines take seconds to start a command. Without Carnet's limit, the command would run out of memory.
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("includes every symbolic link, whatever its target", () => {
    const outside = mkdtempSync(join(tmpdir(), "carnet-outside-"));
    onTestFinished(() => {
      rmSync(outside, { recursive: true, force: true });
    });
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
    expect(errorsOf(run)).toEqual(Object.keys(links).map((path) => `${path}:1 symlink`));
    expect(run.stdout).not.toContain("secret");
  });

  it("includes addresses that are already taken, and the messages name what has them", () => {
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
    const words = [
      "la page de « Équipe éditoriale »",
      "la liste des articles",
      "404",
      "public/plan.html",
      "-nfc.md",
      "-deux.md",
    ];
    for (const [i, one] of words.entries()) expect(found[i]?.message).toContain(one);
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
      "content/posts/2026-01-01-a\\u000ab.md:1 file-name",
      "content/posts/2026-01-02-\ufffd.md:1 file-name",
      "public/a\\b.txt:1 file-name",
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

let themes: string[] | undefined;

/** The drawings and forms of the theme itself, from the pages of a site without hostile content. */
function themeParts(): string[] {
  if (themes) return themes;
  const site = makeSite(GOOD);
  expect(site.carnet(["build", "--quiet"]).status).toBe(0);
  const pages = site.list("_site").filter((path) => path.endsWith(".html"));
  const parts = pages.flatMap((path) =>
    [...site.read(`_site/${path}`).matchAll(/<(svg|form)\b.*?<\/\1>/gs)].map(([part]) => part),
  );
  themes = [...new Set(parts)];
  return themes;
}

/** Address of a script of the theme, from the root of the host or from the page. */
const OWN_SCRIPT = /^(?:\.|\.\.(?:\/\.\.)*)?\/assets\/[\w-]+\.js$/;

/** Elements and attributes with which a page could run code, or load something from another host. */
function dangers(page: string): string[] {
  const html = themeParts().reduce((text, part) => text.replaceAll(part, ""), page);
  const found: string[] = [];
  let templates = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "template") templates++;
      const { src = "" } = attributes;
      if (/^(?:object|embed|base|form|svg|math|style|frame|frameset)$/.test(name)) found.push(name);
      const isData = name === "script" && attributes["type"] === "application/ld+json";
      if (name === "script" && !isData && !OWN_SCRIPT.test(src)) found.push("script");
      if (name === "iframe" && templates === 0) found.push("iframe");
      for (const [key, value] of Object.entries(attributes)) {
        if (/^on|^(?:srcdoc|style|formaction)$/.test(key)) found.push(key);
        if (/^\s*(?:javascript|vbscript|data|file):/i.test(value) && /^(?:href|src|action)$/.test(key))
          found.push(value);
        if (
          /^(?:src|srcset|poster|data)$/.test(key) &&
          /^\s*(?:https?:)?\/\//i.test(value) &&
          name !== "iframe"
        )
          found.push(value);
        if (key === "id" && /^(?:location|document|constructor|__proto__)$/.test(value)) found.push(value);
      }
    },
    onclosetag(name) {
      if (name === "template") templates--;
    },
  });
  parser.end(html);
  return found;
}

const TEMPLATE =
  "{{ range.constructor('return process.env.HOME')() }} {{ 7 * 7 }} {% include '.env' %} {% for i in range(0, 1000000000) %}";
const MARKUP = `</script></title><script>alert(1)</script>"'><img src=x onerror=alert(1)>`;

/** Every field that holds free text, with the same value. */
const everywhere = (value: string): string =>
  [
    "title",
    "author",
    "description",
    "image",
    "imageAlt",
    "imageCredit",
    "twitter",
    "license",
    "lang-ref",
    "related",
    "corrections",
  ]
    .map(
      (key) =>
        `${key}: ${key === "related" || key === "corrections" ? `[${JSON.stringify(value)}]` : JSON.stringify(value)}`,
    )
    .join("\n");

const RAW = `
<p onclick="alert(1)" style="position:fixed" id="location">a</p> <a href="javascript:alert(1)">b</a>
<a href="&#106;avascript:alert(1)">c</a> <a href="data:text/html,x">d</a> [e](javascript:alert(1)) [f](file:///etc/passwd)

<base href="https://x.org/"><meta http-equiv="refresh" content="0;url=https://x.org/"><form action="https://x.org/"><input></form>

<object data="x.swf"></object><svg onload="alert(1)"><script>alert(1)</script></svg><img src="https://x.org/p.png" onerror="alert(1)">

# location {#constructor onclick=alert(1)}
`.replace("<script>alert(1)</script>", "");

describe("rendered content", () => {
  it("keeps template tags and markup in fields as text, and drops what is dangerous in bodies", () => {
    const site = makeSite({
      ...GOOD,
      ".env": "hush",
      [file("gabarit")]: `---\n${everywhere(TEMPLATE)}\ntags: ["{{ 7 * 7 }}"]\n---\n\n${TEMPLATE}\n`,
      [file("balises")]: `---\n${everywhere(MARKUP)}\ntags: ["<b onclick=alert(1)>"]\n---\n\nTexte.\n`,
      [file("corps")]: post("Corps", RAW, "tags: [all, constructor, toString, __proto__, 2024, posts]\n"),
    });
    const run = site.carnet(["build", "--format", "json"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(problemsOf(run).filter(({ code }) => code === "dropped-html").length).toBeGreaterThan(8);
    for (const path of site.list("_site").filter((file) => !/^(?:pictures|pagefind)\//.test(file))) {
      const text = site.read(`_site/${path}`);
      expect(text, path).not.toMatch(/hush|\b49\b/);
      expect(text, path).not.toContain(site.root);
      if (path.endsWith(".html")) expect(dangers(text), path).toEqual([]);
      if (path.endsWith(".xml")) expect(faultsOf(text), path).toEqual([]);
      if (path.endsWith(".json")) expect(() => JSON.parse(text) as unknown, path).not.toThrow();
    }
    expect(site.read("_site/blog/2026/01/01/gabarit/index.html")).toContain("{% include &#39;.env&#39; %}");
    for (const slug of ["all", "constructor", "tostring", "proto", "2024", "posts"])
      expect(site.list("_site/mots-cles"), slug).toContain(`${slug}/index.html`);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("opens no connection, whatever address a post names", async () => {
    let asked = 0;
    const server = createServer((socket) => {
      asked++;
      socket.destroy();
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    const origin = `http://127.0.0.1:${String(typeof address === "object" ? address?.port : 0)}`;
    const site = makeSite({
      ...GOOD,
      [file("reseau")]: post(
        "Réseau",
        `![a](${origin}/a.png) [b](${origin}/) <img src="${origin}/c.png" alt="c"> ![d](file:///etc/passwd)\n\n<video src="${origin}/e.mp4"></video>`,
        `image: ${origin}/f.png\n`,
      ),
    });
    const run = site.carnet(["build", "--format", "json"]);
    await new Promise((done) => setTimeout(done, 50));
    await new Promise((done) => server.close(done));
    expect(run.status).toBe(0);
    expect(asked).toBe(0);
    const html = site.read("_site/blog/2026/01/01/reseau/index.html");
    expect(dangers(html)).toEqual([]);
    expect(html).not.toContain("root:");
    expect(problemsOf(run).map(({ code }) => code)).toContain("third-party-image");
  });

  it("takes seconds, not minutes, for texts made to exhaust a machine", () => {
    const heavy: Record<string, string> = {
      citations: `${">".repeat(10_000)} dernier`,
      crochets: "[".repeat(100_000),
      ligne: "mot ".repeat(250_000),
      images: "![".repeat(50_000),
      adresse: `[a]: /${"x".repeat(50_000)}\n\n${"[a]".repeat(20_000)}`,
      accents: `e${"\u0301".repeat(300_000)}`,
      balises: "<div>".repeat(20_000),
      notes: `[^1]\n\n${"[^1]: a\n".repeat(20_000)}`,
    };
    const site = makeSite({
      ...GOOD,
      ...Object.fromEntries(Object.entries(heavy).map(([name, body]) => [file(name), post(name, body)])),
    });
    const started = performance.now();
    const run = site.carnet(["build", "--quiet"], { NODE_OPTIONS: "--max-old-space-size=400" });
    expect(run).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(performance.now() - started).toBeLessThan(2000 * Object.keys(heavy).length);
    expect(site.read("_site/blog/2026/01/01/citations/index.html")).toContain("dernier");
  });

  it("has no icon that takes too long to draw: the build stops and says what to do", () => {
    const masks = Array.from({ length: 8 }, (_, i) => {
      const shape = `<rect width="9" height="9" fill="#fff" mask="url(#m${String(i)})"/>`;
      return `<mask id="m${String(i + 1)}">${shape.repeat(10)}</mask>`;
    });
    const drawing = `<mask id="m0"/>${masks.join("")}<rect width="9" height="9" mask="url(#m8)"/>`;
    const hostile = (site: TestSite): void => {
      site.write({
        "content/site.yaml": `${SITE_YAML}icon: /i.svg\n`,
        "public/i.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${drawing}</svg>`,
      });
    };
    // Each command waits ten seconds for it.
    const { run } = refused(hostile, { isChecked: false });
    expect(problemsOf(run).filter(({ severity }) => severity === "error")).toMatchObject([
      {
        file: "content/site.yaml",
        line: 3,
        code: "endless-image",
        hint: "Exportez-la en PNG, et écrivez icon: /i.png",
      },
    ]);
  });

  it("includes an owner's page or file in place of Carnet's own", () => {
    const site = makeSite({
      ...GOOD,
      "content/pages/index.md": post("Bienvenue", "À nous."),
      "public/robots.txt": "User-agent: à-nous\n",
      "public/404.html": "Perdu",
      "public/_headers": "/*\n  X-A: b\n",
    });
    expect(site.carnet(["build"]).status).toBe(0);
    expect(site.read("_site/index.html")).toContain("<p>À nous.</p>");
    expect(site.read("_site/robots.txt")).toBe("User-agent: à-nous\n");
    expect(site.read("_site/404.html")).toBe("Perdu");
    expect(site.read("_site/_headers")).toBe("/*\n  X-A: b\n");
  });
});

it("links to the site's own host are checked and written as internal links", () => {
  const links = [
    "https://blog.example.org/blog/2026/03/02/bon/",
    "http://BLOG.example.org/blog/2026/03/02/bon/#partie",
    "https://blog.example.org/defis/x.html",
    "https://blog.example.org/absent/y",
    "/blog/2026/03/02/bno/",
    "/blog/2026/03/02/bon/#parti",
    "/ancien/",
    "mailto:equipe@exemple",
    "https://blog.example.org.evil.net/",
  ];
  const site = makeSite({
    "content/site.yaml": `${SITE_YAML}alsoServed: [/defis/]\n`,
    "content/posts/2026-03-02-bon.md": post("Bon", "## Partie\n\nTexte."),
    "content/redirects.yaml": "/ancien/: /blog/2026/03/02/bon/\n",
    [file("liens")]: post("Liens", links.map((href, i) => `[lien ${String(i)}](${href})`).join("\n\n")),
  });
  const run = site.carnet(["check", "--format", "json"]);
  expect(run.status).toBe(0);
  expect(problemsOf(run).map(({ line, code }) => `${String(line)} ${code}`)).toEqual([
    "13 dead-link",
    "15 dead-link",
    "17 dead-anchor",
    "19 redirected-link",
    "21 dead-link",
  ]);
  expect(site.carnet(["check", "--strict", "--quiet"]).status).toBe(1);
  expect(site.carnet(["build", "--base-path", "/b/"]).status).toBe(0);
  const html = site.read("_site/blog/2026/01/01/liens/index.html");
  expect(html).toContain('href="/b/blog/2026/03/02/bon/">lien 0');
  expect(html).toContain('href="https://blog.example.org/defis/x.html">lien 2');
  expect(html).toContain('href="https://blog.example.org.evil.net/" rel="noopener">lien 8');
});
