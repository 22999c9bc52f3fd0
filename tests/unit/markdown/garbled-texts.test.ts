// Tests the warning about characters that were read in a wrong encoding.
import { describe, expect, it } from "vitest";
import { codes, problems } from "./support.ts";

describe("a text read in a wrong encoding", () => {
  it.each([
    ["It hasnâ€™t come, and crÃ¨me.", ["1:4"]],
    ["Fine.\n\n## Putting realâ€”both", ["3:12"]],
    ["A fee of Â£50 and 20Â°C", ["1:10"]],
    ["- one\n- the â€œend\n\nL’Ã©tÃ©", ["2:7"]],
    ["| a |\n|---|\n| dÃ©jÃ |", ["3:3"]],
  ])("is reported once, at its first word: %j", (body, places) => {
    expect(codes(body)).toEqual(places.map((place) => `${place} garbled-text`));
  });

  it("is to be replaced by what was meant", () => {
    const [one] = problems("the â€œendâ€, noâ€¦ hasnâ€™t");
    expect(one?.hint).toContain("« “end”, ». Ce texte a 4 passages");
    expect(problems("La crÃ¨me")[0]?.hint).toBe("Écrivez « crème ».");
    expect(problems("Â£50 aâ€“b")[0]?.hint).toContain("« £50 »");
  });

  it.each([
    ["Le signe “â€™” à la place de “’”, “Ã©” et â€œ."],
    ["`hasnâ€™t`\n\n```\ncrÃ¨me\n```"],
    ["IRMÃ, SÃO PAULO, «Â», Ânes à 3 € et 5â ; « NÃ»"],
  ])("is not what %j has", (body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("a text in mathematical letters that imitate bold", () => {
  it.each([
    ["🔔 𝗔𝗽𝗽𝗲𝗹 𝗮̀ 𝗽𝗿𝗼𝗷𝗲𝘁𝘀 🔔\n\n𝑬𝒏𝒄𝒐𝒓𝒆", "1:4", "`**Appel à projets**`"],
    ["- Un\n- Le 𝘱𝘳𝘰𝘫𝘦𝘵.", "2:6", "`**projet**`"],
  ])("is reported once, with plain letters: %j", (body, place, fix) => {
    expect(codes(body)).toEqual([`${place} garbled-text`]);
    expect(problems(body)[0]?.hint).toContain(fix);
  });

  it("is not a formula, nor code", () => {
    expect(codes("Soit 𝑥, 𝑎𝑏 et `𝗔𝗽𝗽𝗲𝗹`.")).toEqual([]);
  });
});
