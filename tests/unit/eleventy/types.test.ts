import { expect, it } from "vitest";
import type { EleventyConfig } from "../../../src/eleventy/types.ts";

/** What owners and plugins call, as they write it: the test is that this compiles. */
function configure(config: EleventyConfig): void {
  config.addFilter("here", function (text: string) {
    return `${String(this.page.url)} ${text}`;
  });
  config.addNunjucksAsyncFilter("late", (text: string, done: (error: unknown, text?: string) => void) => {
    done(null, text);
  });
  config.addPreprocessor("p", "md", (data, content) => (data["draft"] === true ? false : content));
  config.addLinter("l", function (content, inputPath) {
    if (content === "") throw new Error(`${inputPath} ${String(this.page.url)}`);
  });
  config.addTransform("t", function (content) {
    return this.page.outputPath === false ? content : content.trim();
  });
  config.addExtension("scss", { compile: (text) => Promise.resolve(() => Promise.resolve(text)) });
  config.on("eleventy.after", async ({ directories, results }) => {
    await Promise.resolve(results.map(({ url }) => directories.output + String(url)));
  });
  config.addCollection("oldest", (api) => api.getAll().sort((a, b) => Number(a.date) - Number(b.date)));
}

it("the types accept what owners write", () => {
  expect(configure).toBeTypeOf("function");
});
