import { expect, it } from "vitest";
import { planned, settings, texts } from "./planned.ts";

const FILES = {
  ...settings(
    "postsPerPage: 2",
    "taxonomies: { serie: { label: Séries, ordered: oui }, guide: { label: Guides, ordered: oui }, lieu: { label: Lieux } }",
  ),
  ...texts({
    "posts/2026-01-03-j3": "serie: Journal",
    "posts/2026-01-01-j1": "serie: [Journal, journal]\nguide: Atelier",
    "posts/2026-01-02-j2": "serie: Journal\nguide: Atelier",
    "posts/en/2026-01-02-e2": "serie: Journal",
    "posts/en/2026-01-03-e3": "serie: Journal",
    "posts/2026-01-01-p-10": "serie: Suite",
    "posts/2026-01-01-p-2": "serie: Suite",
    "posts/2026-01-01-p-1": "serie: Suite",
    "posts/2026-01-04-d": "lieu: Brest\nserie: Seule",
    "posts/2026-01-05-e": "lieu: Brest",
  }),
};

it("the list of an ordered term has the oldest post first, across its pages; its feed and other lists the latest", async () => {
  const { data, text } = await planned(FILES);
  const titles = (url: string): string =>
    (data(url, "posts") as { title: string }[]).map(({ title }) => title).join(" ");
  expect([titles("/serie/journal/"), titles("/serie/journal/page/2/")]).toEqual(["J1 J2", "J3"]);
  const feed = text("/serie/journal/feed.xml").matchAll(/<title>([^<]*)<\/title>/g);
  expect([...feed].slice(1).map(([, title]) => title)).toEqual(["J3", "J2", "J1"]);
  expect([titles("/blog/"), titles("/lieu/brest/")]).toEqual(["E D", "E D"]);
});

it.each([
  // A term that a post names twice has it once.
  ["/blog/2026/01/01/j1/", "Journal 1/3 → J2, Atelier 1/2 → J2"],
  ["/blog/2026/01/02/j2/", "Journal 2/3 J1 → J3, Atelier 2/2 J1"],
  ["/blog/2026/01/03/j3/", "Journal 3/3 J2"],
  ["/en/blog/2026/01/02/e2/", "Journal 1/2 → E3"],
  // In names of the same day, numbers count by value.
  ["/blog/2026/01/01/p-2/", "Suite 2/3 1 → 10"],
  // Alone in its term, and in no ordered one.
  ["/blog/2026/01/04/d/", ""],
  ["/blog/2026/01/05/e/", ""],
])("the post at %s has its number, and the parts before and after it: %s", async (url, places) => {
  const parts = (await planned(FILES)).at(url).data.partOf ?? [];
  const said = parts.map(({ whole, number, total, earlier, later }) =>
    [
      `${whole.label} ${String(number)}/${String(total)}`,
      ...(earlier ? [earlier.label] : []),
      ...(later ? [`→ ${later.label}`] : []),
    ].join(" "),
  );
  expect(said.join(", ")).toBe(places);
});
