import { describe, expect, it } from "vitest";
import type { OldSite } from "../../../src/importers/model.ts";
import { settleSite } from "../../../src/importers/settle.ts";
import { oldEntry, oldSite, read } from "./old-blog.ts";

const FRENCH = read(
  "Nous avons écrit ce texte pour vous, et il est dans la langue des gens qui le lisent avec nous.\n",
);
const ENGLISH = read(
  "We have written this text for you, and it is in the language of the people who read it with us.\n",
);

function settled(known: Partial<OldSite>): OldSite {
  const site = oldSite(known);
  settleSite(site);
  return site;
}

describe("an incompletely configured old blog", () => {
  it.each([
    [[FRENCH, FRENCH, ENGLISH], "fr"],
    [[FRENCH, ENGLISH, ENGLISH], "en"],
    [[], "fr"],
  ] as const)("has the language of most of its texts", (all, lang) => {
    expect(settled({ lang: "", entries: all.map((text) => oldEntry({ text })) }).lang).toBe(lang);
  });

  it("keeps its language if it states one, in every spelling", () => {
    const { lang, entries } = settled({
      lang: "fr-CA",
      entries: [oldEntry({ lang: "FR" }), oldEntry({ lang: "en" })],
    });
    expect(lang).toBe("fr-CA");
    expect(entries.map((one) => one.lang)).toEqual(["fr-CA", "en"]);
  });

  it("has absolute paths for people's photos if it served them", () => {
    const { people } = settled({
      people: { ana: { photo: "img/a.png" }, bob: { photo: "img/b.png" }, cy: { photo: "/img/a.png" } },
      assets: [{ source: "static/img/a.png", target: "public/img/a.png" }],
    });
    expect(people).toEqual({
      ana: { photo: "/img/a.png" },
      bob: { photo: "img/b.png" },
      cy: { photo: "/img/a.png" },
    });
  });

  it("groups translations only if they are in several languages", () => {
    const { entries } = settled({
      entries: [
        oldEntry({ group: "a", lang: "fr" }),
        oldEntry({ group: "a", lang: "en" }),
        oldEntry({ group: "b", lang: "fr" }),
        oldEntry({ group: "b", lang: "fr" }),
      ],
    });
    expect(entries.map(({ group }) => group)).toEqual(["a", "a", undefined, undefined]);
  });

  it("gives each text its own file, even on a case-insensitive disk", () => {
    const targets = [
      "content/posts/a.md",
      "content/posts/A.md",
      "content/posts/a.md",
      "content/posts/b/index.md",
      "content/posts/b/index.md",
    ];
    const { entries } = settled({ entries: targets.map((target) => oldEntry({ target })) });
    expect(entries.map(({ target }) => target)).toEqual([
      "content/posts/a.md",
      "content/posts/A-2.md",
      "content/posts/a-3.md",
      "content/posts/b/index.md",
      "content/posts/b-2/index.md",
    ]);
  });
});

it("the author of a site that is named by an id has the name of that person", () => {
  const publisher = (id: string): unknown => {
    const site = oldSite({ settings: { publisher: id }, people: { com: { name: "Équipe communication" } } });
    settleSite(site);
    return site.settings["publisher"];
  };
  expect([publisher("com"), publisher("Le programme")]).toEqual(["Équipe communication", "Le programme"]);
});

describe("a text without a title", () => {
  const titled = (written: string): unknown => {
    const { entries } = settled({ entries: [oldEntry({ text: read(written), title: "La Mer" })] });
    const [{ title, text } = oldEntry()] = entries;
    return [title, text.body, text.bodyLine];
  };

  it.each([
    ["---\ndate: 2021-04-01\n---\n\n# La **mer** : été {#mer}\n\nTexte.\n", "La mer : été", "Texte.\n", 7],
    ["# La mer\r\nTexte.\r\n", "La mer", "Texte.\r\n", 2],
    ["# La mer #", "La mer", "", 1],
  ])("has that of the heading with which it begins: %j", (written, title, body, line) => {
    expect(titled(written)).toEqual([title, body, line]);
  });

  it.each([
    "---\ntitle: A\n---\n# La mer\n",
    "---\nname: A\n---\n# La mer\n",
    "## La mer\n\n## La plage\n",
    "Un mot.\n\n# La mer\n",
    "# La [mer](/mer/)\n",
    "# {{ page.mer }}\n",
    "#\n",
  ])("keeps a heading that is something else, or more than a title: %j", (written) => {
    expect(titled(written)).toEqual(["La Mer", read(written).body, read(written).bodyLine]);
  });
});
