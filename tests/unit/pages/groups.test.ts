import { describe, expect, it } from "vitest";
import { post } from "../content/site-root.ts";
import { planned, settings } from "./planned.ts";

const labels = (data: Record<string, unknown>): unknown => data["groups"];

describe("tags", () => {
  it("are in alphabetical order with counts, ignoring accents and case, numbers by value", async () => {
    const { at } = await planned({
      "content/posts/2026-01-01-a.md": post("title: A", "tags: [zone, Été, écran, 10 ans, 9 ans]"),
      "content/posts/2026-01-02-b.md": post("title: B", "tags: [Été]"),
    });
    expect(labels(at("/mots-cles/").data)).toMatchObject([
      { label: "9 ans", count: 1 },
      { label: "10 ans", count: 1 },
      { label: "écran", count: 1 },
      { label: "Été", count: 2, url: "/mots-cles/ete/" },
      { label: "zone", count: 1 },
    ]);
  });

  it("have an index even if no post has one, and count a post once if it names a tag twice", async () => {
    const none = await planned({ "content/posts/2026-01-01-a.md": post("title: A") });
    expect(labels(none.at("/mots-cles/").data)).toEqual([]);
    const twice = await planned({ "content/posts/2026-01-01-a.md": post("title: A", "tags: [Été, ete]") });
    expect(twice.at("/mots-cles/ete/").data["total"]).toBe(1);
  });

  it("have descriptions in the typography of the page's language, and so do people", async () => {
    const { at } = await planned({
      "content/posts/2026-01-01-a.md": post("title: A", "tags: [Été]", "author: Ann Doe"),
      "content/tags.yaml": 'ete: { label: Été, description: "L\'été !" }\n',
      "content/people.yaml": 'ann: { name: Ann Doe, role: "chef d\'équipe", description: "L\'oreille !" }\n',
    });
    expect(at("/mots-cles/ete/").data["description"]).toBe("L’été\u202f!");
    expect(at("/auteurs/ann/").data["description"]).toBe("L’oreille\u202f!");
    expect(at("/auteurs/ann/").data["person"]).toMatchObject({ description: "L’oreille\u202f!" });
    expect(at("/auteurs/ann/").data["roles"]).toEqual(["chef d’équipe"]);
    expect(labels(at("/auteurs/").data)).toMatchObject([{ description: "chef d’équipe" }]);
  });

  it("are paginated, and have their own feeds beside those of the site", async () => {
    const posts = [1, 2, 3].map((n): [string, string] => [
      `content/posts/2026-01-0${String(n)}-p.md`,
      post("title: P", "tags: [Été]"),
    ]);
    const { urls, at } = await planned({ ...settings("postsPerPage: 2"), ...Object.fromEntries(posts) });
    expect(urls("tag")).toEqual(["/mots-cles/ete/", "/mots-cles/ete/page/2/"]);
    expect(at("/mots-cles/ete/").data.feeds.map((feed) => feed.url)).toEqual([
      "/feed.xml",
      "/feed.json",
      "/mots-cles/ete/feed.xml",
    ]);
  });

  it("may have addresses of an old blog that end in .html", async () => {
    const { urls } = await planned({
      ...settings(
        "postsPerPage: 1",
        "addresses: { tags: /tags.html, tag: '/tag/:slug.html', page: '-:n.html' }",
      ),
      "content/posts/2026-01-01-a.md": post("title: A", "tags: [Été]"),
      "content/posts/2026-01-02-b.md": post("title: B", "tags: [Été]"),
    });
    expect(urls("tags")).toEqual(["/tags.html"]);
    expect(urls("tag")).toEqual(["/tag/ete.html", "/tag/ete/-2.html"]);
    expect(urls("feed")).toContain("/tag/ete/feed.xml");
  });
});

describe("a custom taxonomy", () => {
  const FILES = {
    ...settings(
      "taxonomies:",
      "  promotion: { label: Promotion, address: '/promotions/:slug.html' }",
      "  defi: { label: Défi }",
    ),
    "content/posts/2026-01-01-a.md": post("title: A", "promotion: EIG 4"),
  };

  it("has its index and pages at its own address, like tags", async () => {
    const { at, urls } = await planned(FILES);
    expect(at("/promotions/")).toMatchObject({
      kind: "tags",
      data: { title: "Promotion", taxonomy: "promotion", groups: [{ label: "EIG 4", count: 1 }] },
    });
    expect(urls("tag")).toEqual(["/promotions/eig-4.html"]);
    expect(urls("feed")).toContain("/promotions/eig-4/feed.xml");
  });

  it("has labels and descriptions in each language, and so do its terms", async () => {
    const { at } = await planned({
      ...settings(
        "taxonomies:",
        "  promotion:",
        "    label: Promotion",
        "    description: Une année.",
        "    terms: { eig-4: { label: EIG 4, en: { label: Fellows 4, description: The fourth. } } }",
        "translations: { en: { taxonomies: { promotion: { label: Cohort } } } }",
      ),
      "content/posts/2026-01-01-a.md": post("title: A", "promotion: eig-4"),
      "content/posts/en/2026-01-02-b.md": post("title: B", "promotion: EIG 4"),
    });
    expect(at("/promotion/").data).toMatchObject({ title: "Promotion", description: "Une année." });
    expect(at("/promotion/eig-4/").data.title).toBe("EIG 4");
    const english = at("/en/promotion/").data;
    expect(english).toMatchObject({ title: "Cohort" });
    expect(english.nav.map(({ label }) => label)).toContain("Cohort");
    const english4 = at(String((english["groups"] as { url: string }[])[0]?.url)).data;
    expect(english4).toMatchObject({ title: "Fellows 4", description: "The fourth." });
    expect(english4.breadcrumbs.map(({ label }) => label)).toEqual(["Home", "Cohort", "Fellows 4"]);
  });

  it("shows no description in another language, but the names that have no translation", async () => {
    const { at } = await planned({
      ...settings(
        "taxonomies:",
        "  promotion:",
        "    label: Promotion",
        "    description: Une année.",
        "    terms: { eig-4: { label: EIG 4, description: La quatrième. } }",
        "translations: { fr-CA: {} }",
      ),
      "content/tags.yaml": "code: { label: Code, description: Ce qui se programme. }\n",
      "content/posts/en/2026-01-02-b.md": post("title: B", "promotion: EIG 4", "tags: [code]"),
      "content/posts/2026-01-03-c.md": post("title: C", "lang: fr-CA", "promotion: EIG 4"),
    });
    expect(at("/en/promotion/").data).toMatchObject({
      title: "Promotion",
      description: "",
      groups: [expect.not.objectContaining({ description: expect.anything() as string })],
    });
    expect(at("/en/promotion/eig-4/").data).toMatchObject({
      title: "EIG 4",
      description: "Posts on “EIG 4”",
    });
    expect(at("/en/tags/code/").data.description).toBe("Posts on “Code”");
    expect(at("/fr-ca/promotion/").data.description).toBe("Une année.");
    expect(at("/fr-ca/promotion/eig-4/").data.description).toBe("La quatrième.");
  });

  it("is in the menu once a post has one of its terms", async () => {
    const { at } = await planned(FILES);
    const menu = at("/").data.nav.map((link) => link.label);
    expect(menu).toContain("Promotion");
    expect(menu).not.toContain("Défi");
  });
});

