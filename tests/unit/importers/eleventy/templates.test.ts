import { describe, expect, it } from "vitest";
import { readTemplate } from "../../../../src/importers/eleventy/templates.ts";
import type { OldSite } from "../../../../src/importers/model.ts";
import { oldSite } from "../old-blog.ts";

interface Told {
  settings: Record<string, unknown>;
  addresses: OldSite["addresses"];
  listAtRoot: boolean;
  manual: ReturnType<typeof readTemplate>["manual"];
}

/** What an import learns from one template of an Eleventy blog. */
function told(text: string, file = "page.njk"): Told {
  const site = oldSite({ kind: "eleventy" });
  const { manual } = readTemplate(file, text, site);
  return { settings: site.settings, addresses: site.addresses, listAtRoot: site.listAtRoot, manual };
}

const page = (head: string, body = "{{ content }}"): string => `---\n${head}\n---\n${body}\n`;

describe("a feed made by a template", () => {
  const FEED = "<feed><entry><id>{{ post.url | absoluteUrl }}</id></entry></feed>";

  it("keeps its address, and is not reported if its entries' ids are their addresses", () => {
    expect(told(page("permalink: /flux.xml", FEED))).toMatchObject({
      settings: { addresses: { feed: "/flux.xml" } },
      addresses: [{ url: "/flux.xml", what: "feed" }],
      manual: undefined,
    });
  });

  it("is reported if its entries have other ids", () => {
    const { manual } = told(
      page("permalink: feed.xml", "<rss><guid>{{ post.data.uuid }}</guid></rss>"),
      "feed.liquid",
    );
    expect(manual).toEqual({ kind: "feed-template", file: "feed.liquid", line: 1, found: "/feed.xml" });
  });
});

describe("tag pages", () => {
  it.each([
    ["/tags/{{ tag | slugify }}/", "/tags/:slug/"],
    ["tags/{{ tag }}/index.html", "/tags/:slug/"],
    ["/sujet/{{ tag }}", "/sujet/:slug"],
    ["/{{- tag | slug -}}/", "/:slug/"],
  ])("with the permalink %s have the address %s", (permalink, address) => {
    const { settings, manual } = told(
      page(`pagination: { data: collections, size: 1, alias: tag }\npermalink: "${permalink}"`),
    );
    expect(settings).toEqual({ addresses: { tag: address } });
    // The template is not imported: Carnet makes its own tag pages.
    expect(manual).toMatchObject({ kind: "template-page", found: permalink });
  });

  it("have no address if the permalink has two variables", () => {
    const { settings } = told(page('pagination: { data: collections }\npermalink: "/{{ lang }}/{{ tag }}/"'));
    expect(settings).toEqual({});
  });
});

describe("pages of a list", () => {
  const PLUS = "{{ pagination.pageNumber + 1 }}";
  it.each([
    [
      `/blog/{% if pagination.pageNumber > 0 %}page/${PLUS}/{% endif %}`,
      { blog: "/blog/", page: "page/:n/" },
      false,
    ],
    [
      `/blog/{% if pagination.pageNumber > 0 %}${PLUS}/{% endif %}index.html`,
      { blog: "/blog/", page: ":n/" },
      false,
    ],
    [
      `/{% if pagination.pageNumber > 0 %}page-{{ pagination.pageNumber | plus: 1 }}/{% endif %}`,
      { page: "page-:n/" },
      true,
    ],
  ])("with the permalink %s keep their addresses", (permalink, addresses, listAtRoot) => {
    const found = told(page(`pagination: { data: collections.posts, size: 12 }\npermalink: "${permalink}"`));
    expect(found).toMatchObject({ settings: { addresses, postsPerPage: 12 }, listAtRoot });
  });

  it("have no address if the permalink does not use the page number", () => {
    const found = told(
      page('pagination: { data: collections.posts, size: 5 }\npermalink: "/blog/{{ pagination.cursor }}/"'),
    );
    expect(found.settings).toEqual({});
  });
});

describe("any other template page", () => {
  it("is reported with its address, which is listed as an old one", () => {
    expect(told(page("permalink: /archives/"))).toEqual({
      settings: {},
      addresses: [{ url: "/archives/", what: "list" }],
      listAtRoot: false,
      manual: { kind: "template-page", file: "page.njk", line: 1, found: "/archives/" },
    });
  });

  it("is reported by its file if it has no address or its front matter is invalid", () => {
    expect(told("<p>Bonjour</p>", "a.njk").manual).toMatchObject({ found: "a.njk" });
    expect(told("---\ntitle: [\n---\n", "b.njk").manual).toMatchObject({ found: "b.njk" });
  });
});
