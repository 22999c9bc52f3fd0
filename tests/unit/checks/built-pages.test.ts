import { expect, it, test } from "vitest";
import { checkBuiltPages } from "../../../src/checks/built-pages.ts";

const site = {
  policy: { scripts: ["https://stats.example.org"], connect: [], images: [], frames: [] },
  homes: [{ host: "a.example.org", path: "/blog/" }],
  alsoServed: ["/defis/"],
  basePath: "/blog/",
};
const POLICY =
  '<meta http-equiv="Content-Security-Policy" content="style-src \'self\'; frame-src https://player.vimeo.com">';
const OTHER = '<html><h1 id="été">x</h1><template><p id="caché"></p></template></html>';

/** `line key value` of the problems of a page beside another one, a picture and a text with spaces. */
function check(html: string, more: Record<string, string> = {}): string[] {
  const texts: Record<string, string> = { "p/index.html": html, "autre/index.html": OTHER, ...more };
  return checkBuiltPages(["p/index.html", ...Object.keys(more)], {
    site,
    files: [...Object.keys(texts), "img/a b.png"],
    read: (file) => texts[file] ?? "",
  }).map(
    ({ line, key, params }) =>
      `${String(line)} ${key} ${String(params["href"] ?? params["id"] ?? params["src"])}`,
  );
}

test.each([
  '<a href="/blog/autre/">',
  '<a href="/blog/autre/#%C3%A9t%C3%A9">',
  '<a href="../autre/index.html">',
  '<a href="https://a.example.org/blog/autre/">',
  '<a href="https://ailleurs.example.org/x">',
  '<a href="/defis/x/">',
  '<a href="#a"><b id="a">',
  '<a href="#">',
  '<img src="/blog/img/a%20b.png" srcset="/blog/img/a%20b.png 1x, /blog/img/a%20b.png 2x">',
  '<a href="mailto:a@example.org">',
  '<script src="https://stats.example.org/a.js"></script><script src="https://a.example.org/blog/autre/"></script>',
  '<i id="a"></i><template><i id="a"></i></template>',
  `${POLICY}<iframe src="https://player.vimeo.com/video/1"></iframe>`,
])("nothing is wrong with %s", (html) => {
  expect(check(html)).toEqual([]);
});

test.each([
  ['<a href="/autre/">', "1 html-link /autre/"],
  ['<p>\n<a href="/blog/absente/">', "2 html-link /blog/absente/"],
  ['<img srcset="/blog/img/c.png 2x">', "1 html-link /blog/img/c.png"],
  ['<a href="/blog/autre/#caché">', "1 html-link /blog/autre/#caché"],
  ['<a href="#b">', "1 html-link #b"],
  ['<i id="a"></i>\n<b id="a"></b>', "2 html-id a"],
  ['<script src="//autre.example.org/a.js"></script>', "1 blocked-resource //autre.example.org/a.js"],
  [
    '<img src="https://autre.example.org/a.png" alt="">',
    "1 blocked-resource https://autre.example.org/a.png",
  ],
  [
    `${POLICY}<iframe src="https://player.vimeo.com.example/"></iframe>`,
    "1 blocked-resource https://player.vimeo.com.example/",
  ],
  [
    `${POLICY}<link rel="stylesheet" href="//autre.example.org/a.css">`,
    "1 blocked-resource //autre.example.org/a.css",
  ],
])("%s: %s", (html, expected) => {
  expect(check(html)).toEqual([expected]);
});

it("reports what a layout repeats on every page once", () => {
  expect(check('<a href="/x/">', { "q/index.html": '<a href="/x/">' })).toEqual(["1 html-link /x/"]);
});
