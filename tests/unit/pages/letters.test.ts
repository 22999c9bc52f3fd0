import { describe, expect, it } from "vitest";
import { collator } from "../../../src/pages/draft.ts";
import { lettersOf } from "../../../src/pages/letters.ts";
import type { GroupView } from "../../../src/pages/views.ts";
import { post } from "../content/site-root.ts";
import { planned } from "./planned.ts";

/** An index of these labels, each with others that begin like it, so that it is long. */
function indexOf(labels: readonly string[], lang: string, more = 29): GroupView[] {
  const all = labels.flatMap((label) => [
    label,
    ...Array.from({ length: more }, (_, i) => `${label} ${String(i)}`),
  ]);
  return all.sort(collator(lang).compare).map((label) => ({ label, url: `/${label}/`, count: 1 }));
}

function initials(labels: readonly string[], lang = "fr"): string[] | undefined {
  return lettersOf(indexOf(labels, lang), lang)?.map(({ label }) => label);
}

describe("the letters of an index", () => {
  it("appear from sixty entries on", () => {
    const sixty = indexOf(["a", "b"], "fr");
    expect(sixty).toHaveLength(60);
    expect(lettersOf(sixty, "fr")).toHaveLength(2);
    expect(lettersOf(sixty.slice(1), "fr")).toBeUndefined();
  });

  it("ignore accents and case, and open the two letters of œ", () => {
    expect(initials(["Été", "écran", "eau", "Œuvre", "ordre", "Ça", "Æther", "Übung"])).toEqual([
      "A",
      "C",
      "E",
      "O",
      "U",
    ]);
  });

  it("are one sign for digits and signs, before the others", () => {
    expect(initials(["10 ans", "#hack", "« Été »", "€uro", "(bis)", "😀", "\u200b", "zone"])).toEqual([
      "#",
      "Z",
    ]);
  });

  it("are found behind a character that the order ignores", () => {
    expect(initials(["\u00adzone", "aide"])).toEqual(["A", "Z"]);
  });

  it.each([
    ["Greek", "el", ["Άλφα", "αλφάβητο", "ωμέγα"], ["Α", "Ω"]],
    ["Cyrillic", "ru", ["ёлка", "если", "Йод", "игра"], ["Е", "И", "Й"]],
    ["Arabic", "ar", ["أحمد", "إسلام", "آداب", "المغرب", "باب"], ["ا", "ب"]],
    [
      "Latin and other alphabets",
      "fr",
      ["zone", "βήτα", "дом", "باب", "Þor", "ɛvɛ"],
      ["Z", "Ɛ", "Þ", "Β", "Д", "ب"],
    ],
  ])("are those of the alphabet: %s", (_, lang, labels, expected) => {
    expect(initials(labels, lang)?.sort()).toEqual([...expected].sort());
  });

  it("never disagree with the order: each entry is once below its letter, and none moves", () => {
    const words =
      "œuf ocre Oz ßa sz šal ñu nz łódź lz æ az ǆ dz ıx iz ﬁn fz ª º № ⅷ ĳ ½ ﷺ 가나 かな カナ ガス 字";
    for (const lang of ["fr", "en"]) {
      const index = indexOf(words.split(" "), lang, 5);
      const letters = lettersOf(index, lang) ?? [];
      expect(letters.flatMap(({ groups }) => groups)).toEqual(index);
      expect(new Set(letters.map(({ id }) => id)).size).toBe(letters.length);
    }
  });

  it("have ids that say the letter, so that an address of one can be shared", () => {
    const ids = lettersOf(indexOf(["10", "été", "βήτα"], "fr"), "fr")?.map(({ id }) => id);
    expect(ids).toEqual(["page--letter-0", "page--letter-e", "page--letter-β"]);
  });

  it("are left out where they would not help: one letter, or a sign for nearly each word", () => {
    expect(initials(["Équipe a", "Équipe b", "équipe c"])).toBeUndefined();
    const signs = Array.from({ length: 80 }, (_, i) => String.fromCodePoint(0x4e00 + 7 * i));
    expect(lettersOf(indexOf(signs, "fr", 0), "fr")).toBeUndefined();
  });
});

it("are on the index of tags, of another taxonomy and of people, beside the whole list", async () => {
  const names = Array.from({ length: 60 }, (_, i) => `${i % 2 === 0 ? "aide" : "été"} ${String(i)}`).join(
    ", ",
  );
  const people = names.replaceAll(/\d+/g, "$& publique").split(", ");
  const { at } = await planned({
    "content/site.yaml": "title: T\ntaxonomies: { defi: { label: Défi } }\n",
    "content/posts/2026-01-01-a.md": post(
      "title: A",
      `tags: [${names}]`,
      `defi: [${names}]`,
      `author: [${people.map((name) => `Équipe ${name}`).join(", ")}, ${people.map((name) => `Pôle ${name}`).join(", ")}]`,
    ),
  });
  for (const [url, labels] of [
    ["/mots-cles/", ["A", "E"]],
    ["/defi/", ["A", "E"]],
    ["/auteurs/", ["E", "P"]],
  ] as const) {
    const { groups, letters } = at(url).data as {
      groups?: GroupView[];
      letters?: { label: string; groups: GroupView[] }[];
    };
    expect(letters?.map(({ label }) => label)).toEqual(labels);
    expect(letters?.flatMap((letter) => letter.groups)).toEqual(groups);
  }
  expect(at("/archives/").data["letters"]).toBeUndefined();
});
