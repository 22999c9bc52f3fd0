import { expect, it } from "vitest";
import { linkHeadings } from "../../../src/eleventy/model.ts";

it.each([
  [
    '<h2 id="a">Un <em>titre</em></h2>',
    '<h2 id="a" class="content-heading"><a class="heading-link" href="#a">Un <em>titre</em></a></h2>',
  ],
  [
    '<h2 id="un-titre">Un</h2>\n<h6 id="deux">Deux</h6>',
    '<h2 id="un-titre" class="content-heading"><a class="heading-link" href="#un-titre">Un</a></h2>\n<h6 id="deux" class="content-heading"><a class="heading-link" href="#deux">Deux</a></h6>',
  ],
  [
    '<h3 id="b" lang="en">B</h3>',
    '<h3 id="b" class="content-heading" lang="en"><a class="heading-link" href="#b">B</a></h3>',
  ],
  [
    '<h2 id="c" lang="en" class="note">C</h2>',
    '<h2 id="c" lang="en" class="content-heading note"><a class="heading-link" href="#c">C</a></h2>',
  ],
  [
    '<h2 class="note" lang="en" id="d">D</h2>',
    '<h2 id="d" class="content-heading note" lang="en"><a class="heading-link" href="#d">D</a></h2>',
  ],
])("makes %s a link to itself", (html, expected) => {
  expect(linkHeadings(html)).toBe(expected);
});

// Their reading views drop a heading such as `comment-participer`, unless its class has a better word.
it.each([
  [
    '<h2 id="comment"><a href="/x/">Un lien</a></h2>',
    '<h2 id="comment" class="content-heading"><a href="/x/">Un lien</a></h2>',
  ],
  [
    '<h2 id="a"><a\nhref="/x/">Un lien</a></h2>',
    '<h2 id="a" class="content-heading"><a\nhref="/x/">Un lien</a></h2>',
  ],
])("keeps %s for browsers that simplify pages, without a second link", (html, expected) => {
  expect(linkHeadings(html)).toBe(expected);
});

it.each(['<h2 id="a" class="visually-hidden">Notes</h2>', "<h2>Sans ancre</h2>"])(
  "does not change %s",
  (html) => {
    expect(linkHeadings(html)).toBe(html);
  },
);
