// Tests `**`, `_`, `*` and `~~` that CommonMark leaves as text. More pairs are in tests/fixtures/markdown/emphasis.txt.
import { describe, expect, it } from "vitest";
import { html, problems, render, type Setting } from "./support.ts";

/** A language without typographic rules in Carnet: spaces stay as they are written. */
const OTHER: Setting = { source: { lang: "nl" } };

const inline = (body: string): string => html(body, OTHER).replace(/^<p>|<\/p>$/g, "");

describe("repairs emphasis silently where the intention is clear", () => {
  it.each([
    ["**Note :**texte", "<strong>Note :</strong>texte"],
    ["**100%**des agents", "<strong>100%</strong>des agents"],
    ["**10 €**par jour", "<strong>10 €</strong>par jour"],
    ["« _x_ »", "« <em>x</em> »"],
    ["«_x_»", "«<em>x</em>»"],
    ["l'_État_ et l’_État_", "l'<em>État</em> et l’<em>État</em>"],
    ["«\u202f_x_\u202f»", "«\u202f<em>x</em>\u202f»"],
    ["**« x »**y", "<strong>« x »</strong>y"],
    ['**"x"**y', "<strong>&quot;x&quot;</strong>y"],
    ["_mot _ et suite", "<em>mot</em> et suite"],
    ["des ** gras ** ici", "des <strong>gras</strong> ici"],
    ["**gras**(x)", "<strong>gras</strong>(x)"],
    ["*Légende.*suite", "<em>Légende.</em>suite"],
    ["**Durée : **3 mois", "<strong>Durée :</strong> 3 mois"],
    ["**Quoi :**ici\n**Qui :**nous", "<strong>Quoi :</strong>ici\n<strong>Qui :</strong>nous"],
    ["**[a](/b/) :**texte long", '<strong><a href="/b/">a</a> :</strong>texte long'],
    ["**Note :\\\n**texte", "<strong>Note :<br>\n</strong>texte"],
    ["**Note  \n** puis un texte", "<strong>Note<br>\n</strong> puis un texte"],
    ["~~ancien :~~nouveau", "<del>ancien :</del>nouveau"],
  ])("%s", (body, expected) => {
    expect(inline(body)).toBe(expected);
    expect(render(body, OTHER).problems.filter(({ key }) => key === "literal-emphasis")).toEqual([]);
  });
});

describe("keeps signs that may mean something else", () => {
  it.each([
    ["names with underscores", "un snake_case_name et this._a._b ou _config._yml"],
    ["a power", "2 ** 3 et x ** y"],
    ["two powers", "2 ** 3 ** 4"],
    ["powers of parentheses", "2**(3+1)**2"],
    ["a product", "a * b * c = 5*3"],
    ["products of parentheses", "(a)*b + (c)*d"],
    ["patterns of file names", "*.md et *.txt, foo.*bar.*baz"],
    ["a path", "src/**x/**y"],
    ["two lines that begin with stars", "**Un\n**Deux\n**Trois"],
    ["a subscript", "H~2~O"],
    ["two estimates", "~10 ou ~20"],
  ])("%s", (_title, body) => {
    expect(inline(body)).toBe(body);
  });
  it.each([
    "Date : __ / __ / ____",
    "Né le __ /__ /____ à ____, domicilié à ____",
    "Le ___ du mois de ___ deux mille",
    "____ seul, ____ à compléter",
    "Nom : ____ Prénom : ____",
    "Né le __/__/____, signé le ___/___/____",
    "Le ____/____/____ au plus tard",
    "Dossier ____-____ (____), né à ____(____)",
    "Monsieur __ , demeurant à __ .",
  ])("without a warning for the blanks of a form: %s", (body) => {
    expect(inline(body)).toBe(body);
    expect(problems(body, OTHER)).toEqual([]);
  });
  it("without a warning for formulas and paths", () => {
    expect(problems("2 ** 3 ** 4, a * b * c et this._a._b ou _config._yml").map(({ code }) => code)).toEqual(
      [],
    );
  });
  it("escaped signs", () => {
    expect(inline("\\*x\\* \\*\\*Note :\\*\\*texte")).toBe("*x* **Note :**texte");
  });
});

describe("warns with a place and a fix where the text is kept", () => {
  it.each([
    ["Texte\nle** mot **clé", 2, 1, "le **mot** clé"],
    ["un _mot_s", 1, 4, "*mot*s"],
    ["_à l'é_cole d’art", 1, 1, "*à l'é*cole"],
    ["un _mot_seul", 1, 4, "_mot_ seul"],
    ["> f**(x)**g", 1, 3, "f **(x)** g"],
    ["un _ mot _ seul", 1, 4, "_mot_"],
    ["un *mot * seul", 1, 4, "*mot*"],
    ["Le *mot *interne", 1, 4, "*mot* interne"],
    ["compte bancaire,* il est là*, et", 1, 16, ", *il est là*"],
  ])("%j", (body, line, column, fix) => {
    const [found, ...others] = problems(body);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "literal-emphasis", line, column });
    expect(found?.hint).toContain(`\`${fix}\``);
  });
  it.each([
    ["au *code source, *les administrations et l’*open data*", 1, 18, "`*les administrations et l’`"],
    ["_a_\n**écrire. **On** **va", 2, 11, "`**On`"],
  ])("emphasis inside emphasis of its kind: %j", (body, line, column, found) => {
    const [first, ...others] = problems(body);
    expect(others.filter(({ code }) => code !== "literal-emphasis")).toEqual([]);
    expect(first).toMatchObject({ code: "literal-emphasis", line, column });
    expect(first?.message).toContain(`${found} commence une mise en valeur`);
  });
  it.each([
    ["Une séance sur *ce que nous faisons**, puis", 1, 37],
    ["Une séance sur **ce que nous faisons*, puis", 1, 16],
    ["Une séance\nsur ***ce que** nous", 2, 5],
  ])("fewer signs on one side of a passage than on the other: %j", (body, line, column) => {
    const [found, ...others] = problems(body);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "literal-emphasis", line, column });
    expect(found?.hint).toContain("autant de signes");
  });
  it("but not for a star that marks a note", () => {
    expect(problems("Le **prix*** et *le montant* \\* et *le taux*\\*.")).toEqual([]);
  });
  it("but not for emphasis of the other kind, or one after the other", () => {
    expect(problems("***a*** **b *c* d** _e **f** g_ **h**_i_")).toEqual([]);
  });
  it("but not for two notes marked by a star", () => {
    expect(problems("Le prix* et le montant* sont donnés.\n\n*Hors taxes.")).toEqual([]);
  });
  it("emphasis that is never closed", () => {
    expect(problems("**Note : texte").map(({ code, line, column }) => [code, line, column])).toEqual([
      ["literal-emphasis", 1, 1],
    ]);
  });
});

describe("keeps CommonMark's own interpretation", () => {
  it.each([
    ["___x___", "<em><strong>x</strong></em>"],
    ['*foo "*bar*" foo*', "<em>foo &quot;<em>bar</em>&quot; foo</em>"],
    ["**a:*b* c** d", "<strong>a:<em>b</em> c</strong> d"],
    ["*a :**b** c*", "<em>a :<strong>b</strong> c</em>"],
    ["Voici : **a** puis : **b** !", "Voici : <strong>a</strong> puis : <strong>b</strong> !"],
    ["Fin.**Gras** et .*italique*", "Fin.<strong>Gras</strong> et .<em>italique</em>"],
  ])("%s", (body, expected) => {
    expect(inline(body)).toBe(expected);
  });
});
