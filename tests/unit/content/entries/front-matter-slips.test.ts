// What people write in place of a key or a value that Carnet knows: the problem names the right one.
import { describe, expect, test } from "vitest";
import { meantKey } from "../../../../src/content/key-names.ts";
import { FRONT_MATTER_KEYS, personSchema } from "../../../../src/content/schema.ts";
import { loadContent } from "../../../../src/content/load.ts";
import { show } from "../../../../src/shown-problems.ts";
import { busyUntil } from "../../../support/busy.ts";
import { load, NOW, post, siteRoot } from "../site-root.ts";

const FILE = "content/posts/2026-01-05-titre.md";

/** `line:column code: hint` of each problem of front matter, except notes. */
async function said(lines: readonly string[], more: Record<string, string> = {}): Promise<string[]> {
  const { problems } = await load({ ...more, [FILE]: post(...lines) });
  return problems
    .filter(({ severity, code }) => severity !== "note" && code !== "unknown-tag")
    .map(({ line, column, code, hint }) => `${String(line)}:${String(column)} ${code}: ${hint}`);
}

describe("a key under another name", () => {
  test.each([
    ["titre", "title"],
    ["auteur", "author"],
    ["Auteurs", "authors"],
    ["autor", "author"],
    ["mots-clés", "tags"],
    ["catégories", "tags"],
    ["résumé", "description"],
    ["image_alt", "imageAlt"],
    ["crédit photo", "imageCredit"],
    ["publishDate", "date"],
    ["lastmod", "updated"],
    ["brouillon", "draft"],
    ["licence", "license"],
    ["droits", "license"],
    ["thème", "tags"],
    ["header", "image"],
    ["img", "image"],
    ["brouilon", "draft"],
    ["desc", "description"],
    ["zzz", undefined],
  ])("%s → %s", (key, meant) => {
    expect(meantKey(key, FRONT_MATTER_KEYS)).toBe(meant);
  });

  test.each([
    ["nom", "name"],
    ["rôle", "role"],
    ["équipe", "team"],
    ["portrait", "photo"],
    ["img", "photo"],
    ["lien", "links"],
    ["jusqu’à", "until"],
    ["promo", "promotion"],
  ])("of a person: %s → %s", (key, meant) => {
    expect(meantKey(key, [...Object.keys(personSchema.shape), "promotion"])).toBe(meant);
  });

  test("is reported with the right name, and with the line that already has it", async () => {
    const taken = "Cette clé est déjà écrite : gardez une seule des deux lignes.";
    expect(await said(["title: A", "titre: B", "auteur: Jo Bel", "autor: Jo Bel", "résumé: c"])).toEqual([
      `3:1 unknown-key: Vouliez-vous écrire « title » ? ${taken}`,
      "4:1 unknown-key: Vouliez-vous écrire « author » ?",
      "5:1 unknown-key: Vouliez-vous écrire « author » ? « auteur » veut dire la même chose : gardez une seule des deux lignes.",
      "6:1 unknown-key: Vouliez-vous écrire « description » ?",
    ]);
  });

  test("gives its value to the fix for a missing title", async () => {
    expect(await said(['titre: "B : c"'])).toEqual(['2:1 front-matter: title: "B : c"']);
    expect(await said(["date: 2026-01-05", "titre: B"])).toEqual(['3:1 front-matter: title: "B"']);
  });

  test("gives a long title in full", async () => {
    const long = `${"mot ".repeat(90)}fin`;
    expect(await said([`titre: ${long}`])).toEqual([`2:1 front-matter: title: "${long}"`]);
  });

  test("is reported in people.yaml", async () => {
    const people = "jo:\n  name: Jo Bel\n  nom: Bel\n  rôle: EIG\n";
    expect(await said(["title: A"], { "content/people.yaml": people })).toEqual([
      "3:3 unknown-key: Vouliez-vous écrire « name » ? Cette clé est déjà écrite : gardez une seule des deux lignes.",
      "4:3 unknown-key: Vouliez-vous écrire « role » ?",
    ]);
  });
});

test("a key under another name in a correction is reported, and so is the missing one", async () => {
  const lines = ["title: A", "corrections: [{ date: 2026-03-01, texte: b }]"];
  expect(await said(lines)).toEqual([
    "3:15 front-matter: corrections: [{ date: 2026-03-01, text: b }]",
    "3:35 unknown-key: Vouliez-vous écrire « text » ?",
  ]);
  const { problems } = await load({ [FILE]: post(...lines) });
  expect(problems.map(({ message }) => message)).toContain(
    "Il manque « text » dans la 1re entrée de « corrections » : il faut du texte.",
  );
});

