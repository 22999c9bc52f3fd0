// Hostile content, end to end: what is refused leaves no trace, and pages made of the rest are safe.
// Many refused files share one site root, since one run reports them all.
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { makeBuiltSite } from "../support/built-sites.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { makeSite, post, SITE_YAML, type Run, type TestSite } from "../support/site.ts";
import { notWellFormed } from "../gates/xml.ts";

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
const file = (name: string): string => `content/posts/2026-01-01-${name}.md`;

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
  [file("fence-javascript")]: [fence("---javascript"), "1 front-matter"],
  [file("fence-toml")]: [fence("---toml"), "1 front-matter"],
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
  [file("constructor")]: [head("title: A", "constructor: b"), "3 yaml"],
  [file("scalar")]: [head("texte"), "2 yaml"],
  [file("js-type")]: [head("title: !!js/function 'x'"), "2 yaml"],
  [file("title-number")]: [head("title: 12"), "2 value"],
  [file("title-long")]: [head(`title: ${"a".repeat(10_000)}`), "2 value"],
  [file("permalink-dots")]: [head("title: A", "permalink: /../x/"), "3 bad-permalink"],
  [file("permalink-encoded")]: [head("title: A", "permalink: /%2e%2e/x/"), "3 bad-permalink"],
  [file("permalink-host")]: [head("title: A", "permalink: //x.org/"), "3 bad-permalink"],
  [file("permalink-hidden")]: [head("title: A", "permalink: /.git/"), "3 bad-permalink"],
  [file("permalink-headers")]: [head("title: A", "permalink: /_headers"), "3 bad-permalink"],
  [file("permalink-worker")]: [head("title: A", "permalink: /sw.js"), "3 bad-permalink"],
  [file("permalink-below")]: [head("title: A", "permalink: /index.html/x.html"), "3 bad-permalink"],
  [file("slug-dots")]: [head("title: A", "slug: ../../x"), "3 bad-permalink"],
  [file("slug-root")]: [head("title: A", "slug: /etc/passwd"), "3 bad-permalink"],
  [file("slug-hidden")]: [head("title: A", "slug: .htaccess"), "3 bad-permalink"],
  [file("old-dots")]: [head("title: A", "redirect_from: /../x"), "3 redirect"],
  [file("old-line")]: [head("title: A", 'redirect_from: "/a\\n/* /b"'), "3 redirect"],
  [file("old-headers")]: [head("title: A", "redirect_from: [/_headers]"), "3 redirect"],
  [file("layout")]: [head("title: A", "layout: ../../package.json"), "3 unknown-layout"],
  [file("script")]: [`${head("title: A")}<script>alert(1)</script>\n`, "6 script"],
  [file("tag-sign")]: [head("title: A", "tags: ['#']"), "3 value"],
  [file("tags-many")]: [
    head("title: A", `tags: [${Array.from(long, (_, i) => `t${String(i)}`).join()}]`),
    "3 value",
  ],
  [file("date")]: [head("title: A", "date: 14/07/2021"), "3 bad-date"],
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

/** The drawings and forms of the theme itself, from the pages of a site without hostile content. */
function themeParts(): string[] {
  const site = makeBuiltSite(GOOD);
  const pages = site.list("_site").filter((path) => path.endsWith(".html"));
  const parts = pages.flatMap((path) => site.read(`_site/${path}`).match(/<(svg|form)\b.*?<\/\1>/gs) ?? []);
  return [...new Set(parts)];
}

/** Address of a script of the theme, from the root of the host or from the page. */
const OWN_SCRIPT = /^(?:\.|\.\.(?:\/\.\.)*)?\/assets\/[\w-]+\.js$/;

/** Elements and attributes with which a page could run code, or load something from another host. */
function dangers(page: string, theme: readonly string[]): string[] {
  const html = theme.reduce((text, part) => text.replaceAll(part, ""), page);
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
function everywhere(value: string): string {
  const keys = "title author description image imageAlt imageCredit twitter license lang-ref";
  const one = JSON.stringify(value);
  return [
    ...keys.split(" ").map((key) => `${key}: ${one}`),
    `related: [${one}]`,
    `corrections: [${one}]`,
  ].join("\n");
}

const RAW = `
<p onclick="alert(1)" style="position:fixed" id="location">a</p> <a href="javascript:alert(1)">b</a>
<a href="&#106;avascript:alert(1)">c</a> <a href="data:text/html,x">d</a> [e](javascript:alert(1)) [f](file:///etc/passwd)

<base href="https://x.org/"><meta http-equiv="refresh" content="0;url=https://x.org/"><form action="https://x.org/"><input></form>

<object data="x.swf"></object><svg onload="alert(1)"><script>alert(1)</script></svg><img src="https://x.org/p.png" onerror="alert(1)">

# location {#constructor onclick=alert(1)}
`.replace("<script>alert(1)</script>", "");

describe("rendered content", () => {
  it("keeps template tags and markup in fields as text, and drops what is dangerous in bodies", async () => {
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
    const theme = themeParts();
    for (const path of site.list("_site").filter((file) => !/^(?:pictures|pagefind)\//.test(file))) {
      const text = site.read(`_site/${path}`);
      expect(text, path).not.toMatch(/hush|\b49\b/);
      expect(text, path).not.toContain(site.root);
      if (path.endsWith(".html")) expect(dangers(text, theme), path).toEqual([]);
      if (path.endsWith(".json")) expect(() => JSON.parse(text) as unknown, path).not.toThrow();
    }
    const documents = site.list("_site").filter((path) => path.endsWith(".xml"));
    expect(await notWellFormed(documents, { text: (path) => site.read(`_site/${path}`) })).toEqual([]);
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
    const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
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
    expect(dangers(html, themeParts())).toEqual([]);
    expect(html).not.toContain("root:");
    expect(problemsOf(run).map(({ code }) => code)).toContain("third-party-image");
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
