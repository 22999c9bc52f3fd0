// Tests addresses against the generators' documentation; for Hugo, against Hugo itself in tests/e2e/hugo.test.ts.
import { describe, expect, it } from "vitest";
import { eleventyAddress, slugified } from "../../../src/importers/eleventy/addresses.ts";
import { fileSlug, hugoAlias, titleSlug } from "../../../src/importers/hugo/addresses.ts";
import { jekyllAddress, jekyllPageAddress, jekyllSlug } from "../../../src/importers/jekyll/addresses.ts";

describe("Jekyll publishes a post", () => {
  const named = { day: "2021-04-01", slug: "Un-Titre", categories: ["Vie", "vie", "L’été"] };
  it.each([
    ["date", "/vie/l%E2%80%99%C3%A9t%C3%A9/2021/04/01/Un-Titre.html"],
    ["pretty", "/vie/l%E2%80%99%C3%A9t%C3%A9/2021/04/01/Un-Titre/"],
    ["ordinal", "/vie/l%E2%80%99%C3%A9t%C3%A9/2021/091/Un-Titre.html"],
    ["weekdate", "/vie/l%E2%80%99%C3%A9t%C3%A9/2021/W13/Thu/Un-Titre.html"],
    ["none", "/vie/l%E2%80%99%C3%A9t%C3%A9/Un-Titre.html"],
    ["/blog/:year/:i_month/:i_day/:slug/", "/blog/2021/4/1/un-titre/"],
    ["/:short_year/:short_month/:title.html", "/21/Apr/Un-Titre.html"],
    [":slugified_categories/:title/index.html", "/vie/l-%C3%A9t%C3%A9/Un-Titre/"],
  ])("with the permalink %s at %s", (pattern, address) => {
    expect(jekyllAddress(pattern, named)).toBe(address);
  });

  it("at no known address if the permalink has an unknown placeholder", () => {
    expect(jekyllAddress("/:collection/:title/", named)).toBeUndefined();
  });

  it.each([
    ["about.md", undefined, "/about.html"],
    ["about.md", "pretty", "/about/"],
    ["docs/index.md", undefined, "/docs/"],
    ["à propos.md", "/:title/", "/%C3%A0%20propos/"],
  ])("or the page %s, with the permalink %s, at %s", (file, pattern, address) => {
    expect(jekyllPageAddress(file, pattern)).toBe(address);
  });

  it("with slugs that keep accents", () => {
    expect(jekyllSlug("  L’Été — à la mer !")).toBe("l-été-à-la-mer");
  });
});

describe("Eleventy publishes a text", () => {
  const named = {
    path: "posts/2022-03-04-titre",
    stem: "posts/titre",
    slug: "titre",
    day: "2022-03-04",
    data: { title: "Cœur & été", section: "vie" },
  };
  it.each([
    [undefined, "/posts/2022-03-04-titre/"],
    ["/a/b.html", "/a/b.html"],
    ["/blog/{{ page.fileSlug }}/index.html", "/blog/titre/"],
    ["{{ page.filePathStem }}.html", "/posts/titre.html"],
    ["/{{ page.date | date: '%Y/%m' }}/{{ title | slugify }}/", "/2022/03/c-ur-and-ete/"],
    ["/{{ section }}/{{ 'X Y' | downcase | slugify }}/", "/vie/x-y/"],
    ["/{{ 'Été à Nice' | slug }}/", "/ete-a-nice/"],
    [false, false],
  ])("with the permalink %s at %s", (permalink, address) => {
    expect(eleventyAddress(permalink, named)).toBe(address);
  });

  it.each(["/{{ unknown }}/", "/{% if x %}a{% endif %}/", "/{{ title | custom }}/"])(
    "at no known address with the permalink %s",
    (one) => {
      expect(eleventyAddress(one, named)).toBeUndefined();
    },
  );

  it("as the index of its folder if it has the folder's name", () => {
    expect(eleventyAddress(undefined, { ...named, path: "posts/posts" })).toBe("/posts/");
    expect(eleventyAddress(undefined, { ...named, path: "index" })).toBe("/");
    expect(slugified("camelCase Œuvre")).toBe("camelcase-uvre");
  });
});

describe("Hugo", () => {
  const config = { keepsCase: false };
  it.each([
    ["C Maj & co", "c-maj--co", "c-maj-co"],
    ["l’État  double", "létat--double", "létat-double"],
    ["a--b", "a--b", "a--b"],
    ["50 % été", "50--été", "50-été"],
  ])("makes %s the slug %s for a file, %s for a title", (name, file, title) => {
    expect(fileSlug(name, config)).toBe(file);
    expect(titleSlug(name, config)).toBe(title);
  });

  it("keeps capitals if configured", () => {
    expect(fileSlug("Un Titre", { keepsCase: true })).toBe("Un-Titre");
  });

  it.each([
    ["/racine/", "/en/posts/a/", "/racine/"],
    ["vieux", "/en/posts/a/", "/en/posts/vieux"],
    ["../dehors/", "/en/posts/a/", "/en/dehors/"],
    ["vieux.html", "/2023/%C3%A9t%C3%A9/a.html", "/2023/été/vieux.html"],
    ["vieux", undefined, "/vieux"],
  ])("resolves the alias %s of a page at %s to %s", (alias, url, address) => {
    expect(hugoAlias(alias, url)).toBe(address);
  });
});
