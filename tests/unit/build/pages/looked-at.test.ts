import { describe, expect, it } from "vitest";
import { lookedAt } from "../../../../src/build/pages/looked-at.ts";
import type { Page } from "../../../../src/pages/types.ts";

const COUNT = 1000;
const ours = (): boolean => true;

function pagesOf(kind: string, count: number, entry?: object): Page[] {
  return Array.from(
    { length: count },
    (_, i) => ({ kind, layout: kind, output: `${kind}/${String(i)}/index.html`, entry }) as unknown as Page,
  );
}

const posts = (count: number, more: object = {}): Page[] => pagesOf("post", count, { kind: "post", ...more });
const sizes = (pages: Page[], isOurs?: (page: Page) => boolean): Record<string, number> => {
  const { whole, texts, sample } = lookedAt({ pages }, isOurs);
  return { whole: whole.size, texts: texts.size, sample: sample.size };
};

describe("pages to verify", () => {
  it("are all those of a small site, and all that an owner's code or layout may affect", () => {
    expect(sizes([...posts(200), ...pagesOf("tag", 200)], ours)).toEqual({ whole: 400, texts: 0, sample: 0 });
    expect(sizes(posts(COUNT))).toEqual({ whole: COUNT, texts: 0, sample: 0 });
    const some = sizes(posts(COUNT), ({ output }) => !output.startsWith("post/7"));
    expect(some["whole"]).toBeGreaterThanOrEqual(111);
  });

  it("are a sample of Carnet's own pages when there are many, and the text of every other post", () => {
    const { whole, texts, sample } = lookedAt({ pages: [...posts(COUNT), ...pagesOf("tag", COUNT)] }, ours);
    expect(sample).toEqual(whole);
    expect(whole.size).toBeGreaterThan(50);
    expect(whole.size).toBeLessThan(200);
    const chosen = [...whole].filter((file) => file.startsWith("post/"));
    expect(chosen.length + texts.size).toBe(COUNT);
    expect([...texts].every((file) => file.startsWith("post/") && !whole.has(file))).toBe(true);
  });

  it("are the same sample whatever other pages there are", () => {
    const chosen = lookedAt({ pages: posts(COUNT) }, ours).sample;
    const later = lookedAt({ pages: [...pagesOf("month", 3), ...posts(COUNT + 50).reverse()] }, ours).sample;
    for (const file of chosen) expect(later).toContain(file);
  });

  it.each(["person", "redirect", "page", "accessibility", "home"])(
    "are all those of kind %s, which show addresses that an owner wrote",
    (kind) => {
      expect(sizes(pagesOf(kind, COUNT), ours)).toEqual({ whole: COUNT, texts: 0, sample: 0 });
    },
  );

  it.each([{ image: { src: "https://a.example/b.png", remote: true } }, { license: "https://a.example/" }])(
    "are all posts that show an address of their front matter: %j",
    (more) => {
      expect(sizes(posts(COUNT, more), ours)["whole"]).toBe(COUNT);
    },
  );

  it("include every feed and sitemap, but not other files", () => {
    const file = (kind: string, output: string): Page => ({ kind, layout: null, output }) as unknown as Page;
    const pages = [file("feed", "feed.xml"), file("sitemap", "sitemap.xml"), file("robots", "robots.txt")];
    const { feeds, whole } = lookedAt({ pages }, ours);
    expect([feeds, [...whole]]).toEqual([["feed.xml", "sitemap.xml"], []]);
  });
});
