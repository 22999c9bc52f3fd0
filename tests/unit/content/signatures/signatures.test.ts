import { describe, expect, test } from "vitest";
import { directory } from "../../../../src/content/people.ts";
import {
  isDoubtful,
  parseSignature,
  parseSignatures,
} from "../../../../src/content/signatures/signatures.ts";
import { busy } from "../../../support/busy.ts";

const nobody = (): boolean => false;
const text = (author: string, knows: (name: string) => boolean = nobody): string[] =>
  parseSignatures(author, knows).map(({ name, role }) => (role === undefined ? name : `${name} | ${role}`));

describe("people joined by a word of another language", () => {
  test.each([
    ["de", "Anna Schmidt und Paul Braun", ["Anna Schmidt", "Paul Braun"]],
    ["de-AT", "Anna Schmidt und Paul Braun", ["Anna Schmidt", "Paul Braun"]],
    ["de", "Anna Schmidt, Jan Weber und Paul Braun", ["Anna Schmidt", "Jan Weber", "Paul Braun"]],
    [
      "de",
      "Anna Schmidt, Designerin und Paul Braun, Leiter",
      ["Anna Schmidt | Designerin", "Paul Braun | Leiter"],
    ],
    ["de", "Anna Schmidt, Forschung und Lehre", ["Anna Schmidt | Forschung und Lehre"]],
    ["de", "Anna Schmidt und Paul Braun und Jan Weber", ["Anna Schmidt", "Paul Braun", "Jan Weber"]],
    ["es", "Ana García y Luis Pérez", ["Ana García", "Luis Pérez"]],
    ["es", "José Ortega y Gasset", ["José Ortega y Gasset"]],
    ["pt", "João Costa e Silva", ["João Costa e Silva"]],
    ["it", "Anna Rossi ed Elena Bianchi", ["Anna Rossi", "Elena Bianchi"]],
    ["nl", "Anna Visser en Jan Smit", ["Anna Visser", "Jan Smit"]],
    ["fr", "Ana García y Luis Pérez", ["Ana García y Luis Pérez"]],
    ["ar", "آن، بول؛ مريم", ["آن | بول", "مريم"]],
  ])("are told apart in %s: %s", (lang, author, expected) => {
    const signed = parseSignatures(author, nobody, lang);
    expect(signed.map(({ name, role }) => (role === undefined ? name : `${name} | ${role}`))).toEqual(
      expected,
    );
  });

  test("are one where people.yaml has both under one name", () => {
    const whole = "Ana García y Luis Pérez";
    expect(parseSignatures(`${whole}, equipo`, (name) => name === whole, "es")).toEqual([
      { name: whole, role: "equipo" },
    ]);
  });

  test("are told apart by the language of their post, one text in two of them included", () => {
    const who = directory({});
    const read = (lang: string): number => who.read({ author: "Ana García y Luis Pérez" }, lang).length;
    expect([read("fr"), read("es"), read("fr")]).toEqual([1, 2, 1]);
  });
});

test.each(["ReSA Director", "Deputy CIO", "Senior Director"])("%s is no name", (role) => {
  expect(isDoubtful({ name: "Ann Lee", role })).toBe(false);
});

