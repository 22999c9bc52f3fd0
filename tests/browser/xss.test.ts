/// <reference lib="dom" />
// Every vector of a public collection of hostile HTML, in every place where an editor can write, opened in a real browser.
// Pages are served without their policy: the HTML itself must be safe (source: tests/fixtures/xss/README.md).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { html, problems } from "../unit/markdown/support.ts";
import { makeSite, SITE_YAML } from "../support/site.ts";
import { browser, serveSite, usesBrowser, watchNetwork } from "./browser.ts";

const collection = new URL("../fixtures/xss/dompurify.json", import.meta.url);
const VECTORS = z.array(z.string()).parse(JSON.parse(readFileSync(collection, "utf8")));

/** Vectors shown together in a page, where a build would refuse some. */
const TOGETHER = 12;

usesBrowser();

interface Seen {
  /** Scripts that ran. */
  ran: string[];
  foreign: string[];
  /** Nodes that should not be there, by page. */
  nodes: string[];
}

/** Opens a page that records any script that runs in it, and its requests to other hosts. */
async function openEyes(): Promise<{ page: Page; seen: Seen }> {
  // Small, since most of the time would go into drawing pages that nobody looks at.
  const page = await browser.newPage({ viewport: { width: 200, height: 100 } });
  const { foreign } = watchNetwork(page);
  const seen: Seen = { ran: [], foreign, nodes: [] };
  await page.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "print", "xss", "open"])
      Object.defineProperty(window, name, {
        value: () => {
          console.info(`ran ${name} at ${location.href}`);
        },
      });
  });
  page.on("console", (message) => {
    if (message.text().startsWith("ran ")) seen.ran.push(message.text());
  });
  page.on("pageerror", (error) => seen.ran.push(`${page.url()} ${error.message}`));
  page.on("dialog", (dialog) => {
    seen.ran.push(`dialog at ${page.url()}`);
    void dialog.dismiss();
  });
  return { page, seen };
}

/** Selector of the elements of the theme that hostile HTML could also contain. */
const OWN = "svg, form, noscript, select, meta[http-equiv]";

interface Looked {
  /** HTML of an article, instead of the page. */
  article?: string;
  /** Selector of the theme's own elements, and their HTML: these are skipped, with all they contain. */
  kinds: string;
  own?: string[];
}

