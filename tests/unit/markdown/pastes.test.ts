// Tests that the fix of a message can be pasted over what it quotes: nothing is lost, doubled or left as it was.
import { describe, expect, test } from "vitest";
import { problems } from "./support.ts";

/** `column message → hint` of each problem. */
const said = (body: string): string[] =>
  problems(body).map(({ column, message, hint }) => `${String(column)} ${message} → ${hint}`);

describe("the fix of a heading without a space after `#` contains the whole heading", () => {
  test.each([
    ["##Voir [le guide](/g/) **ici**", "## Voir [le guide](/g/) **ici**"],
    ["##Un `code` et la suite", "## Un `code` et la suite"],
    [`##${"mot ".repeat(40)}fin`, `## ${"mot ".repeat(40)}fin`],
  ])("%s", (body, fix) => {
    expect(said(body)[0]).toMatch(/^1 La ligne « ##/);
    expect(problems(body)[0]?.hint).toBe(`Écrivez \`${fix}\``);
  });
});

describe("the fix of an address leaves out misplaced spaces", () => {
  test.each([
    ["https:// exemple.org/a", "https://exemple.org/a"],
    ["https: //exemple.org/a", "https://exemple.org/a"],
    ["https://exemple. org/a b", "https://exemple.org/a%20b"],
    ["/blog/ ete/", "/blog/ete/"],
    ["https://exemple.org/posts / b-c", "https://exemple.org/posts/b-c"],
    ["/blog /un mot", "/blog/un%20mot"],
    ["mailto:equipe@exemple. org", "mailto:equipe@exemple.org"],
    ["mailto: a@exemple.org?subject=Un mot", "mailto:a@exemple.org?subject=Un%20mot"],
    ['https:// exemple.org/a "Titre"', 'https://exemple.org/a "Titre"'],
  ])("%s", (address, fix) => {
    const [problem] = problems(`[le texte](${address})`);
    expect(problem?.message).toContain("une adresse ne contient pas d’espace");
    expect(problem?.hint).toBe(`Écrivez \`[le texte](${fix})\``);
  });
});

test("the fix of tags of HackMD is a line of front matter", () => {
  expect(said("## A\n\n###### Tags: `un`, `deux mots`, `C#: trois`")).toEqual([
    expect.stringMatching(
      /→ Effacez cette ligne, et ajoutez à l’en-tête `tags: \[un, deux mots, "C#: trois"\]`$/,
    ),
  ]);
});

test("a size in place of a description is no description", () => {
  expect(said("![300](a.jpg)")).toEqual([
    expect.stringContaining("« 300 » ne dit pas ce que montre l’image"),
  ]);
});

test("the fix of a link around a picture that empty lines cut is the whole link", () => {
  const body = "[\n\n![Un *plan*](a.jpg)\n\n](https://example.org/a)";
  expect(said(body)).toEqual([
    "1 `](https://example.org/a)` est affiché tel quel : des lignes vides coupent ce lien. → Écrivez `[![Un *plan*](a.jpg)](https://example.org/a)` à la place de ces lignes, depuis `[`.",
  ]);
});

test("the fix of a description that ends with a size is the description", () => {
  expect(said("![Un plan [A] | 300](a.jpg)")).toEqual([
    expect.stringMatching(
      /^1 Le texte alternatif « Un plan \[A\] \| 300 » finit par une taille.*→ Écrivez `!\[Un plan \\\[A\\\]\]\(a\.jpg\)\{width=300\}`$/,
    ),
  ]);
});

describe("emphasis that was not parsed", () => {
  test("is quoted with the words that touch it", () => {
    expect(said("Un __mot__et la suite")).toEqual([
      "4 `__mot__et` est affiché tel quel : une espace ou une lettre mal placée empêche la mise en valeur. → Écrivez `__mot__ et`",
    ]);
    expect(said("Un mot et_encore_ là")[0]).toMatch(/^8 `et_encore_` .*→ Écrivez `et _encore_`$/);
  });
  test.each([
    ["Les fondements**. ** Puis", "`fondements**. **`", "`fondements.`"],
    ["Les fondements**. **Puis", "`fondements**. **Puis`", "`fondements. Puis`"],
    ["Fin__!__", "`Fin__!__`", "`Fin!`"],
  ])("is deleted around punctuation alone: %s", (body, found, fix) => {
    expect(problems(body).map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      `${found} est affiché tel quel : ces signes n’entourent aucun mot à mettre en valeur. Effacez-les : ${fix}`,
    ]);
  });
  test("is never its own fix", () => {
    const hints = problems("Un **mot gras*** et *un italique*, l’**été**, là").map(({ hint }) => hint);
    expect(hints).toEqual([
      "Placez le signe des deux côtés du texte à mettre en valeur, ou `\\` devant lui.",
    ]);
  });
});

