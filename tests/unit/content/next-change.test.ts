import { describe, expect, it } from "vitest";
import { load, post } from "./site-root.ts";

/** When the site next changes after `now`, in UTC, and what happens then. */
async function next(now: string, texts: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const files: Record<string, string> = { "content/posts/2020-01-01-x.md": post("title: X") };
  for (const [name, lines] of Object.entries(texts))
    files[`content/posts/${name}.md`] = post(`title: ${name}`, ...lines);
  const { content } = await load(files, { now: new Date(now) });
  const { nextChange: found } = content;
  return found === undefined
    ? "never"
    : `${found.at.toISOString()} ${found.what} ${found.file.slice(14, -3)}`;
}

const NOW = "2026-03-02T10:00:00Z";

describe("the next moment when a build would change the site", () => {
  it.each([
    [
      "the day of a post begins in Paris",
      { "2026-03-04-a": [] },
      "2026-03-03T23:00:00.000Z due 2026-03-04-a",
    ],
    [
      "the earlier of two posts",
      { "2026-04-04-a": [], "2026-03-20-b": [] },
      "2026-03-19T23:00:00.000Z due 2026-03-20-b",
    ],
    [
      "the first by name of two posts of the same day",
      { "2026-03-20-b": [], "2026-03-20-a": [] },
      "2026-03-19T23:00:00.000Z due 2026-03-20-a",
    ],
    ["an embargo ends", { a: ["publishAt: 2026-03-02 18:30"] }, "2026-03-02T17:30:00.000Z due a"],
    [
      "a post expires",
      { "2026-01-01-a": ["expires: 2026-03-03"] },
      "2026-03-02T23:00:00.000Z expires 2026-01-01-a",
    ],
    [
      "a scheduled post is published before it expires",
      { "2026-03-04-a": ["expires: 2026-03-05"] },
      "2026-03-03T23:00:00.000Z due 2026-03-04-a",
    ],
    [
      "a deadline passes",
      { "2026-01-01-a": ["deadline: 2026-03-03"] },
      "2026-03-03T23:00:00.000Z closes 2026-01-01-a",
    ],
    [
      "a deadline passes before its post expires",
      { "2026-01-01-a": ["deadline: 2026-03-03", "expires: 2026-03-09"] },
      "2026-03-03T23:00:00.000Z closes 2026-01-01-a",
    ],
    [
      "a post expires before its deadline passes",
      { "2026-01-01-a": ["deadline: 2026-03-09", "expires: 2026-03-04"] },
      "2026-03-03T23:00:00.000Z expires 2026-01-01-a",
    ],
    [
      "a post whose deadline has passed expires",
      { "2026-01-01-a": ["deadline: 2026-03-01", "expires: 2026-03-09"] },
      "2026-03-08T23:00:00.000Z expires 2026-01-01-a",
    ],
    [
      "a scheduled post is published before its deadline",
      { "2026-03-04-a": ["deadline: 2026-03-05"] },
      "2026-03-03T23:00:00.000Z due 2026-03-04-a",
    ],
    ["none after a deadline", { "2026-01-01-a": ["deadline: 2026-03-01"] }, "never"],
    ["none at the deadline of a draft", { "2026-01-01-a": ["deadline: 2026-03-09", "draft: true"] }, "never"],
    ["none if all posts are published", { "2026-03-02-a": [] }, "never"],
    [
      "none for a post that expires when it would be published",
      { "2026-03-04-a": ["expires: 2026-03-04"] },
      "never",
    ],
    ["none at the date of a draft", { "2026-04-04-a": ["draft: true"] }, "never"],
    ["none for an expired post", { "2026-01-01-a": ["expires: 2026-02-01"] }, "never"],
  ])("%s", async (_, texts, expected) => {
    expect(await next(NOW, texts)).toBe(expected);
  });

  it("follows the site’s time zone, in winter and summer", async () => {
    const texts = { a: ["publishAt: 2026-03-28 09:00"], b: ["publishAt: 2026-03-29 09:00"] };
    expect(await next(NOW, texts)).toBe("2026-03-28T08:00:00.000Z due a");
    expect(await next("2026-03-28T08:00:00Z", texts)).toBe("2026-03-29T07:00:00.000Z due b");
  });
});

describe("a post on a day when clocks change", () => {
  const published = async (line: string, now: string): Promise<boolean> => {
    const { content } = await load(
      {
        "content/posts/a.md": post(
          "title: A",
          line,
          ...(line.startsWith("expires") ? ["date: 2026-01-01"] : []),
        ),
      },
      { now: new Date(now) },
    );
    return content.posts.length === 1;
  };

  it.each([
    // 29 March: 2:00 becomes 3:00. The day begins at 23:00 UTC, the next one at 22:00 UTC.
    ["date: 2026-03-29", "2026-03-28T23:00:00Z"],
    ["date: 2026-03-30", "2026-03-29T22:00:00Z"],
    ["publishAt: 2026-03-29 03:00", "2026-03-29T01:00:00Z"],
    ["publishAt: 2026-03-29 01:59", "2026-03-29T00:59:00Z"],
    // 25 October: 3:00 becomes 2:00, and 2:30 occurs twice; the first is meant.
    ["date: 2026-10-25", "2026-10-24T22:00:00Z"],
    ["date: 2026-10-26", "2026-10-25T23:00:00Z"],
    ["publishAt: 2026-10-25 02:30", "2026-10-25T00:30:00Z"],
    ["publishAt: 2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z"],
    ["publishAt: 2026-10-25 03:00", "2026-10-25T02:00:00Z"],
  ])("with %s is published at %s, not a second before", async (line, at) => {
    expect(await published(line, new Date(Date.parse(at) - 1000).toISOString())).toBe(false);
    expect(await published(line, at)).toBe(true);
  });

  it.each([
    ["expires: 2026-03-29", "2026-03-28T23:00:00Z"],
    ["expires: 2026-03-29 03:30", "2026-03-29T01:30:00Z"],
    ["expires: 2026-10-25 02:30", "2026-10-25T00:30:00Z"],
    ["expires: 2026-10-26", "2026-10-25T23:00:00Z"],
  ])("with %s expires at %s, not a second before", async (line, at) => {
    expect(await published(line, new Date(Date.parse(at) - 1000).toISOString())).toBe(true);
    expect(await published(line, at)).toBe(false);
  });

  it("cannot be published at an hour that does not exist", async () => {
    const { problems } = await load({
      "content/posts/a.md": post("title: A", "publishAt: 2026-03-29T02:30"),
    });
    expect(problems.map(({ code, line, hint }) => [code, line, hint])).toContainEqual([
      "bad-date",
      3,
      "publishAt: AAAA-MM-JJ",
    ]);
  });
});

it("a post that expires before it is published is reported at the line of `expires`", async () => {
  const { found, problems } = await load({
    "content/posts/2026-03-02-a.md": post("title: A", "publishAt: 2026-03-05 09:00", "expires: 2026-03-05"),
  });
  expect(found).toEqual(["content/posts/2026-03-02-a.md:4:10 never-published"]);
  expect(problems.find(({ code }) => code === "never-published")?.hint).toBe("expires: 2026-03-06");
});
