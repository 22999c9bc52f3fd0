import { expect, it } from "vitest";
import type { Files } from "../content/site-root.ts";
import { planned, settings, texts, type Planned } from "./planned.ts";

const SITE = settings(
  "postsPerPage: 2",
  "taxonomies: { serie: { label: Séries, ordered: oui }, lieu: { label: Lieux } }",
);
const DIARY = "/serie/journal/";

/** Posts of one term, each on its day of January. */
const parts = (...days: number[]): Files =>
  texts(
    Object.fromEntries(
      days.map((day) => [`posts/2026-01-0${String(day)}-j${String(day)}`, "serie: Journal"]),
    ),
  );

const at = (day: number): string => `/blog/2026/01/0${String(day)}/j${String(day)}/`;
const titles = ({ data }: Planned, url: string): unknown =>
  (data(url, "posts") as { title: string }[]).map(({ title }) => title).join(" ");

/** "Journal 2/3 after J1 before J3" for each ordered term of a post. */
function placesOf(plan: Planned, url: string): string[] {
  return (plan.at(url).data.partOf ?? []).map(({ whole, number, total, earlier, later }) =>
    [
      `${whole.label} ${String(number)}/${String(total)}`,
      earlier && `after ${earlier.label}`,
      later && `before ${later.label}`,
    ]
      .filter(Boolean)
      .join(" "),
  );
}

it("the list of an ordered term has the oldest post first, across its pages; its feed and other lists the latest", async () => {
  const plan = await planned({
    ...SITE,
    ...parts(3, 1, 2),
    ...texts({ "posts/2026-01-04-d": "lieu: Brest\nserie: Journal", "posts/2026-01-05-e": "lieu: Brest" }),
  });
  expect([titles(plan, DIARY), titles(plan, `${DIARY}page/2/`)]).toEqual(["J1 J2", "J3 D"]);
  const feed = plan.text(`${DIARY}feed.xml`).matchAll(/<title>([^<]*)<\/title>/g);
  expect([...feed].slice(1).map(([, title]) => title)).toEqual(["D", "J3", "J2", "J1"]);
  expect([titles(plan, "/blog/"), titles(plan, "/lieu/brest/")]).toEqual(["E D", "E D"]);
});

it("a part has its number and the parts before and after it, among those of its language", async () => {
  const english = texts({
    "posts/en/2026-01-02-j2": "serie: Journal",
    "posts/en/2026-01-03-j3": "serie: Journal",
  });
  const plan = await planned({ ...SITE, ...parts(1, 2, 3), ...english });
  expect(plan.at(at(2)).data.partOf).toEqual([
    {
      whole: { label: "Journal", url: DIARY },
      number: 2,
      total: 3,
      earlier: { label: "J1", url: at(1) },
      later: { label: "J3", url: at(3) },
    },
  ]);
  expect([at(1), at(3), `/en${at(2)}`].map((url) => placesOf(plan, url))).toEqual([
    ["Journal 1/3 before J2"],
    ["Journal 3/3 after J2"],
    ["Journal 1/2 before J3"],
  ]);
});

it.each([
  [
    "numbers by value, in names of the same day",
    ["p-10", "p-2", "p-1"],
    "p-2",
    ["Journal 2/3 after 1 before 10"],
  ],
  ["no place to a post that is alone", ["a"], "a", []],
])("gives %s", async (_, names, name, places) => {
  const all = Object.fromEntries(names.map((one) => [`posts/2026-01-01-${one}`, "serie: Journal"]));
  expect(placesOf(await planned({ ...SITE, ...texts(all) }), `/blog/2026/01/01/${name}/`)).toEqual(places);
});

it("a post is a part of each of its terms, only once if it names one twice", async () => {
  const plan = await planned({
    ...settings("taxonomies: { lieu: { label: L, ordered: true }, serie: { label: S, ordered: true } }"),
    ...texts({
      "posts/2026-01-01-a": "serie: [Journal, journal, Guide]\nlieu: Brest",
      "posts/2026-01-02-b": "serie: [Guide, Journal]\nlieu: Brest",
    }),
  });
  expect(placesOf(plan, "/blog/2026/01/01/a/")).toEqual([
    "Brest 1/2 before B",
    "Journal 1/2 before B",
    "Guide 1/2 before B",
  ]);
});
