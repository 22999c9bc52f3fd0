import { describe, expect, it } from "vitest";
import { eleventyConfig } from "../../../src/importers/eleventy-config.ts";
import { folder } from "./old-blog.ts";

const read = (dir: string, data: string): ReturnType<typeof eleventyConfig> =>
  eleventyConfig(
    folder({
      "eleventy.config.js": `export default () => ({ dir: ${dir} });`,
      [data]: '{ "title": "Onze" }',
    }),
    [],
  );

describe("the folders of an Eleventy blog", () => {
  it.each([
    ["by default", "{}", "_data", "_includes"],
    ["in an input folder", '{ input: "src" }', "src/_data", "src/_includes"],
    ["named there", '{ input: "./src/", data: "données", includes: "./vues" }', "src/données", "src/vues"],
    ["beside it", '{ input: "content", data: "../_data", includes: "../_includes" }', "_data", "_includes"],
    ["of the root", '{ input: ".", data: "_data", includes: "_layouts" }', "_data", "_layouts"],
  ])("%s", (_, dir, data, includes) => {
    const config = read(dir, `${data}/metadata.json`);
    expect(config).toMatchObject({ data, includes, values: { metadata: { title: "Onze" } } });
  });
});
