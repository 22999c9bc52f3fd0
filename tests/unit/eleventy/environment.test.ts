import type { Extension } from "nunjucks";
import { expect, it } from "vitest";
import { builtinLayouts } from "../../../src/eleventy/builtin-layouts.ts";
import { createEnvironment } from "../../../src/eleventy/environment.ts";

it("keeps nothing of earlier runs, whose filters and tags are added again", () => {
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

it("keeps Carnet's own `url` filter, and accepts an owner's filter of any other name", () => {
  const filters = { url: () => "ours", isoDate: () => "ours" };
  const environment = createEnvironment("layouts", builtinLayouts().folder, filters);
  environment.addFilter("url", () => "Eleventy's");
  environment.addFilter("isoDate", () => "the owner's");
  expect(environment.renderString("{{ 1 | url }} {{ 1 | isoDate | safe }}", {})).toBe("ours the owner's");
});

it("reports the rejection of an asynchronous filter", async () => {
  const environment = createEnvironment("layouts", builtinLayouts().folder, {});
  environment.addFilter("slow", () => Promise.reject(new Error("en panne")), true);
  const failed = new Promise((resolve) => {
    environment.renderString("{{ 1 | slow }}", {}, (error) => {
      resolve(error?.message);
    });
  });
  expect(await failed).toContain("en panne");
});
