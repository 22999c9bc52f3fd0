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
  pictures: { before: 0, after: 0, lost: [], added: [] },
  links: { before: 0, after: 0, lost: [], added: [] },
  ...more,
});

const report = (more: Partial<ImportReport> = {}): ImportReport => ({
  kind: "jekyll",
  entries: [entry()],
  repairs: {},
  words: { before: 10, after: 10, lost: 0, added: 0 },
  pictures: { before: 0, after: 0, lost: 0, added: 0 },
  links: { before: 0, after: 0, lost: 0, added: 0 },
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

describe("the HTML report", () => {
  it("is self-contained, without scripts, in the given language, with texts escaped", () => {
    const html = reportHtml(report(), "fr");
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(html).toContain("Un &amp; &lt;deux&gt;");
    expect(html).not.toMatch(/<script|<link|\ssrc=|url\(|@import|undefined|NaN/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(reportHtml(report(), "en")).toContain("<h1>Import report</h1>");
  });

  it("begins with what was kept, and says that nothing is left to do", () => {
    const html = reportHtml(report(), "fr");
    expect(html).toContain('<li class="good"><b>1 / 1</b> <span>adresses gardées</span></li>');
    expect(html).toContain('<li class="good"><b>0</b> <span>points à reprendre</span></li>');
    expect(html).toContain(
      '<section class="todo none"><h2>Ce qui reste à faire</h2><p class="done">Rien.</p>',
    );
  });

  it("groups what is left to do by kind, with the place of each", () => {
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

  it("lists what many texts have in common once, with their number", () => {
    const same = (n: number): EntryReport =>
      entry({ manual: [{ kind: "template", file: `_posts/${String(n)}.md`, line: n, found: "{% x %}" }] });
    const html = reportHtml(report({ entries: [same(1), same(2), same(3)] }), "fr");
    expect(html).toContain(
      "<li><code>_posts/1.md:1</code> {% x %} <small>– et à 2 autres endroits</small></li></ul></section>",
    );
    expect(html).toContain("<b>1</b> <span>points à reprendre</span>");
  });

  it("marks lost or added words as bad, and shows both addresses of a moved text", () => {
    const moved = entry({ old: "/vieux/", new: "/neuf/", sameAddress: false });
    const html = reportHtml(
      report({ entries: [moved], words: { before: 10, after: 8, lost: 2, added: 1 } }),
      "fr",
    );
    expect(html).toContain(
      '<li class="bad"><b>3</b> <span>mots, images ou liens perdus ou en trop</span></li>',
    );
    expect(html).toContain("<code>/vieux/</code><br>→ <code>/neuf/</code>");
    expect(reportHtml(report({ entries: [entry({ new: null, draft: true })] }), "fr")).toContain(
      "non publié",
    );
  });

  it("folds a long list but not a short one, and decodes addresses", () => {
    const redirected = (n: number): ImportReport["redirected"] =>
      Array.from({ length: n }, (_, i) => ({ from: `/%C3%A9t%C3%A9-${String(i)}/`, to: "/ete/" }));
    expect(reportHtml(report({ redirected: redirected(3) }), "fr")).toContain("<li>/été-0/ → /ete/</li>");
    expect(reportHtml(report({ redirected: redirected(40) }), "fr")).toContain(
      "<details><summary>Adresses redirigées <small>(40)</small></summary>",
    );
  });
});