test.each([
  ["image: { src: /img/a.jpg, alt: Un quai }", "image: /img/a.jpg\nimageAlt: Un quai"],
  ["image: { url: /img/a.jpg, alt: Un quai }\nimageAlt: Une gare", "image: /img/a.jpg"],
  ["image: { fichier: a }", "image: /img/photo.jpg"],
  ["image: [/img/a.jpg]\nimageAlt: Un quai", "image: /img/photo.jpg"],
])("a cover written as a map gets a fix with its address and its words: %s", async (lines, fix) => {
  expect(await said(["title: A", ...lines.split("\n")])).toEqual([`3:8 front-matter: ${fix}`]);
});

test("the next line of a sentence, which its colon makes a key, is offered back to it", async () => {
  const lines = ["title: A", "description: Un bilan", "de cette année : dix projets", "author: Équipe"];
  expect(await said(lines)).toEqual([
    '4:1 unknown-key: description: "Un bilan de cette année : dix projets"',
  ]);
  expect(
    await said(["title: A", "image: /img/a.jpg", "imageCredit: Le musée", "de la ville : salle 2"]),
  ).toEqual(['5:1 unknown-key: imageCredit: "Le musée de la ville : salle 2"']);
  expect(await said(["title: A", "author: Équipe", "co auteur : B"])).toEqual([
    expect.stringMatching(/^4:1 unknown-key: Effacez/),
  ]);
});

test.each([
  ["mots clés: a, b", "tags"],
  ["date de publication: 2026-01-02", "date"],
  ["image alt: Un quai", "imageAlt"],
])("a key under another name is not taken for the next line of a title: %s", async (line, meant) => {
  const [first] = await said(["title: A", line, "image: /img/a.jpg"]);
  expect(first).toBe(`3:1 unknown-key: Vouliez-vous écrire « ${meant} » ?`);
});

test("the line that is offered back to a folded sentence stays on one line", async () => {
  const lines = ["title: A", "description: >", "  Un bilan", "de cette année : dix projets"];
  expect(await said(lines)).toEqual([
    '5:1 unknown-key: description: "Un bilan de cette année : dix projets"',
  ]);
});

describe("a mistake inside a list gets a fix at its own line", () => {
  test.each([
    ["corrections:\n  - date: demain\n    text: b", "4:11 bad-date:   - date: AAAA-MM-JJ"],
    [
      "corrections: [{ date: 2026-02-30, text: b }, c]",
      "3:23 bad-date: corrections: [{ date: 2026-02-28, text: b }, c]",
    ],
    ["corrections:\n  - date: 2026-02-01\n    text:", '5:5 front-matter:     text: "Chiffre corrigé."'],
    ["corrections:\n  - text: b", "4:5 front-matter:     date: AAAA-MM-JJ"],
    ["redirect_from:\n  - [/a/]\n  - /b/", "4:5 front-matter:   - /a/"],
    ["authors:\n  - L’équipe\n  - 12", '5:5 front-matter:   - "12"'],
    ["tags:\n  - design\n  - a: b", '5:5 front-matter:   - "a: b"'],
    ["tags: [design, a: b, données]", '3:16 front-matter: tags: [design, "a: b", données]'],
    ["tags:\n  - a; b", "4:5 joined-tags:   - a\n  - b"],
  ])("%j", async (lines, expected) => {
    expect(await said(["title: A", lines])).toEqual([expected]);
  });

  test("within two seconds for thousands", async () => {
    const taken = await busyUntil(async () => {
      await said(["title: A", "redirect_from:", ...Array<string>(5000).fill("  - [a]")]);
      await said(["title: A", "corrections:", ...Array<string>(1500).fill("  - { date: demain, text: b }")]);
    });
    expect(taken).toBeLessThan(2000);
  });
});

test("a boolean in other words gets a fix with its meaning", async () => {
  expect(await said(["title: A", "published: Vrai", "draft: faux"])).toEqual([
    "3:12 front-matter: published: true",
    "4:8 front-matter: draft: false",
  ]);
});

