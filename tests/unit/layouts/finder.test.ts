import { afterAll, describe, expect, it } from "vitest";
import { forgetIndexes, lack, makeIndexes, open, opened, titles } from "./searched.ts";

afterAll(forgetIndexes);

const QUOTED = ['"retour d\'expérience"', "“retour d’expérience”", "« retour d’expérience »"];

const ELIDED = ["qu’", "jusqu’", "lorsqu’", "puisqu’", "quoiqu’", "L’évaluation d’"].map(
  (before) => `${before}évaluation`,
);

/** Typed words, by the titles of all texts found. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  Mesurer: ["l'œuvre", "œuvres", "Œuvre œuvre", "aequo", "Æquo æquo"],
  "Mesurer, Second": [
    "évaluer",
    "évaluer".normalize("NFD"),
    "EVALUATION",
    "d’évaluation",
    ...ELIDED,
    "kayak  évaluation",
    "méthodes",
  ],
  Second: ["Lovelace"],
  Formes: ["email", "e-mail", "mails", "co₂", "c₁₀", "rgaa c", "100", "10000", ...QUOTED],
  "Appel, Soirée": ["invité"],
  Soirée: ["invitée"],
  Appel: ["constructor"],
  Droits: ["open-data", "calendrier"],
  Normes: ["accessibilités", "porte-voix"],
  "": ["xylophone", "logicel", "opendata", "accesibilité", "10001", '"expérience retour"'],
};

describe("a search", () => {
  it.each(Object.entries(FOUND).flatMap(([wanted, all]) => all.map((typed) => [typed, wanted] as const)))(
    "for “%s” finds: %s",
    async (typed, wanted) => {
      for (const how of ["one", "two"] as const) {
        const found = await (await opened(how)).find(typed, {});
        expect((await titles(found)).sort().join(", "), how).toBe(wanted);
      }
    },
  );

  it("in several indexes sorts texts by relevance, then newest first", async () => {
    const { find } = await opened("two");
    expect(await titles(await find("formes", {}))).toEqual(["Formes", "Appel"]);
    expect(await titles(await find("kayak", {}))).toEqual(["Second", "Mesurer"]);
  });

  it("lists the values of each filter, with their number of texts", async () => {
    for (const how of ["one", "two"] as const) {
      const { choices } = await opened(how);
      expect(choices).toMatchObject({ tags: { Méthode: 2, Mesure: 1, constructor: 1 }, year: { 2020: 1 } });
    }
  });

  it("counts what each filter value would leave, also instead of the one in use", async () => {
    for (const how of ["one", "two"] as const) {
      const found = await (await opened(how)).find("kayak", { year: "2021" });
      expect(await titles(found)).toEqual(["Second"]);
      expect(found.counts).toMatchObject({
        year: { 2020: 1, 2021: 1, 2022: 0 },
        tags: { Méthode: 1, Mesure: 0 },
      });
    }
  });

  it("ignores the counts of an index that answers another word", async () => {
    // In one index, `c` is the longest prefix that is a word.
    const { counts } = await (await opened("two")).find("calendrier", {});
    expect(Object.entries(counts["year"] ?? {}).filter(([, count]) => count > 0)).toEqual([["2025", 1]]);
  });

  it("lists all texts with a filter value if nothing is typed", async () => {
    for (const how of ["one", "two"] as const) {
      const found = await (await opened(how)).find("", { tags: "Méthode" });
      expect((await titles(found)).sort()).toEqual(["Mesurer", "Second"]);
    }
  });

  it("finds no partial match if a filter leaves nothing", async () => {
    const found = await (await opened("one")).find("kayak xylophone", { year: "2021" });
    expect(found).toMatchObject({ results: [], partial: false });
  });

  it("finds texts with most of the words if none has all, marked as partial", async () => {
    for (const how of ["one", "two"] as const) {
      const found = await (await opened(how)).find("xylophone kayak paraissent", {});
      expect(found).toMatchObject({ partial: true, counts: {} });
      expect(await titles(found)).toEqual(["Second", "Mesurer"]);
      // A word of a title weighs more than words of a text, but counts as one.
      const titled = await (await opened(how)).find("xylophone kayak paraissent formes", {});
      expect((await titles(titled))[0]).toBe("Second");
    }
  });

  it("finds no partial match for words between quotation marks", async () => {
    expect(await (await opened("one")).find('"kayak paraissent"', {})).toMatchObject({ results: [] });
  });

  it("finds no partial match by a short word, unless all words are short", async () => {
    expect(await titles(await (await opened("one")).find("des xylophone", {}))).toEqual([]);
    expect(await titles(await (await opened("one")).find("co2 x", {}))).toEqual(["Second", "Formes"]);
  });

  it.each([
    ["l'accesibilité", "l'accessibilité"],
    ["opendata", "open data"],
    ["les kayak évalaution", "les kayak évaluation"],
    ["l’œvre", "l’oeuvre"],
    ["évalaution".normalize("NFD"), "évaluation"],
    ["œufs", "œufs"],
    ['"retor d’expérience"', '"retour d’expérience"'],
    ["« un kayk »", "« un kayak »"],
    ["xylophone", "xylophone"],
  ])("corrects %s to %s", async (typed, meant) => {
    expect(await (await opened("one")).correct(typed)).toBe(meant);
  });
});

describe("a search with a missing index file", () => {
  it("fails, and lists the filter values at the next try", async () => {
    const folders = makeIndexes(4);
    lack(/\.pf_filter$/);
    await expect(open(folders)).rejects.toThrow("did not come");
    lack();
    expect((await open(folders)).choices).toMatchObject({ tags: { Méthode: 2 } });
  });

  it("fails instead of finding nothing, and succeeds at the next try", async () => {
    const { find } = await open(makeIndexes(4));
    lack(/\.pf_index$/);
    await expect(find("kayak", {})).rejects.toThrow("did not come");
    lack();
    expect(await titles(await find("kayak", {}))).toHaveLength(2);
  });
});
