import type { Extension } from "nunjucks";
import { expect, it } from "vitest";
import { builtinLayouts } from "../../../src/eleventy/builtin-layouts.ts";
import { createEnvironment } from "../../../src/eleventy/environment.ts";

it("holds nothing of earlier runs, whose filters and tags are added again", () => {
  const environment = createEnvironment("layouts", builtinLayouts().folder, {});
  const tags: Extension[] = [];
  for (let run = 0; run < 3; run++) {
    const tag = { tags: ["setAsync"], parse: () => undefined };
    tags.push(tag);
    environment.addExtension("setAsync", tag);
    environment.addFilter("slow", () => undefined, true);
  }
  const { extensionsList } = environment as unknown as { extensionsList: Extension[] };
  expect(extensionsList).toEqual(tags.slice(-1));
  expect(environment.getExtension("setAsync")).toBe(tags[2]);
  expect(environment.asyncFilters.filter((name) => name === "slow")).toHaveLength(1);
});
