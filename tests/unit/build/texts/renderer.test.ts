import { expect, it } from "vitest";
import { createLookups } from "../../../../src/build/texts/lookups.ts";
import { createTextRenderer } from "../../../../src/build/texts/renderer.ts";
import { createPictureIndex } from "../../../../src/images/facts.ts";
import { loadSettings } from "../../content/site-root.ts";

it("names the text in which anything fails, such as a stack that is too deep", async () => {
  const { site } = (await loadSettings("lang: fr")).content;
  const lookups = createLookups(createPictureIndex([]), new Set(), new Map());
  const failing = {
    ...lookups,
    picture: () => {
      throw new RangeError("Maximum call stack size exceeded");
    },
  };
  const render = await createTextRenderer({ site, languages: [] }, failing);
  const text = {
    file: "content/posts/a.md",
    bodyLine: 4,
    lang: "fr",
    url: "/a/",
    title: "A",
    typography: true,
  };
  expect(() => render({ ...text, body: Buffer.from("![Un pont](pont.png)") })).toThrow(
    "content/posts/a.md: Maximum call stack size exceeded",
  );
});
