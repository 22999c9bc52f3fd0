// Typographic rules by language. `⍽` stands for a no-break space and `⎵` for a narrow one, which would be invisible.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { typeset, typographerFor } from "../../../src/typography/typographer.ts";
import { busy } from "../../support/busy.ts";

const spaced = (text: string): string => text.replaceAll("⍽", "\u00a0").replaceAll("⎵", "\u202f");
const shown = (text: string): string => text.replaceAll("\u00a0", "⍽").replaceAll("\u202f", "⎵");
const set = (text: string, lang: string): string => shown(typeset(spaced(text), typographerFor(lang)));

const FRENCH: readonly [written: string, set: string][] = [
  ["Pourquoi ?", "Pourquoi⎵?"],
  ["Pourquoi?", "Pourquoi⎵?"],
  ["Pourquoi  ?", "Pourquoi⎵?"],
  ["Quoi ?! Non !!!", "Quoi⎵?! Non⎵!!!"],
  ["(vraiment ?) et (vraiment?)", "(vraiment⎵?) et (vraiment⎵?)"],
  ["Bilan : un an", "Bilan⍽: un an"],
  ["Voici la liste:", "Voici la liste⍽:"],
  ["«mot» et « mot »", "«⍽mot⍽» et «⍽mot⍽»"],
  ["« » et «»", "«⍽» et «⍽»"],
  ['"mot"', "«⍽mot⍽»"],
  ['"mot_cle": valeur', "«⍽mot_cle⍽»⍽: valeur"],
  ['"Pourquoi ?" : il demande', "«⍽Pourquoi⎵?⍽»⍽: il demande"],
  ['Il dit "le "mot" juste"', "Il dit «⍽le “mot” juste⍽»"],
  ['« il dit "oui" »', "«⍽il dit “oui”⍽»"],
  ['l\'"open data"', "l’«⍽open data⍽»"],
  ["l'équipe d'août, aujourd'hui", "l’équipe d’août, aujourd’hui"],
  [
    "simplement -- le mot -- est, a --\nb, a--b, --drafts, -->",
    "simplement – le mot – est, a –\nb, a--b, --drafts, -->",
  ],
  ["l‘impact et n´a ‘mot’ l‘ a", "l’impact et n’a ‘mot’ l‘ a"],
  ["etc... et [...]", "etc… et […]"],
  ["10 000 et 1 234 567", "10⎵000 et 1⎵234⎵567"],
  ["25 %, 12 km, 20 °C, 4 €", "25⍽%, 12⍽km, 20⍽°C, 4⍽€"],
  ["3 millions d'euros, 3 millions €", "3⍽millions d’euros, 3⍽millions⍽€"],
  ["à 10 h 30 ou 10 h", "à 10⍽h⍽30 ou 10⍽h"],
  ["n°5 et N° 12", "n°⍽5 et N°⍽12"],
  ["“n° 5”, —N° 12, “M. Dupont”", "“n°⍽5”, —N°⍽12, “M.⍽Dupont”"],
  ["M. Dupont et Mme Martin", "M.⍽Dupont et Mme⍽Martin"],
  ["Semaine 2 : le bilan, étape 12: la fin", "Semaine⍽2⍽: le bilan, étape⍽12: la fin"],
  [
    "à 10 h 30 : rien, accompagnement 2 : rien, 2, 3 : rien",
    "à 10⍽h⍽30⍽: rien, accompagnement 2⍽: rien, 2, 3⍽: rien",
  ],
  ["« ; », « ! » et « : »", "«⍽;⍽», «⍽!⍽» et «⍽:⍽»"],
  ["VLC\n-- et d'autres --\nfin", "VLC\n– et d’autres –\nfin"],
  ["Oui ! -- non ? --- 5 % -- 3 € -- fin", "Oui⎵! – non⎵? — 5⍽% – 3⍽€ – fin"],
  ["`carnet list` -- la liste ; -- x : -- y", "`carnet list` – la liste⎵; -- x⍽: -- y"],
];

const FRENCH_KEPT: readonly string[] = [
  "https://example.org/l'x !important",
  "a?b=c",
  ":smile:",
  "12:30",
  "site.yaml: un réglage",
  "f(x): une valeur",
  ";) ou ;-) ou :)",
  "5' 10\"",
  'un écran de 24" et un de 27"',
  '"sans fin',
  '" mot "',
  '"""',
  'class="x"',
  "{{ a ? b }} et {% if l'x ? %}",
  '`l\'a ? "b"`',
  "../.. et f(...) et ....",
  "&nbsp; et \\;",
  "01 23 45 67 89",
  "123 456 789 00012",
  "en 2018 150 personnes",
  "jean@example.org",
  "--drafts",
];

