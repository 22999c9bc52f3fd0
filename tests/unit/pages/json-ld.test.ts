import { expect, it } from "vitest";
import type { License } from "../../../src/licenses.ts";
import { jsonLd, postTimes } from "../../../src/pages/json-ld.ts";
import { post, type Files } from "../content/site-root.ts";
import { postOf, siteOf } from "../feeds/samples.ts";
import { planned, settings } from "./planned.ts";

const SITE = "https://blog.example.org";
const URL = "/blog/2026/01/05/a/";
const FILES: Files = {
  ...settings(),
  "content/people.yaml":
    "ada: { name: Ada Bel, role: rédactrice }\nequipe: { name: L’équipe, team: true, role: pôle }\n",
  "content/posts/2026-01-05-a.md": post(
    'title: "A </script> & B"',
    "authors: [ada, equipe]",
    "description: Un texte.",
    "tags: [Été]",
    "corrections: [{ date: 2026-02-04, text: Un chiffre. }]",
  ),
  "content/posts/2026-01-04-seul.md": post("title: Seul", "noindex: true"),
  "content/posts/2026-01-03-b.md": post("title: B", "authors: [ada, equipe]", "tags: [Été]"),
  "content/posts/2026-01-02-c.md": post("title: C"),
};

type Thing = Record<string, unknown>;

async function textAt(url: string, license?: License, files = FILES): Promise<string | undefined> {
  const { at, content } = await planned(files);
  const { entry, data } = at(url);
  return entry?.kind === "post" ? jsonLd(entry, data, content.site, license) : undefined;
}

async function postingAt(url: string, license?: License): Promise<Thing> {
  const text = (await textAt(url, license)) ?? "{}";
  // Nothing can close its script element.
  expect(text).not.toContain("<");
  return JSON.parse(text) as Thing;
}

it("describes a post with its authors, publisher and dates; a team has no job title", async () => {
  const posting = await postingAt(URL, { label: "BY", url: "https://cc.example/" });
  expect(posting).toMatchObject({
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    mainEntityOfPage: SITE + URL,
    headline: "A </script> & B",
    description: "Un texte.",
    datePublished: "2026-01-05T00:00:00+01:00",
    dateModified: "2026-02-04T00:00:00+01:00",
    author: [
      { "@type": "Person", name: "Ada Bel", url: `${SITE}/auteurs/ada/`, jobTitle: "rédactrice" },
      { "@type": "Organization", name: "L’équipe", url: `${SITE}/auteurs/equipe/` },
    ],
    publisher: {
      ...{ "@type": "Organization", name: "Carnet", url: `${SITE}/`, logo: `${SITE}/icon-512.png` },
    },
    inLanguage: "fr",
    license: "https://cc.example/",
    keywords: ["Été"],
  });
  const { author = [] } = posting as { author?: Thing[] };
  expect(author[1]).not.toHaveProperty("jobTitle");
});

it("gives the site as the author of a post that nobody signs", async () => {
  const posting = await postingAt("/blog/2026/01/02/c/");
  expect(posting).toMatchObject({ author: [{ "@type": "Organization", name: "Carnet" }] });
  expect(posting).not.toHaveProperty("keywords");
});

it("describes the event of a post beside it", async () => {
  const event = "event: { start: 2026-03-10 14:00, end: 2026-03-11, place: Paris, url: /venir/ }";
  const files = { ...FILES, "content/posts/2026-01-02-c.md": post("title: C", event) };
  const things = JSON.parse((await textAt("/blog/2026/01/02/c/", undefined, files)) ?? "") as Thing[];
  expect(things).toMatchObject([
    { "@type": "BlogPosting", headline: "C" },
    {
      ...{ "@type": "Event", name: "C", startDate: "2026-03-10T14:00:00+01:00", endDate: "2026-03-11" },
      location: { "@type": "Place", name: "Paris", address: "Paris" },
      ...{ url: `${SITE}/venir/`, organizer: { name: "Carnet" } },
    },
  ]);
});

it("describes no post that search engines must not index", async () => {
  expect(await textAt("/blog/2026/01/04/seul/")).toBeUndefined();
});

it("describes nothing of a site without `url`, since all addresses would be relative", async () => {
  const files = { ...FILES, "content/site.yaml": "title: Carnet\n" };
  expect(await textAt(URL, undefined, files)).toBeUndefined();
});

it("gives no change before the hour of publication, and none if there was none", () => {
  const date = new Date("2021-04-01T10:00:00Z");
  const hour = "2021-04-01T12:00:00+02:00";
  const times = postTimes(postOf({ date, updated: "2021-04-01" }), siteOf());
  expect(times).toEqual({ published: hour, modified: hour });
  expect(postTimes(postOf(), siteOf())).toEqual({ published: "2021-04-01T00:00:00+02:00" });
});
