import { describe, expect, it } from "vitest";
import { readTemplate } from "../../../../src/importers/eleventy/templates.ts";
import type { OldSite } from "../../../../src/importers/model.ts";
import { oldSite } from "../old-blog.ts";

interface Told {
  settings: Record<string, unknown>;
  addresses: OldSite["addresses"];
  listAtRoot: boolean;
  manual: ReturnType<typeof readTemplate>;
}

/** What the import learns from one template of an Eleventy blog. */
function told(text: string, file = "page.njk"): Told {
  const site = oldSite({ kind: "eleventy" });
  const manual = readTemplate(file, text, site);
  return { settings: site.settings, addresses: site.addresses, listAtRoot: site.listAtRoot, manual };
}

const page = (head: string, body = "{{ content }}"): string => `---\n${head}\n---\n${body}\n`;

describe("a feed made by a template", () => {
  const FEED = "<feed><entry><id>{{ post.url | absoluteUrl }}</id></entry></feed>";

  it("keeps its address, and nothing is asked where its entries are known by their addresses", () => {
    expect(told(page("permalink: /flux.xml", FEED))).toMatchObject({
      settings: { addresses: { feed: "/flux.xml" } },
      addresses: [{ url: "/flux.xml", what: "feed" }],
      manual: undefined,
    });
  });

  it("asks a person to look where they are known by something else", () => {
    const { manual } = told(
      page("permalink: feed.xml", "<rss><guid>{{ post.data.uuid }}</guid></rss>"),
      "feed.liquid",
    );
    expect(manual).toEqual({ kind: "feed-template", file: "feed.liquid", line: 1, found: "/feed.xml" });
  });
});

describe("the pages of tags", () => {
  it.each([
    ["/tags/{{ tag | slugify }}/", "/tags/:slug/"],
    ["tags/{{ tag }}/index.html", "/tags/:slug/"],
    ["/sujet/{{ tag }}", "/sujet/:slug"],
    ["/{{- tag | slug -}}/", "/:slug/"],
  ])("stand at %s: %s", (permalink, address) => {
    const { settings, manual } = told(
      page(`pagination: { data: collections, size: 1, alias: tag }\npermalink: "${permalink}"`),
    );
    expect(settings).toEqual({ addresses: { tag: address } });
    // The page itself is not moved in: Carnet makes its own.
    expect(manual).toMatchObject({ kind: "template-page", found: permalink });
  });

  it("are not guessed from an address with two parts to fill in", () => {
    const { settings } = told(page('pagination: { data: collections }\npermalink: "/{{ lang }}/{{ tag }}/"'));
    expect(settings).toEqual({});
  });
});

describe("the pages of a list", () => {
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
  ])("stand at %s", (permalink, addresses, listAtRoot) => {
    const found = told(page(`pagination: { data: collections.posts, size: 12 }\npermalink: "${permalink}"`));
    expect(found).toMatchObject({ settings: { addresses, postsPerPage: 12 }, listAtRoot });
  });

  it("are left alone where their number is not that of the page", () => {
    const found = told(
      page('pagination: { data: collections.posts, size: 5 }\npermalink: "/blog/{{ pagination.cursor }}/"'),
    );
    expect(found.settings).toEqual({});
  });
});

describe("any other page made by a template", () => {
  it("is named with its address, which counts among those of the old blog", () => {
    expect(told(page("permalink: /archives/"))).toEqual({
      settings: {},
      addresses: [{ url: "/archives/", what: "list" }],
      listAtRoot: false,
      manual: { kind: "template-page", file: "page.njk", line: 1, found: "/archives/" },
    });
  });

  it("is named by its file where nothing says its address, or its front matter cannot be read", () => {
    expect(told("<p>Bonjour</p>", "a.njk").manual).toMatchObject({ found: "a.njk" });
    expect(told("---\ntitle: [\n---\n", "b.njk").manual).toMatchObject({ found: "b.njk" });
  });
});
