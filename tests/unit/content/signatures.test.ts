import { describe, expect, it, test } from "vitest";
import { ownerOf, readHandle } from "../../../src/content/signatures.ts";
import { isDoubtful, parseSignature, parseSignatures } from "../../../src/content/signatures.ts";

const KNOWN = ["Paul et Fils", "Dupont", "DINUM"];
const knows = (name: string): boolean => KNOWN.includes(name);
const read = (text: string): string[] =>
  parseSignatures(text, knows).map(({ name, role }) => (role === undefined ? name : `${name} (${role})`));

describe("the free text of `author`", () => {
  test.each<[string, string[]]>([
    ["", []],
    ["Coline Malivel", ["Coline Malivel"]],
    [
      "Thanh Ha LE, EIG Node et Coline Malivel, EIG Link",
      ["Thanh Ha LE (EIG Node)", "Coline Malivel (EIG Link)"],
    ],
    ["Bastien Guerry, EIG Link", ["Bastien Guerry (EIG Link)"]],
    ["L'équipe EIG (Bastien et Mathilde)", ["L'équipe EIG (Bastien et Mathilde)"]],
    ["La Fondation Truc et Muche (auteur invité)", ["La Fondation Truc et Muche (auteur invité)"]],
    ["Anne Roy et Paul Durand", ["Anne Roy", "Paul Durand"]],
    ["Anne Roy and Paul Durand", ["Anne Roy", "Paul Durand"]],
    ["Anne Roy & Paul Durand; Marie Curie", ["Anne Roy", "Paul Durand", "Marie Curie"]],
    ["Anne Roy, Paul Durand et Marie Curie", ["Anne Roy", "Paul Durand", "Marie Curie"]],
    ["Anne Roy, Paul Durand et l’équipe EIG", ["Anne Roy", "Paul Durand", "l’équipe EIG"]],
    ["Anne Roy, designer, et l’équipe EIG", ["Anne Roy (designer)", "l’équipe EIG"]],
    ["Anne Roy, Paul Durand", ["Anne Roy (Paul Durand)"]],
    ["Anne Roy, Dupont", ["Anne Roy", "Dupont"]],
    ["Anne Roy, designer, Paul Durand, développeur", ["Anne Roy (designer)", "Paul Durand (développeur)"]],
    ["Anne Roy, cheffe de la recherche et du design", ["Anne Roy (cheffe de la recherche et du design)"]],
    ["Anne Roy, directrice, cabinet du maire", ["Anne Roy (directrice, cabinet du maire)"]],
    ["Paul et Fils", ["Paul et Fils"]],
    ["Anne Roy et Paul et Fils", ["Anne Roy", "Paul et Fils"]],
    ["Par Anne Roy", ["Anne Roy"]],
    ["« L’équipe »", ["L’équipe"]],
    ["Department for Work and Pensions", ["Department for Work and Pensions"]],
  ])("%s", (text, people) => {
    expect(read(text)).toEqual(people);
  });
  it("is one person in an item of a list", () => {
    expect(parseSignature("Anne Roy et Paul, EIG, Node", knows)).toEqual({
      name: "Anne Roy et Paul",
      role: "EIG, Node",
    });
  });
  it("is doubtful if a role looks like a name", () => {
    const [one] = parseSignatures("Anne Roy, Paul Durand", knows);
    const [other] = parseSignatures("Anne Roy, Data Scientist", knows);
    expect([one, other].map((signed) => signed && isDoubtful(signed))).toEqual([true, false]);
  });
});

describe("a handle", () => {
  test.each([
    ["colinemalivel", "colinemalivel"],
    ["@colinemalivel", "colinemalivel"],
    ["https://twitter.com/etalab?lang=fr", "etalab"],
    ["x.com/etalab/", "etalab"],
    ["", undefined],
    ["Coline Malivel", undefined],
    ["https://example.org/a", undefined],
  ])("%j is read as %j", (written, handle) => {
    expect(readHandle(written)).toBe(handle);
  });
  const signers = [
    { name: "Thanh Ha Le", handles: [] },
    { name: "Coline Malivel", handles: ["@aucunrapport"] },
  ];
  test.each([
    ["colinemalivel", 1],
    ["cmalivel", 1],
    ["ColineM", 1],
    ["malivel_coline", 1],
    ["thanhhale", 0],
    ["aucunrapport", 1],
    ["eig_link", undefined],
    ["le", undefined],
  ])("%s belongs to the signer that it resembles", (handle, owner) => {
    expect(ownerOf(handle, signers)).toBe(owner);
  });
});
