// Dates as authors write them, and what is published at a given moment because of them.
import { describe, expect, it } from "vitest";
import * as dates from "../../../src/content/dates.ts";
import { fixes, load, one, post } from "./site-root.ts";

describe("a date", () => {
  const paris = dates.calendar("Europe/Paris");
  it.each([
    ["2026-03-02", "2026-03-02", "2026-03-01T23:00:00.000Z", false],
    ["2026-03-02 14:30", "2026-03-02", "2026-03-02T13:30:00.000Z", true],
    ["2026-03-02T14:30:15Z", "2026-03-02", "2026-03-02T14:30:15.000Z", true],
    ["2021-03-12 23:30:00 +0000", "2021-03-13", "2021-03-12T23:30:00.000Z", true],
    // The hour comes twice when summer time ends: the first one counts.
    ["2026-10-25 02:30", "2026-10-25", "2026-10-25T00:30:00.000Z", true],
  ])("%s is a day in the zone, and an instant", (written, day, instant, clock) => {
    expect(paris.read(written)).toEqual({ ok: true, day, instant: new Date(instant), clock });
  });
  it.each([
    ["2021-02-30", undefined],
    ["20201-04-01", undefined],
    ["2026-03-29 02:30", undefined],
    ["2026-03-02 25:00", undefined],
    ["2026-03-02 10:00 +99:00", undefined],
    ["hier", undefined],
    ["03/02/2026", undefined],
    ["14/07/2021", "2021-07-14"],
    ["07/14/2021", "2021-07-14"],
    ["1er avril 2021", "2021-04-01"],
  ])("%s is not one; it can mean %s", (written, suggestion) => {
    const read = paris.read(written);
    expect(read.ok ? "read" : read.suggestion).toBe(suggestion);
  });
  it.each([
    ["date: 2021-02-30", "3:7 error bad-date → date: AAAA-MM-JJ"],
    ["date: 31/02/2026", "3:7 error bad-date → date: AAAA-MM-JJ"],
    ["expires: 31/12/2026", "3:10 error bad-date → expires: 2026-12-31"],
    // What is not wholly understood gets the form of a date: a guessed day could lift the embargo.
    ["publishAt: 2026-03-29 02:30", "3:12 error bad-date → publishAt: AAAA-MM-JJ"],
    ["publishAt: 2026-12-01 vers 14h", "3:12 error bad-date → publishAt: AAAA-MM-JJ"],
    ["expires: 2026-01-05", "3:10 warn never-published → expires: 2026-01-06"],
  ])("that is wrong is reported at its place: %s", async (line, expected) => {
    const { content, problems } = await load(one("title: A", line));
    expect(fixes(problems)).toEqual([expected]);
    expect(content.posts).toEqual([]);
    // A form is not blamed if only the day is wrong.
    expect(problems[0]?.message.includes("l’année vient d’abord")).toBe(
      expected.includes("bad-date") && !/2021-02-30|31.02.2026/.test(line),
    );
  });
  it.each([
    ["Mon titre.md", post("title: A"), ["no-date"]],
    ["2021-02-30-titre.md", post("title: A"), ["bad-date"]],
    ["Le bilan.md", "# Un titre\n\nTexte", ["front-matter", "no-date"]],
    ["_b.md", "Texte", ["front-matter"]],
  ])("is missing in %s: both ways of giving one are shown", async (name, text, codes) => {
    const { problems } = await load({ [`content/posts/${name}`]: text });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    const hint = problems.find(({ code }) => code === "no-date")?.hint ?? "date: 2026-03-02 2026-03-02-";
    expect(hint).toMatch(/date: 2026-03-02[^]*2026-03-02-/);
  });
});

it("a day begins and ends in its zone, also where midnight does not exist", () => {
  expect(dates.startOfDay("2026-03-29", "Europe/Paris").toISOString()).toBe("2026-03-28T23:00:00.000Z");
  expect(dates.endOfDay("2026-03-29", "Europe/Paris").toISOString()).toBe("2026-03-29T22:00:00.000Z");
  expect(dates.startOfDay("2018-11-04", "America/Sao_Paulo").toISOString()).toBe("2018-11-04T03:00:00.000Z");
  expect(dates.dayOf(new Date("2026-07-01T22:30:00Z"), "Europe/Paris")).toBe("2026-07-02");
  expect([dates.isZone("Europe/Paris"), dates.isZone("Paris")]).toEqual([true, false]);
  const days = [
    dates.dayFrom(2024, 2, 29),
    dates.dayFrom(2023, 2, 29),
    dates.dayFrom(2026, 4, 31),
    dates.dayFrom(20201, 4, 1),
  ];
  expect(days).toEqual(["2024-02-29", undefined, undefined, undefined]);
});

it("a day and a moment have words in both languages, and a form for feeds", () => {
  expect([dates.longDate("2021-04-01", "fr"), dates.longDate("2021-04-01", "en")]).toEqual([
    "1er avril 2021",
    "1 April 2021",
  ]);
  const moment = new Date("2026-06-02T07:00:00Z");
  expect(dates.longMoment(moment, "Europe/Paris", "fr")).toBe("2 juin 2026 à 9\u00a0h\u00a000");
  expect(dates.longMoment(moment, "Europe/Paris", "en")).toBe("2 June 2026 at 09:00");
  const instant = new Date("2021-03-31T22:00:00Z");
  expect(dates.rfc3339(instant, "Europe/Paris")).toBe("2021-04-01T00:00:00+02:00");
  expect(dates.rfc3339(instant, "UTC")).toBe("2021-03-31T22:00:00Z");
});

