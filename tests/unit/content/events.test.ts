// Events and deadlines of posts, as their front matter says them.
import { describe, expect, it } from "vitest";
import { sameUntil } from "../../../src/content/collections.ts";
import type { Post } from "../../../src/content/types.ts";
import { fixes, load, NOW, one } from "./site-root.ts";

async function only(...lines: string[]): Promise<Post> {
  const { content } = await load(one("title: A", ...lines));
  const [post] = content.posts;
  if (post === undefined) throw new Error("The post was refused.");
  return post;
}

it.each([
  ["start: 2026-03-10", "10 mars 2026", "2026-03-10T23:00"],
  ["start: 2026-03-10, end: 2026-03-12", "du 10 mars 2026 au 12 mars 2026", "2026-03-12T23:00"],
  ["start: 2026-03-10 14:00, end: 2026-03-10 17:30", "10 mars 2026, de 14 h à 17 h 30", "2026-03-10T16:30"],
  ["start: 2026-03-10 14:00", "10 mars 2026 à 14 h", "2026-03-10T23:00"],
  ["start: 2026-03-10 14:00, end: 2026-03-10", "10 mars 2026 à 14 h", "2026-03-10T23:00"],
  ["start: 2026-03-10, end: 2026-03-10 17:30", "10 mars 2026 jusqu’à 17 h 30", "2026-03-10T16:30"],
  [
    "start: 2026-03-10 14:00, end: 2026-03-11 12:00",
    "du 10 mars 2026 à 14 h au 11 mars 2026 à 12 h",
    "2026-03-11T11:00",
  ],
])("an event of %s is said “%s”, and over at %s", async (written, words, over) => {
  const { event } = await only(`event: { ${written} }`);
  const said = [event?.from, event?.to].filter(Boolean).join(" ");
  expect(said.replaceAll("\u00a0", " ")).toBe(words);
  expect(event?.over.toISOString().slice(0, 16)).toBe(over);
});

it("hours are those of the site's zone, for machines too", async () => {
  const { event, deadline } = await only(
    "event: { start: 2026-07-10 14:00 }",
    "deadline: 2026-03-03T12:00:00Z",
  );
  expect(event?.start.iso).toBe("2026-07-10T14:00:00+02:00");
  expect(deadline).toMatchObject({ iso: "2026-03-03T13:00:00+01:00", text: "3 mars 2026 à 13\u00a0h" });
});

it("one may apply until the end of the day of a deadline", async () => {
  const { deadline } = await only("deadline: 2026-03-03");
  expect(deadline?.over.toISOString()).toBe("2026-03-03T23:00:00.000Z");
});

it("the place and words follow the language of the text", async () => {
  const { event } = await only(
    "lang: en",
    "event: { start: 2026-03-10 14:00, end: 2026-03-10 17:30, place: \"The 'old' hall\" }",
  );
  expect([event?.from, event?.to, event?.place]).toEqual([
    "10 March 2026, from 14:00",
    "to 17:30",
    "The ‘old’ hall",
  ]);
});

describe("a fault is reported at its place", () => {
  it.each([
    ["event: { start: 10/03/2026 }", "3:17 error bad-date → start: AAAA-MM-JJ"],
    ["event: { start: 2026-03-10, end: demain }", "3:34 error bad-date → end: AAAA-MM-JJ"],
    ["event: { start: 2026-03-10, end: 2026-03-09 }", "3:34 error event-ends-first → end: 2026-03-10"],
    ["event: { place: Paris }", "3:1 error value → start: 2026-03-10 14:00"],
    ["event: 2026-03-10", "3:8 error value → event: "],
    ["event: { start: 2026-03-10, lieu: Paris }", "3:29 warn unknown-key"],
    ["event: { start: 2026-03-10, url: exemple }", "3:34 error value → url: https://example.org/"],
    ["deadline: bientôt", "3:11 error bad-date → deadline: AAAA-MM-JJ"],
  ])("%s", async (line, expected) => {
    const { problems } = await load(one("title: A", line));
    expect(fixes(problems)).toEqual([expect.stringContaining(expected)]);
  });
});

it("a link of an event is checked like those of settings", async () => {
  const { content } = await load(
    one("title: A", "event: { start: 2026-03-10, url: https://blog.example.org/a/ }"),
  );
  expect(content.posts[0]?.event?.url).toBe("/a/");
  expect(content.settingLinks).toMatchObject([{ href: "https://blog.example.org/a/", place: { line: 3 } }]);
});

describe("the site changes", () => {
  it("when a deadline passes, then when an event is over", async () => {
    const files = one(
      "title: A",
      "event: { start: 2026-03-02 14:00, end: 2026-03-02 17:00 }",
      "deadline: 2026-03-02 12:00",
    );
    const { content } = await load(files);
    expect(content.nextChange).toMatchObject({ what: "deadline", at: new Date("2026-03-02T11:00:00Z") });
    expect(sameUntil(content, NOW).toISOString()).toBe("2026-03-02T11:00:00.000Z");
    const later = await load(files, { now: new Date("2026-03-02T11:00:00Z") });
    expect(later.content.nextChange).toMatchObject({ what: "event", at: new Date("2026-03-02T16:00:00Z") });
    const last = await load(files, { now: new Date("2026-03-02T16:00:00Z") });
    expect(last.content.nextChange).toBeUndefined();
  });
  it("not for what is not shown", async () => {
    const { content } = await load(one("title: A", "draft: true", "deadline: 2026-03-10"));
    expect(content.nextChange).toBeUndefined();
  });
});
