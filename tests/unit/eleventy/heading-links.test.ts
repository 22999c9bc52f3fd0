import { expect, it } from "vitest";
import { linkHeadings } from "../../../src/eleventy/model.ts";

const link = (id: string, text: string): string => `<a class="heading-link" href="#${id}">${text}</a>`;

it.each([
  [
    "a heading",
    '<h2 id="a">Un <em>titre</em></h2>',
    `<h2 id="a" class="content-heading">${link("a", "Un <em>titre</em>")}</h2>`,
  ],
  [
    "one in another language",
    '<h6 id="b" lang="en">B</h6>',
    `<h6 id="b" class="content-heading" lang="en">${link("b", "B")}</h6>`,
  ],
  [
    "one with a class",
    '<h2 id="c" lang="en" class="note">C</h2>',
    `<h2 id="c" lang="en" class="content-heading note">${link("c", "C")}</h2>`,
  ],
  [
    "one whose id is last",
    '<h2 class="note" id="d">D</h2>',
    `<h2 id="d" class="content-heading note">${link("d", "D")}</h2>`,
  ],
])("makes %s a link to itself", (_, html, expected) => {
  expect(linkHeadings(`${html}\n${html}`)).toBe(`${expected}\n${expected}`);
});

it("keeps a heading with a link for browsers that simplify pages, without a second link", () => {
  const link = '<a\nhref="/x/">Un lien</a>';
  const html = `<h2 id="comment">${link}</h2>`;
  expect(linkHeadings(html)).toBe(`<h2 id="comment" class="content-heading">${link}</h2>`);
});

it.each(['<h2 id="a" class="visually-hidden">Notes</h2>', "<h2>Sans ancre</h2>"])(
  "does not change %s",
  (html) => {
    expect(linkHeadings(html)).toBe(html);
  },
);
