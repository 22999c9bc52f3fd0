import { expect, it } from "vitest";
import { contentChecks, linkCheckInput } from "../../../src/checks/content-checks.ts";
import type { Content, Post } from "../../../src/content/types.ts";
import type { Rendered } from "../../../src/markdown/types.ts";
import { show } from "../../../src/shown-problems.ts";
import { postOf, siteOf } from "../feeds/samples.ts";

const description = "Une description qui dit de quoi parle cet article, et pour qui.";
const a = postOf({ description, file: "content/posts/a.md", url: "/a/" });
const b = postOf({ description, file: "content/posts/b.md", url: "/b/", unpublished: "draft" });

function contentOf(posts: readonly Post[], withheld: readonly Post[]): Content {
  return {
    site: siteOf(),
    languages: ["fr"],
    posts,
    pages: [],
    withheld,
    unsound: [],
    people: [],
    members: [],
    otherNames: () => new Map(),
    declaredTerms: () => [],
    book: { known: [], strange: [] },
    settingLinks: [],
    files: [{ file: "public/docs/y.pdf", path: "/site/public/docs/y.pdf", size: 1, mtimeMs: 0, ctimeMs: 0 }],
    layouts: [],
    redirects: [
      { from: "/vieux/", to: "/a/", place: { file: "content/redirects.yaml", line: 1, column: 1 } },
    ],
  };
}

function run(
  posts: readonly Post[],
  withheld: readonly Post[],
  hrefs: Readonly<Record<string, readonly string[]>>,
  refused: readonly string[] = [],
): string[] {
  const sources = refused.map((file) => ({ file, path: `/site/${file}`, size: 1, mtimeMs: 0, ctimeMs: 0 }));
  const content = { ...contentOf(posts, withheld), refused: sources };
  const rendered = new Map(
    [...posts, ...withheld].map(({ file }): [string, Rendered] => [
      file,
      {
        html: "",
        headings: [],
        ids: ["un-titre"],
        words: 0,
        pictures: [],
        shown: [],
        frameHosts: [],
        problems: [],
        references: (hrefs[file] ?? []).map((href, n) => ({
          kind: "link",
          href,
          text: "x",
          line: n + 1,
          column: 1,
        })),
      },
    ]),
  );
  const pages = [
    ...posts.map((entry) => ({ kind: "post" as const, url: entry.url, entry })),
    { kind: "redirect" as const, url: "/vieux/" },
  ];
  const problems = contentChecks({
    content,
    rendered,
    pages,
    copies: [{ from: "/site/public/img/x.png", to: "img/x.png" }],
  });
  return show(problems, { lang: "fr" }).map(({ file, line, code }) => `${file}:${String(line)} ${code}`);
}

it("resolves links to pages, anchors, copied files and redirects", () => {
  expect(
    run([a], [], {
      [a.file]: ["/a/#un-titre", "/img/x.png", "/docs/y.pdf", "/vieux/", "/a/#absent", "/nulle-part/"],
    }),
  ).toEqual([
    "content/posts/a.md:4 redirected-link",
    "content/posts/a.md:5 dead-anchor",
    "content/posts/a.md:6 dead-link",
  ]);
});

it("percent-encodes the address of a copied file", () => {
  const input = linkCheckInput({
    content: contentOf([a], []),
    rendered: new Map(),
    pages: [],
    copies: [{ from: "/site/public/docs/été n# 1.pdf", to: "docs/été n# 1.pdf" }],
  });
  expect([...input.answers.keys()]).toContain("/docs/%C3%A9t%C3%A9%20n%23%201.pdf");
});

it("checks the links of a draft, and reports links to it", () => {
  expect(run([a], [b], { [a.file]: ["/b/"], [b.file]: ["/a/", "/nulle-part/", "#un-titre"] })).toEqual([
    "content/posts/a.md:1 dead-link",
    "content/posts/b.md:2 dead-link",
  ]);
});

it("accepts links to a draft in a preview that shows it", () => {
  expect(run([a, b], [], { [a.file]: ["/b/#un-titre"] })).toEqual([]);
});

it("does not report links to a text that an error keeps out", () => {
  const refused = ["content/posts/2026-03-02-Mon-titre.md", "content/posts/2026-03-03-dossier/index.md"];
  const hrefs = [
    "/blog/2026/03/02/mon-titre/",
    "/b/mon-titre.html#a",
    "/dossier",
    "/titre/",
    "/mon-titre/plus/",
  ];
  expect(run([a], [], { [a.file]: hrefs }, refused)).toEqual([
    "content/posts/a.md:4 dead-link",
    "content/posts/a.md:5 dead-link",
  ]);
});

it("recognizes such a text by its file name, percent-encoded or not, and by its slug", () => {
  const refused = ["content/posts/2026-03-02-Bilan d’étape.md", "content/posts/_2026-03-03-suite.md"];
  const hrefs = [
    "2026-03-02-Bilan%20d’étape.md",
    "../posts/2026-03-02-bilan%20d’%C3%A9tape.md#a",
    "/blog/2026/03/02/bilan-d-etape",
    "_2026-03-03-suite.md",
    "2026-03-02-etape.md",
  ];
  expect(run([a], [], { [a.file]: hrefs }, refused)).toEqual(["content/posts/a.md:5 dead-link"]);
});

it("takes the ids of pages without a text from known layouts, and leaves the others unknown", () => {
  const content = contentOf([a], []);
  const pages = [
    { kind: "year" as const, url: "/archives/2026/" },
    { kind: "tags" as const, url: "/mots-cles/" },
  ];
  const ids = new Set(["page--03"]);
  const anchors = {
    of: ({ kind }: { kind: string }) => (kind === "year" ? ids : undefined),
    around: new Set(["page--main"]),
  };
  const { answers, around } = linkCheckInput({ content, rendered: new Map(), pages, copies: [], anchors });
  expect(answers.get("/archives/2026/")).toBe(ids);
  expect(answers.get("/mots-cles/")).toBeUndefined();
  expect(around).toBe(anchors.around);
});

it("reports nothing that a refused setting may have caused", () => {
  const dead = { href: "/nulle-part/", line: 1, column: 1, kind: "link" as const, text: "x" };
  const text = {
    html: "",
    headings: [],
    ids: [],
    words: 0,
    pictures: [],
    shown: [],
    frameHosts: [],
    problems: [],
  };
  const rendered = new Map<string, Rendered>([["content/posts/a.md", { ...text, references: [dead] }]]);
  const codes = (caused: readonly string[]): string[] => {
    const content = { ...contentOf([a], []), caused: new Set(caused) };
    return contentChecks({ content, rendered, pages: [], copies: [] }).map(({ key }) => key);
  };
  expect(codes([])).toContain("dead-link/missing");
  expect(codes(["dead-link"])).not.toContain("dead-link/missing");
});
