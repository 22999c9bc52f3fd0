// Tests names of tags that are words of a sentence.
import { describe, expect, it } from "vitest";
import { codes, html, problems } from "./support.ts";

describe("a tag that is a word of a sentence", () => {
  it.each([
    ["Les éléments <header>, <nav> et <main> structurent la page.", ["1:14", "1:24", "1:33"]],
    ["Le **rôle** de <picture> :\nun choix, comme <IMG>\nou « <video> ».", ["1:16", "2:17", "3:6"]],
    ["- Un `<div>` ou un <div> (vide)", ["1:20"]],
    ["> Pour <client>, tapez\n> git clone <url>", ["1:8", "2:13"]],
    ["| a | b |\n|---|---|\n| c | un <form> d |", ["3:10"]],
    ["Une balise <script> et la suite du texte.\n\nUn <title>.", ["1:12", "3:4"]],
  ])("is shown, and reported: %j", (body, places) => {
    expect(codes(body)).toEqual(places.map((place) => `${place} literal-markup`));
    const shown = html(body);
    for (const [tag] of body.replace(/`.*?`/g, "").matchAll(/<\w+>/g))
      expect(shown).toContain(tag.replace("<", "&lt;").replace(">", "&gt;"));
  });

  it("has its own place beside a tag of the same name", () => {
    expect(codes("Une liste<nav> puis un <nav> seul.")).toEqual(["1:24 literal-markup"]);
  });

  it("is shown in a heading, which has it in its address", () => {
    expect(html("## Le rôle de <main>")).toContain('id="le-role-de-main"');
  });

  it.each([
    ["Un mot <main>et</main> un autre, puis <main> seul."],
    ["Une ligne<br> puis <p> un paragraphe <strong> ou <b> gras."],
    ['Un <div class="a"> mot et un <main id="b"> autre.'],
    ["Un mot<div>collé, et <main>un autre."],
    ["<main> est au début.\n\n- <nav>"],
    ["Un \\<main> et `<main>`"],
    ["Un **gras**<section> <em>a</em>"],
  ])("is not what %j has", (body) => {
    expect(problems(body).filter(({ code }) => code === "literal-markup")).toEqual([]);
  });
});
