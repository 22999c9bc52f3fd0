// A site with so many pages that a thread writes and verifies them, some of which stay while most are remade: its files and
// messages must be those of a clean build.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { filesIn } from "../support/built-site.ts";
import { buildHere } from "../support/in-process.ts";
import { writeFiles } from "../support/files.ts";

/** Enough pages for a build to start a thread. */
const COUNT = 530;
const NOW = "2026-03-02T10:00:00Z";

const scratch = mkdtempSync(join(tmpdir(), "carnet-many-"));
const site = join(scratch, "site");
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function put(file: string, text: string): void {
  writeFiles(site, { [file]: text });
}

const postFile = (i: number): string =>
  `content/posts/2025-01-${String(1 + (i % 28)).padStart(2, "0")}-billet-${String(i)}.md`;

/** Some texts link to a file, some to an anchor in a page that stays, some to nothing. */
function postText(i: number): string {
  const links = [
    ...["[a](/notice.txt)", "[a](/aide/#horaires)", "[a](/absent/)", "[a](/aide/#nulle-part)"],
    '<a href="/notice.txt">a</a>',
  ];
  return `---\ntitle: Billet ${String(i)}\ntags: [enquête]\n---\n\nUn texte, ${links[i % links.length] ?? ""}.\n`;
}

interface Built {
  /** Number of rendered pages. */
  pages: number;
  told: unknown;
  files: ReadonlyMap<string, string>;
}

async function build(root: string): Promise<Built> {
  const { session, put: done } = await buildHere(root, { now: NOW });
  return { pages: done?.changes.pages ?? 0, told: session.shown, files: filesIn(join(root, "_site")) };
}

/** What a build leaves, except its pictures: a card for each post would take most of the time. */
const LEFT = /[/\\](?:_site|\.cache[/\\](?!pictures)[^/\\]*)$/;

/** Builds from what the last build left and from nothing, and expects the same result. */
async function both(): Promise<Built> {
  const cold = join(scratch, "cold");
  cpSync(site, cold, { recursive: true, filter: (path) => !LEFT.test(path) });
  const [is, should] = [await build(site), await build(cold)];
  rmSync(cold, { recursive: true });
  expect(is.told).toEqual(should.told);
  expect([...is.files.keys()]).toEqual([...should.files.keys()]);
  for (const [file, text] of should.files) expect(is.files.get(file) === text, file).toBe(true);
  return is;
}

const codes = ({ told }: Built): Set<string> => new Set((told as { code: string }[]).map(({ code }) => code));

// Two to four builds of hundreds of pages each, maybe on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** A layout of posts that ends with this HTML. */
const footer = (html: string): void => {
  put("layouts/post.njk", `{% extends "carnet/post.njk" %}{% block article_footer %}${html}{% endblock %}\n`);
};

/** Codes of the problems of the page that links to an anchor in a post. */
const codesOfLinking = ({ told }: Built): string[] =>
  (told as { file: string; code: string }[])
    .filter(({ file }) => file === "content/pages/autre.md")
    .map(({ code }) => code);

beforeAll(async () => {
  put("content/site.yaml", "title: Carnet\nurl: https://blog.example.org\npermalink: /blog/:slug/\n");
  put("content/pages/aide.md", "---\ntitle: Aide\nlayout: autre\n---\n\n## Horaires\n\nTexte.\n");
  put("content/pages/autre.md", "---\ntitle: Autre\nlayout: autre\n---\n\n[a](/blog/billet-3/#nulle)\n");
  put("layouts/autre.njk", '{% extends "carnet/page.njk" %}\n');
  put("public/notice.txt", "Notice.\n");
  for (let i = 0; i < COUNT; i++) put(postFile(i), postText(i));
  const first = await build(site);
  expect(first.pages).toBeGreaterThan(COUNT);
  expect([...codes(first)]).toEqual(expect.arrayContaining(["dead-link", "dead-anchor"]));
});

it("all posts, remade after a file that they link to was removed, match a clean build", async () => {
  rmSync(join(site, "public/notice.txt"));
  footer('<p id="nulle">c</p>');
  const built = await both();
  expect(built.pages).toBeGreaterThanOrEqual(COUNT);
  expect(codesOfLinking(built)).not.toContain("dead-anchor");
});

// No file is removed, so that pages that stay are not verified again.
it("all posts, remade with faults and without an anchor that an unchanged page links to, match a clean build", async () => {
  footer('<a href="/nulle/">a</a><a href="/aide/#texte">b</a>');
  const built = await both();
  expect(built.pages).toBeGreaterThanOrEqual(COUNT);
  expect([...codes(built)]).toEqual(expect.arrayContaining(["html-link", "html-anchor"]));
  expect(codesOfLinking(built)).toContain("dead-anchor");
});