/** Runs in the page: finds what could run, load or hide a part of `document`, in it or in an article's HTML. */
function dangerousNodes({ article, kinds, own = [] }: Looked): string[] {
  const found: string[] = [];
  const look = (root: ParentNode, where: string): void => {
    const ours = [...root.querySelectorAll(kinds)].filter((node) => own.includes(node.outerHTML));
    for (const node of root.querySelectorAll("*")) {
      if (ours.some((one) => one.contains(node))) continue;
      const say = (what: string): void =>
        void found.push(`${where}: ${what} in ${node.outerHTML.slice(0, 200)}`);
      const name = node.localName;
      if (
        name === "script" &&
        !/^(?:(?:\.|\.\.(?:\/\.\.)*)?\/assets\/[\w.-]+\.js)?$/.test(node.getAttribute("src") ?? "")
      )
        say(name);
      if (
        name === "script" &&
        !node.hasAttribute("src") &&
        node.getAttribute("type") !== "application/ld+json"
      )
        say(name);
      if (/^(?:base|object|embed|applet|form|frame|frameset|style|math|svg|marquee|noscript)$/.test(name))
        say(name);
      if (name === "meta" && node.hasAttribute("http-equiv")) say(name);
      if (name === "link" && !/^\/|^https:\/\/blog\.example\.org\//.test(node.getAttribute("href") ?? ""))
        say(name);
      if (name === "iframe" && where !== "template") say(name);
      if (node.namespaceURI !== "http://www.w3.org/1999/xhtml") say("namespace");
      for (const { name: attribute, value } of node.attributes) {
        if (/^on|^style$|^srcdoc$|^formaction$|^action$|^xlink/.test(attribute)) say(attribute);
        if (attribute === "name" && name !== "meta") say(attribute);
        // An address that cannot be read leads nowhere.
        if (
          /^(?:href|src|poster|data|background)$/.test(attribute) &&
          URL.canParse(value, document.baseURI)
        ) {
          const { protocol } = new URL(value, document.baseURI);
          if (!/^(?:https?|mailto|tel|sms|xmpp|geo|magnet|webcal|matrix|ircs?|feed):$/.test(protocol))
            say(value);
        }
      }
      if (node instanceof HTMLTemplateElement) look(node.content, "template");
    }
  };
  look(
    article === undefined ? document : new DOMParser().parseFromString(article, "text/html"),
    location.pathname,
  );
  if (!(document.body instanceof HTMLBodyElement) || !(document.head instanceof HTMLHeadElement))
    found.push("document.body or head is hidden");
  if (typeof document.cookie !== "string" || typeof document.getElementById !== "function")
    found.push("a name of document is hidden");
  if (window.location.href !== document.URL || typeof window.name !== "string")
    found.push("a name of window is hidden");
  return found;
}

/** Runs in the page: the names of `window` and `document`, and whether an element hides what they refer to. */
function allNames(): { name: string; hidden: boolean }[] {
  const names: { name: string; hidden: boolean }[] = [];
  for (const [of, start] of [
    ["window", window],
    ["document", document],
  ] as const)
    for (let object: object | null = start; object !== null; object = Reflect.getPrototypeOf(object))
      for (const name of Object.getOwnPropertyNames(object)) {
        if (/[\s-]|^\d+$/.test(name)) continue;
        const value: unknown = Reflect.get(start, name);
        const hidden =
          (value instanceof HTMLElement || value instanceof HTMLCollection) &&
          (value instanceof HTMLCollection ? value[0] : value)?.matches("b, a") === true &&
          !["links", "anchors", "all", "children"].includes(name);
        names.push({ name: `${of}.${name}`, hidden });
      }
  return names;
}

/** The theme's elements, from the pages of a site without hostile content. */
async function themeOwn(): Promise<string[]> {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "public/a.png": PIXEL,
    "content/posts/2026-03-02-a.md": POST,
  });
  expect(site.carnet(["build"]).status).toBe(0);
  const base = await serveSite(`${site.root}/_site`);
  const page = await browser.newPage();
  const own = new Set<string>();
  for (const file of site.list("_site").filter((path) => path.endsWith(".html"))) {
    await page.goto(base + file);
    const found = await page.evaluate(
      (names) => [...document.querySelectorAll(names)].map((node) => node.outerHTML),
      OWN,
    );
    for (const html of found) own.add(html);
  }
  await page.close();
  return [...own];
}

async function look(page: Page, seen: Seen, url: string, own: string[] = []): Promise<void> {
  await page.goto(url, { waitUntil: "load" });
  // What hostile HTML does at once has happened. What a pointer, a key or a scroll would trigger needs a handler or an
  // address, which are searched for.
  seen.nodes.push(...(await page.evaluate(dangerousNodes, { kinds: OWN, own })));
}

const inLine = (text: string): string => text.replace(/\s+/g, " ");

/** Places for a vector in Markdown. */
const WRITTEN: readonly ((vector: string) => string)[] = [
  (vector) => vector.trim(),
  (vector) => `![${inLine(vector)}](/a.png)`,
  (vector) => `[${inLine(vector)}](<${inLine(vector)}> ${JSON.stringify(inLine(vector))})`,
  (vector) => `<${inLine(vector)}>`,
];

/** Fields of front matter that hold free text: each shows one vector of a post, escaped as any other. */
const FIELDS = ["title", "description", "imageAlt", "imageCredit", "tags"];

const isAccepted = (body: string): boolean => problems(body).every(({ severity }) => severity !== "error");

/** Posts with as many vectors as there are fields, one a field, and each of them in every place of the body where it is accepted. */
function hostilePosts(): { files: Record<string, string>; counts: number[] } {
  const counts = WRITTEN.map(() => 0);
  const posts = Array.from({ length: Math.ceil(VECTORS.length / FIELDS.length) }, (_, id) => {
    const vectors = VECTORS.slice(id * FIELDS.length, (id + 1) * FIELDS.length);
    // Without what a field refuses: invisible characters, and in a tag, the shortest of them, more than 80 characters.
    const shown = vectors
      .toSorted((a, b) => b.length - a.length)
      .map((vector, i) =>
        inLine(vector)
          .replace(/\p{C}/gu, "")
          .slice(0, i === FIELDS.length - 1 ? 80 : 200),
      );
    const matter = FIELDS.flatMap((field, i) =>
      shown[i] === undefined ? [] : `${field}: ${JSON.stringify(field === "tags" ? [shown[i]] : shown[i])}`,
    );
    const body = vectors.flatMap((vector) =>
      WRITTEN.flatMap((write, place) => {
        const text = write(vector);
        if (!isAccepted(text)) return [];
        counts[place] = (counts[place] ?? 0) + 1;
        return text;
      }),
    );
    const text = ["---", "image: /a.png", ...matter, "---", "", body.join("\n\n"), ""].join("\n");
    return [`content/posts/2026-03-02-v${String(id)}.md`, text];
  });
  return { files: Object.fromEntries(posts) as Record<string, string>, counts };
}

