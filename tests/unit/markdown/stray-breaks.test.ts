// Tests the warnings about a backslash that breaks no line.
import { describe, expect, it } from "vitest";
import { codes, html, problems } from "./support.ts";

describe("a backslash that no line follows", () => {
  it.each([
    ["Une démarche en ligne.\\\n\nDeux heures.", ["1:23"]],
    ["Un.\n\n\\\n\n\\\n\nDeux.", ["3:1", "5:1"]],
    ["## Le calendrier\\\n\nUn texte.", ["1:17"]],
    ["- un\\\n- **deux**\\\n\n> trois \\", ["1:5", "2:11", "4:9"]],
    ["Un texte\\\nsur deux lignes.\\\n\n## Suite", ["2:17"]],
  ])("is reported at the end of %j", (body, places) => {
    expect(codes(body)).toEqual(places.map((place) => `${place} literal-markup`));
  });

  it("leaves no empty line where it begins a paragraph", () => {
    expect(html("Un.\n\n \\\nDeux\\\ntrois.")).toBe("<p>Un.</p>\n<p>Deux<br>\ntrois.</p>");
  });

  it("is to be deleted, with its line if it is alone there", () => {
    expect(problems("a\\\n\n\\").map(({ hint }) => hint)).toEqual(["Effacez-le.", "Effacez cette ligne."]);
  });

  it.each([
    ["Un texte\\\nsur deux lignes."],
    ["Un signe \\\\"],
    ["Un signe `\\`"],
    ["```\nls \\\n```\n\n    cp a \\"],
    ["Le disque C:\\\n\nLe dossier C:\\Users\\Commun\\\n\nLe signe est : \\\\"],
    ["| a | b |\n|---|---|\n| c | d\\ |"],
    ["$a = b\\\\$\n\n| /\\_/\\"],
  ])("is not what %j has", (body) => {
    expect(codes(body)).toEqual([]);
  });

  it.each([
    ["• 821 tracés ;\\\n• 12 villes.", "Commencez"],
    ["\\- 821 tracés ;\\\n\\- 12 villes.", "Écrivez"],
  ])("is not in the items of a list to be written: %j", (body) => {
    expect(problems(body)[0]?.hint).toContain("`- 821 tracés ;`");
  });
});

describe("a backslash before a space at the end of a line", () => {
  it.each([
    ["Un \\ \ndeux", "1:4"],
    ["Un.\n> Un\\  \n> deux", "2:5"],
    ["- Un\n  deux \\ \n  trois", "2:8"],
  ])("is reported as shown: %j", (body, place) => {
    expect(codes(body)).toEqual([`${place} literal-markup`]);
  });

  it.each([
    "Un\\\ndeux",
    "Un \\\\ \ndeux",
    "`a \\ \nb`",
    "Le dossier C:\\Temp\\ \nest vide",
    "```\na \\ \nb\n```",
  ])("is not seen in %j", (body) => {
    expect(codes(body)).toEqual([]);
  });
});
