import { expect, it } from "vitest";
import { createEnvironment } from "../../../src/eleventy/environment.ts";
import { ui } from "../../../src/strings/ui.ts";

const POST = {
  url: "/a/",
  data: { title: "A", description: "", lang: "fr", day: "2026-01-01", authors: [] },
};

function main(layout: "tag" | "person", data: Record<string, unknown>): string {
  const env = createEnvironment("tests/unit/layouts/none", "layouts", {
    url: (path: string) => path,
    absolute: (path: string) => path,
    isoDate: (day: string) => day,
    longDate: (day: string) => day,
    langAttribute: () => "",
    shortened: String,
  });
  const html = env.render(`${layout}.njk`, {
    ...{ site: { title: "Carnet", translations: {}, social: [] }, t: ui("fr"), lang: "fr", kind: layout },
    ...{ title: "Quatre", assets: {}, alternates: [], breadcrumbs: [], feeds: [], nav: [], footer: [] },
    ...{ person: { name: "Équipe" }, roles: [], profiles: [], posts: [POST], total: 1 },
    ...data,
  });
  return html.slice(html.indexOf("<main"), html.indexOf("</main>"));
}

it.each(["tag", "person"] as const)(
  "a %s’s text is above the list, which then has a heading one level above its posts",
  (layout) => {
    const html = main(layout, { content: "<h2>Les défis</h2>", updated: "2026-02-01" });
    const order = [
      ">Quatre</h1>",
      "<h2>Les défis</h2>",
      "2026-02-01",
      'id="page--posts">Articles</h2>',
      "<h3 ",
    ];
    const places = order.map((part) => html.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  },
);

it.each(["tag", "person"] as const)(
  "a %s without a text has no such heading and no empty element",
  (layout) => {
    const html = main(layout, { content: "" });
    expect(html).toContain('<h2 class="post-row-title"');
    expect(html).not.toMatch(/page--posts|class="prose"|class="post"/);
  },
);

it("says that there are no posts yet, in place of the list and its count", () => {
  const html = main("tag", { content: "<p>Bientôt.</p>", posts: [], total: 0 });
  expect(html).toContain("Aucun article pour l’instant.");
  expect(html).not.toMatch(/page--posts|0 article/);
});

it("shows the cover of a page without text, and marks a draft as such", () => {
  const image = { kind: "missing", alt: "Les équipes" };
  expect(main("tag", { content: "", image })).toContain("Les équipes");
  expect(main("tag", { content: "", unpublished: "draft" })).toContain(ui("fr").draftBanner);
});
