// Tests that relative addresses of files in an old text still lead to the same files.
import { expect, it } from "vitest";
import { filePlaces } from "../../../src/importers/file-places.ts";
import type { Generator } from "../../../src/strings/generators.ts";
import { folder, oldEntry, oldSite } from "./old-blog.ts";

const PUBLIC = ["img/a.png", "img/a b.png", "img/été(1).png", "posts/b.png", "doc.pdf"];
const DEMANDED = ["top.png", "img/c.png"];

/** The new form of an address in a text published at /posts/a/, whose source is beside `own.png`. */
function placed(written: string, kind: Generator = "hugo", oldUrl = "/posts/a/"): string | undefined {
  const files = folder({
    "content/posts/a.md": "",
    "content/posts/own.png": "",
    "content/posts/img/a.png": "",
  });
  const site = oldSite({
    kind,
    assets: PUBLIC.map((path) => ({ source: `static/${path}`, target: `public/${path}` })),
    onDemand: DEMANDED.map((path) => ({ source: `assets/${path}`, target: `public/${path}` })),
  });
  return filePlaces(site, files)(oldEntry({ source: "content/posts/a.md", oldUrl }))(written);
}

it.each([
  ["top.png", "/top.png"],
  ["./top.png", "/top.png"],
  ["img/c.png", "/img/c.png"],
  ["img/c.png?x=1#y", "/img/c.png?x=1#y"],
  ["img/a%20b.png", "/img/a%20b.png"],
  ["img/été(1).png", "/img/été(1).png"],
  ["doc.pdf", "/doc.pdf"],
  ["../b.png", "/posts/b.png"],
  ["../../img/a.png", "/img/a.png"],
  ["../../img/été(1).png#p", "/img/%C3%A9t%C3%A9%281%29.png#p"],
])("%s becomes the absolute path %s", (written, address) => {
  expect(placed(written)).toBe(address);
});

it.each([
  "own.png",
  "img/a.png",
  "/img/a.png",
  "absent.png",
  "../../../b.png",
  "https://a.example/top.png",
  "#top.png",
  "{{ x }}.png",
  "%.png",
  "../b/",
  "",
])("%j stays unchanged", (written) => {
  expect(placed(written)).toBeUndefined();
});

it.each([
  ["../img/a.png", "jekyll", "/posts/a.html", "/img/a.png"],
  ["img/c.png", "jekyll", "/posts/a.html", undefined],
  ["img/c.png", "eleventy", "/a.html", "/img/c.png"],
] as const)("%s is resolved as in a browser, from %s at %s", (written, kind, url, address) => {
  expect(placed(written, kind, url)).toBe(address);
});
