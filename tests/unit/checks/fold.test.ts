import { expect, it } from "vitest";
import { foldPath, foldText, pathKey, slugOf } from "../../../src/checks/fold.ts";

it.each([
  ["/a/b/", "/a/b/"],
  ["/%C3%A9te%CC%81/", "/été/"],
  ["/e\u0301te\u0301/", "/été/"],
  ["/a%2fb%2Fc/", "/a%2Fb%2Fc/"],
  ["/100%/", "/100%/"],
])("normalizes the path %s to %s", (path, key) => {
  expect(pathKey(path)).toBe(key);
});

it.each([
  ["L’Été à_Paris", "l-ete-a-paris"],
  ["Œuvre", "œuvre"],
  ["ASCII  only", "ascii-only"],
])("folds “%s” to “%s”", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

it.each([
  "/blog/2021/04/01/ete",
  "/Blog/2021/04/01/Été.html",
  "/blog//2021/04/01/%C3%89t%C3%A9/",
  "/blog/2021/04/01/été/index.html",
  "blog/2021/04/01/ete.md",
  "blog/2021/04/01/ete.markdown",
])("folds %s to the same path", (path) => {
  expect(foldPath(path)).toBe("blog/2021/04/01/ete");
});

it.each([
  ["blog/2021-04-01-titre", "titre"],
  ["21-4-1-titre", "titre"],
  ["titre-2021-04-01-x", "titre-2021-04-01-x"],
  ["titre", "titre"],
])("finds in %s the slug %s", (folded, slug) => {
  expect(slugOf(folded)).toBe(slug);
});
