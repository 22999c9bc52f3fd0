import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../../../src/build/machine/digest.ts";
import { openHeadCache } from "../../../../src/build/kept/heads.ts";
import type { EntryFacts } from "../../../../src/content/entries/read.ts";
import { loadContent } from "../../../../src/content/load.ts";
import { NOW, siteRoot } from "../../content/site-root.ts";

const BOTH = { trust: true, keep: true };
const FACTS: EntryFacts = {
  ...{ name: { slug: "a", stem: "a", draft: false, folders: [] }, data: { title: "A" }, fields: {} },
  ...{ taxonomies: {}, title: "A", lang: "fr", draft: false, date: new Date(5) },
};

function keptIn(root: string, settings = "s"): void {
  const cache = openHeadCache(root, "1", BOTH);
  cache.under(settings).keep("post", "a.md", "title: A\n", FACTS);
  cache.save();
}

const found = (root: string, { version = "1", settings = "s", file = "a.md", head = "title: A\n" } = {}) =>
  openHeadCache(root, version, BOTH).under(settings).find("post", file, head);

describe("a cache of front matter", () => {
  it("returns what an earlier process parsed, dates as Date objects", () => {
    const root = siteRoot({});
    keptIn(root);
    expect(found(root)).toEqual(FACTS);
  });

  it("finds nothing when the text, its file, the settings or the version differ", () => {
    const root = siteRoot({});
    keptIn(root);
    for (const other of [{ head: "title: B\n" }, { file: "b.md" }, { settings: "t" }, { version: "2" }])
      expect(found(root, other)).toBeUndefined();
  });

  it("ignores a truncated or corrupted file", () => {
    const root = siteRoot({});
    keptIn(root);
    const path = join(root, ".cache/heads");
    const whole = readFileSync(path);
    for (const bytes of [
      whole.subarray(0, -1),
      Buffer.from(whole).fill(0, whole.length - 9),
      Buffer.alloc(0),
    ]) {
      writeFileSync(path, bytes);
      expect(found(root)).toBeUndefined();
    }
    writeFileSync(path, whole);
    expect(found(root)).toEqual(FACTS);
  });

  it("ignores values that another version of Node wrote and this one cannot read", () => {
    const root = siteRoot({});
    keptIn(root);
    const path = join(root, ".cache/heads");
    const content = readFileSync(path).subarray(44);
    // Serialized values begin with a mark and the version of their format.
    content[content.indexOf(0xff) + 1] = 99;
    writeFileSync(path, Buffer.concat([Buffer.from(`${digestOf(content)}\n`), content]));
    expect(found(root)).toBeUndefined();
  });

  it("keeps what a build asked for, along with what it parsed", () => {
    const root = siteRoot({});
    keptIn(root);
    const cache = openHeadCache(root, "1", BOTH);
    expect(cache.under("s").find("post", "a.md", "title: A\n")).toEqual(FACTS);
    cache.under("s").keep("post", "b.md", "title: B\n", FACTS);
    cache.save();
    expect(found(root)).toEqual(FACTS);
    expect(found(root, { file: "b.md", head: "title: B\n" })).toEqual(FACTS);
  });

  it("keeps only the last of a file that one process reads again and again, under changing settings", () => {
    const root = siteRoot({});
    const cache = openHeadCache(root, "1", BOTH);
    cache.under("s").keep("post", "a.md", "title: A\n", FACTS);
    cache.under("s").keep("post", "a.md", "title: B\n", FACTS);
    cache.under("t").keep("post", "a.md", "title: B\n", FACTS);
    cache.under("s").keep("post", "b.md", "title: A\n", FACTS);
    cache.under("s").note("post", "b.md", "title: [\n");
    cache.save();
    expect(found(root)).toBeUndefined();
    expect(found(root, { head: "title: B\n" })).toBeUndefined();
    expect(found(root, { file: "b.md" })).toBeUndefined();
    expect(found(root, { head: "title: B\n", settings: "t" })).toEqual(FACTS);
  });

  it("knows front matter that has a problem by its name alone", () => {
    const root = siteRoot({});
    const cache = openHeadCache(root, "1", BOTH);
    const heads = cache.under("s");
    heads.note("post", "a.md", "title: A\ncouleur: bleu\n");
    expect(cache.names.get("a.md")).toBe(heads.nameOf("post", "a.md", "title: A\ncouleur: bleu\n"));
    cache.save();
    expect(found(root, { head: "title: A\ncouleur: bleu\n" })).toBeUndefined();
  });

  it("drops what was not asked for by a build that stored something new", () => {
    const root = siteRoot({});
    keptIn(root, "s");
    keptIn(root, "t");
    expect(found(root)).toBeUndefined();
    expect(found(root, { settings: "t" })).toEqual(FACTS);
  });
});

describe("content that is read again", () => {
  const POST = "content/posts/2026-01-05-essai.md";

  async function load(root: string, found: string[] = []) {
    const cache = openHeadCache(root, "1", BOTH);
    const loaded = await loadContent({
      ...{ root, now: NOW, builtinLayouts: ["post"] },
      heads: (settings) => {
        const heads = cache.under(settings);
        return {
          ...heads,
          find: (...asked) => {
            const facts = heads.find(...asked);
            if (facts) found.push(asked[1]);
            return facts;
          },
        };
      },
    });
    cache.save();
    return loaded;
  }

  it("is the same whether front matter was parsed or cached", async () => {
    const head = "title: Essai\nauthors: [Équipe A, Équipe B]\ntags: [mer, ciel]\nupdated: 2026-01-06\n";
    const root = siteRoot({ [POST]: `---\n${head}---\n\nUn texte.\n` });
    const first = await load(root);
    const found: string[] = [];
    const again = await load(root, found);
    expect(found).toEqual([POST]);
    // Compared as JSON: places are functions.
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    const placeOf = again.content?.posts[0]?.placeOf;
    expect(placeOf?.("tags")).toEqual(first.content?.posts[0]?.placeOf("tags"));
    expect(placeOf?.("tags").line).toBe(4);
  });

  it("reports the problems of front matter again, and reads the current body", async () => {
    const root = siteRoot({ [POST]: "---\ntitle: Essai\ncouleur: bleu\n---\n\nUn texte.\n" });
    const first = await load(root);
    expect(first.problems.map(({ key }) => key)).toContain("unknown-key");
    appendFileSync(join(root, POST), "Et un autre.\n");
    const again = await load(root);
    expect(again.problems.map(({ key }) => key)).toEqual(first.problems.map(({ key }) => key));
    expect(again.content?.posts[0]?.text.body.toString()).toContain("Et un autre.");
  });
});
