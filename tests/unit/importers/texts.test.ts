// From one old text to the new one: reading it, its dates, its front matter, its address, its pictures.
import { describe, expect, it } from "vitest";
import { aliasesOf } from "../../../src/importers/front-matter.ts";
import { readData, readText } from "../../../src/importers/source.ts";
import { readDate } from "../../../src/importers/values.ts";
import { imported } from "./old-blog.ts";

describe("reading a text", () => {
  it("gives the values of YAML, TOML and JSON, with dates as text", () => {
    const data = { title: "A", date: "2021-05-02" };
    for (const text of [
      "\ufeff---\r\ntitle: A\r\ndate: 2021-05-02\r\n---\r\nTexte.\r\n",
      '+++\ntitle = "A"\ndate = 2021-05-02\n+++\nTexte.\n',
      '---json\n{ "title": "A", "date": "2021-05-02" }\n---\nTexte.\n',
    ])
      expect(readText(text)).toEqual({ data, body: "Texte.\n", isHeaded: true });
    expect(readText("Texte.\n")).toEqual({ data: {}, body: "Texte.\n", isHeaded: false });
  });

  it.each([
    ["---\ntitle: a: b\n---\n", "2: title: a: b"],
    ["---js\n{ title: process.exit(1) }\n---\n", "1: js"],
    ["---\ntitle: A\n", "1: ---"],
    ['{\n  "title": "A"\n}\n', "1: {"],
    ["---\na: \u0000\n---\n", "2: UTF-8"],
  ])("refuses %j, and says where", (text, broken) => {
    expect(readText(text)).toEqual({ broken });
  });

  it("reads JavaScript only if it is nothing but a literal, and no key of an object's prototype", () => {
    expect(readData("a.js", "export default { a: 'b', c: [1, true], };")).toEqual({ a: "b", c: [1, true] });
    for (const code of [
      "module.exports = { a: b };",
      "module.exports = { a: () => 1 };",
      "exports.a = 1;",
      "module.exports = { a: `b` };",
    ])
      expect(readData("a.js", code)).toBeUndefined();
    expect(readData("a.yaml", "__proto__: { x: 1 }\nb: 2")).toEqual({ b: 2 });
  });
});

it.each([
  ["2021-05-02", undefined, "2021-05-02"],
  ["2021-05-02T23:30:00Z", undefined, "2021-05-02"],
  ["2021-05-02T23:30:00Z", "Europe/Paris", "2021-05-03"],
  ["2021/5/2 10:00", undefined, "2021-05-02"],
  ["Sun, 02 May 2021 10:00:00 +0000", undefined, "2021-05-02"],
  ["May 2, 2021", undefined, "2021-05-02"],
  ["14/07/2021", undefined, "2021-07-14"],
  ["07/14/2021", undefined, "2021-07-14"],
  ["02/05/2021", undefined, undefined],
  ["2021-02-30", undefined, undefined],
  ["bientôt", undefined, undefined],
])("the date %s, read in the zone %s, is the day %s", (written, zone, day) => {
  expect(readDate(written, zone)?.day).toBe(day);
});

it.each([
  ["redirect_from without a slash", { redirect_from: ["old/", "a.html"] }, ["/old/", "/a.html"], []],
  ["addresses elsewhere", { redirect_from: "https://a.example.org/x/" }, ["https://a.example.org/x/"], []],
  ["both keys", { redirect_from: "/a/", aliases: ["b/"] }, ["/a/", "/b/"], []],
  [
    "names of what a text is about",
    { aliases: "radio buttons, option buttons" },
    [],
    ["radio buttons, option buttons"],
  ],
])("old addresses are those of %s", (_, data, aliases, names) => {
  expect(aliasesOf(data)).toEqual({ aliases, names });
});

const CONFIG = {
  "_config.yml": "title: A\nurl: https://a.example.org\nbaseurl: /b\nlang: fr\npermalink: pretty\n",
};

/** The new text of one post. */
const post = async (head: string, body = "Texte."): Promise<string> => {
  const { read } = await imported("jekyll", {
    ...CONFIG,
    "_posts/2020-01-02-a.md": `---\n${head}\n---\n${body}\n`,
    "img/a.png": "x",
  });
  return read("posts/2020-01-02-a.md");
};

