import { describe, expect, it } from "vitest";
import { eleventyConfig } from "../../../src/importers/eleventy-config.ts";

function read(dir: string, data: string): ReturnType<typeof eleventyConfig> {
  const texts = new Map([
    ["eleventy.config.js", `export default () => ({ dir: ${dir} });`],
    [data, '{ "title": "Onze" }'],
  ]);
  return eleventyConfig(
    {
      root: "/nowhere",
      files: [...texts.keys()],
      has: (file) => texts.has(file),
      read: (file) => texts.get(file),
      manual: [],
    },
    [],
  );
}

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
