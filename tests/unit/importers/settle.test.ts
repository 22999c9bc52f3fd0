// What a build would refuse of an imported site: nothing is left of it, and the report names what was taken back.
import { describe, expect, it } from "vitest";
import { headed, imported } from "./old-blog.ts";

const CONFIG = { "_config.yml": "title: Blog\nurl: https://a.example.org\npermalink: /:title/\n" };

describe("an imported site builds", () => {
  it("with a key that holds a list of maps, a readme among its texts, and no post at all", async () => {
    const { report, read } = await imported("jekyll", {
      ...CONFIG,
      "page.md": headed("title: A", "partners: [{ name: B, url: 'https://b.example.org' }]"),
      "guides/readme-first.md": headed("title: C"),
    });
    expect(report).toMatchObject({ builds: true, counts: { read: 2, posts: 0, pages: 2 }, todo: [] });
    expect(read("site.yaml")).toContain("  partners:\n    type: object\n");
  });

  it("without the redirects that another text already answers, and keeps the others", async () => {
    const { report, read } = await imported("jekyll", {
      ...CONFIG,
      "a.md": headed("title: A", "redirect_from: [/b/, /old/]"),
      "b.md": headed("title: B"),
    });
    expect(report.builds).toBe(true);
    expect(read("pages/a.md")).toContain("redirect_from: [/old/]");
    expect(report.todo).toMatchObject([{ kind: "held", file: "content/pages/a.md" }]);
  });

  it("with a text that would give a secret away as a draft, named with its line", async () => {
    const { report, read } = await imported("jekyll", {
      ...CONFIG,
      "_posts/2020-01-02-a.md": "---\ntitle: A\n---\n\n[here](https://user:word@a.example.org/)\n",
      "_posts/2020-01-03-b.md": "---\ntitle: B\n---\n\n[mail](http://analytics@b.example.org)\n",
    });
    expect(report).toMatchObject({ builds: true, counts: { posts: 1, drafts: 1 } });
    expect(read("posts/2020-01-02-a.md")).toContain("draft: true");
    const [held] = report.todo.filter(({ kind }) => kind === "held");
    expect(held).toMatchObject({ file: "content/posts/2020-01-02-a.md" });
    expect(held?.found).toMatch(/^5: /);
  });

  it("with programs as comments in the source, and code that shows one as it is", async () => {
    const { report, read } = await imported("jekyll", {
      ...CONFIG,
      "_posts/2020-01-02-a.md":
        "---\ntitle: A\n---\n\nMot.\n\n<script>\nlet a = `b`;\n\na--;\n</script>\n\n`<script>`\n",
    });
    expect(report).toMatchObject({ builds: true, words: { lost: 0 } });
    expect(read("posts/2020-01-02-a.md")).toContain(
      "<!-- <script>\nlet a = `b`;\n\na-;\n</script> -->\n\n`<script>`",
    );
  });
});

it("the addresses of an Eleventy blog whose permalink a program makes are those of its own links", async () => {
  const dated = (day: string, to: string): string =>
    `---\ntitle: ${day}\n---\n\n[one](/news/2020/01/${day}/p-${day}/) [other](${to})\n`;
  const { report, read } = await imported("eleventy", {
    "posts/posts.json": '{ "permalink": "/news/{{ page.date | ours }}/{{ page.fileSlug }}/" }',
    ...Object.fromEntries(
      ["02", "03", "04", "05"].map((day) => [`posts/2020-01-${day}-p-${day}.md`, dated(day, "/news/")]),
    ),
  });
  expect(read("site.yaml")).toContain("permalink: /news/:year/:month/:day/:slug/\n");
  expect(report.addresses).toEqual({ same: 4, all: 4 });
});

it("a day stays the one that the old site showed, whatever the zone of the new one", async () => {
  const { read } = await imported("hugo", {
    "hugo.toml": 'baseURL = "https://a.example.org/"\nlanguageCode = "en"\n',
    "content/posts/a.md": headed("title: A", "date: 2015-03-02T23:30:00-05:00"),
    "content/posts/b.md": headed("title: B", "date: 2015-03-02T10:00:00Z"),
  });
  expect(read("posts/a.md")).toContain("date: 2015-03-02\n");
  expect(read("posts/b.md")).toContain("date: 2015-03-02T10:00:00Z\n");
});