describe("front matter", () => {
  it("gets Carnet’s keys; others stay, and `site.yaml` declares their type", async () => {
    const { read } = await imported("jekyll", {
      ...CONFIG,
      "_posts/2020-01-02-a.md":
        "---\nlayout: post\nname: 10 % de plus\nexcerpt: Une phrase.\nauteur: { name: Léa, role: élève }\nlast_modified_at: 2021-01-02\ntags: un deux\ncover: { image: /b/img/a.png, alt: Une vue }\nnote: 3\nvide:\n---\nTexte.\n",
      "img/a.png": "x",
    });
    expect(read("posts/2020-01-02-a.md")).toBe(
      "---\ntitle: 10 % de plus\ndescription: Une phrase.\nauthor: Léa, élève\nupdated: 2021-01-02\ntags: [un, deux]\nimage: /img/a.png\nimageAlt: Une vue\nnote: 3\n---\n\nTexte.\n",
    );
    expect(read("site.yaml")).toContain("fields:\n  note:\n    type: number\n");
  });

  it.each([
    ["sans: titre", "title: A\n"],
    ["title: 2020", 'title: "2020"\n'],
    ["title: A\ndraft: true", "draft: true\n"],
    ["title: A\nauthors: [Léa, Bob]", "author: [Léa, Bob]\n"],
    ["title: A\ndate: 5 Jan 2018 18:00", "date: 2018-01-05\n"],
    ["title: A\nimage: img/a.png", "image: /img/a.png\n"],
    ["title: A\nimage: https://x.example.org/a.png", "image: https://x.example.org/a.png\n"],
    ["title: A\nlang: en", "lang: en\n"],
    ["title: A\npermalink: /x/y.html", "permalink: /x/y.html\n"],
    ["title: A\nslug: Autre-nom", "slug: Autre-nom\n"],
  ])("%j gives %j", async (head, line) => {
    expect(await post(head)).toContain(line);
  });

  it("loses a value that Carnet would refuse, which is named, and never the text", async () => {
    const { read, report } = await imported("jekyll", {
      ...CONFIG,
      "_posts/2020-01-02-a.md": "---\ntitle: A\ntwitter: { a: b }\n---\nTexte.\n",
    });
    expect(read("posts/2020-01-02-a.md")).toBe("---\ntitle: A\n---\n\nTexte.\n");
    expect(report.todo).toEqual([
      {
        kind: "held",
        file: "content/posts/2020-01-02-a.md",
        found: '3: “twitter” is {"a":"b"}, which does not fit. twitter: anadiallo',
      },
    ]);
  });
});

describe("addresses", () => {
  it("most posts give the pattern of the site; an address that Carnet refuses redirects; the second of two is a draft", async () => {
    const { read, report } = await imported("jekyll", {
      ...CONFIG,
      "_posts/2020-01-02-a.md": "---\ntitle: A\n---\n",
      "_posts/2020-01-03-b.md": "---\ntitle: B\n---\n",
      "_posts/2020-01-04-c.md": "---\ntitle: C\npermalink: /c d/\n---\n",
      "_posts/2020-01-05-d.md": "---\ntitle: D\npermalink: /2020/01/02/a/\n---\n",
      "page.md": "---\ntitle: P\nredirect_from: /vieux.html\n---\nTexte.\n",
    });
    expect(read("site.yaml")).toContain("url: https://a.example.org/b\n");
    expect(read("site.yaml")).toContain("permalink: /:year/:month/:day/:slug/\n");
    expect(report.texts.map(({ old, new: now, draft }) => [old, now, draft])).toEqual([
      ["/2020/01/02/a/", "/2020/01/02/a/", false],
      ["/2020/01/03/b/", "/2020/01/03/b/", false],
      ["/c d/", "/2020/01/04/c/", false],
      ["/2020/01/02/a/", null, true],
      ["/page/", "/page/", false],
    ]);
    expect(read("redirects.yaml")).toBe("/c d/: /2020/01/04/c/\n");
    expect(report.todo.map(({ kind }) => kind)).toEqual(["moved", "shared-address"]);
    expect(read("pages/page.md")).toContain("redirect_from: [/vieux.html]\n");
  });
});

describe("files", () => {
  it("keep their addresses, and a picture beside a text goes where readers saw it", async () => {
    const { read, site } = await imported("jekyll", {
      ...CONFIG,
      "_posts/2020-01-02-a.md":
        "---\ntitle: A\n---\n![a](/b/img/a.png) ![b](../../../../img/a.png) ![c](c.png) [p](/b/page/)\n",
      "_posts/c.png": "x",
      "img/a.png": "x",
      "page.md": "---\ntitle: P\n---\nTexte.\n",
    });
    expect(read("posts/2020-01-02-a.md")).toContain(
      "![a](/img/a.png) ![b](/img/a.png) ![c](/c.png) [p](/page/)\n",
    );
    expect(site.list("new/public")).toEqual(["c.png", "img/a.png"]);
  });
});
