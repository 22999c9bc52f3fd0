import { expect, test } from "vitest";
import { checkTakenAddresses } from "../../../src/checks/taken-addresses.ts";
import { planSite } from "../../../src/pages/plan.ts";
import { load, post, type Files } from "../content/site-root.ts";

/** `place key` of the problems of a site with these files and one post with a tag. */
async function check(files: Files): Promise<string[]> {
  const { content } = await load({
    "content/posts/2026-01-05-titre.md": post("title: A", "author: Jo Bel", "tags: [Design]"),
    ...files,
  });
  const { pages } = planSite(content, {
    rendered: () => {
      throw new Error("not needed");
    },
    cover: () => undefined,
    assets: [{ url: "/assets/carnet-1.css", text: "" }],
  });
  const copies = content.files.map(({ file, path }) => ({ from: path, to: file.replace("public/", "") }));
  return checkTakenAddresses({ content, pages, copies }).map(
    ({ file, line, key }) => `${file}:${String(line)} ${key}`,
  );
}

const B = "content/posts/2026-01-06-b.md";
const at = (permalink: string): Files => ({ [B]: post("title: B", `permalink: ${permalink}`) });

test.each(["/blog/", "/Blog/", "/mots-cles/design/", "/auteurs/jo-bel/", "/404.html"])(
  "a post at %s is refused: Carnet has a page there",
  async (permalink) => {
    expect(await check(at(permalink))).toEqual([`${B}:3 duplicate-url/generated`]);
  },
);

const REDIRECTS = "content/redirects.yaml";
const TAKEN = `${REDIRECTS}:1 redirect/taken`;

test.each<[what: string, files: Files, problems: string[]]>([
  ["a file where a folder is needed", { "public/blog": "x" }, ["public/blog:1 duplicate-url/generated"]],
  [
    "two files that differ by case",
    { "public/A.pdf": "x", "public/a.pdf": "x" },
    ["public/a.pdf:1 duplicate-url"],
  ],
  ["a redirect from a list", { [REDIRECTS]: "/blog/: /" }, [TAKEN]],
  ["a redirect from a file", { "public/a/index.html": "x", [REDIRECTS]: "/a/: /" }, [TAKEN]],
  ["a file that Carnet keeps", { "public/.well-known/a": "x" }, []],
  [
    "a draft at the address of a list",
    { "content/posts/_2026-01-06-b.md": post("title: B", "slug: b", "permalink: /blog/") },
    ["content/posts/_2026-01-06-b.md:4 duplicate-url/generated"],
  ],
])("%s", async (_, files, problems) => {
  expect(await check(files)).toEqual(problems);
});
