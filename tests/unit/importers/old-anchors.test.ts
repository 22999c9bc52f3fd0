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
    ["GitHub and Jekyll", "[a](#les-gens--leurs-métiers)", "[a](#les-gens-leurs-metiers)"],
    ["percent signs", "[a](#%C3%A9t%C3%A9-%C3%A0-brest)", "[a](#ete-a-brest)"],
    ["Kramdown alone", "[a](#t--brest)", "[a](#ete-a-brest)"],
    ["Kramdown alone, after a number", "[a](#le-dbut)", "[a](#2019-le-debut)"],
    ["Kramdown alone, with a number", "[a](#web-2-dt)", "[a](#web-2-d-ete)"],
    ["Kramdown alone, with accents beside their letters", "[a](#nol)", "[a](#a-noel)"],
    ["no accents", "[a](#les-gens--leurs-metiers)", "[a](#les-gens-leurs-metiers)"],
    ["a ligature", "[a](#lœuvre-dété)", "[a](#l-oeuvre-d-ete)"],
    ["capitals", "[a](#Notes)", "[a](#notes)"],
    ["another text", "[a](/là/bas/#suite--fin)", "[a](/là/bas/#suite-fin)"],
    ["its old address", "[a](/2019/01/02/ancien.html#suite--fin)", "[a](/2019/01/02/ancien.html#suite-fin)"],
    ["a relative address", "[a](../là/bas#suite--fin)", "[a](../là/bas#suite-fin)"],
    ["a definition", "[a]: /là/bas/#suite--fin", "[a]: /là/bas/#suite-fin"],
    ["HTML", '<a href="#t--brest">a</a>', '<a href="#ete-a-brest">a</a>'],
  ])("becomes the heading's new id: %s", (_, before, after) => {
    const { body, changes } = withAnchors(before, "/ici/", ANCHORS);
    expect(body).toBe(after);
    expect(changes).toHaveLength(1);
  });

  it.each([
    ["it is right", "[a](#notes-1)"],
    ["it is of a note", "[a](#fn1)"],
    ["no heading has its letters", "[a](#ailleurs)"],
    ["two headings have", "[a](#notes--1)"],
    ["another site is named", "[a](https://a.example/ici/#t--brest)"],
    ["another host is named", "[a](//a.example/ici/#t--brest)"],
    ["no text is at that address", "[a](/nulle-part/#t--brest)"],
    ["a bare hash is the top", "[a](#)"],
    ["its escapes are none", "[a](#%E0%A4%A)"],
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