describe("what is published", () => {
  const files = {
    "content/posts/2026-01-01-paru.md": post("title: Paru"),
    "content/posts/_2026-01-02-souligne.md": post("title: Brouillon"),
    "content/posts/2026-01-04-cache.md": post("title: Caché", "published: non"),
    "content/posts/2026-03-03-demain.md": post("title: Demain"),
    "content/posts/2026-02-01-onze.md": post("title: À onze heures", "publishAt: 2026-03-02 11:30"),
    "content/posts/2026-02-02-dix.md": post("title: À dix heures", "publishAt: 2026-03-02 10:30"),
    "content/posts/2026-01-05-fini.md": post("title: Fini", "expires: 2026-02-01"),
    "content/posts/2026-01-06-jour.md": post("title: Décalé", "date: 2026-02-01"),
  };
  it.each([
    [{}, "À dix heures, Décalé, Paru"],
    [{ future: true }, "Demain, À onze heures, À dix heures, Décalé, Paru"],
    [{ drafts: true }, "À dix heures, Décalé, Fini, Caché, Brouillon, Paru"],
  ])("with %j is sorted by date", async (options, titles) => {
    const { content, found } = await load(files, options);
    expect(found).toEqual([]);
    expect(content.posts.map(({ title }) => title).join(", ")).toBe(titles);
    expect(content.posts.find(({ slug }) => slug === "dix")?.url).toBe("/blog/2026/03/02/dix/");
    expect(content.posts.length + content.withheld.length).toBe(8);
  });
  it.each(["_2026-01-02-nom.md", "__2026-01-02-nom/index.md"])("%s is a draft of its day", async (file) => {
    const { content } = await load({ [`content/posts/${file}`]: post("title: A") }, { drafts: true });
    expect(content.posts[0]).toMatchObject({ unpublished: "draft", url: "/blog/2026/01/02/nom/" });
  });
  it("is linked to its neighbours in its language; posts of one day follow their paths", async () => {
    const { content } = await load({
      "content/posts/2026-01-02-b.md": post("title: B"),
      "content/posts/2026-01-02-a.md": post("title: A"),
      "content/posts/en/2026-01-02-c.md": post("title: C"),
      "content/posts/2026-01-01-d.md": post("title: D"),
    });
    const around = content.posts.map(({ title, next, previous }) => [title, next?.title, previous?.title]);
    expect(around).toEqual([
      ["A", undefined, "B"],
      ["B", "A", "D"],
      ["C", undefined, undefined],
      ["D", "B", undefined],
    ]);
  });
});

describe("the moment at which a site changes", () => {
  /** How a post with this line is shown at an instant, what changes next, and when. */
  const shownAt = async (line: string, now: number): Promise<[words: string, at?: number]> => {
    const files = { "content/posts/2026-01-01-a.md": post("title: A", line) };
    const { posts, nextChange } = (await load(files, { now: new Date(now) })).content;
    const state = posts[0] === undefined ? "hidden" : "shown";
    return nextChange ? [`${state} ${nextChange.what}`, nextChange.at.getTime()] : [`${state} never`];
  };
  it.each([
    ["date: 2026-03-04", "2026-03-03T23:00", "hidden due shown never"],
    ["publishAt: 2026-03-02 18:30", "2026-03-02T17:30", "hidden due shown never"],
    ["expires: 2026-03-03", "2026-03-02T23:00", "shown expires hidden never"],
    ["expires: 2026-10-25 02:30", "2026-10-25T00:30", "shown expires hidden never"],
    ["date: 2026-03-04\nexpires: 2026-03-05", "2026-03-03T23:00", "hidden due shown expires"],
  ])("with %j is %s UTC, not a second before: %s", async (lines, minute, expected) => {
    const at = Date.parse(`${minute}Z`);
    const [[before, next], [after]] = [await shownAt(lines, at - 1000), await shownAt(lines, at)];
    expect([next, `${before} ${after}`]).toEqual([at, expected]);
  });
  it.each([
    [["2026-04-04-a", "2026-03-20-b"], "2026-03-20-b"],
    [["2026-03-20-b", "2026-03-20-a"], "2026-03-20-a"],
    [["2026-03-02-a"], undefined],
    [["_2026-04-04-a"], undefined],
  ])("of %j is that of %s", async (names, first) => {
    const files = names.map((name) => [`content/posts/${name}.md`, post("title: A")]);
    const { content } = await load(Object.fromEntries(files) as Record<string, string>);
    expect(content.nextChange?.file).toBe(first && `content/posts/${first}.md`);
  });
  it("never comes for a post that expires before its day", async () => {
    const { content } = await load({
      "content/posts/2026-03-04-a.md": post("title: A", "expires: 2026-03-04"),
    });
    expect(content.nextChange).toBeUndefined();
  });
});