describe("a note that an author left for later", () => {
  test.each([
    "[image à insérer]",
    "[À COMPLÉTER]",
    "[le lien à venir demain]",
    "\\[Mettre capture d’écran des équipes]",
    "[TODO: chiffres]",
    "(TODO insérer le lien)",
    "À COMPLÉTER : les dates",
    "[insert picture here]",
    "[Ajouter la photo des équipes]",
    "[Insérer le nom du ministère ici]",
    "[Your Name]",
    "[Votre nom et prénom]",
  ])("is reported: %s", (note) => {
    expect(said(`Texte ${note} et suite.`)).toEqual([expect.stringContaining("semble écrit pour plus tard")]);
  });

  test.each([
    "[image à insérer](/a/)",
    "[à venir][a]\n\n[a]: /a/",
    "à Paris [à confirmer], replay [à venir], [TBC]",
    "cliquez sur [Ajouter une image], puis sur le bouton [Insérer un lien]",
    "[Ajouter au panier], [Mettre à jour]",
    "(todo el mundo), un TODO et la liste TODO",
    "l’agent [à Paris] et [ajout de la rédaction], `[TODO]`",
    "- [ ] à compléter",
    "le fichier DR[xxx], puis v2[xxx]",
    "un modèle : « Bonjour, je suis [Votre nom] »",
    "[…] et [sic], [a] 10",
  ])("is not seen in %s", (text) => {
    expect(said(text).join()).not.toContain("pour plus tard");
  });
});

test("a `#` without words is only reported as empty", () => {
  expect(said("## Un\n\nTexte.\n\n#\n\nTexte.")).toEqual([
    expect.stringMatching(/^1 Ce titre n’a pas de texte.*après `#`, ou/),
  ]);
});

describe("a table whose line of dashes is correct", () => {
  const rows = (prefix: string): string => `${prefix}|---|---|\n${prefix}| 1 | 2 |`;
  test.each([
    [`- Un point\n| A | B |\n${rows("")}`, "Laissez une ligne vide avant cette ligne."],
    [`> Un mot\n| A | B |\n${rows("")}`, "Laissez une ligne vide avant cette ligne."],
    [`> | A | B |\n${rows("")}`, "Commencez la ligne 2 et les suivantes par `> `"],
    [`1. | A | B |\n${rows("")}`, "Commencez la ligne 2 et les suivantes par 3 espaces"],
  ])("gets a fix for its actual fault: %j", (body, hint) => {
    expect(problems(body).map((one) => one.hint)).toEqual([hint]);
  });
  test.each([
    [`- Un point\n\n| A | B |\n${rows("")}`],
    [`> | A | B |\n${rows("> ")}`],
    [`1. | A | B |\n${rows("   ")}`],
  ])("is a table once fixed: %j", (body) => {
    expect(problems(body)).toEqual([]);
  });
});

test("messages do not quote an invisible no-break space", () => {
  expect(said('<div class="a"\u00a0>Texte</div>')).toEqual([]);
  expect(problems("> [!NOTE]\u00a0\n> Texte.").map(({ hint }) => hint)).toEqual([
    "Écrivez `> [!NOTE]`, sans espace ni rien d’autre derrière.",
  ]);
});
