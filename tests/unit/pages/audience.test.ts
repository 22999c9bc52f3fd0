import { describe, expect, it } from "vitest";
import { post } from "../content/site-root.ts";
import { planned, settings, type Planned } from "./planned.ts";

const POSTS = {
  "content/posts/2026-01-05-a.md": post("title: A"),
  "content/posts/en/2026-01-05-a.md": post("title: A"),
};
const measured = (consent: string, ...lines: string[]): Promise<Planned> =>
  planned({
    ...settings(
      `audience: { matomo: https://stats.example.org/m/, siteId: 12, consent: ${consent} }`,
      ...lines,
    ),
    ...POSTS,
  });
const textOf = ({ at }: Planned, url = "/mesure-d-audience/"): string => JSON.stringify(at(url).data);
const fileOf = ({ at }: Planned, url: string): string => at(url).text?.() ?? "";

describe("a site that measures its audience", () => {
  it("has a page that says so in each language, linked in the footer of every page", async () => {
    const plan = await measured("exempt");
    expect(plan.urls("audience")).toEqual(["/mesure-d-audience/", "/en/audience/"]);
    const link = { label: "Mesure d’audience", url: "/mesure-d-audience/" };
    for (const url of ["/", "/blog/2026/01/05/a/", "/mesure-d-audience/"])
      expect(plan.at(url).data.audiencePage).toEqual(link);
    expect(plan.at("/en/").data.audiencePage?.url).toBe("/en/audience/");
  });

  it("names the host that receives visits, and says how to object or consent", async () => {
    expect(textOf(await measured("exempt"))).toMatch(/stats\.example\.org, où.*vous y opposer ici/);
    expect(textOf(await measured("ask"))).toMatch(
      /stats\.example\.org, où.*Rien n’est envoyé sans votre accord/,
    );
  });

  it("says on that page that campaign names are sent only with consent", async () => {
    expect(textOf(await measured("exempt"))).not.toContain("campagne");
    expect(textOf(await measured("ask"))).toMatch(/de ce qui suit «\s\?\s», seulement le nom de la campagne/);
  });

  it("may move that page, but an editor's page cannot replace it", async () => {
    const moved = await measured("ask", "addresses: { audience: /stats/ }");
    expect(moved.urls("audience")).toEqual(["/stats/", "/en/stats/"]);
    const plan = await planned({
      ...settings("audience: { matomo: https://stats.example.org/, siteId: 12 }"),
      ...POSTS,
      "content/pages/mesure-d-audience.md": "---\ntitle: La mienne\n---\n\nTexte.",
    });
    expect(plan.urls("audience")).toContain("/mesure-d-audience/");
  });

  it("lets its pages connect only to that host and itself", async () => {
    const plan = await measured("exempt");
    const rules = fileOf(plan, "/_headers").match(/connect-src [^;]*/g) ?? [];
    expect(new Set(rules)).toEqual(new Set(["connect-src 'self' https://stats.example.org"]));
  });
});

it("a site without the `audience` setting has no such page, link or host", async () => {
  const plan = await planned({ ...settings(), ...POSTS });
  expect(plan.urls("audience")).toEqual([]);
  expect(plan.at("/").data.audiencePage).toBeUndefined();
  expect(fileOf(plan, "/_headers")).toContain("connect-src 'self';");
});
