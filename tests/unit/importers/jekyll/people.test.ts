// Tests how a collection of people of a Jekyll blog becomes `people.yaml`, and what becomes of their pages.
import { describe, expect, it } from "vitest";
import { readJekyll } from "../../../../src/importers/jekyll/read.ts";
import type { OldSite } from "../../../../src/importers/model.ts";
import { folder } from "../old-blog.ts";

const PUBLISHED = "collections: { authors: { output: true, permalink: '/equipe/:name/' } }\n";

const site = (files: Record<string, string>, config = PUBLISHED): OldSite =>
  readJekyll(folder({ "_config.yml": config, ...files }));

const post = (author: string): Record<string, string> => ({
  "_posts/2021-04-01-a.md": `---\ntitle: A\nauthor: ${author}\n---\nTexte.\n`,
});

describe("a text of a collection of people", () => {
  it.each(["authors", "auteurs", "team", "people", "equipe"])("of %s becomes a person", (name) => {
    const found = site(
      { [`_${name}/donnees.md`]: "---\nname: Pôle données\nposition: Analyse\navatar: /img/d.png\n---\n" },
      `collections: [${name}]\n`,
    );
    expect(found.people).toEqual({
      donnees: { name: "Pôle données", role: "Analyse", photo: "/img/d.png" },
    });
    expect([found.entries, found.manual, found.settings["addresses"]]).toEqual([[], [], undefined]);
  });

  it("has the id with which posts sign, and its old page leads to the new one", () => {
    const found = site({
      ...post("donnees"),
      "_authors/pole-donnees.md":
        "---\nshort_name: donnees\nname: Pôle données\nredirect_from: /qui/donnees/\n---\n",
    });
    expect(Object.keys(found.people)).toEqual(["donnees"]);
    expect(found.settings["addresses"]).toEqual({ person: "/equipe/:slug/" });
    expect(found.redirects.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "/equipe/pole-donnees/ /equipe/donnees/",
      "/qui/donnees/ /equipe/donnees/",
    ]);
    expect(found.addresses).toEqual([{ url: "/equipe/pole-donnees/", what: "list" }]);
  });

  it("keeps its words in a page that introduces the person's posts", () => {
    const found = site({
      ...post("donnees"),
      "_authors/donnees.md":
        "---\nname: Pôle données\nemail: d@example.org\nrole: Analyse\n---\nNous **comptons**.\n",
    });
    const [page] = found.entries.filter(({ kind }) => kind === "page");
    expect(page).toMatchObject({
      target: "content/pages/authors/donnees.md",
      oldUrl: "/equipe/donnees/",
      text: { data: { title: "Pôle données" }, head: "title: Pôle données\n", body: "Nous **comptons**.\n" },
    });
    expect([found.redirects, found.manual]).toEqual([[], []]);
  });

  it("gives its address to the pages of people only if someone of the collection signs", () => {
    const config =
      "collections: { authors: { output: true, permalink: '/a/:name/' }, team: { output: true, permalink: '/t/:name/' } }\n";
    const files = { "_authors/ana.md": "---\nname: Ana\n---\n", "_team/bo.md": "---\nname: Bo\n---\n" };
    for (const author of ["ana", "Ana, designer et Jo"])
      expect(site({ ...post(author), ...files }, config).settings["addresses"]).toEqual({
        person: "/a/:slug/",
      });
  });

  it("keeps its page where it was if the person signs nothing", () => {
    const { entries, redirects } = site(
      { "_authors/Pole_Donnees.md": "---\nname: P\nredirect_from: /p/\n---\nTexte.\n" },
      "collections: { authors: { output: true } }\n",
    );
    expect(entries[0]).toMatchObject({ oldUrl: "/authors/Pole_Donnees.html", aliases: ["/p/"] });
    expect(redirects).toEqual([]);
  });

  it("is a draft page if the old blog did not publish it, so that no word is lost", () => {
    const { entries } = site({ "_authors/a.md": "---\nname: A\n---\nTexte.\n" }, "collections: [authors]\n");
    expect(entries).toMatchObject([{ draft: true, title: "A" }]);
  });

  it("is completed by a data file, which counts first", () => {
    const { people } = site({
      "_data/authors.yml": "ana: { name: Ana Bel, role: Design }\n",
      "_authors/ana.md": "---\ntitle: Ana\nbio: Dessine.\n---\n",
    });
    expect(people).toEqual({ ana: { name: "Ana Bel", role: "Design", description: "Dessine." } });
  });

  it("leaves the list of all people where it was", () => {
    const list = "---\ntitle: Équipe\n---\n{% for a in site.authors %}{{ a.name }}{% endfor %}\n";
    const found = site({ ...post("a"), "_authors/a.md": "---\nname: A\n---\n", "equipe/index.html": list });
    expect(found.settings["addresses"]).toEqual({ person: "/equipe/:slug/", people: "/equipe/" });
  });

  it("has its other values reported", () => {
    const { manual } = site({ "_authors/a.md": "---\nname: A\nville: Lyon\nemail: a@example.org\n---\n" });
    expect(manual).toEqual([{ kind: "mixed-field", file: "_authors/a.md", line: 0, found: 'ville: "Lyon"' }]);
  });

  it("is not read if the configuration excludes it", () => {
    expect(
      site({ "_authors/a.md": "---\nname: A\n---\n" }, `${PUBLISHED}exclude: [_authors]\n`).people,
    ).toEqual({});
  });
});
