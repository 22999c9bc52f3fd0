import { expect, it } from "vitest";
import { codeLanguages, fencesOf } from "../../../src/build/code-languages.ts";
import { renderTexts } from "../../../src/build/texts.ts";
import { createPictureIndex } from "../../../src/images/facts.ts";
import { loadContent } from "../../../src/content/load.ts";
import { siteRoot } from "../content/site-root.ts";

const FENCE = "```js\nconst un = 1;\n```";

/** Enough posts for several batches, each with a link, a heading, code and a problem. */
function posts(count: number): Record<string, string> {
  const body = (i: number): string =>
    `## Titre ${String(i)}\n\n[lien](/absent-${String(i)}/) et ![](/absente.png)\n\n${FENCE}\n`;
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `content/posts/2026-01-05-p${String(i)}.md`,
      `---\ntitle: Article ${String(i)}\n---\n\n${body(i)}`,
    ]),
  );
}

it("gives the same texts, facts and problems on two threads as on one", async () => {
  const root = siteRoot(posts(250));
  const { content } = await loadContent({ root, now: new Date("2026-03-02"), builtinLayouts: ["post"] });
  expect(content?.posts).toHaveLength(250);
  if (!content) return;
  const around = {
    site: content.site,
    files: content.files,
    paths: content.posts.map(({ url }) => url),
    broken: [],
    languages: codeLanguages(fencesOf(content.posts)),
  };
  const pictures = createPictureIndex(content.files);
  const progress: number[] = [];
  const one = await renderTexts(content.posts, { around, pictures, worthAThread: Infinity });
  const two = await renderTexts(content.posts, {
    around,
    pictures,
    worthAThread: 1,
    onProgress: (done) => progress.push(done),
  });
  expect([...two.keys()]).toEqual([...one.keys()]);
  for (const [file, text] of one) {
    expect(text.html).toContain("tok-keyword");
    expect(text.problems.length).toBeGreaterThan(0);
    expect({ ...two.get(file), html: two.get(file)?.html }).toEqual({ ...text, html: text.html });
  }
  expect(progress.at(-1)).toBe(250);
});
