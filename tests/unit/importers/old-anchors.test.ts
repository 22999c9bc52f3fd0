// Tests links to headings by the ids that old generators gave them.
import { describe, expect, it } from "vitest";
import { anchorsOf, withAnchors, type AnchoredText } from "../../../src/importers/old-anchors.ts";

function text(addresses: readonly string[], headings: readonly [id: string, text: string][]): AnchoredText {
  return {
    addresses,
    read: () => ({
      ids: [...headings.map(([id]) => id), "fn1"],
      headings: headings.map(([id, words]) => ({ level: 2, id, text: words })),
    }),
  };
}

const ANCHORS = anchorsOf([
  text(
    ["/ici/"],
    [
      ["les-gens-leurs-metiers", "Les gens & leurs métiers"],
      ["ete-a-brest", "Été à Brest"],
      ["l-oeuvre-d-ete", "L’œuvre d’été"],
      ["2019-le-debut", "2019 : le début"],
      ["notes", "Notes"],
      ["notes-1", "Notes"],
      ["notes-1-1", "Notes 1"],
      ["fn-1", "Fn 1"],
      ["web-2-d-ete", "Web 2 d’été"],
      ["a-noel", "A\u0300 noe\u0308l"],
    ],
  ),
  text(["/l%C3%A0/bas/", "/2019/01/02/ancien.html"], [["suite-fin", "Suite & fin"]]),
]);

describe("the fragment of a link between texts", () => {
  it.each([
    ["an id of GitHub and Jekyll", "[a](#les-gens--leurs-métiers)", "[a](#les-gens-leurs-metiers)"],
    ["a percent-encoded id", "[a](#%C3%A9t%C3%A9-%C3%A0-brest)", "[a](#ete-a-brest)"],
    ["an id of Kramdown", "[a](#t--brest)", "[a](#ete-a-brest)"],
    ["an id of Kramdown, without the number in front", "[a](#le-dbut)", "[a](#2019-le-debut)"],
    ["an id of Kramdown, with a number", "[a](#web-2-dt)", "[a](#web-2-d-ete)"],
    ["an id of Kramdown, for a heading with decomposed accents", "[a](#nol)", "[a](#a-noel)"],
    ["an id without accents", "[a](#les-gens--leurs-metiers)", "[a](#les-gens-leurs-metiers)"],
    ["an id with a ligature", "[a](#lœuvre-dété)", "[a](#l-oeuvre-d-ete)"],
    ["an id in capitals", "[a](#Notes)", "[a](#notes)"],
    ["a link to another text", "[a](/là/bas/#suite--fin)", "[a](/là/bas/#suite-fin)"],
    [
      "a link to the old address of a text",
      "[a](/2019/01/02/ancien.html#suite--fin)",
      "[a](/2019/01/02/ancien.html#suite-fin)",
    ],
    ["a relative link", "[a](../là/bas#suite--fin)", "[a](../là/bas#suite-fin)"],
    ["a link definition", "[a]: /là/bas/#suite--fin", "[a]: /là/bas/#suite-fin"],
    ["a link in raw HTML", '<a href="#t--brest">a</a>', '<a href="#ete-a-brest">a</a>'],
  ])("becomes the heading's new id: %s", (_, before, after) => {
    const { body, changes } = withAnchors(before, "/ici/", ANCHORS);
    expect(body).toBe(after);
    expect(changes).toHaveLength(1);
  });

  it.each([
    ["it is correct", "[a](#notes-1)"],
    ["it is that of a note", "[a](#fn1)"],
    ["no heading has its letters", "[a](#ailleurs)"],
    ["two headings have its letters", "[a](#notes--1)"],
    ["another site is named", "[a](https://a.example/ici/#t--brest)"],
    ["another host is named", "[a](//a.example/ici/#t--brest)"],
    ["no text is at that address", "[a](/nulle-part/#t--brest)"],
    ["it is empty, which means the top", "[a](#)"],
    ["its percent codes are invalid", "[a](#%E0%A4%A)"],
  ])("stays if %s", (_, body) => {
    expect(withAnchors(body, "/ici/", ANCHORS)).toEqual({ body, changes: [] });
  });

  it("has its text rendered once, and only if a fragment names it", () => {
    const read: string[] = [];
    const told = ["/a/", "/b/"].map((address) => ({
      addresses: [address],
      read: () => {
        read.push(address);
        return { ids: [], headings: [] };
      },
    }));
    const anchors = anchorsOf(told);
    withAnchors("[a](/a/#x) [a](/a/#y) [b](/b/)", "/ici/", anchors);
    expect(read).toEqual(["/a/"]);
  });
});
