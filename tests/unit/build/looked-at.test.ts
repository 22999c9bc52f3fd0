import { describe, expect, it } from "vitest";
import { lookedAt } from "../../../src/build/looked-at.ts";
import type { Page } from "../../../src/pages/types.ts";

const COUNT = 1000;
const ours = (): boolean => true;

function pageOf(kind: string, i: number, body?: string): Page {
  const entry = body === undefined ? undefined : { body: Buffer.from(body) };
  return { kind, layout: kind, output: `${kind}/${String(i)}/index.html`, entry } as unknown as Page;
}

function pagesOf(count: number, bodyOf: (i: number) => string = () => "Texte, 1 < 2."): Page[] {
  return Array.from({ length: count }, (_, i) => pageOf("post", i, bodyOf(i)));
}

const feed = { kind: "feed", layout: null, output: "feed.xml" } as Page;

describe("pages to look at", () => {
  it("are all of a site of some hundred pages, and all where an owner's code or layout is at work", () => {
    expect(lookedAt(pagesOf(400), ours)).toMatchObject({ isSample: false, pages: { length: 400 } });
    expect(lookedAt(pagesOf(COUNT))).toMatchObject({ isSample: false, pages: { length: COUNT } });
    const own = lookedAt(pagesOf(COUNT), ({ output }) => !output.startsWith("post/7"));
    for (const { output } of pagesOf(COUNT))
      if (output.startsWith("post/7")) expect(own.pages).toContain(output);
  });

  it("are the first ones of each kind and one in twenty of the others where all is Carnet's own", () => {
    const pages = [
      ...pagesOf(COUNT),
      ...Array.from({ length: 30 }, (_, i) => pageOf("tag", i)),
      pageOf("home", 0),
    ];
    const { pages: looked, isSample } = lookedAt(pages, ours);
    expect(isSample).toBe(true);
    expect(looked.filter((file) => file.startsWith("post/"))).toHaveLength(20 + 49);
    expect(looked.filter((file) => file.startsWith("tag/"))).toHaveLength(20 + 1);
    expect(looked).toContain("home/0/index.html");
    expect(lookedAt(pages, ours).pages).toEqual(looked);
  });

  it.each(["<b>gras</b>", "Fin</div>", "<!-- note -->", "<?php", "Un <Br>"])(
    "hold each text in which HTML may be written: %s",
    (html) => {
      const { pages } = lookedAt(
        pagesOf(COUNT, (i) => (i === 333 ? `Texte, 1 < 2. ${html}` : "Texte.")),
        ours,
      );
      expect(pages).toContain("post/333/index.html");
    },
  );

  it("are feeds and maps in any case, and no file that is neither", () => {
    const map = { kind: "sitemap", layout: null, output: "sitemap.xml" } as Page;
    const robots = { kind: "robots", layout: null, output: "robots.txt" } as unknown as Page;
    const { feeds, pages } = lookedAt([feed, map, robots, ...pagesOf(COUNT)], ours);
    expect(feeds).toEqual(["feed.xml", "sitemap.xml"]);
    expect(pages).not.toContain("robots.txt");
  });
});
