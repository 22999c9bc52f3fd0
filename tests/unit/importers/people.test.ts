// Who signs in an old blog, as its data files have them.
import { describe, expect, it } from "vitest";
import { readJekyll } from "../../../src/importers/jekyll/read.ts";
import { readPeople } from "../../../src/importers/people.ts";
import { folder } from "./old-blog.ts";

const read = (...lines: string[]): Record<string, unknown> =>
  readPeople(folder({ "authors.yml": `${lines.join("\n")}\n` }), /^authors\.yml$/);

describe("authors of an old blog", () => {
  it.each(["authors.yml", "people.yaml", "team.json", "members.yml", "auteurs.yml"])(
    "stand in _data/%s of Jekyll",
    (file) => {
      const { people } = readJekyll(
        folder({ "_config.yml": "title: T", [`_data/${file}`]: '{ "ana": "Ana Bel" }' }),
      );
      expect(people).toEqual({ ana: { name: "Ana Bel" } });
    },
  );

  it("stand in a file each, whose name is their id, or all in one", () => {
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

  it("keep what Carnet shows of them, whatever it was called, and no address of mail", () => {
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

  it("are none without a name, or under an id that is no name", () => {
    expect(
      read("ana: { job: designer }", "constructor: { name: Jo }", "bo: { nom: Bo, url: bo.example }"),
    ).toEqual({
      bo: { name: "Bo" },
    });
  });
});
