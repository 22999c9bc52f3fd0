// Tests how an old blog is parsed: front matter, template tags, redirect files of hosts, people, the generator.
import { describe, expect, it } from "vitest";
import { HeadEditor } from "../../../src/importers/head/editor.ts";
import { detectKinds } from "../../../src/importers/detect.ts";
import { addPerson } from "../../../src/importers/people.ts";
import { readNetlify } from "../../../src/importers/redirects.ts";
import { readText } from "../../../src/importers/source-text.ts";
import { findTags, readArgs, readOutput } from "../../../src/markdown/other-tools/template-tags.ts";
import {
  codeText,
  pictureText,
  videoAddress,
  videoText,
} from "../../../src/markdown/other-tools/media-words.ts";
import { folder, read } from "./old-blog.ts";
import { busy } from "../../support/busy.ts";

describe("front matter", () => {
  it.each([
    ["---\ntitle: A\n---\nx\n", "yaml", "x\n", 4],
    ['+++\ntitle = "A"\ndate = 2021-01-02\n+++\nx\n', "toml", "x\n", 5],
    ['{\n"title": "A"\n}\nx\n', "json", "x\n", 4],
    ['{ "title": "A", "x": { "y": "}\\"" } }\nx\n', "json", "x\n", 2],
    ['{"title": "A"}\n\nx\n', "json", "\nx\n", 2],
    ['---json\n{ "title": "A" }\n---\nx\n', "json", "x\n", 4],
    ['--- toml\ntitle = "A"\n---\nx\n', "toml", "x\n", 4],
    ['---js\nconst title = "A";\n---\nx\n', "js", "x\n", 4],
    ["---yaml\r\ntitle: A\r\n---\r\nx", "yaml", "x", 4],
    ["\ufeff---\r\ntitle: A\r\n---\r\nx", "yaml", "x", 4],
  ])("%j is read as %s", (written, format, body, bodyLine) => {
    expect(read(written)).toMatchObject({ format, body, bodyLine, data: { title: "A" } });
  });

  it.each([
    ["---\ntitle: [\n---\n", 2],
    ["---\ntitle: A\n", 1],
    ["+++\ntitle = \n+++\n", 2],
    ["---\n- a\n---\n", 2],
    [
      "---\na: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n---\n",
      2,
    ],
    ["a\n\0", 2],
    ["---js\nconst title = nom();\n---\nx\n", 1],
    ['---json\n{ "title": }\n---\nx\n', 2],
    ['{ "title": "A"\nx\n', 1],
  ])("is reported as broken in %j, at line %i", (written, line) => {
    expect(readText(written)).toMatchObject({ broken: { line } });
  });

  it("changes only where it is edited: the rest stays, comments included", () => {
    const head = new HeadEditor(
      read("---\n# note\ntitle:   'A'\nlayout: post\nname: x # ici\nautre: [1,2]\n---\n"),
    );
    head.remove("layout", "layout");
    head.rename("name", "slug", "y", "key");
    head.set("lang", "en", "language");
    expect(head.write("corps\n")).toBe(
      "---\n# note\ntitle:   'A'\nslug: y # ici\nautre: [1,2]\nlang: en\n---\ncorps\n",
    );
    expect(head.changes.map(({ kind, line }) => [kind, line])).toEqual([
      ["layout", 4],
      ["key", 5],
      ["language", 0],
    ]);
  });

  it("in TOML becomes YAML, with its comments", () => {
    const head = new HeadEditor(read('+++\n# note\ntitle = "A"\ntags = ["x"]\n+++\n'));
    expect(head.write("")).toBe('---\n# note\ntitle: "A"\ntags: [x]\n---\n');
  });

  it("in fenced JSON becomes YAML, and changes have its lines", () => {
    const head = new HeadEditor(read('---json\n{ "title": "A",\n  "name": "x" }\n---\n'));
    head.rename("name", "slug", "x", "key");
    expect(head.write("")).toBe('---\ntitle: "A"\nslug: x\n---\n');
    expect(head.changes.map(({ line }) => line)).toEqual([3]);
  });

  it("keeps the last value of a repeated key", () => {
    const head = new HeadEditor(read("---\ntitle: A\ntitle: B\n---\n"));
    expect(head.write("")).toBe("---\ntitle: B\n---\n");
  });
});

describe("template tags", () => {
  it.each([
    [
      "liquid",
      '{% include x.html a="b" %}',
      { syntax: "tag", name: "include", rest: 'x.html a="b"', closing: false },
    ],
    ["liquid", "{%- endraw -%}", { syntax: "tag", name: "raw", closing: true }],
    ["liquid", "{{ page.title | upcase }}", { syntax: "output", name: "page.title | upcase" }],
    ["liquid", "{# note #}", { syntax: "comment", rest: " note " }],
    ["shortcode", '{{< figure src="a.png" />}}', { syntax: "shortcode", name: "figure", selfClosing: true }],
    ["shortcode", "{{% /notice %}}", { syntax: "shortcode", name: "notice", closing: true }],
    ["shortcode", "{{</* youtube x */>}}", { syntax: "comment", name: "youtube" }],
  ] as const)("%s: %s", (language, text, expected) => {
    expect(findTags(`a ${text} b`, language)).toMatchObject([
      { ...expected, start: 2, end: 2 + text.length },
    ]);
  });

  it("are searched for in reasonable time if none is closed", () => {
    const taken = busy(() => {
      expect(findTags("{% x ".repeat(20_000), "liquid")).toEqual([]);
    });
    expect(taken).toBeLessThan(5000);
  });

  it("have positional and named arguments, quoted or not", () => {
    const { list, named } = readArgs(`"a b", 'l\\'été' c key="d, e" Other: f`);
    expect(list).toEqual(["a b", "l'été", "c"]);
    expect(Object.fromEntries(named)).toEqual({ key: "d, e", other: "f" });
    expect(readOutput('"/x|y" | url | prepend: site.baseurl')).toEqual({
      value: "/x|y",
      quoted: true,
      filters: [
        { name: "url", rest: "" },
        { name: "prepend", rest: "site.baseurl" },
      ],
    });
  });
});

