import { describe, expect, it } from "vitest";
import type { Values } from "../../../src/admin/form/front-matter.ts";
import { fileOf, namesBefore, valuesOf } from "../../../src/admin/form/text-file.ts";
import type { Shape } from "../../../src/admin/form/values.ts";

const SHAPES = new Map<string, Shape>([
  ["title", "text"],
  ["author", "text"],
  ["date", "text"],
  ["tags", "list"],
  ["draft", "flag"],
  ["slug", "text"],
  ["body", "other"],
]);

const FILE = `---
# Relu par l’équipe
title: "Un : essai" # provisoire
author: [{ name: Thanh Ha LE, role: EIG }, Coline Malivel]
tags:   design, données
date: 2024-01-02
draft: non
slug: 2024
related: [a,   b]
intro: |
  Deux

  lignes
---


Bonjour **vous**.

`;

/** The file after an editor gave these values in the form, and left all others. */
const changed = (values: object, file = FILE): string =>
  fileOf({ ...valuesOf(file, SHAPES), ...values }, SHAPES);

describe("a text in the form", () => {
  it("gets front matter with its own line ends, after its byte-order mark", () => {
    expect(changed({ title: "T" }, "\uFEFFUn.\r\n\r\nDeux.\r\n")).toBe(
      "\uFEFF---\r\ntitle: T\r\n---\r\n\r\nUn.\r\n\r\nDeux.\r\n",
    );
  });

  it("fills the fields, whatever form its values are written in", () => {
    expect(valuesOf(FILE, SHAPES)).toMatchObject({
      title: "Un : essai",
      author: "Thanh Ha LE, EIG ; Coline Malivel",
      tags: ["design", "données"],
      date: "2024-01-02",
      slug: "2024",
      body: "Bonjour **vous**.\n\n",
    });
  });

  it("stays byte for byte the same if nothing was changed", () => {
    expect(changed({})).toBe(FILE);
    expect(changed({}, FILE.replaceAll("\n", "\r\n"))).toBe(FILE.replaceAll("\n", "\r\n"));
    // The form passes `false` for a flag that is off.
    expect(changed({ draft: false })).toBe(FILE);
    const bare = "Sans rien avant.\n";
    expect(changed({}, bare)).toBe(bare);
    expect(changed({ title: "A" }, bare)).toBe(`---\ntitle: A\n---\n\n${bare}`);
  });

  it("changes only the line of the changed key, and keeps its quotation marks", () => {
    const lines = FILE.split("\n");
    expect(changed({ title: "Autre" }).split("\n")).toEqual(lines.with(2, 'title: "Autre" # provisoire'));
    expect(changed({ tags: ["design", "vie privée"] }).split("\n")).toEqual(
      lines.with(4, "tags: [design, vie privée]"),
    );
    expect(changed({ draft: true }).split("\n")).toEqual(lines.with(6, "draft: true"));
    expect(changed({ slug: "2025" }).split("\n")).toEqual(lines.with(7, 'slug: "2025"'));
  });

  it("loses the line of an emptied key, with the list below it", () => {
    const below = FILE.replace("tags:   design, données", "tags:\n- design\n- données");
    for (const file of [FILE, below])
      expect(changed({ tags: [] }, file)).toBe(FILE.replace("tags:   design, données\n", ""));
    expect(changed({ tags: ["un"] }, below)).toBe(FILE.replace("tags:   design, données", "tags: [un]"));
  });

  it("keeps the comment beside a changed value, but not beside a removed one", () => {
    const file =
      "---\r\ntitle: A\t# $& \r\ntags: [a,\r\n  b] # deux\r\nslug: # plus tard\r\ndate: |- # ici\r\n  x\r\n---\r\nB";
    expect(changed({ title: "C", tags: ["c"], slug: "d", date: "2024" }, file)).toBe(
      '---\r\ntitle: C # $& \r\ntags: [c] # deux\r\nslug: d # plus tard\r\ndate: "2024"\r\n---\r\nB',
    );
    expect(changed({ title: "", tags: [] }, file)).toBe(
      "---\r\nslug: # plus tard\r\ndate: |- # ici\r\n  x\r\n---\r\nB",
    );
    expect(changed({ slug: "d" }, "---\nslug: c # fin\n---\n")).toBe("---\nslug: d # fin\n---\n");
  });

  it("adds a new key at the end, and changes a synonym that it already uses", () => {
    expect(changed({ slug: "fin" }, "---\ntitle: A\n---\nB\n")).toBe("---\ntitle: A\nslug: fin\n---\nB\n");
    const plural = "---\ntitle: A\nauthors:\n  - Ada\n  - Grace\n---\nB\n";
    expect(valuesOf(plural, SHAPES)["author"]).toBe("Ada ; Grace");
    expect(changed({ author: "Ada" }, plural)).toBe("---\ntitle: A\nauthors: Ada\n---\nB\n");
  });

  it("keeps the other lines when a value of several lines, or an empty one, changes", () => {
    const folded = "---\ntitle: >-\n  Un titre\n  plié\nintro: x\nslug: fin\n---\n\nB\n";
    expect(valuesOf(folded, SHAPES)["title"]).toBe("Un titre plié");
    expect(changed({ title: "Court" }, folded)).toBe("---\ntitle: Court\nintro: x\nslug: fin\n---\n\nB\n");
    const plain = "---\ntitle: Un titre\n  plié\nintro: x\n---\n\nB\n";
    expect(changed({ title: "Court" }, plain)).toBe("---\ntitle: Court\nintro: x\n---\n\nB\n");
    const emptied = "---\ntitle: A\ntags:\n---\n\nB\n";
    expect(changed({ tags: ["x"] }, emptied)).toBe("---\ntitle: A\ntags: [x]\n---\n\nB\n");
  });

  it("keeps a block value whose last line end the form trims, and the `non` of a required flag", () => {
    const shapes = new Map<string, Shape>([...SHAPES, ["intro", "text"], ["clos", "answer"]]);
    for (const sign of [">", "|", "|+"]) {
      const file = `---\ntitle: A\nclos: non\nintro: ${sign}\n  Un\n  Deux\n---\n\nB\n`;
      const { intro = "", ...values } = valuesOf(file, shapes);
      expect(fileOf({ ...values, intro: (intro as string).trim(), clos: false, title: "C" }, shapes)).toBe(
        file.replace("title: A", "title: C"),
      );
    }
  });

  it("keeps the blank lines around a changed body", () => {
    expect(changed({ body: "Autre chose.\n\n\n" })).toBe(FILE.replace("Bonjour **vous**.", "Autre chose."));
    expect(changed({ body: "Bonjour **vous**." })).toBe(FILE);
    expect(changed({ body: "C" }, "---\ntitle: A\n---\nB")).toBe("---\ntitle: A\n---\nC");
    expect(changed({ body: "B" }, "---\ntitle: A\n---")).toBe("---\ntitle: A\n---\nB\n");
  });

  it("keeps its line ends, and uses them for new lines", () => {
    const crlf = "---\r\ntitle: A\r\n---\r\n\r\nUn\r\nDeux\r\n";
    expect(valuesOf(crlf, SHAPES)["body"]).toBe("Un\nDeux\n");
    expect(changed({ body: "Un\nTrois\nDeux\n", slug: "b" }, crlf)).toBe(
      "---\r\ntitle: A\r\nslug: b\r\n---\r\n\r\nUn\r\nTrois\r\nDeux\r\n",
    );
    expect(changed({ title: "B" }, "---\n---\r\nUn\r\n")).toBe("---\ntitle: B\n---\r\nUn\r\n");
  });

  it("keeps mixed line ends on the lines that did not change", () => {
    const mixed = "---\ntitle: A\n---\n\nUn\r\n\r\nDeux\n\nTrois\r\n\nFin\n\r\n";
    expect(changed({ body: "Un\n\nDeux\n\nQuatre\n\nFin" }, mixed)).toBe(mixed.replace("Trois\r", "Quatre"));
    expect(changed({ body: "Un\n\nZéro\n\nDeux\n\nTrois\n\nFin" }, mixed)).toMatch(
      /Un\r\n\r\nZéro\n\r?\nDeux\n\nTrois\r\n\nFin\n\r\n$/,
    );
    expect(changed({ body: "Trois" }, mixed)).toBe("---\ntitle: A\n---\n\nTrois\n\r\n");
    expect(changed({ body: "Fin\n\nUn" }, mixed)).toContain("\n\nFin\n");
  });

  describe("whose address changes", () => {
    const KEYS = ["slug", "date"];
    const at = "content/posts/2024-01-02-essai/index.md";
    const shapes = new Map<string, Shape>([...SHAPES, ["redirect_from", "list"]]);
    const values = (file: string): Values => valuesOf(file, shapes, at);
    const plain = "---\ntitle: A\n---\nB\n";

    it("is looked up by its former names, and by its own if a key of its address changed", () => {
      const names = (more: object): string[] => namesBefore({ ...values(plain), ...more }, shapes, KEYS);
      const own = "content/posts/2024-01-02-essai";
      expect(names({ title: "C" })).toEqual([]);
      expect(names({ slug: "c" })).toEqual([own]);
      expect(names({ "carnet:names": [own, `/${own}`, "/content/posts/2024-01-02-b"] })).toEqual([
        ...[own, "content/posts/2024-01-02-b"],
      ]);
      expect(namesBefore({ title: "Nouveau", slug: "c" }, shapes, KEYS)).toEqual([]);
    });

    it("lists its old addresses after those it had, under the key it uses", () => {
      const moved = (file: string): string => fileOf(values(file), shapes, ["/a/", "/b/"]);
      expect(moved(plain)).toBe("---\ntitle: A\nredirect_from: [/a/, /b/]\n---\nB\n");
      const old = plain.replace("A\n", "A\naliases: /b/\n");
      expect(moved(old)).toBe("---\ntitle: A\naliases: [/b/, /a/]\n---\nB\n");
    });
  });

  it("is copied without its slug, addresses and feed id, unless an editor gave new ones", () => {
    const file = "---\ntitle: A # un\nslug: a\npermalink: /x/\naliases: [/y/]\nfeedId: /z\n---\n\nB\n";
    const copyOf = (text: string): Values =>
      Object.fromEntries(Object.entries(valuesOf(text, SHAPES)).filter(([key]) => key !== "carnet:names"));
    const copy = copyOf(file);
    expect(fileOf(copy, SHAPES)).toBe("---\ntitle: A # un\n---\n\nB\n");
    expect(fileOf({ ...copy, slug: "b", title: "C" }, SHAPES)).toBe(
      "---\ntitle: C # un\nslug: b\n---\n\nB\n",
    );
    const torn = file.replace("A # un", "A : un : deux");
    expect(fileOf(copyOf(torn), SHAPES)).toBe(torn);
  });

  it("passes on the keys that have no field", () => {
    expect(valuesOf(FILE, SHAPES)).toMatchObject({ related: ["a", "b"], intro: "Deux\n\nlignes\n" });
  });

  it("delimits its front matter by `---` lines, despite blanks, a byte-order mark or CR line ends", () => {
    const blanks = "\uFEFF---  \ntitle: A\n--- \n \nB\n\n---\n\nC\n";
    expect(valuesOf(blanks, SHAPES)).toMatchObject({ title: "A", body: "B\n\n---\n\nC\n" });
    expect(changed({ title: "B" }, blanks)).toBe(blanks.replace("title: A", "title: B"));
    const bare = "Un\n\n---\nDeux\n\n---\n";
    expect(changed({ title: "A" }, bare)).toBe(`---\ntitle: A\n---\n\n${bare}`);
    expect(changed({ title: "B" }, "---\ntitle: A\n---")).toBe("---\ntitle: B\n---");
    expect(changed({ title: "B" }, "---\rtitle: A\r---\rUn\rDeux\r")).toBe("---\ntitle: B\n---\nUn\nDeux\n");
  });

  it("is not saved if its front matter is invalid, unless only its body changed", () => {
    const torn = '---\ntitle: "A\nx: 1\n---\n\nUn\n';
    const words = expect.stringContaining("L’en-tête de ce texte contient une erreur") as string;
    expect(() => changed({ slug: "b" }, torn)).toThrow(
      expect.objectContaining({
        message: "saving_failed",
        cause: expect.objectContaining({ message: words }) as Error,
      }) as Error,
    );
    expect(changed({ body: "Deux" }, torn)).toBe(torn.replace("Un", "Deux"));
  });

  it("is created without empty values", () => {
    const values = { title: "Bilan : un an", date: "", tags: ["a, b", "c"], draft: false, body: "Texte" };
    expect(fileOf(values, SHAPES)).toBe('---\ntitle: "Bilan : un an"\ntags: ["a, b", c]\n---\n\nTexte\n');
  });
});
