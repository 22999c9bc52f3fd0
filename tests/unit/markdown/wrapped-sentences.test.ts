// Tests the warnings about sentences that a text editor cut where a sign or a number begins the next line.
import { describe, expect, it } from "vitest";
import { codes, problems } from "./support.ts";

const ABOVE = "Le dispositif, retenu parmi les dix lauréats du concours, est devenu";

describe("a sentence that goes on after the sign of a block", () => {
  it.each([
    ["# 3 du classement, ce qui nous a permis\nde recruter.", "`\\#` à sa place"],
    ["# 3 du classement.", "`\\#` à sa place"],
    ["- 2026 sera une autre année.", "`\\-` à sa place"],
    ["- dès la première année - une évidence.", "`\\-` à sa place"],
    ["* 20 fois plus rapide.", "`\\*` à sa place"],
    ["+ 20 % plus rapide.", "`\\+` à sa place"],
    ["1. million d’euros plus tard.", "`1\\.` à sa place"],
    ["1) et la suite.", "`1\\)` à sa place"],
    ["> 5 % plus rapide,\net encore.", "`\\>` à sa place"],
  ])("is reported once: %j", (line, fix) => {
    expect(codes(`Avant.\n\n${ABOVE}\n${line}`)).toEqual(["4:1 misread-text"]);
    expect(problems(`${ABOVE}\n${line}`)[0]?.hint).toContain(fix);
  });

  it("is reported as a definition, whose sign cannot begin the line", () => {
    const [found] = problems(`${ABOVE}\n: la confiance, puis\nla durée.`);
    expect(found).toMatchObject({ code: "misread-text", line: 2, column: 1 });
    expect(found?.message).toContain("est affiché comme une définition");
    expect(found?.hint).toBe(
      "Remontez `:` à la fin de la ligne précédente. Si c’est bien une définition, laissez une ligne vide avant.",
    );
  });

  it("is reported under several lines, of which the last is as long as the others", () => {
    expect(codes(`${ABOVE}\n${ABOVE}.\n${ABOVE}\n- 2026.`)).toEqual(["4:1 misread-text"]);
    expect(codes(`${ABOVE} célèbre\n${ABOVE}\n- 2026.`)).toEqual([]);
  });
});

describe("a block that was meant", () => {
  it.each([
    ["after an empty line", `${ABOVE}\n\n- 2026 sera une autre année.`],
    ["after an introduction", `${ABOVE} :\n- 2026 sera une autre année.`],
    ["after the end of a sentence", `${ABOVE} célèbre.\n- dès la première année.`],
    ["under a short line", "Nos trois buts\n- 2026 sera une autre année."],
    ["under a line that nobody cut", `${ABOVE} et ${ABOVE}\n- dès la première année.`],
    ["of several items", `${ABOVE}\n- dès 2025\n- dès 2026`],
    ["of an item with items", `${ABOVE}\n- dès 2025\n  - dès mars`],
    ["that quotes a list", `${ABOVE}\n> 1. dès 2025\n> 2. dès 2026`],
    ["that begins with a capital", `${ABOVE}\n- Un outil de la direction`],
    ["that quotes words", `${ABOVE}\n> un mot de la direction`],
    ["that is a title", `${ABOVE}\n## 3 équipes\n\nAprès.\n\n${ABOVE}\n\n${ABOVE}\n# 3 équipes\n\nAprès.`],
    ["that defines a term", "Le terme\n: sa définition"],
    ["with two definitions", `${ABOVE}\n: une définition\n: une autre`],
    ["in an item", `- ${ABOVE}\n  - dès 2025`],
    ["whose sign is kept as text", `${ABOVE}\n\\- 2026 sera une autre année.`],
  ])("is not reported as misread: %s", (_title, body) => {
    expect(codes(body).filter((code) => code.endsWith("misread-text"))).toEqual([]);
  });
});
