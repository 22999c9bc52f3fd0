import { expect, it } from "vitest";
import type { EleventyConfig } from "../../../src/eleventy/types.ts";

/** What owners and plugins call, as they write it: the test is that this compiles. */
function configure(config: EleventyConfig): void {
  config.versionCheck(">=3.0");
  config.addPlugin(
    (own: EleventyConfig, options: { name: string }) => {
      own.addFilter(options.name, (text: string) => text);
    },
    { name: "b" },
  );
  config.addFilter("here", function (text: string) {
    return `${String(this.page.url)} ${text}`;
  });
  config.addNunjucksFilter("up", (text: string) => text.toUpperCase());
  config.addNunjucksAsyncFilter("late", (text: string, done: (error: unknown, text?: string) => void) => {
    done(null, text);
  });
  config.addNunjucksShortcode("a", () => "x");
  config.addNunjucksAsyncShortcode("b", () => Promise.resolve("x"));
  config.addPairedNunjucksShortcode("c", (content: string) => content);
  config.addPairedNunjucksAsyncShortcode("d", (content: string) => Promise.resolve(content));
  config.addNunjucksGlobal("answer", 42);
  config.addDataExtension("yaml", (text: string) => text);
  config.addPreprocessor("p", "md", (data, content) => (data["draft"] === true ? false : content));
  config.addLinter("l", function (content, inputPath) {
    if (content === "") throw new Error(`${inputPath} ${String(this.page.url)}`);
  });
  config.addBundle("css");
  config.addTransform("t", function (content) {
    return this.page.outputPath === false ? content : content.trim();
  });
  config.addPassthroughCopy({ extra: "x" }, { expand: true });
  config.addExtension("scss", {
    outputFileExtension: "css",
    useLayouts: false,
    compile: (text) => Promise.resolve(() => Promise.resolve(text)),
  });
  config.addExtension(["a", "b"], { key: "njk" });
  config.on("eleventy.before", ({ directories, runMode }) => {
    process.stdout.write(directories.output + runMode);
  });
  config.on("eleventy.after", ({ directories, results }) => {
    for (const { url, outputPath } of results) process.stdout.write(`${String(url)} ${String(outputPath)}`);
    process.stdout.write(directories.output);
  });
  config.on("eleventy.after", async ({ directories }: { directories: { output: string } }) => {
    await Promise.resolve(directories.output);
  });
  config.addCollection("titles", (api) => api.getFilteredByTag("x").map(({ data }) => String(data["title"])));
  config.addCollection("oldest", (api) => api.getAll().sort((a, b) => Number(a.date) - Number(b.date)));
  config.setNunjucksEnvironmentOptions({ throwOnUndefined: true });
  config.setServerOptions({ port: 8081 });
  config.setQuietMode(true);
  config.addUrlTransform(({ url }) => url);
}

it("the types accept what owners write", () => {
  expect(configure).toBeTypeOf("function");
});
