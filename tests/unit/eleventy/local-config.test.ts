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
  ['config.addFilter("ask", (url) => fetch(url));', false],
  ['config.addFilter("late", async (text) => text);', false],
  ['config.addFilter("late", (text) => text.then((one) => { await one; }));', false],
  ['config.addFilter("near", (post) => post.data.related);', false],
  ['config.addFilter("count", (n) => Intl.NumberFormat("fr").format(n));', false],
  ['const count = { n: 0 }; config.addFilter("count", () => (count.n += 1));', false],
  ['const seen = new Map(); config.addFilter("same", (x) => seen.get(x));', false],
  ['const { on } = config; on("eleventy.after", () => {});', false],
  ['let n = 0; config.addShortcode("figure", () => "fig-" + ++n);', false],
  ['const seen = new Set(); config.addFilter("once", (x) => seen.has(x));', false],
  ['const seen = []; config.addFilter("once", (x) => { seen[0] = x; return x; });', false],
  ['const seen = []; config.addFilter("once", (x) => seen.push(x));', false],
  ['config.addFilter("before", ({ previous }) => previous.url);', false],
  ['const NAMES = ["a"]; config.addFilter("name", (i) => NAMES[i]);', true],
  ['config.addFilter("same", (a, b) => a === b || a >= b);', true],
])("a configuration with %j affects one page at a time: %s", (code, expected) => {
  expect(isLocal({ code: config(code), imports: [] })).toBe(expected);
});

it.each([
  "addNunjucksFilter",
  "addNunjucksShortcode",
  "addPairedShortcode",
  "addPairedNunjucksShortcode",
  "addLayoutAlias",
])("a configuration that calls %s affects one page at a time", (method) => {
  expect(isLocal({ code: config(`config.${method}("on", "off");`), imports: [] })).toBe(true);
});

it.each(["setUseTemplateCache", "removeCollection", "augmentFunctionContext", "addGlobalData"])(
  "a configuration that calls %s may affect other pages",
  (method) => {
    expect(isLocal({ code: config(`config.${method}("x");`), imports: [] })).toBe(false);
  },
);

it.each([
  ...["this.ctx", "new Date", "Temporal.Now.instant()", "now()", "performance", "navigator.language"],
  ...["process.env", 'require("x")', "import(text)", "globalThis", "global", "eval(text)", "Function(text)"],
  ...["crypto.randomUUID()", "text.toLocaleString()"],
  ...["all.set(text, 1)", "all.add(text)", "all.unshift(text)", "all.splice(0)", "all.pop()", "all.shift()"],
  ...["all.sort()", "all.reverse()", "all.fill(text)", "all.delete(text)", "all.n++", "all.n--"],
  ...["Object.assign(all, { text })", "Object.defineProperty(all, text, {})"],
])("a configuration whose filter uses %s may affect other pages", (said) => {
  const code = `const all = made(); config.addFilter("x", (text) => ${said});`;
  expect(isLocal({ code: config(code), imports: [] })).toBe(false);
});

it("a configuration that imports a part of Node may affect other pages", () => {
  expect(isLocal({ code: config(""), imports: ["node:fs"] })).toBe(false);
});
