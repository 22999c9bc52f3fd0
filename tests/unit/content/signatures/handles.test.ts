import { describe, expect, test } from "vitest";
import { ownerOf, readHandle } from "../../../../src/content/signatures/handles.ts";

const owner = (handle: string, ...names: string[]): string | undefined => {
  const index = ownerOf(
    handle,
    names.map((name) => ({ name, handles: [] })),
  );
  return index === undefined ? undefined : names[index];
};

describe("the owner of a handle", () => {
  test.each([
    ["colinemalivel", "Coline Malivel"],
    ["MiljkovicSophie", "Sophie Miljkovic"],
    ["soizicpenicaud", "Soizic Pénicaud"],
    ["jbledevehat", "Jean-Baptiste Le Dévéhat"],
    ["AntoineAugusti", "Antoine Augusti"],
    ["schmitologie", "Paul Schmite"],
    ["colinelbx", "Coline Lebaratoux"],
    ["Vict0rSch", "Victor Schmidt"],
    ["cmalivel", "Coline Malivel"],
    ["coline_malivel75", "Coline Malivel"],
  ])("%s is %s’s", (handle, name) => {
    expect(owner(handle, "Thanh Ha Le", name)).toBe(name);
  });
  test.each([
    ["etalab", "Guillaume Lancrenon"],
    ["etalab", "L'équipe EIG"],
    ["bzg2", "Thanh Ha Le"],
    ["paul", "Anne Martin"],
  ])("%s is not %s’s", (handle, name) => {
    expect(owner(handle, name)).toBeUndefined();
  });
  test("is nobody if two people match equally", () => {
    expect(owner("martin", "Paul Martin", "Julie Martin")).toBeUndefined();
  });
  test("is the one that people.yaml gives", () => {
    expect(
      ownerOf("bzg2", [
        { name: "Anne Martin", handles: [] },
        { name: "Bastien Guerry", handles: ["@bzg2"] },
      ]),
    ).toBe(1);
  });
});

describe("the forms of a handle", () => {
  test.each([
    ["colinemalivel", { handle: "colinemalivel", form: "bare" }],
    ["@colinemalivel", { handle: "colinemalivel", form: "at" }],
    ["https://twitter.com/colinemalivel", { handle: "colinemalivel", form: "address" }],
    ["https://x.com/colinemalivel?s=20", { handle: "colinemalivel", form: "address" }],
    ["https://twitter.com/colinemalivel/status/123", { handle: "colinemalivel", form: "address" }],
    ["twitter.com/@colinemalivel/", { handle: "colinemalivel", form: "address" }],
    ["  ", undefined],
    ["Coline Malivel", { bad: "Coline Malivel" }],
    ["javascript:alert(1)", { bad: "javascript:alert(1)" }],
  ])("%j", (written, expected) => {
    expect(readHandle(written)).toEqual(expected);
  });
});