it("texts about terms that posts name describe these terms, and the others stay pages", async () => {
  const { report, read } = await imported("hugo", {
    "hugo.toml": 'baseURL = "https://a.example.org/"\nlanguageCode = "en"\n',
    "content/posts/a.md": headed("title: A", "date: 2015-03-02", "categories: [Open data]"),
    "content/categories/open-data.md": "---\ntitle: Open data\n---\n\nWhat it is.\n",
    "content/categories/other.md": headed("title: Other"),
  });
  expect(report).toMatchObject({ builds: true, counts: { posts: 1, pages: 1, drafts: 0 } });
  // That of the term is the one of Carnet's own page.
  expect(report.addresses).toEqual({ same: 3, all: 3 });
  expect(read("site.yaml")).toMatch(/open-data: ?\{ ?label: Open data, description: What it is\. ?\}/);
});

it("a folder named like a language does not change that of its texts", async () => {
  const { report, read, answers } = await imported("hugo", {
    "hugo.toml": 'baseURL = "https://a.example.org/"\nlanguageCode = "fr"\n',
    "content/posts/en/a.md": headed("title: A", "date: 2015-03-02"),
  });
  expect(read("posts/en/a.md")).toContain("lang: fr\n");
  expect(report.addresses).toEqual({ same: 1, all: 1 });
  expect(answers).toContain("/posts/en/a");
});

it("an address that a build takes back does not count as kept", async () => {
  const { report, answers } = await imported("jekyll", {
    ...CONFIG,
    "a.md": headed("title: A", "permalink: /sitemap.xml"),
    "b.md": headed("title: B", "permalink: /blog/"),
  });
  expect(report).toMatchObject({ builds: true, addresses: { same: 0, all: 2 } });
  for (const { new: url } of report.texts) expect(answers).toContain(url?.replace(/\/$/, ""));
});

it("a relative slug that is a path is part of the address", async () => {
  const { report, read } = await imported("hugo", {
    "hugo.toml": 'baseURL = "https://a.example.org/"\nlanguageCode = "en"\n',
    "content/posts/a.md": headed("title: A", "date: 2015-03-02", "slug: kit/a"),
    "content/posts/b.md": headed("title: B", "date: 2015-03-02"),
  });
  expect(read("posts/a.md")).toContain("permalink: /posts/kit/a/\n");
  expect(report).toMatchObject({ todo: [], addresses: { same: 2, all: 2 } });
});

it("files whose names differ by Unicode form only are copied once, if they are the same", async () => {
  const { report } = await imported("jekyll", {
    ...CONFIG,
    "a.md": headed("title: A"),
    "img/\u00e9.png": "x",
    "img/e\u0301.png": "x",
  });
  expect(report).toMatchObject({ files: 1, todo: [] });
});

it("a menu leads to the lists that Carnet has elsewhere, and names those that it has not", async () => {
  const { report, read } = await imported("hugo", {
    "hugo.yaml":
      "baseURL: https://a.example.org/\nlanguageCode: en\nmenu: { main: [{ name: News, url: /journal/ }, { name: Projects, url: /projects/ }] }\n",
    "content/posts/_index.md": "---\ntitle: News\nurl: /journal/\n---\n",
    "content/posts/a.md": headed("title: A", "date: 2015-03-02"),
    "content/projects/_index.md": "---\ntitle: Projects\n---\n",
  });
  expect(read("site.yaml")).toContain("nav:\n  - label: News\n    url: /posts/\n");
  expect(report.todo).toEqual([{ kind: "menu", file: "", found: "Projects → /projects/" }]);
});

it("people of Hugo have the names that their files say", async () => {
  const { read } = await imported("hugo", {
    "hugo.toml": 'baseURL = "https://a.example.org/"\nlanguageCode = "en"\n',
    "content/authors/lea/_index.md": "---\ndisplay_name: Léa Exemple\n---\n",
    "content/posts/a.md": headed("title: A", "date: 2015-03-02", "authors: [lea]"),
  });
  expect(read("people.yaml")).toBe("lea:\n  name: Léa Exemple\n");
});

it("of Eleventy's lists the longest says how many posts a page has; a sentence is no key; a 404 page is the host's", async () => {
  const list = (size: number): string =>
    `---\npagination: { data: collections.posts, size: ${String(size)} }\n---\n`;
  const { report, read } = await imported("eleventy", {
    "all.njk": list(8),
    "each.njk": list(1),
    "404.md": headed("title: Not found"),
    "posts/2020-01-02-a.md": headed("title: A", '"<p>Some words</p>": b'),
  });
  expect(read("site.yaml")).toContain("postsPerPage: 8\n");
  expect(read("pages/404.md")).toContain("permalink: /404.html\n");
  expect(read("posts/2020-01-02-a.md")).toBe("---\ntitle: A\n---\n\nTexte.\n");
  expect(report.todo).toContainEqual({
    kind: "value",
    file: "posts/2020-01-02-a.md",
    found: "<p>Some words</p>",
  });
});