describe("people", () => {
  it("have a page in the languages of the posts they signed, with their data of people.yaml", async () => {
    const { at, urls } = await planned({
      "content/people.yaml": "ada: { name: Ada Lovelace, role: Mathématicienne }\nnul: { name: Personne }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "author: Ada Lovelace"),
      "content/posts/en/2026-01-02-b.md": post("title: B", "author: Grace Hopper"),
    });
    expect(urls("person")).toEqual(["/auteurs/ada/", "/en/authors/grace-hopper/"]);
    expect(labels(at("/auteurs/").data)).toMatchObject([
      { label: "Ada Lovelace", count: 1, description: "Mathématicienne", url: "/auteurs/ada/" },
    ]);
  });

  it("are presented in the language of the page if people.yaml translates them", async () => {
    const { at } = await planned({
      "content/people.yaml":
        "anne: { name: Anne Roy, role: cheffe, description: Elle dessine., translations: { en: { role: lead, description: She draws. } } }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "author: Anne Roy"),
      "content/posts/2026-01-02-b.md": post("title: B", "author: Anne Roy", "lang: en-GB"),
    });
    const page = at("/en-gb/authors/anne/");
    expect(page.data).toMatchObject({ person: { role: "lead", description: "She draws." }, roles: ["lead"] });
    expect(at("/en-gb/authors/").data).toMatchObject({ groups: [{ description: "lead" }] });
    expect(at("/en-gb/blog/2026/01/02/b/").entry).toMatchObject({ authors: [{ role: "lead" }] });
    expect(at("/auteurs/anne/").data).toMatchObject({ person: { role: "cheffe" }, roles: ["cheffe"] });
  });

  it("keep a role without a translation, but no description that readers cannot read", async () => {
    const { at } = await planned({
      "content/people.yaml":
        "anne: { name: Anne Roy, role: designer, description: Elle dessine., translations: { en: { } } }\n",
      "content/posts/en/2026-01-01-a.md": post("title: A", "author: Anne Roy"),
    });
    const { person, roles, description } = at("/en/authors/anne/").data;
    expect(person).not.toHaveProperty("description");
    expect(roles).toEqual(["designer"]);
    expect(description).toBe("Posts by Anne Roy");
  });

  it("have the roles given by their posts, latest first, and no feed", async () => {
    const { at } = await planned({
      "content/site.yaml": "title: T\nurl: https://blog.example.org\n",
      "content/posts/2026-01-01-a.md": post("title: A", "author: Anne Roy, stagiaire"),
      "content/posts/2026-01-02-b.md": post("title: B", "author: Anne Roy, designer"),
      "content/posts/2026-01-03-c.md": post("title: C", "author: Anne Roy, designer"),
    });
    const { data } = at("/auteurs/anne-roy/");
    expect(data["roles"]).toEqual(["designer", "stagiaire"]);
    expect(data).not.toHaveProperty("ownFeeds");
  });

  it("show a photo of the site whatever the Unicode form of its name, but not a missing one", async () => {
    const { at } = await planned({
      "content/site.yaml": "title: T\nalsoServed: [/annuaire/]\n",
      "content/people.yaml":
        "ada: { name: Ada, photo: /img/été.jpg }\njo: { name: Jo, photo: /img/jo.jpg }\n" +
        "lea: { name: Léa, photo: /annuaire/lea.jpg }\nmax: { name: Max, photo: max.jpg }\n" +
        "zoe: { name: Zoé, photo: https://ailleurs.example/zoe.jpg }\n",
      ["public/img/été.jpg".normalize("NFD")]: "x",
      "content/posts/2026-01-01-a.md": post("title: A", "authors: [Ada, Jo, Léa, Max, Zoé]"),
    });
    const photos = ["ada", "jo", "lea", "max", "zoe"].map(
      (id) => (at(`/auteurs/${id}/`).data["person"] as { photo?: string }).photo,
    );
    expect(photos).toEqual([
      "/img/été.jpg",
      undefined,
      "/annuaire/lea.jpg",
      "max.jpg",
      "https://ailleurs.example/zoe.jpg",
    ]);
  });
});
