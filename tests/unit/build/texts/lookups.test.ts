import { describe, expect, it } from "vitest";
import {
  answersStill,
  createLookups,
  recording,
  textKey,
  type Asked,
  type Lookups,
} from "../../../../src/build/texts/lookups.ts";
import { createPictureIndex } from "../../../../src/images/facts.ts";
import { loadRoot, post, siteRoot, type Files } from "../../content/site-root.ts";
import { png } from "../../images/samples.ts";

const FROM = { file: "content/posts/2026-01-05-a/index.md" };
const PNG = "content/posts/2026-01-05-a/un.png";
const PDF = "content/posts/2026-01-05-a/doc.pdf";
const A: Files = { [FROM.file]: post("title: A"), [PNG]: png(4, 3), [PDF]: "%PDF" };

interface Answering {
  files?: Files;
  /** Of `A`. */
  without?: string;
  paths?: string[];
  texts?: [string, string][];
}

/** What a site answers. */
async function site({ files = {}, without, paths = ["/blog/"], texts }: Answering = {}): Promise<Lookups> {
  const all = Object.fromEntries(Object.entries({ ...A, ...files }).filter(([name]) => name !== without));
  const { content } = await loadRoot(siteRoot(all));
  const addresses = texts ?? [["content/posts/2026-01-06-b.md", "/b/"]];
  const keys = new Map(addresses.map(([file, url]) => [textKey(file), url]));
  return createLookups(createPictureIndex(content.files), paths, keys);
}

/** A question of each kind, with its answer. */
function askAll(lookups: Lookups): Asked[] {
  const asking = recording(lookups);
  asking.picture("un.png", FROM);
  asking.file("doc.pdf", FROM);
  asking.size("/media/2026-01-05-a/doc.pdf");
  asking.text("../2026-01-06-b.md", FROM);
  asking.has("/blog/");
  return asking.take();
}

describe("a text's questions to the site", () => {
  it("get the same answers when nothing changed", async () => {
    const asked = askAll(await site());
    expect(asked.map(([question]) => question.split(" ")[0])).toEqual([
      "picture",
      "file",
      "size",
      "text",
      "has",
    ]);
    expect(answersStill(asked, await site(), FROM)).toBe(true);
  });

  it.each<[string, Answering]>([
    ["a picture has another size", { files: { [PNG]: png(5, 3) } }],
    ["a picture was removed", { without: PNG }],
    ["a file beside a text was removed", { without: PDF }],
    ["a file has another size", { files: { [PDF]: "%PDF-1.7" } }],
    ["a text has another address", { texts: [["content/posts/2026-01-06-b.md", "/c/"]] }],
    ["a page was removed", { paths: [] }],
  ])("get other answers when %s", async (_, changed) => {
    expect(answersStill(askAll(await site()), await site(changed), FROM)).toBe(false);
  });

  it("are asked again from the folder of the text", async () => {
    const [picture, file, , text] = askAll(await site());
    const elsewhere = { file: "content/posts/b/c/index.md" };
    for (const one of [picture, file, text])
      expect(answersStill(one ? [one] : [], await site(), elsewhere)).toBe(false);
  });

  it("are recorded per text, and once for the same question", async () => {
    const asking = recording(await site());
    asking.has("/blog/");
    asking.has("/blog/");
    expect(asking.take()).toEqual([["has /blog/", "true"]]);
    expect(asking.take()).toEqual([]);
  });
});

it.each([
  ["a link with decomposed accents", "e\u0301te\u0301.md", "\u00e9t\u00e9.md"],
  ["a link to a file name with decomposed accents", "\u00e9t\u00e9.md", "e\u0301te\u0301.md"],
  ["a link with percent codes and a fragment", "%C3%A9t%C3%A9.md#fin", "\u00e9t\u00e9.md"],
])("finds the text named by %s", async (_, href, file) => {
  const lookups = await site({ texts: [[`content/posts/${file}`, "/ete/"]] });
  expect(lookups.text(href, { file: "content/posts/a.md" })).toBe("/ete/");
  expect(lookups.text(`../../../${href}`, { file: "content/posts/a.md" })).toBeUndefined();
});
