// Hostile content, end to end: what is refused leaves no trace, and nothing of what is published is evaluated. Each kind of attack
// is tested beside what refuses it; tests/browser/xss.test.ts opens hostile HTML in a browser.
import { existsSync, lstatSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { say } from "../support/command.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";
import type { ShownProblem } from "../../src/shown-problems.ts";
import { notWellFormed } from "../gates/index.ts";

/** Code that would leave a file if it ran, wherever the command runs. */
const CODE = 'require("fs").writeFileSync(process.env.HOME + "/ran", "x")';
const GOOD = { "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-bon.md": post("Bon article") };
const file = (name: string): string => `content/posts/2026-01-01-${name}.md`;
const head = (...lines: string[]): string => ["---", ...lines, "---", "", "Texte.", ""].join("\n");
const fence = (opening: string): string => `${opening}\n{ title: (${CODE}, "x") }\n---\n\nTexte.\n`;

/** File → its text, then the line and code of the one error expected in it. What is refused for its form: tests/unit/content/. */
const REFUSED: Record<string, [text: string, error: string]> = {
  [file("fence-js")]: [fence("---js"), "1 front-matter"],
  [file("fence-constructor")]: [fence("---constructor"), "1 front-matter"],
  "content/posts/posts.11tydata.js": [CODE, "1 stray-file"],
  "content/posts/2026-01-01-code.11ty.js": [CODE, "1 stray-file"],
  "content/pages/page.njk": ["{{ 1 }}", "1 stray-file"],
  [file("engine")]: [head("title: A", "templateEngineOverride: njk"), "3 script"],
  [file("computed")]: [head("title: A", 'eleventyComputed: { x: "{{ 1 }}" }'), "3 script"],
  [file("js-type")]: [head("title: !!js/function 'x'"), "2 yaml"],
  [file("permalink")]: [head("title: A", "permalink: /../x/"), "3 bad-permalink"],
  [file("layout")]: [head("title: A", "layout: ../../package.json"), "3 unknown-layout"],
  [file("script")]: [`${head("title: A")}<script>alert(1)</script>\n`, "6 script"],
};

/** Every file of the output, with what changes when it is written again. */
const state = (site: TestSite): string[] =>
  site.list("_site").map((path) => {
    const { mtimeMs, ino } = lstatSync(join(site.root, "_site", path));
    return [path, mtimeMs, ino].join(" ");
  });

it("refused content is reported by file, line and code; none of it runs, and the site stays as it was", () => {
  const site = makeSite(GOOD);
  expect(site.carnet(["build", "--no-search"]).status).toBe(0);
  const before = state(site);
  site.write(Object.fromEntries(Object.entries(REFUSED).map(([path, [text]]) => [path, text])));
  const run = site.carnet(["build", "--no-search", "--format", "json"]);
  expect([run.status, run.stderr]).toEqual([1, ""]);
  expect(state(site)).toEqual(before);
  expect(existsSync(join(site.root, "ran"))).toBe(false);
  const errors = (JSON.parse(run.stdout) as ShownProblem[])
    .filter(({ severity }) => severity === "error")
    .map(({ file: path, line, code }) => `${path}:${String(line)} ${code}`);
  const expected = Object.entries(REFUSED).map(([path, [, error]]) => `${path}:${error}`);
  expect(errors.sort()).toEqual(expected.sort());
});

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

it("template tags and markup in fields and bodies stay text", async () => {
  const site = makeSite({
    ...GOOD,
    ".env": "hush",
    [file("gabarit")]: `---\n${everywhere(TEMPLATE)}\ntags: ["{{ 7 * 7 }}"]\n---\n\n${TEMPLATE}\n`,
    [file("balises")]: `---\n${everywhere(MARKUP)}\ntags: ["<b onclick=alert(1)>"]\n---\n\nTexte.\n`,
    [file("mots")]: post("Mots", "Texte.", "tags: [all, constructor, toString, __proto__, 2024, posts]\n"),
  });
  expect(site.carnet(["build", "--no-search", "--quiet"])).toMatchObject({ status: 0, stderr: "" });
  for (const path of site.list("_site").filter((one) => !one.startsWith("pictures/"))) {
    const text = site.read(`_site/${path}`);
    expect(text, path).not.toMatch(/hush|\b49\b/);
    expect(text, path).not.toContain(site.root);
    if (path.endsWith(".html")) expect(text, path).not.toMatch(/<script>alert|<img src=x|<b onclick/);
    if (path.endsWith(".json")) expect(() => JSON.parse(text) as unknown, path).not.toThrow();
  }
  const documents = site.list("_site").filter((path) => path.endsWith(".xml"));
  expect(await notWellFormed(documents, { text: (path) => site.read(`_site/${path}`) })).toEqual([]);
  expect(site.read("_site/blog/2026/01/01/gabarit/index.html")).toContain("{% include &#39;.env&#39; %}");
  for (const slug of ["all", "constructor", "tostring", "proto", "2024", "posts"])
    expect(site.list("_site/mots-cles"), slug).toContain(`${slug}/index.html`);
});

it("a build opens no connection, whatever address a post names", async () => {
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
  const { status, out } = await say("build", site.root, "--no-search", "--format", "json");
  await new Promise((done) => server.close(done));
  expect([status, asked]).toEqual([0, 0]);
  expect(out).toContain("third-party-image");
  const html = site.read("_site/blog/2026/01/01/reseau/index.html");
  expect(html).not.toMatch(/<(?:img|video)[^>]*src="http|root:/);
});
