import { expect, test } from "vitest";
import { load, one, post } from "../site-root.ts";

test.each([
  ["tags", Array.from({ length: 201 }, (_, i) => `mot ${String(i)}`)],
  ["author", Array.from({ length: 201 }, (_, i) => `Jean Nom${String(i)}`)],
])(
  "more than 200 values of `%s` in one post are refused: each page would list them all",
  async (key, values) => {
    const { found } = await load(one("title: A", `${key}: [${values.join(", ")}]`));
    expect(found).toEqual([`content/posts/2026-01-05-titre.md:3:${String(key.length + 3)} value`]);
  },
);

test("thousands of tags, each on one post, can be loaded", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => {
      const tags = Array.from({ length: 33 }, (_, j) => `mot ${String(i)} numéro ${String(j)}`);
      return [
        `content/posts/2026-01-01-p${String(i)}.md`,
        post(`title: P${String(i)}`, `tags: [${tags.join(", ")}]`),
      ];
    }),
  );
  const { content, found } = await load(files);
  expect(found).toEqual([]);
  expect(content.posts[0]?.related).toEqual([]);
  expect(
    new Set(content.posts.flatMap((each) => each.terms["tags"]?.map((term) => term.slug) ?? [])).size,
  ).toBe(9_900);
});
