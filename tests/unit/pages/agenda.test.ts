// The agenda, and what the pages of posts say of what is over. Loaded on 2 March 2026 at 11:00 in Paris.
import { describe, expect, it } from "vitest";
import type { AgendaSection } from "../../../src/pages/agenda.ts";
import { publishedAddresses } from "../../../src/pages/plan.ts";
import { planned, settings, texts, type Planned } from "./planned.ts";

const ALL = {
  "posts/2026-01-01-loin": "event: { start: 2026-06-01 }\ndeadline: 2026-03-01",
  "posts/2026-01-02-proche": "event: { start: 2026-03-02 09:00 }",
  "posts/2026-01-03-appel": "deadline: 2026-04-01 12:00",
  "posts/2026-01-04-janvier": "event: { start: 2026-01-20 }",
  "posts/2026-01-05-fevrier": "event: { start: 2026-02-20 }",
  "posts/2025-01-05-vieux": "deadline: 2025-03-01",
  "posts/2025-01-06-autre": "",
};

const agenda = (): Promise<Planned> => planned({ ...settings(), ...texts(ALL) });

async function sections(): Promise<string[][]> {
  const all = (await agenda()).data("/agenda/", "sections") as AgendaSection[];
  return all.map(({ title, posts }) => [title, ...posts.map(({ slug }) => slug)]);
}

it("shows what comes, soonest first, an open call at its deadline", async () => {
  const [coming] = await sections();
  expect(coming).toEqual(["À venir", "proche", "appel", "loin"]);
  expect((await agenda()).data("/agenda/", "open")).toEqual(["/blog/2026/01/03/appel/"]);
});

it("shows what was, by year, latest first", async () => {
  const [, ...years] = await sections();
  expect(years).toEqual([
    ["Passé en 2026", "fevrier", "janvier"],
    ["Passé en 2025", "vieux"],
  ]);
});

it("says on the page of a post what is over, and where its calendar is", async () => {
  const { data } = await agenda();
  const said = (slug: string): unknown[] =>
    ["eventOver", "deadlineOver", "calendar"].map((name) => data(`/blog/2026/01/${slug}/`, name));
  expect(said("01/loin")).toEqual([false, true, "/blog/2026/01/01/loin.ics"]);
  expect(said("03/appel")).toEqual([undefined, false, undefined]);
  expect(said("04/janvier")).toEqual([true, undefined, "/blog/2026/01/04/janvier.ics"]);
});

describe("a site", () => {
  it("without events has no agenda, and no link to one", async () => {
    const { urls, at } = await planned({ ...settings(), ...texts({ "posts/2026-01-06-autre": "" }) });
    expect([...urls("agenda"), ...urls("calendar")]).toEqual([]);
    expect(at("/").data.nav.map(({ url }) => url)).not.toContain("/agenda/");
  });
  it("with some has it in its menu, in each language, and a calendar to subscribe to", async () => {
    const { at, urls, text } = await planned({
      ...settings("addresses: { agenda: /dates/ }"),
      ...texts({ ...ALL, "posts/en/2026-01-05-day": "event: { start: 2026-02-20 }" }),
    });
    const { nav, alternates, breadcrumbs, feeds } = at("/dates/").data;
    expect(nav.find(({ current }) => current)?.url).toBe("/dates/");
    expect(alternates.map(({ url }) => url)).toEqual(["/dates/", "/en/dates/"]);
    expect(breadcrumbs.map(({ label }) => label)).toEqual(["Accueil", "Agenda"]);
    expect(feeds.at(-1)).toEqual({ url: "/dates.ics", title: "Carnet – Agenda", type: "text/calendar" });
    expect(urls("calendar")).toEqual(["/dates.ics", "/en/dates.ics"]);
    expect(text("/dates.ics").match(/^SUMMARY:.*$/gm)).toHaveLength(4);
    expect(text("/_headers")).toContain("/en/dates.ics\n  Cache-Control");
    expect(text("/sitemap.xml")).toContain("<loc>https://blog.example.org/en/dates/</loc>");
  });
  it("promises its agenda and its calendar, but not the file of an event", async () => {
    const { pages } = await agenda();
    const promised = publishedAddresses(pages).filter(({ url }) => /agenda|\.ics$/.test(url));
    expect(promised).toEqual([
      { url: "/agenda/", source: "agenda", title: "Agenda" },
      { url: "/agenda.ics", source: "calendar", title: "" },
    ]);
  });
  it("without an address has no calendars, which need full ones", async () => {
    const { urls, data } = await planned({ "content/site.yaml": "title: Carnet\n", ...texts(ALL) });
    expect(urls("agenda")).toEqual(["/agenda/"]);
    expect([...urls("calendar"), ...urls("event")]).toEqual([]);
    expect(data("/agenda/", "ownFeeds")).toBeUndefined();
    expect(data("/blog/2026/01/01/loin/", "calendar")).toBeUndefined();
  });
});
