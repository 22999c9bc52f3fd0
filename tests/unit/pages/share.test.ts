import { describe, expect, it } from "vitest";
import { correctionLink, reportLink, shareLinks } from "../../../src/pages/share.ts";
import { siteOf } from "../feeds/samples.ts";

const PAGE = { title: "Où & comment ?", canonical: "https://blog.example.org/blog/été/", lang: "fr" };
const ADDRESS = "https%3A%2F%2Fblog.example.org%2Fblog%2F%25C3%25A9t%25C3%25A9%2F";
const TITLE = "O%C3%B9%20%26%20comment%20%3F";

describe("links to share a post", () => {
  it("contain its title and full address, and nothing else", () => {
    expect(shareLinks(siteOf(), PAGE)).toEqual([
      { network: "mail", label: "Par courriel", url: `mailto:?subject=${TITLE}&body=${ADDRESS}` },
      {
        network: "copy",
        label: "Copier l’adresse",
        url: "https://blog.example.org/blog/%C3%A9t%C3%A9/",
      },
      {
        network: "mastodon",
        label: "Sur Mastodon",
        url: `https://share.joinmastodon.org/#text=${TITLE}%20${ADDRESS}`,
      },
      {
        network: "bluesky",
        label: "Sur Bluesky",
        url: `https://bsky.app/intent/compose?text=${TITLE}%20${ADDRESS}`,
      },
      {
        network: "linkedin",
        label: "Sur LinkedIn",
        url: `https://www.linkedin.com/sharing/share-offsite/?url=${ADDRESS}`,
      },
      { network: "x", label: "Sur X", url: `https://x.com/intent/post?text=${TITLE}&url=${ADDRESS}` },
    ]);
  });

  it("are those of site.yaml in the same order, each once, in the language of the post", () => {
    const site = siteOf({ share: ["x", "mail", "x"] });
    const links = shareLinks(site, { ...PAGE, lang: "en" });
    expect(links.map(({ label }) => label)).toEqual(["On X", "By e-mail"]);
  });

  it("are absent if site.yaml turns them off, or without `url`", () => {
    for (const share of [false, "off", "non"]) expect(shareLinks(siteOf({ share }), PAGE)).toEqual([]);
    expect(shareLinks(siteOf({ url: undefined }), PAGE)).toEqual([]);
  });
});

describe("the link to suggest a correction", () => {
  const file = "content/posts/été/index.md";
  const PATH = "content/posts/%C3%A9t%C3%A9/index.md";

  it.each([
    ["https://github.com/ex/blog.git", `https://github.com/ex/blog/edit/main/${PATH}`],
    ["https://gitlab.example.org/ex/blog/", `https://gitlab.example.org/ex/blog/-/edit/main/${PATH}`],
    ["https://codeberg.org/ex/blog", `https://codeberg.org/ex/blog/_edit/main/${PATH}`],
    // The address of a folder, as each forge shows it.
    [
      "https://github.com/ex/o/tree/next/sites/mon%20blog",
      `https://github.com/ex/o/edit/next/sites/mon%20blog/${PATH}`,
    ],
    ["https://github.com/ex/o/tree/next/", `https://github.com/ex/o/edit/next/${PATH}`],
    [
      "https://gitlab.com/ex/sous/o/-/tree/main/blog?ref_type=heads",
      `https://gitlab.com/ex/sous/o/-/edit/main/blog/${PATH}`,
    ],
    ["https://codeberg.org/ex/o/src/branch/main/blog", `https://codeberg.org/ex/o/_edit/main/blog/${PATH}`],
    // Names that look like parts of such an address.
    ["https://github.com/tree/tree", `https://github.com/tree/tree/edit/main/${PATH}`],
    ["https://gitlab.com/ex/tree/main", `https://gitlab.com/ex/tree/main/-/edit/main/${PATH}`],
    ["https://github.com/ex/100%", `https://github.com/ex/100%25/edit/main/${PATH}`],
  ])("opens the post in the editor of %s", (repository, expected) => {
    expect(correctionLink(siteOf({ repository }), { file })).toBe(expected);
  });

  it("accepts a branch with a slash if site.yaml also names it", () => {
    const repository = "https://github.com/ex/o/tree/site/fr/blog";
    expect(correctionLink(siteOf({ repository, branch: "site/fr" }), { file })).toBe(
      `https://github.com/ex/o/edit/site/fr/blog/${PATH}`,
    );
  });

  it("uses the branch and the forge of site.yaml", () => {
    const site = siteOf({ repository: "https://git.example.org/b", forge: "forgejo", branch: "site/fr" });
    expect(correctionLink(site, { file })).toBe(`https://git.example.org/b/_edit/site/fr/${PATH}`);
  });

  it("is absent without a repository, or if the forge is unknown", () => {
    expect(correctionLink(siteOf(), { file })).toBeUndefined();
    expect(correctionLink(siteOf({ repository: "https://git.example.org/b" }), { file })).toBeUndefined();
  });
});

describe("the link to report an error", () => {
  it("is an email with the post's title and full address", () => {
    expect(reportLink(siteOf({ email: "nous@example.org" }), PAGE)).toBe(
      `mailto:nous@example.org?subject=${TITLE}&body=${ADDRESS}`,
    );
  });

  it("omits the address if the site has none, and is absent without `email`", () => {
    const site = siteOf({ email: "nous@example.org", url: undefined });
    expect(reportLink(site, PAGE)).toBe(`mailto:nous@example.org?subject=${TITLE}`);
    expect(reportLink(siteOf(), PAGE)).toBeUndefined();
  });
});
