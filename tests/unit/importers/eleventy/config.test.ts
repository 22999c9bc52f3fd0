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

it("reads the addresses of feeds made by the plugin", () => {
  const config = (code: string): unknown => eleventyConfig(folder({ "eleventy.config.js": code }), []).feeds;
  expect(
    config(`c.addPlugin(feedPlugin, { type: "atom", outputPath: "/feed/feed.xml", metadata: {} });
      c.addPlugin(feedPlugin, { type: "json", outputPath: "feed/feed.json" });`),
  ).toEqual([
    { address: "/feed/feed.xml", isJson: false },
    { address: "/feed/feed.json", isJson: true },
  ]);
  expect(config("c.addPlugin(feedPlugin, { outputPath: chemin });")).toEqual([]);
});

it("does not report data files in JavaScript that contain only data", () => {
  const manual: unknown[] = [];
  const { values } = eleventyConfig(
    folder({
      "_data/metadata.js": 'export default { title: "Onze", author: { email: "a@b.example" } };',
      "_data/eleventyDataSchema.js": "export default function () {}",
      "_data/calcul.js": 'export default { titre: "A", jour: new Date() };',
    }),
    manual as never[],
  );
  expect(values).toEqual({
    metadata: { title: "Onze", author: { email: "a@b.example" } },
    calcul: { titre: "A" },
  });
  expect(manual).toEqual([{ kind: "code-data", file: "_data/calcul.js", line: 1, found: "calcul" }]);
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
