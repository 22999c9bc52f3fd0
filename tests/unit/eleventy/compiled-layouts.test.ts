// Layouts compiled with Carnet: they render the same pages as when Nunjucks reads their text.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ILoader } from "nunjucks";
import { beforeEach, describe, expect, it } from "vitest";
import { builtinLayouts } from "../../../src/eleventy/builtin-layouts.ts";
import { compileLayouts, type CompiledLayouts } from "../../../src/eleventy/compiled-layouts.ts";
import { ui } from "../../../src/strings/ui.ts";
import { createEnvironment } from "../../../src/eleventy/environment.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

let own: string;
let compiled: CompiledLayouts;

beforeEach(async () => {
  own = scratchFolder();
  const file = join(own, "layouts.mjs");
  writeFileSync(file, compileLayouts());
  compiled = ((await import(file)) as { layouts: CompiledLayouts }).layouts;
});
const { folder, names } = builtinLayouts();
const filters = {
  url: String,
  absolute: String,
  isoDate: String,
  longDate: String,
  tagged: String,
  langAttribute: String,
  shortened: String,
};

/** True if a layout is loaded as code, not as text. */
function isCode(name: string, asynchronous: readonly string[] = []): boolean {
  const environment = createEnvironment(own, folder, filters, compiled);
  for (const filter of asynchronous) environment.addFilter(filter, () => undefined, true);
  const { loaders } = environment as unknown as { loaders: ILoader[] };
  return typeof loaders[1]?.getSource(name).src === "object";
}

describe("compiled layouts", () => {
  it.each(names)("include %s", (name) => {
    expect(compiled[`${name}.njk`]).toBeDefined();
    expect(isCode(`${name}.njk`)).toBe(true);
  });

  it("give way to the text when the site replaces a partial of the layout", () => {
    mkdirSync(join(own, "partials"));
    writeFileSync(join(own, "partials/toc.njk"), "x");
    expect(isCode("post.njk")).toBe(false);
    expect(isCode("not-found.njk")).toBe(true);
  });

  it("give way to the text when the owner made a filter of the layout asynchronous", () => {
    expect(isCode("post.njk", ["longDate"])).toBe(false);
    expect(isCode("post.njk", ["another"])).toBe(true);
  });

  it("render the same bytes, with loops that use a counter and loops that do not", () => {
    const data = {
      t: ui("fr", "fr"),
      ownFeeds: [
        { url: "/a.xml", type: "application/feed+json", title: "A" },
        { url: "/b.xml", type: "application/atom+xml", title: "<B>" },
      ],
      feedGroups: [
        { title: "Un", feeds: [] },
        { title: "Deux", feeds: [] },
      ],
      nav: [
        { label: "Blog", url: "/blog/", current: true },
        { label: "Mots-clés", url: "/mots-cles/" },
      ],
    };
    const page = (layouts: CompiledLayouts, name: string): string =>
      createEnvironment(own, folder, filters, layouts).render(name, data);
    for (const name of ["feeds.njk", "not-found.njk", "tags.njk", "search.njk"]) {
      const text = page({}, name);
      expect(text).toContain("</html>");
      expect(page(compiled, name)).toBe(text);
    }
    expect(page(compiled, "feeds.njk")).toContain("page--feeds-2");
  });
});