describe("author as free text", () => {
  test.each([
    [
      "Thanh Ha LE, EIG Node et Coline Malivel, EIG Link",
      ["Thanh Ha LE | EIG Node", "Coline Malivel | EIG Link"],
    ],
    [
      "Ana Diallo, Noé Blanc, Zoé Petit et Luc Roux, Service numérique",
      ["Ana Diallo", "Noé Blanc", "Zoé Petit", "Luc Roux | Service numérique"],
    ],
    ["Ana Diallo, designer et et Luc Roux, chef", ["Ana Diallo | designer", "Luc Roux | chef"]],
    ["By Ana Diallo, designer", ["Ana Diallo | designer"]],
    ["Écrit par Ana Diallo et Noé Blanc", ["Ana Diallo", "Noé Blanc"]],
    ["Par ici", ["Par ici"]],
    ["« Équipe »", ["Équipe"]],
    ["«\u00a0Équipe\u00a0»", ["Équipe"]],
    ["“Ana Diallo, designer”", ["Ana Diallo | designer"]],
    [
      "« Ana Diallo », designer et « Bao Nguyen », « Projet X »",
      ["Ana Diallo | designer", "Bao Nguyen | « Projet X »"],
    ],
    ["« Ana Diallo », « Bao Nguyen » et « l’équipe »", ["Ana Diallo", "Bao Nguyen", "l’équipe"]],
    ["Les « Éclaireurs »", ["Les « Éclaireurs »"]],
    ["« »", ["« »"]],
    ["Bastien Guerry, EIG Link", ["Bastien Guerry | EIG Link"]],
    ["L'équipe EIG (Bastien et Mathilde)", ["L'équipe EIG (Bastien et Mathilde)"]],
    ["La Fondation Truc, une aventure (auteur invité)", ["La Fondation Truc | une aventure (auteur invité)"]],
    ["La Fondation pour l’art (auteur invité)", ["La Fondation pour l’art (auteur invité)"]],
    ["La Fondation Truc et Muche (auteur invité)", ["La Fondation Truc et Muche (auteur invité)"]],
    ["La Fondation Truc And Muche, 2024", ["La Fondation Truc And Muche | 2024"]],
    ["Ministère de la Mer et Jeanne Martin", ["Ministère de la Mer", "Jeanne Martin"]],
    ["Soizic Pénicaud, pour l'équipe EIG", ["Soizic Pénicaud | pour l'équipe EIG"]],
    ["Soizic Pénicaud et Thanh Ha Le (équipe EIG)", ["Soizic Pénicaud", "Thanh Ha Le (équipe EIG)"]],
    ["Soizic Pénicaud, Thanh Ha Le et Coline Malivel", ["Soizic Pénicaud", "Thanh Ha Le", "Coline Malivel"]],
    ["Soizic Pénicaud, Thanh Ha Le, Coline Malivel", ["Soizic Pénicaud", "Thanh Ha Le", "Coline Malivel"]],
    ["Marie Dupont, Paul Durand", ["Marie Dupont | Paul Durand"]],
    [
      "Marie Dupont, designer; Paul Durand, développeur",
      ["Marie Dupont | designer", "Paul Durand | développeur"],
    ],
    ["Marie Dupont & Paul Durand", ["Marie Dupont", "Paul Durand"]],
    ["Marie Dupont and Paul Durand, EIG Link", ["Marie Dupont", "Paul Durand | EIG Link"]],
    [
      "Marie Dupont, responsable formation et recrutement",
      ["Marie Dupont | responsable formation et recrutement"],
    ],
    [
      "Julie Martin, Ministère de l'Économie et des Finances",
      ["Julie Martin | Ministère de l'Économie et des Finances"],
    ],
    ["Paul Martin, Data Scientist et Julie Petit", ["Paul Martin | Data Scientist", "Julie Petit"]],
    ["Bastien et Mathilde", ["Bastien", "Mathilde"]],
    ["Paul, EIG et Marie, EIG Link", ["Paul | EIG", "Marie | EIG Link"]],
    ["Bastien Guerry et l'équipe EIG", ["Bastien Guerry", "l'équipe EIG"]],
    [
      "Thanh Ha LE, EIG Node, Coline Malivel, EIG Link",
      ["Thanh Ha LE | EIG Node", "Coline Malivel | EIG Link"],
    ],
    [
      "Anne Roy, designer, Luc Petit, développeur et Zoé Roux",
      ["Anne Roy | designer", "Luc Petit | développeur", "Zoé Roux"],
    ],
    [
      "Anne Roy, designer, Luc Petit, chef de projet & Zoé Roux, juriste",
      ["Anne Roy | designer", "Luc Petit | chef de projet", "Zoé Roux | juriste"],
    ],
    [
      "Anne Roy et Zoé Roux, juriste, Luc Petit, responsable formation et recrutement",
      ["Anne Roy", "Zoé Roux | juriste", "Luc Petit | responsable formation et recrutement"],
    ],
    [
      "Ann Lee, designer, Bob Poe, developer and Cy Young",
      ["Ann Lee | designer", "Bob Poe | developer", "Cy Young"],
    ],
    ["Pôle données et Cellule design", ["Pôle données", "Cellule design"]],
    ["Cellule design, équipe programme", ["Cellule design | équipe programme"]],
    ["DINUM, DITP et DGE", ["DINUM", "DITP", "DGE"]],
    ["DINUM, DITP, DGE", ["DINUM | DITP, DGE"]],
    ["Anne Roy, DITP et DGE", ["Anne Roy | DITP et DGE"]],
    [
      "Pôle données, Direction du numérique et Cellule design",
      ["Pôle données", "Direction du numérique", "Cellule design"],
    ],
    [
      "Équipe projet, rédaction et Pôle données, analyse",
      ["Équipe projet | rédaction", "Pôle données | analyse"],
    ],
    ["La mairie de Lyon, l’équipe Données et DINUM", ["La mairie de Lyon", "l’équipe Données", "DINUM"]],
    ["Anne Roy, Éducation nationale et Marie Curie", ["Anne Roy | Éducation nationale", "Marie Curie"]],
    [
      "Jean-Baptiste Le Dévéhat, EIG Link et Anne d'Orgeval, mentor",
      ["Jean-Baptiste Le Dévéhat | EIG Link", "Anne d'Orgeval | mentor"],
    ],
    [
      "Anne Roy, Marie Curie et l’équipe Données de la DITP",
      ["Anne Roy", "Marie Curie", "l’équipe Données de la DITP"],
    ],
    ["Anne Roy, Marie Curie et les agents du SGG", ["Anne Roy", "Marie Curie", "les agents du SGG"]],
    ["Anne Roy, Marie Curie and the data team", ["Anne Roy", "Marie Curie", "the data team"]],
    ["Anne Roy et les agents du SGG", ["Anne Roy", "les agents du SGG"]],
    [
      "Anne Roy (DINUM), Jean-Marc Lefèvre, designer, et l’équipe",
      ["Anne Roy (DINUM)", "Jean-Marc Lefèvre | designer", "l’équipe"],
    ],
    ["Anne Roy (DINUM), Jean-Marc Lefèvre", ["Anne Roy (DINUM) | Jean-Marc Lefèvre"]],
    ["Anne Roy (DINUM), Data Scientist, Beta Gouv", ["Anne Roy (DINUM) | Data Scientist, Beta Gouv"]],
    ["Anne Roy, designer, et l’équipe Données", ["Anne Roy | designer", "l’équipe Données"]],
    ["Anne Roy, designer, pour Beta et l’équipe", ["Anne Roy | designer, pour Beta et l’équipe"]],
    ["Anne Roy, pour Marie Curie et l’équipe Données", ["Anne Roy | pour Marie Curie et l’équipe Données"]],
    ["Anne Roy, cheffe de projet et l’équipe Données", ["Anne Roy | cheffe de projet et l’équipe Données"]],
    ["Anne Roy, agente de la DITP", ["Anne Roy | agente de la DITP"]],
    ["Ann Lee (OKI), Bob Poe (OKI)", ["Ann Lee (OKI)", "Bob Poe (OKI)"]],
    ["Office of Science and Technology", ["Office of Science and Technology"]],
    ["Department for Work and Pensions", ["Department for Work and Pensions"]],
    ["Department of Health and Social Care", ["Department of Health and Social Care"]],
    [
      "Department for Levelling Up, Housing and Communities",
      ["Department for Levelling Up, Housing and Communities"],
    ],
    ["Ministry of Justice and Jane Roe", ["Ministry of Justice", "Jane Roe"]],
    ["The Data, Policy and Research Team", ["The Data, Policy and Research Team"]],
    [
      "Ann Lee, Senior Director, Research Software Engineering",
      ["Ann Lee | Senior Director, Research Software Engineering"],
    ],
    ["Ann Lee – Service Designer", ["Ann Lee | Service Designer"]],
    ["Ann Lee | Service Designer", ["Ann Lee | Service Designer"]],
    [
      "Ann Lee - UX designer, researcher, and content strategist at ABC",
      ["Ann Lee | UX designer, researcher, and content strategist at ABC"],
    ],
    ["Pôle design – Projet Alpha", ["Pôle design – Projet Alpha"]],
    ["Jean Dupont - cheffe de projet", ["Jean Dupont | cheffe de projet"]],
    ["Jean Dupont – cheffe de projet, DITP", ["Jean Dupont | cheffe de projet, DITP"]],
    [
      "Jean Dupont - chef de projet Design et Données et Marie Curie — designer",
      ["Jean Dupont | chef de projet Design et Données", "Marie Curie | designer"],
    ],
    [
      "Jean Dupont - chef de projet, Marie Curie - designer",
      ["Jean Dupont | chef de projet", "Marie Curie | designer"],
    ],
    ["Jean Dupont, Beta Gouv - incubateur", ["Jean Dupont | Beta Gouv - incubateur"]],
    ["Jean Dupont - Étalab", ["Jean Dupont - Étalab"]],
    ["L'équipe EIG (Paris - sud)", ["L'équipe EIG (Paris - sud)"]],
    ["  Marie\u00a0Dupont ,  designer ", ["Marie Dupont | designer"]],
    ["", []],
    [" , ", []],
  ])("%s", (author, expected) => {
    expect(text(author)).toEqual(expected);
  });
  test("a name in people.yaml takes precedence over a comma or “et”", () => {
    const knows = (name: string): boolean =>
      ["Paul Durand", "Design et Cie", "Ville de Lyon, direction du numérique"].includes(name);
    expect(text("Marie Dupont, Paul Durand", knows)).toEqual(["Marie Dupont", "Paul Durand"]);
    expect(text("Design et Cie", knows)).toEqual(["Design et Cie"]);
    expect(text("Design et Cie et Marie Dupont", knows)).toEqual(["Design et Cie", "Marie Dupont"]);
    expect(text("Ville de Lyon, direction du numérique", knows)).toEqual([
      "Ville de Lyon, direction du numérique",
    ]);
  });
  test("a name in people.yaml takes precedence over a dash", () => {
    expect(text("Pôle data - open data, DINUM", (name) => name === "Pôle data - open data")).toEqual([
      "Pôle data - open data | DINUM",
    ]);
  });
  test("of 64,000 characters is read within two seconds", () => {
    for (const sign of ["a - ", "a et b et ", "a - b et ", "a, ", "les agents ", "(", "A B et "]) {
      expect(busy(() => void parseSignatures(sign.repeat(64_000 / sign.length), nobody))).toBeLessThan(2000);
    }
  });
  test("a person named twice signs once, with every role", () => {
    const read = (authors: string[]): string[] =>
      directory({})
        .read({ authors })
        .map(({ name, role }) => (role === undefined ? name : `${name} | ${role}`));
    expect(read(["Équipe éditoriale", "equipe editoriale"])).toEqual(["Équipe éditoriale"]);
    expect(read(["Jo Bel", "Ana Roy", "Jo Bel, design", "JO BEL, design", "Jo Bel, code"])).toEqual([
      "Jo Bel | design, code",
      "Ana Roy",
    ]);
  });
  test.each([
    ["Marie Dupont, Paul Durand", true],
    ["Marie Dupont (DINUM), Jean-Baptiste Le Dévéhat", true],
    ["Marie Dupont, Data Scientist", false],
    ["Marie Dupont, Éducation Nationale", false],
    ["Marie Dupont, Chief Digital Officer", false],
    ["Marie Dupont, EIG Link", false],
    ["Marie Dupont, designer", false],
    ["Marie Dupont, DINUM", false],
    ["Pôle données, Marie Dupont", false],
    ["Marie Dupont", false],
  ])("a role is doubtful if it reads as someone’s name: %s", (author, expected) => {
    const [one] = parseSignatures(author, nobody);
    expect(one && isDoubtful(one)).toBe(expected);
  });
  test("an item of a list may have its role after a dash", () => {
    expect(parseSignature("Jean Dupont - chef de projet", nobody)).toEqual({
      name: "Jean Dupont",
      role: "chef de projet",
    });
  });
  test("an item of a list is one person", () => {
    expect(parseSignature("Thanh Ha Le, EIG Node et plus", nobody)).toEqual({
      name: "Thanh Ha Le",
      role: "EIG Node et plus",
    });
  });
});
