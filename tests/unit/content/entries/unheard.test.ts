// Front matter that has no effect is reported at its place, and only there.
import { expect, test } from "vitest";
import { sameUntil } from "../../../../src/content/next-change.ts";
import { load, post } from "../site-root.ts";

const SITE = "title: A\nurl: https://blog.example.org\ntaxonomies: { promotion: { label: Promotion } }\n";

/** `line:column code → hint` of each problem. */
async function said(file: string, ...lines: string[]): Promise<string[]> {
  const { problems } = await load({
    "content/site.yaml": SITE,
    "content/posts/2026-01-05-titre.md": post("title: A"),
    [file]: post("title: Un titre", ...lines),
  });
  return problems.map(
    ({ line, column, code, hint }) => `${String(line)}:${String(column)} ${code} → ${hint}`,
  );
}

const PAGE = "content/pages/equipe.md";
const AS_POST = "ou faites de ce texte un article, dans content/posts/.";

test.each(["author: Ana Diallo", "authors: [Ana Diallo]", "license: CC0"])(
  "on a page, `%s` is reported as without effect, with what to write instead",
  async (line) => {
    expect(await said(PAGE, line)).toEqual([
      `3:1 no-effect → Supprimez cette clé, et dites-le dans le texte de la page ; ${AS_POST}`,
    ]);
  },
);

test.each(["tags: [design]", "related: [titre]", "feedId: /ancien", "promotion: EIG 4"])(
  "on a page, `%s` is reported as without effect",
  async (line) => {
    expect(await said(PAGE, line)).toEqual([`3:1 no-effect → Supprimez cette clé, ${AS_POST}`]);
  },
);

test("on a page, `corrections` is reported, with `updated` as the fix", async () => {
  expect(await said(PAGE, "corrections: [{ date: 2026-02-03, text: Un chiffre. }]")).toEqual([
    "3:1 no-effect → Supprimez cette clé : le jour s’écrit après « updated: », et ce qui a changé dans le texte.",
  ]);
});

test("keys without a value are not reported, nor any of these in a post", async () => {
  expect(await said(PAGE, "tags:", "author:")).toEqual([]);
  const lines = ["author: Ana Diallo", "tags: [design]", "license: CC0", "promotion: EIG 4"];
  expect(await said("content/posts/2026-01-06-b.md", ...lines)).toEqual([]);
});

test("keys that have an effect on a page are not reported", async () => {
  const lines = [
    "description: D",
    "date: 2026-01-05",
    "updated: 2026-01-06",
    "noindex: true",
    "twitter: ana",
  ];
  expect(await said(PAGE, ...lines)).toEqual([]);
});

// It is 11:00 in Paris on 2 March.
const POST = "content/posts/a.md";

test.each([
  "2026-03-02 18:00",
  "2026-03-02 11:01",
  "2026-03-05T09:00:00+01:00",
  "2026-03-05 0:30",
  "2026-03-05 00:00:30",
])("a future hour in `date` is reported: %s", async (date) => {
  expect(await said(POST, `date: ${date}`)).toEqual([`3:7 no-effect → publishAt: ${date}`]);
  expect(await said(PAGE, `date: ${date}`)).toEqual([`3:7 no-effect → publishAt: ${date}`]);
  expect(await said(POST, `date: "${date}"`, "draft: true")).toEqual([`3:7 no-effect → publishAt: ${date}`]);
});

test.each([
  ["a day alone", "date: 2026-03-05"],
  ["an hour in the past", "date: 2026-03-02 11:00"],
  ["an hour with an offset, in the past", "date: 2021-04-01 10:00:00 +0200"],
  ["midnight", "date: 2026-03-05 00:00"],
  ["midnight in UTC, as tools write it", "date: 2026-03-05T00:00:00.000Z"],
  ["an hour in `publishAt`", "publishAt: 2026-03-05 18:00"],
])("%s is not reported", async (_, line) => {
  expect(await said(POST, line)).toEqual([]);
});

test("an hour in `date` is not reported beside `publishAt`, which takes precedence", async () => {
  expect(await said(POST, "date: 2026-03-05 18:00", "publishAt: 2026-03-05 19:00")).toEqual([]);
});

test("a site with a later hour of the day in `date` is the same until that hour", async () => {
  const until = async (date: string): Promise<string> => {
    const now = new Date("2026-03-02T10:00:00Z");
    const { content } = await load({ [POST]: post("title: A", `date: ${date}`) }, { now });
    return sameUntil(content, now).toISOString();
  };
  expect(await until("2026-03-02 18:00")).toBe("2026-03-02T17:00:00.000Z");
  expect(await until("2026-03-02 10:00")).toBe("2026-03-02T23:00:00.000Z");
  expect(await until("2026-03-05 18:00")).toBe("2026-03-02T23:00:00.000Z");
});
