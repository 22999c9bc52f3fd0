import { describe, expect, it } from "vitest";
import type { Page } from "../../../src/pages/types.ts";
import { load, post, type Files } from "../content/site-root.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { planSite } from "../../../src/pages/plan.ts";
import { planned, settings } from "./planned.ts";

const SITE = settings(
  "postsPerPage: 2",
  "taxonomies: { serie: { label: Séries, ordered: oui }, lieu: { label: Lieux } }",
);
const DIARY = "/serie/journal/";

/** Posts of one term, each on its day of January. */
const parts = (...days: number[]): Files =>
  Object.fromEntries(
    days.map((day) => [
      `content/posts/2026-01-0${String(day)}-j${String(day)}.md`,
      post(`title: Jour ${String(day)}`, "serie: Journal"),
    ]),
  );

const at = (day: number): string => `/blog/2026/01/0${String(day)}/j${String(day)}/`;
const link = (day: number): { label: string; url: string } => ({
  label: `Jour ${String(day)}`,
  url: at(day),
});
const titles = ({ data }: Page): string[] => (data["posts"] as { title: string }[]).map(({ title }) => title);

/** "Journal 2/3 after Jour 1 before Jour 3" for each ordered term of a post. */
function placesOf({ data }: Page): string[] {
  return (data.partOf ?? []).map(({ whole, number, total, earlier, later }) =>
    [
      `${whole.label} ${String(number)}/${String(total)}`,
      earlier && `after ${earlier.label}`,
      later && `before ${later.label}`,
    ]
      .filter(Boolean)
      .join(" "),
  );
}

describe("the list of an ordered term", () => {
  it("has the oldest post first, across its pages", async () => {
    const plan = await planned({ ...SITE, ...parts(3, 1, 2) });
    expect(titles(plan.at(DIARY))).toEqual(["Jour 1", "Jour 2"]);
    expect(titles(plan.at(`${DIARY}page/2/`))).toEqual(["Jour 3"]);
  });

  it("leaves its feeds, the blog and other taxonomies latest first", async () => {
    const tagged = { "content/posts/2026-01-04-d.md": post("title: D", "lieu: Brest", "serie: Journal") };
    const other = { "content/posts/2026-01-05-e.md": post("title: E", "lieu: Brest") };
    const plan = await planned({ ...SITE, ...parts(1, 2), ...tagged, ...other });
    const feed = plan.at(`${DIARY}feed.xml`).text?.() ?? "";
    expect([...feed.matchAll(/<title>([^<]*)<\/title>/g)].slice(1).map(([, title]) => title)).toEqual([
      "D",
      "Jour 2",
      "Jour 1",
    ]);
    expect(titles(plan.at("/blog/"))).toEqual(["E", "D"]);
    expect(titles(plan.at("/lieu/brest/"))).toEqual(["E", "D"]);
  });

  it("sorts parts of the same moment by file name, numbers by value", async () => {
    const same = [10, 2, 1].map((n): [string, string] => [
      `content/posts/2026-01-01-partie-${String(n)}.md`,
      post(`title: P${String(n)}`, "serie: Journal"),
    ]);
    const plan = await planned({ ...SITE, ...Object.fromEntries(same) });
    expect(titles(plan.at(DIARY))).toEqual(["P1", "P2"]);
    expect(placesOf(plan.at("/blog/2026/01/01/partie-2/"))).toEqual(["Journal 2/3 after P1 before P10"]);
  });
});

describe("a post of an ordered term", () => {
  it("has its number, the list, and the parts before and after it", async () => {
    const plan = await planned({ ...SITE, ...parts(1, 2, 3) });
    expect(plan.at(at(2)).data.partOf).toEqual([
      {
        whole: { label: "Journal", url: DIARY },
        number: 2,
        total: 3,
        earlier: link(1),
        later: link(3),
      },
    ]);
    expect(placesOf(plan.at(at(1)))).toEqual(["Journal 1/3 before Jour 2"]);
    expect(placesOf(plan.at(at(3)))).toEqual(["Journal 3/3 after Jour 2"]);
  });

  it("is not a part if it is alone, or if its taxonomy is not ordered", async () => {
    const plan = await planned({
      ...SITE,
      ...parts(1),
      "content/posts/2026-01-04-j4.md": post("title: A", "lieu: Brest"),
      "content/posts/2026-01-05-j5.md": post("title: B", "lieu: Brest"),
    });
    expect([1, 4, 5].flatMap((day) => placesOf(plan.at(at(day))))).toEqual([]);
    const none = await planned({ ...settings(), ...parts(1) });
    expect(none.at(at(1)).data).not.toHaveProperty("partOf");
  });

  it("is numbered among those of its language", async () => {
    const english = (n: number): string =>
      post(`title: Day ${String(n)}`, "serie: Journal", `translationOf: j${String(n)}`);
    const plan = await planned({
      ...SITE,
      ...parts(1, 2, 3),
      "content/posts/en/2026-01-02-j2.md": english(2),
      "content/posts/en/2026-01-03-j3.md": english(3),
    });
    expect(plan.at(`/en${at(2)}`).data.partOf).toEqual([
      {
        whole: { label: "Journal", url: "/en/serie/journal/" },
        number: 1,
        total: 2,
        later: { label: "Day 3", url: `/en${at(3)}` },
      },
    ]);
    expect(placesOf(plan.at(at(2)))).toEqual(["Journal 2/3 after Jour 1 before Jour 3"]);
  });

  it("is a part of each of its terms, only once if it names one twice", async () => {
    const plan = await planned({
      ...settings("taxonomies: { lieu: { label: L, ordered: true }, serie: { label: S, ordered: true } }"),
      "content/posts/2026-01-01-a.md": post("title: A", "serie: [Journal, journal, Guide]", "lieu: Brest"),
      "content/posts/2026-01-02-b.md": post("title: B", "serie: [Guide, Journal]", "lieu: Brest"),
    });
    expect(placesOf(plan.at("/blog/2026/01/01/a/"))).toEqual([
      "Brest 1/2 before B",
      "Journal 1/2 before B",
      "Guide 1/2 before B",
    ]);
  });

  it("counts drafts, scheduled and expired posts only if they are shown", async () => {
    const files = {
      ...SITE,
      ...parts(2, 3),
      "content/posts/_2026-01-01-brouillon.md": post("title: Brouillon", "serie: Journal"),
      "content/posts/2026-01-04-j4.md": post("title: Fini", "serie: Journal", "expires: 2026-02-01"),
      "content/posts/2027-01-01-demain.md": post("title: Demain", "serie: Journal"),
    };
    const published = await planned(files);
    expect(placesOf(published.at(at(2)))).toEqual(["Journal 1/2 before Jour 3"]);
    const { content } = await load(files, { drafts: true, future: true });
    const preview = planSite(content, {
      rendered: () => renderedOf(),
      cover: () => undefined,
      assets: [],
    });
    const second = preview.pages.find(({ url }) => url === at(2));
    expect(second && placesOf(second)).toEqual(["Journal 2/5 after Brouillon before Jour 3"]);
  });
});
