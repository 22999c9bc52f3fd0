import { expect, it } from "vitest";
import { linkHeadings } from "../../../src/eleventy/model.ts";

const link = (id: string, text: string): string => `<a class="heading-link" href="#${id}">${text}</a>`;
const LINKED = '<a\nhref="/x/">Un lien</a>';
const [HIDDEN, UNNAMED] = ['<h2 id="a" class="visually-hidden">Notes</h2>', "<h2>Sans ancre</h2>"];

it.each([
  [
    "links a heading to itself",
    '<h2 id="a">Un <em>titre</em></h2>',
    `<h2 id="a" class="content-heading">${link("a", "Un <em>titre</em>")}</h2>`,
  ],
  [
    "keeps its language and class",
    '<h6 id="c" lang="en" class="note">C</h6>',
    `<h6 id="c" lang="en" class="content-heading note">${link("c", "C")}</h6>`,
  ],
  [
    "finds an id that comes last",
    '<h2 class="note" id="d">D</h2>',
    `<h2 id="d" class="content-heading note">${link("d", "D")}</h2>`,
  ],
  [
    "adds no second link, but keeps the heading for browsers that simplify pages",
    `<h2 id="comment">${LINKED}</h2>`,
    `<h2 id="comment" class="content-heading">${LINKED}</h2>`,
  ],
  ["changes no hidden heading", HIDDEN, HIDDEN],
  ["changes no heading without an id", UNNAMED, UNNAMED],
])("%s", (_, html, expected) => {
  expect(linkHeadings(`${html}\n${html}`)).toBe(`${expected}\n${expected}`);
});
