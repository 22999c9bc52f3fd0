// Tests how the authors of an old blog are read from its data files.
import { describe, expect, it } from "vitest";
import { readJekyll } from "../../../src/importers/jekyll/read.ts";
import { nameUnreadPeople, readPeople } from "../../../src/importers/people.ts";
import { folder, oldEntry, oldSite, read as readText } from "./old-blog.ts";

const read = (...lines: string[]): Record<string, unknown> =>
  readPeople(folder({ "authors.yml": `${lines.join("\n")}\n` }), /^authors\.yml$/);

describe("authors of an old blog", () => {
  it.each(["authors.yml", "people.yaml", "team.json", "members.yml", "auteurs.yml"])(
    "are read from _data/%s of Jekyll",
    (file) => {
      const { people } = readJekyll(
        folder({ "_config.yml": "title: T", [`_data/${file}`]: '{ "ana": "Ana Bel" }' }),
      );
      expect(people).toEqual({ ana: { name: "Ana Bel" } });
    },
  );

  it("are read from one file each, named by id, or all from one", () => {
    const files = folder({
      "authors/ana.yml": "name: Ana\n",
      "authors.yml": "bo: { name: Bo }\n",
      "x.yml": "c: C\n",
    });
    expect(readPeople(files, /^authors\.yml$/, /^authors\/(\w+)\.yml$/)).toEqual({
      ana: { name: "Ana" },
      bo: { name: "Bo" },
    });
  });

  it("keep what Carnet shows, under any key, but no e-mail address", () => {
    const found = read(
      "ana:",
      "  display_name: Ana Bel",
      "  email: ana@example.org",
      "  job: designer",
      "  bio: Elle\u00a0dessine,\n   et écrit.",
      "  avatar: /img/ana.jpg",
      "  website: https://ana.example/",
      "  social: { twitter: '@ana', github_username: anabel }",
      "  links: [{ label: Atelier, url: https://atelier.example }, { url: https://ana.example/ }, { url: /a/ }, x]",
    );
    expect(found).toEqual({
      ana: {
        name: "Ana Bel",
        role: "designer",
        description: "Elle dessine, et écrit.",
        photo: "/img/ana.jpg",
        links: [
          { label: "ana.example", url: "https://ana.example/" },
          { label: "Atelier", url: "https://atelier.example" },
        ],
        handles: { twitter: "ana", github: "anabel" },
      },
    });
  });

  it("keep accounts that are written as a list, under the names of their sites", () => {
    expect(
      read("ana:", "  name: Ana", "  social: [{ platform: Mastodon, url: https://m.example/@ana }]"),
    ).toEqual({
      ana: { name: "Ana", links: [{ label: "Mastodon", url: "https://m.example/@ana" }] },
    });
    // HugoBlox, in its older form.
    expect(
      read("ana:", "  name: Ana", "  profiles: [{ icon: github, link: https://github.com/ana }]"),
    ).toEqual({
      ana: { name: "Ana", links: [{ label: "github", url: "https://github.com/ana" }] },
    });
  });

  it.each(["fullname", "full_name", "fullName", "display_name", "displayName", "nom"])(
    "have a name under %s, before a title",
    (key) => {
      expect(read("ana:", "  title: designer", `  ${key}: Ana Bel`)).toEqual({ ana: { name: "Ana Bel" } });
    },
  );

  it("are left out without a name, or under an invalid id", () => {
    expect(
      read("ana: { job: designer }", "constructor: { name: Jo }", "bo: { nom: Bo, url: bo.example }"),
    ).toEqual({
      bo: { name: "Bo" },
    });
  });
});

describe("people whom posts name, in a data file that cannot be read", () => {
  const named = (files: Record<string, string>, author = "author: ana") => {
    const text = readText(`---\ntitle: A\n${author}\n---\n`);
    const site = oldSite({ entries: [oldEntry({ text })], people: { bo: { name: "Bo" } } });
    nameUnreadPeople(site, folder(files));
    return site.manual;
  };

  it.each([
    ["_data/authors.yml", "ana: { prenom_nom: Ana }\nbo: { name: Bo }\n"],
    ["_data/gens/equipe.json", '[{ "id": "ana", "x": 1 }, { "id": "bo" }]'],
    ["data/contributors.toml", "[ana]\nx = 1\n"],
    ["src/_data/gens.yaml", "- pseudo: ana\n"],
  ])("are reported: %s", (file, text) => {
    expect(named({ [file]: text })).toEqual([{ kind: "unread-people", file, line: 0, found: "ana" }]);
  });

  it.each([
    ["_data/authors.yml", "ana: { x: 1 }\n", "author: [bo, Jo]"],
    ["_data/mots.yml", "ana: un mot\n", "author: ana"],
    ["_data/gens.yml", "- name: ana\n", "author: ana"],
    ["notes/gens.yml", "ana: { x: 1 }\n", "author: ana"],
    ["_data/authors.yml", "bo: { x: 1 }\n", "author: bo"],
  ])("are not reported if no post names them, or if they are known: %s, %s", (file, text, author) => {
    expect(named({ [file]: text }, author)).toEqual([]);
  });
});
