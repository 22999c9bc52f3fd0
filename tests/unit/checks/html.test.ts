import { describe, expect, it } from "vitest";
import { srcsetAddresses } from "../../../src/checks/tag-facts.ts";
import { checkHtml, type HtmlCheckOptions } from "../../../src/checks/html.ts";
import { type Files } from "../../support/files.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

function found(files: Files, options: Partial<HtmlCheckOptions> = {}): string[] {
  const { problems } = checkHtml(scratchFolder(files), { basePath: "/", ...options });
  return problems.map(({ file, line, column, key }) => `${file}:${String(line)}:${String(column)} ${key}`);
}

const page = (body: string): string =>
  `<html lang="fr"><head><title>T</title></head><body><h1>T</h1>\n${body}</body></html>`;

describe("addresses", () => {
  it("accepts pages, files, folders and anchors that exist", () => {
    expect(
      found({
        "index.html": page(
          '<a href="/">a</a><a href="/b/">b</a><a href="b/#ici">c</a><a href="/b">d</a><a href="?q">e</a><a href="#">f</a><img alt="" src="/é.png" srcset="%C3%A9.png 1x, /é.png 2x">',
        ),
        "b/index.html": page(
          '<p id="ici"><a href="../#top">a</a><a href="#Top">a</a><a href="./">b</a><a href="https://autre.org/x">c</a><a href="mailto:a@b.org">d</a>',
        ),
        "é.png": "",
      }),
    ).toEqual([]);
  });

  it("reports each that leads to no file, at the start of its tag", () => {
    expect(
      found({ "index.html": page('<a href="/x/">a</a>\n<img alt="" src="y.png" srcset="/z.png 2x">') }),
    ).toEqual(["index.html:2:1 html-link", "index.html:3:1 html-link", "index.html:3:1 html-link"]);
  });

  it("reports anchors that their page lacks", () => {
    expect(
      found({
        "index.html": page('<a href="#x">a</a>\n<a href="/b.html#y">b</a>'),
        "b.html": page(""),
      }),
    ).toEqual(["index.html:2:1 html-anchor", "index.html:3:1 html-anchor"]);
  });

  it("accepts the host's own home page, above the base path", () => {
    const files = {
      "index.html": page('<a href="https://x.org/">A</a> <a href="https://x.org">B</a> <a href="/">C</a>'),
    };
    expect(found(files, { basePath: "/carnet/", origin: "https://x.org" })).toEqual([
      "index.html:2:62 html-base-path",
    ]);
  });

  it("reports addresses that lack the base path", () => {
    const files = {
      "index.html": page('<a href="/carnet/">a</a>\n<a href="/b/">b</a>\n<a href="/defis/x">c</a>'),
      "b/index.html": page('<a href="../">a</a>'),
    };
    expect(found(files, { basePath: "/carnet/", alsoServed: ["/defis/"] })).toEqual([
      "index.html:3:1 html-base-path",
    ]);
  });

  it("accepts a base path with accents, written with codes or without", () => {
    const files = {
      "index.html": page('<a href="/%C3%A9t%C3%A9/b/">a</a> <a href="/été/b/">b</a> <a href="/été">c</a>'),
      "b/index.html": page('<a href="../">a</a> <a href="/été/c/">b</a>'),
    };
    for (const basePath of ["/%C3%A9t%C3%A9/", "/été/"])
      expect(found(files, { basePath }), basePath).toEqual(["b/index.html:2:21 html-link"]);
  });

  it("checks absolute addresses of the site if its host is known", () => {
    const files = {
      "index.html": page(
        '<a href="https://x.org/">a</a><a href="https://x.org/b/">b</a><a href="https://x.org.evil/">c</a>',
      ),
    };
    expect(found(files, { origin: "https://x.org" })).toEqual(["index.html:2:31 html-link"]);
    expect(found(files)).toEqual([]);
  });
});

describe("the page itself", () => {
  it("reports a page without title, language or main heading", () => {
    expect(found({ "index.html": "<html><body><svg><title>x</title></svg></body></html>" })).toEqual([
      "index.html:1:1 html-title",
      "index.html:1:1 html-lang",
      "index.html:1:1 html-heading",
    ]);
  });

  it("reports two main headings", () => {
    expect(found({ "index.html": page("<h1>U</h1>") })).toEqual(["index.html:1:1 html-heading"]);
  });

  it("reports an id used twice, but not inside a template", () => {
    expect(
      found({
        "index.html": page('<p id="a"></p><template><p id="a"></p></template>\n<p id="a"></p>'),
      }),
    ).toEqual(["index.html:3:1 html-duplicate-id"]);
  });

  it("reports a picture without alternative text, but not one where it is empty", () => {
    expect(
      found({ "index.html": page('<img src="/a.png">\n<img src="/a.png" alt="">'), "a.png": "" }),
    ).toEqual(["index.html:2:1 html-alt"]);
  });

  it("reports inline scripts and styles, but not JSON-LD or script files", () => {
    const body = [
      "<script>a</script>",
      "<style>b</style>",
      '<p style="x">',
      '<p onclick="y">',
      '<a href="javascript:z">z</a>',
      '<script type="application/ld+json">{}</script>',
      '<script src="/a.js"></script>',
    ];
    expect(found({ "index.html": page(body.join("\n")), "a.js": "" })).toEqual(
      [2, 3, 4, 5, 6].map((line) => `index.html:${String(line)}:1 html-inline`),
    );
  });
});

it("fails if there is no HTML page", () => {
  expect(() => found({ "a.txt": "" })).toThrow("No HTML page");
});

it.each([
  ["/a.png", ["/a.png"]],
  ["/a.png 1x, /b,c.png 2x", ["/a.png", "/b,c.png"]],
  [" a.png 320w,b.png 640w ", ["a.png", "b.png"]],
  ["a.png, b.png 2x", ["a.png", "b.png"]],
])("reads the addresses of srcset %j", (srcset, expected) => {
  expect(srcsetAddresses(srcset)).toEqual(expected);
});
