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
import { png } from "../../images/samples.ts";
import { loadRoot, post, siteRoot, type Files } from "../../content/site-root.ts";

const FROM = { file: "content/posts/2026-01-05-a/index.md" };
const A: Files = {
  [FROM.file]: post("title: A"),
  "content/posts/2026-01-05-a/un.png": png(4, 3),
  "content/posts/2026-01-05-a/doc.pdf": "%PDF",
  "public/deux.png": png(4, 3),
};

/** What a site of these files answers, with these paths of its own. */
async function answersOf(
  files: Files,
  paths: readonly string[] = [],
  texts?: Map<string, string>,
): Promise<Lookups> {
  const { content } = await loadRoot(siteRoot(files));
  return createLookups(createPictureIndex(content.files), new Set(paths), texts);
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
  const texts = new Map([[textKey("content/posts/2026-01-06-b.md"), "/b/"]]);
  const same = (): Promise<Lookups> => answersOf(A, ["/blog/"], texts);

  it("get the same answers when nothing changed", async () => {
    const asked = askAll(await same());
    expect(asked.map(([question]) => question)).toEqual([
      "picture un.png",
      "file doc.pdf",
      "size /media/2026-01-05-a/doc.pdf",
      "text ../2026-01-06-b.md",
      "has /blog/",
    ]);
    expect(answersStill(asked, await same(), FROM)).toBe(true);
  });

  it.each<[string, () => Promise<Lookups>]>([
    [
      "a picture has another size",
      () => answersOf({ ...A, "content/posts/2026-01-05-a/un.png": png(5, 3) }, ["/blog/"], texts),
    ],
    [
      "a picture was removed",
      () => answersOf(without("content/posts/2026-01-05-a/un.png"), ["/blog/"], texts),
    ],
    [
      "a file beside a text was removed",
      () => answersOf(without("content/posts/2026-01-05-a/doc.pdf"), ["/blog/"], texts),
    ],
    [
      "a file has another size",
      () => answersOf({ ...A, "content/posts/2026-01-05-a/doc.pdf": "%PDF-1.7" }, ["/blog/"], texts),
    ],
    [
      "a text has another address",
      () => answersOf(A, ["/blog/"], new Map([...texts.keys()].map((key) => [key, "/c/"]))),
    ],
    ["a page was removed", () => answersOf(A, [], texts)],
  ])("get other answers when %s", async (_, changed) => {
    expect(answersStill(askAll(await same()), await changed(), FROM)).toBe(false);
  });

  it("are asked again from the folder of the text", async () => {
    const asked = askAll(await same());
    const [picture, file, , text] = asked;
    for (const one of [picture, file, text])
      expect(answersStill(one ? [one] : [], await same(), { file: "content/posts/b/c/index.md" })).toBe(
        false,
      );
  });

  it("are recorded per text, and once for the same question", async () => {
    const asking = recording(await same());
    asking.has("/blog/");
    asking.has("/blog/");
    expect(asking.take()).toEqual([["has /blog/", "true"]]);
    asking.has("/absent/");
    expect(asking.take()).toEqual([["has /absent/", "false"]]);
    expect(asking.take()).toEqual([]);
  });
});

const without = (file: string): Files =>
  Object.fromEntries(Object.entries(A).filter(([name]) => name !== file));

it.each([
  ["a link with decomposed accents", "e\u0301te\u0301.md", "\u00e9t\u00e9.md"],
  ["a link to a file name with decomposed accents", "\u00e9t\u00e9.md", "e\u0301te\u0301.md"],
  ["a link with percent codes and a fragment", "%C3%A9t%C3%A9.md#fin", "\u00e9t\u00e9.md"],
])("finds the text named by %s", async (_, href, file) => {
  const texts = new Map([[textKey(`content/posts/${file}`), "/ete/"]]);
  const lookups = await answersOf({}, [], texts);
  expect(lookups.text(href, { file: "content/posts/a.md" })).toBe("/ete/");
  expect(lookups.text(`../../../${href}`, { file: "content/posts/a.md" })).toBeUndefined();
});
