// What `people.yaml` says under the names of the site's taxonomies: read, spelt and reported like the terms of posts.
import { describe, expect, it } from "vitest";
import type { Content } from "../../../../src/content/types.ts";
import { load, post, type Files } from "../site-root.ts";

const SITE = "title: T\nurl: https://a.example\n";
const OPEN = `${SITE}taxonomies: { promotion: { label: Promotion } }\n`;

const files = (site: string, people: string, posts: Files = {}): Files => ({
  "content/site.yaml": site,
  "content/people.yaml": people,
  "content/posts/2026-01-01-a.md": post("title: A"),
  ...posts,
});

const shown = ({ members }: Content, lang = "fr"): string[] =>
  members.map(({ person, terms }) => `${person.name}: ${(terms[lang] ?? []).map(String).join(", ")}`);

describe("people of people.yaml", () => {
  it("have one term or several, in the order of the file, whether or not they sign", async () => {
    const people =
      "zoe: { name: Équipe Zoé, promotion: EIG 4 }\nune: { name: Équipe Une, promotion: [EIG 5, EIG 4] }\n" +
      "trois: { name: Équipe Trois, promotion: 6 }\nrien: { name: Équipe Rien, promotion: }\nsans: { name: Équipe Sans }\n";
    const { content, found } = await load(
      files(OPEN, people, { "content/posts/2026-01-02-b.md": post("title: B", "author: Équipe Une") }),
    );
    expect(found).toEqual([]);
    expect(shown(content)).toEqual(["Équipe Zoé: EIG 4", "Équipe Une: EIG 5, EIG 4", "Équipe Trois: 6"]);
    expect(content.people.map(({ name }) => name)).toEqual(["Équipe Une"]);
    const [, une] = content.members;
    expect(une?.terms["fr"]?.map(({ url }) => url)).toEqual(["/promotion/eig-5/", "/promotion/eig-4/"]);
    expect(une?.person).toBe(content.people[0]);
  });

  it("have the terms that posts have, by any of their names, with their words in each language", async () => {
    const site =
      `${SITE}taxonomies:\n  promotion:\n    label: Promotion\n    terms:\n` +
      "      quatre: { label: Promotion 4, aliases: [EIG 4], en: { label: Cohort 4 } }\n";
    const { content, found } = await load(
      files(site, "a: { name: Équipe A, promotion: eig 4 }\nb: { name: Équipe B, promotion: quatre }\n", {
        "content/posts/2026-01-02-b.md": post("title: B", "promotion: EIG 4"),
        "content/posts/en/2026-01-02-c.md": post("title: C"),
      }),
    );
    expect(found).toEqual(["content/people.yaml:1:33 near-duplicate-tag"]);
    expect(shown(content)).toEqual(["Équipe A: Promotion 4", "Équipe B: Promotion 4"]);
    expect(shown(content, "en")).toEqual(["Équipe A: Cohort 4", "Équipe B: Cohort 4"]);
    const [term] = content.posts.find(({ slug }) => slug === "b")?.terms["promotion"] ?? [];
    expect(content.members[0]?.terms["fr"]?.[0]).toBe(term);
  });

  it("say nothing of taxonomies whose name is a key of every person", async () => {
    const site = `${SITE}taxonomies: { role: { label: Rôles }, promotion: { label: Promotion } }\n`;
    const { content, found } = await load(
      files(site, "a: { name: Équipe A, role: appui, promotion: EIG 4 }\n"),
    );
    expect(found).toEqual([]);
    expect(shown(content)).toEqual(["Équipe A: EIG 4"]);
    expect(content.members[0]?.person.role).toBe("appui");
  });

  it("may have a taxonomy named like what every object has", async () => {
    const site = `${SITE}taxonomies: { toString: { label: S }, valueOf: { label: V } }\n`;
    const { content, found } = await load(files(site, "a: { name: Équipe A, toString: Un }\n"));
    expect(found).toEqual([]);
    expect(shown(content)).toEqual(["Équipe A: Un"]);
  });
});

it("reports a taxonomy that site.yaml does not declare", async () => {
  const { found, content } = await load(files(SITE, "a:\n  name: Équipe A\n  promotion: EIG 4\n"));
  expect(found).toEqual(["content/people.yaml:3:3 unknown-key"]);
  expect(content.members).toEqual([]);
});

it.each(["taxonomies: 4\n", "taxonomies: { promotion: [4] }\n"])(
  "does not blame people.yaml for taxonomies that are refused in site.yaml: %s",
  async (line) => {
    const { found } = await load(files(SITE + line, "a:\n  name: Équipe A\n  promotion: EIG 4\n"));
    expect(found.filter((one) => one.startsWith("content/people.yaml"))).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  },
);