describe("French", () => {
  it.each(FRENCH)("sets %s", (written, expected) => {
    expect(set(written, "fr")).toBe(expected);
  });
  it.each(FRENCH.map(([, expected]) => expected))("leaves correct text unchanged: %s", (right) => {
    expect(set(right, "fr")).toBe(right);
  });
  it.each(FRENCH_KEPT)("leaves unchanged: %s", (text) => {
    expect(set(text, "fr")).toBe(text);
  });
  it("keeps an existing no-break space, narrow or not", () => {
    expect(set("«⎵mot⎵»⎵: 10⍽000, 25⎵%", "fr-FR")).toBe("«⎵mot⎵»⎵: 10⍽000, 25⎵%");
  });
  it("puts no space before ? and ! in Canada", () => {
    expect(set('Pourquoi ? "Oui" ! Enfin : 10 $', "fr-CA")).toBe("Pourquoi? «⍽Oui⍽»! Enfin⍽: 10⍽$");
  });
  it("puts narrow spaces everywhere in Switzerland", () => {
    expect(set('Pourquoi ? "Oui" : non', "fr-CH")).toBe("Pourquoi⎵? «⎵Oui⎵»⎵: non");
  });
});

const ENGLISH: readonly [written: string, set: string][] = [
  ["It's \"fine\", isn't it?", "It’s “fine”, isn’t it?"],
  ["VLC\n--- and others", "VLC\n— and others"],
  ["don‘t, ‘best’ and isn´t", "don’t, ‘best’ and isn’t"],
  ["He said \"the 'best' way\"", "He said “the ‘best’ way”"],
  ["'Tis the '90s", "’Tis the ’90s"],
  ["rock 'n' roll", "rock ’n’ roll"],
  ["'You want what?' says Mill's owner", "‘You want what?’ says Mill’s owner"],
  ["1990--2000, a -- b, word---word", "1990–2000, a – b, word—word"],
  ["wait...", "wait…"],
  ["at SC '23 and RSE'24, since '08-'09", "at SC ’23 and RSE’24, since ’08-’09"],
  ["the '20 questions' and '10 best' of '69", "the ‘20 questions’ and ‘10 best’ of ’69"],
  ["'The SC '23 programme' and Fall '22's end", "‘The SC ’23 programme’ and Fall ’22’s end"],
  ["April ‘22, the ‘90s, get 'em 'til dawn", "April ’22, the ’90s, get ’em ’til dawn"],
  ["an 'em' and a 'til'", "an ‘em’ and a ‘til’"],
  ["‘Our service' and 'mine’, the ‘last log‘ too", "‘Our service’ and ‘mine’, the ‘last log’ too"],
  ["'the users’ needs now'", "‘the users’ needs now’"],
  ["the users‘ needs", "the users’ needs"],
  ["-- Ann, of a team", "– Ann, of a team"],
  ["Really? -- yes! --- 5% -- «so» -- ok?--no", "Really? – yes! — 5% – «so» – ok?--no"],
  ["It works.\n--- A manager", "It works.\n— A manager"],
];

describe("English", () => {
  it.each(ENGLISH)("sets %s", (written, expected) => {
    expect(set(written, "en-GB")).toBe(expected);
  });
  it.each(ENGLISH.map(([, expected]) => expected))("leaves correct text unchanged: %s", (right) => {
    expect(set(right, "en")).toBe(right);
  });
  it.each(["5'10\" tall", "--drafts", "<!-- x -->", "---", "Why ? No !", '"unpaired', "it is 10 000 : so"])(
    "leaves unchanged: %s",
    (text) => {
      expect(set(text, "en")).toBe(text);
    },
  );
});

it("leaves other languages unchanged", () => {
  expect(typographerFor("de")).toBeUndefined();
  expect(set('"Was?" l\'x ?', "de")).toBe('"Was?" l\'x ?');
});

describe("text set twice", () => {
  const folder = new URL("../../../content/posts/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
  it.each(['format("woff2");', 'un « mot » ("deux mots");', 'f("x") ; g("y"): "z";'])(
    "%s stays the same",
    (line) => {
      const once = set(line, "fr");
      expect(set(once, "fr")).toBe(once);
    },
  );
  it.each(files)("%s stays the same", (name) => {
    for (const lang of ["fr", "en"])
      for (const line of readFileSync(new URL(name, folder), "utf8").split("\n")) {
        const once = set(line, lang);
        expect(set(once, lang)).toBe(once);
      }
  });
});

it.each("'|\"|«|»| ?|!|?…|1 000 |mot:|{{|:a|@a.|M. A|--a|...|1er |'23 |A '23 s' |‘a |\u00a0".split("|"))(
  "sets a long run of %j within half a second",
  (piece) => {
    const taken = busy(() => {
      for (const lang of ["fr", "en"]) typeset(piece.repeat(50_000 / piece.length), typographerFor(lang));
    });
    expect(taken).toBeLessThan(500);
  },
);
