import { describe, expect, it } from "vitest";
import { correctionLink, openGraphLocale, shareLinks } from "../../../src/pages/share.ts";
import { siteOf } from "../feeds/samples.ts";

const PAGE = { title: "Où & comment ?", canonical: "https://blog.example.org/blog/été/", lang: "fr" };
const ADDRESS = "https%3A%2F%2Fblog.example.org%2Fblog%2F%25C3%25A9t%25C3%25A9%2F";
const TITLE = "O%C3%B9%20%26%20comment%20%3F";

describe("links to share a post", () => {
  it("contain its title and full address, and nothing else", () => {
    expect(shareLinks(siteOf(), PAGE).map(({ network, label, url }) => [network, label, url])).toEqual([
      ["mail", "Par courriel", `mailto:?subject=${TITLE}&body=${ADDRESS}`],
      ["mastodon", "Sur Mastodon", `https://share.joinmastodon.org/#text=${TITLE}%20${ADDRESS}`],
      ["bluesky", "Sur Bluesky", `https://bsky.app/intent/compose?text=${TITLE}%20${ADDRESS}`],
      ["linkedin", "Sur LinkedIn", `https://www.linkedin.com/sharing/share-offsite/?url=${ADDRESS}`],
      ["x", "Sur X", `https://x.com/intent/post?text=${TITLE}&url=${ADDRESS}`],
    ]);
  });

  it("are those of site.yaml in the same order, each once, in the language of the post, and need `url`", () => {
    const links = shareLinks(siteOf({ share: ["x", "mail", "x"] }), { ...PAGE, lang: "en" });
    expect(links.map(({ label }) => label)).toEqual(["On X", "By e-mail"]);
    for (const site of [{ share: false }, { share: "off" }, { share: "non" }, { url: undefined }])
      expect(shareLinks(siteOf(site), PAGE)).toEqual([]);
  });
});

const HUB = "https://github.com/ex";
const LAB = "https://gitlab.com/ex";
const PATH = "content/posts/%C3%A9t%C3%A9/index.md";

it.each([
  [{ repository: `${HUB}/blog.git` }, `${HUB}/blog/edit/main/`],
  [{ repository: "https://gitlab.example.org/ex/blog/" }, "https://gitlab.example.org/ex/blog/-/edit/main/"],
  [{ repository: "https://codeberg.org/ex/blog" }, "https://codeberg.org/ex/blog/_edit/main/"],
  // The address of a folder, as each forge shows it.
  [{ repository: `${HUB}/o/tree/next/sites/mon%20blog` }, `${HUB}/o/edit/next/sites/mon%20blog/`],
  [{ repository: `${LAB}/sous/o/-/tree/main/blog?ref_type=heads` }, `${LAB}/sous/o/-/edit/main/blog/`],
  [
    { repository: "https://codeberg.org/ex/o/src/branch/main/blog" },
    "https://codeberg.org/ex/o/_edit/main/blog/",
  ],
  // Names that look like parts of such an address.
  [{ repository: `${LAB}/tree/main` }, `${LAB}/tree/main/-/edit/main/`],
  // A branch with a slash, which site.yaml names, and a forge that only site.yaml knows.
  [{ repository: `${HUB}/o/tree/site/fr/blog`, branch: "site/fr" }, `${HUB}/o/edit/site/fr/blog/`],
  [
    { repository: "https://git.example.org/b", forge: "forgejo", branch: "site/fr" },
    "https://git.example.org/b/_edit/site/fr/",
  ],
  [{ repository: "https://git.example.org/b" }, undefined],
  [{}, undefined],
])("a correction is suggested in the editor of %j: %s", (site, expected) => {
  const link = correctionLink(siteOf(site), { file: "content/posts/été/index.md" });
  expect(link).toBe(expected && expected + PATH);
});

it.each([
  ["fr", "fr_FR"],
  ["fr-CA", "fr_CA"],
  ["de", undefined],
])("the locale of %s for Open Graph is %s", (lang, locale) => {
  expect(openGraphLocale(lang)).toBe(locale);
});
