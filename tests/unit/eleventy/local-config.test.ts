import { expect, it } from "vitest";
import { isLocal } from "../../../src/eleventy/local-config.ts";

const config = (code: string): string =>
  `export default function (config) { config.addPlugin(carnet); ${code} }`;

it.each([
  ["", true],
  ['config.addFilter("loud", (text) => text.toUpperCase());', true],
  ['config.addShortcode("note", (text) => `<b>${text}</b>`);', true],
  ['config.addTransform("short", (html) => html.trim());', false],
  ['config.addCollection("own", (api) => api.getAll());', false],
  ['config.addPassthroughCopy("x");', false],
  ['config.on("eleventy.after", () => {});', false],
  ['config.addFilter("age", () => Date.now());', false],
  ['config.addFilter("all", function () { return this.ctx.collections; });', false],
  ['config.addFilter("by", (posts) => posts[0].data.next);', false],
  ['config.addFilter("chance", () => Math.random());', false],
  ['config.addFilter("day", (d) => d.toLocaleDateString());', false],
  ["const { addTransform } = config;", false],
])("a configuration with %j works on one page only: %s", (code, expected) => {
  expect(isLocal({ code: config(code), imports: [] })).toBe(expected);
});

it("is not known of one that imports a package or a part of Node", () => {
  expect(isLocal({ code: config(""), imports: ["node:fs"] })).toBe(false);
});
