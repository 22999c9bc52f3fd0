import { describe, expect, it } from "vitest";
import { eleventyConfig, eleventySettings } from "../../../../src/importers/eleventy/config.ts";
import { folder } from "../old-blog.ts";

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
    [
      "named in an input folder",
      '{ input: "./src/", data: "données", includes: "./vues" }',
      "src/données",
      "src/vues",
    ],
    [
      "beside the input folder",
      '{ input: "content", data: "../_data", includes: "../_includes" }',
      "_data",
      "_includes",
    ],
    ["in the root", '{ input: ".", data: "_data", includes: "_layouts" }', "_data", "_layouts"],
  ])("%s", (_, dir, data, includes) => {
    const config = read(dir, `${data}/metadata.json`);
    expect(config).toMatchObject({ data, includes, values: { metadata: { title: "Onze" } } });
  });
});

it("reads folders that are set one by one, as in Eleventy 3", () => {
  const config = eleventyConfig(
    folder({
      "eleventy.config.js": `export default function (config) {
        config.setInputDirectory("src");
        config.setDataDirectory("../données");
        config.setIncludesDirectory( 'vues' );
        config.setOutputDirectory("dist");
      }`,
    }),
    [],
  );
  expect(config).toMatchObject({ input: "src", data: "données", includes: "src/vues", output: "dist" });
});

it("combines the settings of data files, the likeliest file first", () => {
  const config = eleventyConfig(
    folder({
      "_data/site.json": '{ "title": "Onze", "language": "fr" }',
      "_data/metadata.js": 'module.exports = { url: "https://blog.example.org", language: "en" };',
    }),
    [],
  );
  expect(eleventySettings(config)).toMatchObject({
    lang: "en",
    settings: { title: "Onze", url: "https://blog.example.org" },
  });
});