describe("pictures, videos and code", () => {
  it("become Markdown, or HTML where Markdown is not parsed", () => {
    const picture = { src: "/a b.png", alt: "Une [x]", caption: "Un *mot*", link: "/c/" };
    expect(pictureText(picture, false)).toBe("[![Une \\[x\\]](</a b.png>)](/c/)\n*Un mot*");
    expect(pictureText({ src: "/a.png", alt: '"' }, true)).toBe('<img src="/a.png" alt="&quot;">');
    expect(videoText("https://vimeo.com/1", "Un [film]")).toBe(
      "::video[Un \\[film\\]]{url=https://vimeo.com/1}",
    );
    expect(codeText("\n```js\n```\n", "md")).toBe("````md\n```js\n```\n````");
  });

  it.each([
    ["youtube", "dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["vimeo", "https://vimeo.com/12", "https://vimeo.com/12"],
    ["dailymotion", "x7zgtds", "https://www.dailymotion.com/video/x7zgtds"],
    ["youtube", '"><script>', undefined],
    ["autre", "abc", undefined],
  ])("%s %s is at %s", (provider, id, address) => {
    expect(videoAddress(provider, id)).toBe(address);
  });
});

it("redirect files give single addresses; patterns, rewrites and hosts are reported", () => {
  const files = folder({
    _redirects:
      "# note\n/a /b\n/c/ /d/ 301!\n/e /f 302 # fin\n/tout/* /x/:splat\n/app /index.html 200\nhttps://x.example/* /y\n\n",
  });
  const { list, manual } = readNetlify(files, ["_redirects", "absent"]);
  expect(list.map(({ from, to, line }) => [from, to, line])).toEqual([
    ["/a", "/b", 2],
    ["/c/", "/d/", 3],
    ["/e", "/f", 4],
  ]);
  expect(manual.map(({ kind, line }) => [kind, line])).toEqual(
    [5, 6, 7].map((line) => ["redirect-pattern", line]),
  );
});

it("redirects in `netlify.toml` come after those in `_redirects`, under the same rules", () => {
  const rule = (lines: string): string => `[[redirects]]\n${lines}\n`;
  const files = folder({
    _redirects: "/a /b\n",
    "netlify.toml": [
      '[build]\npublish = "public"\n',
      rule('from = "/c"\nto = "/d"\nforce = true'),
      rule('from = "/e/*"\nto = "/f/:splat"\nstatus = 302'),
      rule('from = "/"\nto = "/en/"\nconditions = { Language = ["en"] }'),
      rule('from = "/app"\nto = "/index.html"\nstatus = 200'),
    ].join(""),
  });
  const { list, manual } = readNetlify(files, ["_redirects"]);
  expect(list).toEqual([
    { from: "/a", to: "/b", file: "_redirects", line: 1 },
    { from: "/c", to: "/d", file: "netlify.toml", line: 3 },
  ]);
  expect(manual.map(({ file, line, found }) => [file, line, found])).toEqual([
    ["netlify.toml", 7, "/e/* /f/:splat 302"],
    ["netlify.toml", 11, "/ /en/ 301"],
    ["netlify.toml", 15, "/app /index.html 200"],
  ]);
});

describe("a person in a data file", () => {
  it("keeps what Carnet shows, but no e-mail address", () => {
    const people: Record<string, unknown> = {};
    addPerson(people, "ana", {
      display_name: "Ana",
      email: "ana@example.org",
      twitter: "@ana",
      social: { github: "ana-dev" },
      website: "https://ana.example.org/",
      bio: "Elle\n écrit.",
    });
    expect(people).toEqual({
      ana: {
        name: "Ana",
        description: "Elle écrit.",
        links: [{ label: "ana.example.org", url: "https://ana.example.org/" }],
        handles: { twitter: "ana", github: "ana-dev" },
      },
    });
  });

  it("is left out without a name, or under an invalid id", () => {
    const people: Record<string, unknown> = {};
    addPerson(people, "x", { role: "rédaction" });
    addPerson(people, "__proto__", { name: "X" });
    expect(Object.keys(people)).toEqual([]);
  });
});

it.each([
  [{ "_config.yml": "" }, ["jekyll"]],
  [{ "blog/_posts/a.md": "" }, ["jekyll"]],
  [{ "hugo.toml": "", "content/a.md": "" }, ["hugo"]],
  [{ "config.yaml": "", "notes.md": "" }, []],
  [{ "eleventy.config.js": "", "_posts/a.md": "" }, ["eleventy", "jekyll"]],
  [{ ".eleventy.js": "" }, ["eleventy"]],
  [{ "hugo.yaml": "", "textes/posts/a.md": "" }, ["hugo"]],
  [{ "config/_default/params.toml": "", "textes/posts/a.md": "" }, ["hugo"]],
  [{ "config.toml": "", "textes/posts/a.md": "" }, []],
] as const)("a folder with %j is a blog of %j", (files, kinds) => {
  expect(detectKinds(folder(files))).toEqual(kinds);
});
