import { describe, expect, it } from "vitest";
import { reportHtml } from "../../../../src/importers/report/html.ts";
import type { EntryReport, ImportReport } from "../../../../src/importers/report/report.ts";

const entry = (more: Partial<EntryReport> = {}): EntryReport => ({
  kind: "post",
  source: "_posts/2021-01-02-un.md",
  file: "content/posts/2021-01-02-un.md",
  title: "Un & <deux>",
  draft: false,
  old: "/2021/un.html",
  new: "/2021/un.html",
  sameAddress: true,
  changes: [],
  manual: [],
  words: { before: 10, after: 10, lost: [], added: [] },
  ...more,
});

const report = (more: Partial<ImportReport> = {}): ImportReport => ({
  kind: "jekyll",
  entries: [entry()],
  repairs: {},
  words: { before: 10, after: 10, lost: 0, added: 0 },
  manual: [],
  unanswered: [],
  redirected: [],
  missingPictures: [],
  alsoServed: [],
  feeds: { path: "/feed.xml", ids: "address" },
  written: { added: ["a"], updated: [], removed: [], same: 0 },
  problems: {},
  errors: [],
  ...more,
});

describe("the report as a page", () => {
  it("is whole in itself: no script, no other file, in its language, its texts escaped", () => {
    const html = reportHtml(report(), "fr");
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(html).toContain("Un &amp; &lt;deux&gt;");
    expect(html).not.toMatch(/<script|<link|\ssrc=|url\(|@import|undefined|NaN/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(reportHtml(report(), "en")).toContain("<h1>Import report</h1>");
  });

  it("says at once what was kept, and that nothing is left", () => {
    const html = reportHtml(report(), "fr");
    expect(html).toContain('<li class="good"><b>1 / 1</b> <span>adresses gardées</span></li>');
    expect(html).toContain('<li class="good"><b>0</b> <span>points à reprendre</span></li>');
    expect(html).toContain(
      '<section class="todo none"><h2>Ce qui reste à faire</h2><p class="done">Rien.</p>',
    );
  });

  it("groups what is left to a person by kind, each with its place", () => {
    const outside = { kind: "outside", file: "_posts/a.md", line: 4, found: "../../x.png" } as const;
    const own = entry({ manual: [{ ...outside, file: "_posts/b.md", line: 0, found: "<x>" }] });
    const html = reportHtml(report({ manual: [outside], entries: [own] }), "fr");
    const [, list = ""] = /<h3>Fichier hors du dossier importé[^<]*<\/h3>(<ul.*?<\/ul>)/.exec(html) ?? [];
    expect(list).toBe(
      '<ul class="lines"><li><code>_posts/a.md:4</code> ../../x.png</li><li><code>_posts/b.md</code> &lt;x&gt;</li></ul>',
    );
    expect(html).toContain("<b>2</b> <span>points à reprendre</span>");
    expect(html).toContain('<tr class="person">');
    expect(html).toContain("<details open>");
  });

  it("says once what many texts have in common, with the number of the others", () => {
    const same = (n: number): EntryReport =>
      entry({ manual: [{ kind: "template", file: `_posts/${String(n)}.md`, line: n, found: "{% x %}" }] });
    const html = reportHtml(report({ entries: [same(1), same(2), same(3)] }), "fr");
    expect(html).toContain(
      "<li><code>_posts/1.md:1</code> {% x %} <small>– et à 2 autres endroits</small></li></ul></section>",
    );
    expect(html).toContain("<b>1</b> <span>points à reprendre</span>");
  });

  it("counts words that were lost as a fault, and shows both addresses of a text that moved", () => {
    const moved = entry({ old: "/vieux/", new: "/neuf/", sameAddress: false });
    const html = reportHtml(
      report({ entries: [moved], words: { before: 10, after: 8, lost: 2, added: 1 } }),
      "fr",
    );
    expect(html).toContain('<li class="bad"><b>3</b> <span>mots perdus ou en trop</span></li>');
    expect(html).toContain("<code>/vieux/</code><br>→ <code>/neuf/</code>");
    expect(reportHtml(report({ entries: [entry({ new: null, draft: true })] }), "fr")).toContain(
      "non publié",
    );
  });

  it("folds a long list away, and shows a short one, in letters that people read", () => {
    const redirected = (n: number): ImportReport["redirected"] =>
      Array.from({ length: n }, (_, i) => ({ from: `/%C3%A9t%C3%A9-${String(i)}/`, to: "/ete/" }));
    expect(reportHtml(report({ redirected: redirected(3) }), "fr")).toContain("<li>/été-0/ → /ete/</li>");
    expect(reportHtml(report({ redirected: redirected(40) }), "fr")).toContain(
      "<details><summary>Adresses redirigées <small>(40)</small></summary>",
    );
  });
});
