// Hostile content that is rendered, end to end: pages made of it are safe.
import { createServer } from "node:net";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { makeSite, post } from "../support/site.ts";
import { faultsOf } from "../unit/feeds/well-formed.ts";
import { problemsOf, GOOD, file } from "../support/attacks.ts";

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