test("fixes are in the language of the message", async () => {
  const lines = ["description: [a]", "imageAlt: [b]", "corrections: true"];
  const root = siteRoot({ [FILE]: post(...lines) });
  const { problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
  const hints = show(problems, { lang: "en" }).filter(({ severity }) => severity === "error");
  expect(hints.map(({ hint }) => hint)).toEqual([
    'title: "My title"',
    'description: "A sentence that sums it up."',
    'imageAlt: "Two people in front of a board"',
    'corrections: [{ date: 2026-03-05, text: "A figure was corrected." }]',
  ]);
});

test.each([
  ["15-01-2026-c.md", "Le nom du fichier commence par « 15-01-2026 » : le jour s’y écrit dans l’ordre"],
  [
    "3-11-2026-c.md",
    "Le nom du fichier commence par « 3-11-2026 » : le jour s’y écrit dans l’ordre année, mois, jour",
  ],
  ["2026-02-30-c.md", "qui n’est pas un jour qui existe"],
])("a day in another order is distinguished from one that does not exist: %s", async (name, message) => {
  const { problems } = await load({ [`content/posts/${name}`]: post("title: A") });
  expect(problems.find(({ code }) => code === "bad-date")?.message).toContain(message);
});

describe("tags separated by semicolons", () => {
  test.each([
    ["tags: design; données ouvertes", "3:7", "tags: [design, données ouvertes]"],
    ["tags: [design, 'a; b: c']", "3:16", 'tags: [design, a, "b: c"]'],
    ["tags: [design; données]", "3:8", "tags: [design, données]"],
  ])("%s", async (line, place, fix) => {
    const more = { "content/tags.yaml": "design: Design\n" };
    expect(await said(["title: A", line], more)).toEqual([`${place} joined-tags: ${fix}`]);
  });

  test("or by spaces, with hyphens in them", async () => {
    const spaced = "tags: pix la-bonne-boite mes-aides mps";
    expect(await said(["title: A", spaced])).toEqual([
      "3:7 joined-tags: tags: [pix, la-bonne-boite, mes-aides, mps]",
    ]);
    for (const one of [
      "tags: intelligence artificielle sous-jacente",
      "tags: la-bonne-boite",
      "tags: Bilan de mi-parcours",
    ])
      expect(await said(["title: A", one])).toEqual([]);
  });

  test("are not found in an entity", async () => {
    expect(await said(["title: A", "tags: [design, R&amp;D]"])).toEqual([]);
  });
});

describe("an update before the publication", () => {
  test.each([
    [
      ["date: 2026-02-01", "updated: 2026-01-31"],
      ["4:10 early-update: Supprimez cette ligne, ou donnez le jour de la mise à jour : updated: 2026-03-02"],
    ],
    [["date: 2026-04-01", "updated: 2026-03-01"], ["4:10 early-update: Supprimez cette ligne."]],
    [["updated: 2026-01-05"], []],
    [["updated: 2026-01-06"], []],
  ])("%j", async (lines, expected) => {
    expect(await said(["title: A", ...lines])).toEqual(expected);
  });
});

describe("an update later than today", () => {
  const late =
    "3:10 late-update: Supprimez cette ligne, ou donnez le jour de la mise à jour : updated: 2026-03-02";
  test.each([
    [["updated: 2026-03-03"], [late]],
    [["updated: 2026-03-02"], []],
    [["updated: 2026-04-03", "date: 2026-04-02"], []],
  ])("%j", async (lines, expected) => {
    expect(await said(["title: A", ...lines])).toEqual(expected);
  });

  test("is not reported if the current time was given", async () => {
    const files = { [FILE]: post("title: A", "updated: 2026-03-03") };
    expect((await load(files, { pretended: true })).found).toEqual([]);
  });
});

test("two dates, in the name and in front matter, get a note with the one that counts", async () => {
  const noted = async (...lines: string[]): Promise<string[]> =>
    (await load({ [FILE]: post("title: A", ...lines) })).problems
      .filter(({ code }) => code === "two-dates")
      .map(({ line, column, message, hint }) => `${String(line)}:${String(column)} ${message} ${hint}`);
  expect(await noted("date: 2026-01-08")).toEqual([
    "3:7 Le nom de l’article dit 2026-01-05, et son en-tête 2026-01-08 : c’est l’en-tête qui compte. Pour n’avoir qu’une date, supprimez cette ligne, ou renommez l’article « 2026-01-08-titre ».",
  ]);
  expect(await noted("date: 2026-01-05")).toEqual([]);
  expect(await noted("publishAt: 2026-01-08T10:00")).toEqual([]);
});

test("the fix for an empty tag deletes the value, not its line", async () => {
  expect(await said(["title: A", "tags: [a, null, b]"])).toEqual([
    "3:11 empty-tag: Supprimez cette valeur, avec sa virgule ou son tiret.",
  ]);
});