const feedSchema = z.object({ items: z.array(z.object({ content_html: z.string() })) });

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const POST = "---\ntitle: A\nauthor: B\ntags: [C]\nimage: /a.png\nimageAlt: Un point\n---\n\nTexte.\n";

const NONE = "<!doctype html><title>404</title>";

const NOTHING: Seen = { ran: [], foreign: [], nodes: [] };

describe("hostile HTML in a real browser", () => {
  it("runs nothing, wherever it is in a site", { timeout: 300_000 }, async () => {
    const { files, counts } = hostilePosts();
    for (const count of counts) expect(count).toBeGreaterThan(VECTORS.length / 4);
    const site = makeSite({ "content/site.yaml": SITE_YAML, "public/a.png": PIXEL, ...files });
    const { status, stdout } = site.carnet(["build"]);
    expect(status, stdout).toBe(0);
    const own = await themeOwn();
    const base = await serveSite(`${site.root}/_site`);
    const pages = site.list("_site").filter((file) => file.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(1.5 * Object.keys(files).length);
    const { page, seen } = await openEyes();
    for (const file of pages) await look(page, seen, base + encodeURI(file.replace(/index\.html$/, "")), own);
    await page.goto(`${base}feed.xml`);
    await page.goto(base);
    const { items } = feedSchema.parse(JSON.parse(site.read("_site/feed.json")));
    expect(items.length).toBeGreaterThan(10);
    for (const { content_html } of items)
      seen.nodes.push(...(await page.evaluate(dangerousNodes, { kinds: OWN, article: content_html })));
    expect(seen).toEqual(NOTHING);
    await page.close();
  });

  it(
    "runs nothing even when HTML that a build refuses is shown in a page",
    { timeout: 150_000 },
    async () => {
      const site = makeSite({ "bare/404.html": NONE });
      const { page, seen } = await openEyes();
      const base = await serveSite(join(site.root, "bare"));
      for (let from = 0; from < VECTORS.length; from += TOGETHER) {
        const shown = VECTORS.slice(from, from + TOGETHER).map(
          (vector) => `<div class="prose">${html(vector)}</div>`,
        );
        const file = `${String(from)}.html`;
        site.write({
          [`bare/${file}`]: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>T</title></head><body>${shown.join("\n")}</body></html>`,
        });
        await look(page, seen, base + file);
      }
      expect(seen).toEqual(NOTHING);
      await page.close();
    },
  );

  it("cannot hide a name of window or document behind an id", async () => {
    const site = makeSite({ "bare/404.html": NONE, "bare/index.html": "<!doctype html><title>T</title>" });
    const base = await serveSite(join(site.root, "bare"));
    const page = await browser.newPage();
    await page.goto(base);
    const names = (await page.evaluate(allNames)).map(({ name }) => name.replace(/^\w+\./, ""));
    expect(names.length).toBeGreaterThan(1000);
    const written = [...new Set(names)].map((name) => `<p><b id="${name}">x</b> <a name="${name}">y</a></p>`);
    site.write({
      "bare/ids.html": `<!doctype html><title>T</title><body>${html(written.join("\n"))}</body>`,
    });
    await page.goto(`${base}ids.html`);
    expect(await page.locator("b[id]").count()).toBeGreaterThan(800);
    expect((await page.evaluate(allNames)).filter(({ hidden }) => hidden)).toEqual([]);
    await page.close();
  });

  it("is detected by these tests when it does run", async () => {
    const site = makeSite({
      "bare/404.html": NONE,
      "bare/index.html": '<!doctype html><svg onload="alert(1)"></svg><a href="javascript:x">a</a>',
    });
    const { page, seen } = await openEyes();
    await look(page, seen, await serveSite(join(site.root, "bare")));
    expect(seen.ran).toEqual([expect.stringContaining("alert")]);
    expect(seen.nodes.length).toBeGreaterThanOrEqual(3);
    await page.close();
  });
});
