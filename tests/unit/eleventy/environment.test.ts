import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { compileLayouts, LayoutEnvironment } from "../../../src/eleventy/environment.ts";
import { builtinLayouts } from "../../../src/files.ts";
import type { Files } from "../../support/files.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const environmentWith = (layouts: Files): LayoutEnvironment =>
  new LayoutEnvironment(
    { site: scratchFolder(layouts), carnet: builtinLayouts().folder },
    {
      cri: (text: string) => `${text} !`,
    },
  );

it("renders values with a layout, and the result with those that its front matter names", async () => {
  const environment = environmentWith({
    "fiche.njk":
      "---\nlayout: cadre\ncouleur: vert\ntitle: faux\n---\n<i>{{ couleur }}</i>{{ content | safe }}",
    "cadre.njk": "<b>{{ title | cri }} {{ couleur }}</b>{{ content | safe }}",
  });
  const data = { title: "Titre", content: "<p>Texte</p>" };
  const html = "<b>Titre ! vert</b><i>vert</i><p>Texte</p>";
  expect(await environment.renderLayout("fiche", data)).toBe(html);
  expect(await environment.renderLayout("fiche.njk", data)).toBe(html);
});

it("awaits filters that are asynchronous, and reports what they and layouts throw", async () => {
  const environment = environmentWith({ "a.njk": "{{ 1 | slow }}", "b.njk": "\n{% if %}" });
  environment.addFilter(
    "slow",
    (_: number, done: (error: null, text: string) => void) => setTimeout(done, 1, null, "fait"),
    true,
  );
  expect(await environment.renderLayout("a", {})).toBe("fait");
  await expect(environment.renderLayout("b", {})).rejects.toThrow(/b\.njk\) \[Line 2/);
  await expect(environment.renderLayout("c", {})).rejects.toThrow("template not found: c.njk");
});

it("finds the compiled form of each of Carnet's layouts, unless the site replaces a partial of it", async () => {
  const compiled: string[] = [];
  const { folder, names } = builtinLayouts();
  const file = join(scratchFolder({ "layouts.mjs": compileLayouts() }), "layouts.mjs");
  const { layouts } = (await import(pathToFileURL(file).href)) as { layouts: Record<string, () => object> };
  const noted = Object.fromEntries(
    Object.entries(layouts).map(([digest, code]) => [digest, () => (compiled.push(digest), code())]),
  );
  const compiledIn = (site: string): number => {
    compiled.length = 0;
    const environment = new LayoutEnvironment({ site, carnet: folder }, {}, noted);
    for (const name of names) environment.getTemplate(`${name}.njk`);
    return compiled.length;
  };
  expect(compiledIn("none")).toBe(names.length);
  expect(compiledIn(scratchFolder({ "partials/footer.njk": "" }))).toBe(names.length - 1);
});
