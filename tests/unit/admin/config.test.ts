import { describe, expect, it } from "vitest";
import { adminConfig } from "../../../src/admin/config.ts";
import { adminHeaders, isAdminPage } from "../../../src/admin/page.ts";
import { FRONT_MATTER_KEYS } from "../../../src/content/schema.ts";
import type { Content } from "../../../src/content/types.ts";
import { load, post, type Files } from "../content/site-root.ts";

interface Config {
  backend: Record<string, unknown>;
  collections: {
    name: string;
    label: string;
    folder: string;
    path?: string;
    create: boolean;
    fields: { name: string; required?: boolean }[];
  }[];
}

/** The content of a site whose `site.yaml` ends with these lines. */
async function contentWith(lines: readonly string[], files: Files = {}): Promise<Content> {
  const settings = ["title: Carnet", "url: https://blog.example.org", ...lines, ""].join("\n");
  return (await load({ ...files, "content/site.yaml": settings })).content;
}

const GITHUB = "repository: https://github.com/programme/blog.git";

async function configOf(lines: readonly string[] = [], files: Files = {}): Promise<Config> {
  const given = lines.some((line) => line.startsWith("repository")) ? lines : [GITHUB, ...lines];
  const all = given.some((line) => line.startsWith("admin")) ? given : ["admin: oui", ...given];
  return JSON.parse(adminConfig(await contentWith(all, files))) as Config;
}

const folders = ({ collections }: Config): string[] =>
  collections.map(({ label, folder, path = "", create }) => [label, folder, path, create].join(" | "));

describe("the form's repository", () => {
  const token = { auth_methods: ["token"] };
  it.each([
    ["GitHub", [GITHUB], { name: "github", repo: "programme/blog", branch: "main", ...token }],
    [
      "GitLab, at a branch",
      ["repository: https://gitlab.example.org/dir/sous/blog/", "branch: publication"],
      {
        ...{ name: "gitlab", repo: "dir/sous/blog", branch: "publication", ...token },
        ...{ api_root: "https://gitlab.example.org/api/v4", base_url: "https://gitlab.example.org" },
      },
    ],
    [
      "Forgejo",
      ["repository: https://codeberg.org/a/b"],
      { name: "gitea", api_root: "https://codeberg.org/api/v1", base_url: "https://codeberg.org" },
    ],
    [
      "a GitHub of one's own",
      ["repository: https://git.example.org/a/b", "forge: github"],
      { api_root: "https://git.example.org/api/v3", graphql_api_root: "https://git.example.org/api/graphql" },
    ],
    ["a sign-in", ["admin: { signIn: https://auth.example.org }"], { base_url: "https://auth.example.org" }],
    [
      "an application",
      ["repository: https://framagit.org/a/b", "admin: { application: 4f1c }"],
      { auth_type: "pkce", app_id: "4f1c" },
    ],
  ])("is accessed through the API of %s", async (_, lines, backend) => {
    const config = await configOf(lines);
    expect(config.backend).toMatchObject(backend);
    expect("auth_methods" in config.backend).toBe(!lines.some((line) => line.startsWith("admin")));
    expect(config.backend).toMatchObject({ commit_messages: { create: "Nouveau texte : {{slug}}" } });
  });

  it("contains texts and pictures in the site's folder, if its address names one", async () => {
    const lines = ["repository: https://github.com/programme/outils/tree/next/sites/blog"];
    const config = await configOf(lines, { "content/posts/2024-01-01-a.md": post("title: A") });
    expect(config.backend).toMatchObject({ repo: "programme/outils", branch: "next" });
    expect(config).toMatchObject({ media_folder: "sites/blog/public/images", public_folder: "/images" });
    expect(folders(config)).toEqual([
      "Articles | sites/blog/content/posts |  | true",
      "Pages | sites/blog/content/pages |  | true",
    ]);
  });
});

it("the form's collections are one per folder and layout; new texts use the more common layout, drafts counted", async () => {
  expect(folders(await configOf())).toEqual([
    "Articles | content/posts | {{slug}}/index | true",
    "Pages | content/pages |  | true",
  ]);
  const names = [
    "2024-01-01-a",
    "_2024-01-02-b",
    "2024-01-03-c/index",
    "en/2024-01-04-d",
    "2023/2023-01-04-e/index",
  ];
  const files = Object.fromEntries(names.map((name) => [`content/posts/${name}.md`, post("title: A")]));
  expect(folders(await configOf([], files))).toEqual([
    "Articles | content/posts |  | true",
    "Articles (avec leurs images) | content/posts | {{slug}}/index | false",
    "Articles – 2023 | content/posts/2023 | {{slug}}/index | true",
    "Articles – English | content/posts/en |  | true",
    "Pages | content/pages |  | true",
  ]);
});

describe("the form's fields", () => {
  const fieldsIn = async (lines: readonly string[], files: Files = {}): Promise<Map<string, object>> => {
    const [posts] = (await configOf(lines, files)).collections;
    return new Map(posts?.fields.map((field) => [field.name, field]));
  };

  it("are keys of front matter, in Carnet's formats, and the body, raw first", async () => {
    const fields = await fieldsIn([]);
    expect([...fields.keys()].filter((name) => !FRONT_MATTER_KEYS.includes(name))).toEqual(["body"]);
    expect(fields.size).toBe(17);
    const required = [...fields.values()].filter((field) => !("required" in field));
    expect(required).toMatchObject([{ name: "title" }]);
    const day = { widget: "datetime", type: "date", format: "YYYY-MM-DD" };
    for (const name of ["date", "updated"]) expect(fields.get(name)).toMatchObject(day);
    expect(fields.get("publishAt")).toMatchObject({ widget: "datetime", format: "YYYY-MM-DD HH:mm" });
    expect(fields.get("publishAt")).not.toHaveProperty("type");
    const keys = ["start", "end", "place", "url"].map((name) => ({ name }));
    expect(fields.get("event")).toMatchObject({ widget: "object", fields: keys });
    expect(fields.get("body")).toMatchObject({ modes: ["raw", "rich_text"] });
  });

  it("of a page leave out date, authors, tags and taxonomies, but keep the site's required fields", async () => {
    const { collections } = await configOf([
      "fields: { rang: { type: number, required: true } }",
      "taxonomies: { promotion: { label: Promotion } }",
    ]);
    const pages = collections.find(({ name }) => name === "pages");
    const names = ["title", "description", "rang", "body", "draft", "updated", "redirect_from"];
    expect(pages?.fields.map(({ name }) => name)).toEqual(names);
  });

  it("include the site's own fields and taxonomies, with their labels, unless their names mean something else there", async () => {
    const own = await fieldsIn([
      "fields:",
      "  defi: { label: Défi, required: true, description: Son nom }",
      "  rang: { type: number }",
      "  etat: { type: string, options: [ouvert, clos] }",
      "  donnees: { type: object }",
      "  a.b: {}",
      "taxonomies: { promotion: { label: Promotion, closed: true, terms: { p5: Promotion 5, p6: } } }",
    ]);
    expect(own.get("defi")).toMatchObject({
      label: "Défi",
      hint: "Son nom",
      required: true,
      widget: "string",
    });
    expect(own.get("rang")).toMatchObject({ label: "rang", required: false, widget: "number" });
    expect(own.get("etat")).toMatchObject({ widget: "select", options: ["ouvert", "clos"] });
    expect(own.get("promotion")).toMatchObject({ widget: "select", options: ["Promotion 5", "p6"] });
    expect([own.has("donnees"), own.has("a.b")]).toEqual([false, false]);
  });

  it("offer a choice of tags if no others are allowed", async () => {
    const tags = async (yaml: string): Promise<unknown> =>
      (await fieldsIn([], { "content/tags.yaml": yaml })).get("tags");
    const options = ["Design", "Données", "vide"];
    const closed = "closed: true\ndesign: Design\ndonnees: { label: Données }\nvide:\n";
    expect(await tags(closed)).toMatchObject({ widget: "select", multiple: true, options });
    expect(await tags("design: Design\n")).toMatchObject({ widget: "list", label_singular: "un mot-clé" });
  });
});

describe("the form of a programme", () => {
  const PROGRAMME = [
    "taxonomies:",
    "  defi:",
    "    label: Défi",
    "    plural: Défis",
    "    folder: defis",
    "    fields: { site: { type: url, label: En ligne, required: true } }",
    "  promo: { label: Promotion, plural: Promotions, folder: promos, closed: true, terms: { p5: Promotion 5 } }",
    "people: { fields: { status: { label: Statut, options: [talent, mentor] } } }",
  ];
  const FILES = {
    "content/defis/a/index.md": post("title: A", "site: https://a.example.org/"),
    "content/promos/p6.md": post("title: Promotion 6"),
    "content/people/en/ana.md": post("title: Ana Roy"),
  };

  it("has a collection for each folder of terms and one for people, under the names of the site", async () => {
    expect(folders(await configOf(PROGRAMME, FILES))).toEqual([
      "Articles | content/posts | {{slug}}/index | true",
      "Défis | content/defis | {{slug}}/index | true",
      "Promotions | content/promos |  | true",
      "Personnes | content/people |  | true",
      "Personnes – English | content/people/en |  | true",
      "Pages | content/pages |  | true",
    ]);
    const english = await configOf([...PROGRAMME, "lang: en"], FILES);
    expect(english.collections.map(({ label }) => label)).toContain("People");
  });

  it("has the fields that each taxonomy declares, and those of people, but a term does not name its own taxonomy", async () => {
    const { collections } = await configOf(PROGRAMME, FILES);
    const fieldsOf = (wanted: string) => collections.find(({ name }) => name === wanted)?.fields ?? [];
    const names = (wanted: string): string[] => fieldsOf(wanted).map(({ name }) => name);
    const shared = ["body", "draft", "weight", "slug", "redirect_from"];
    expect(names("term-defi")).toEqual([
      ...["title", "description", "image", "imageAlt", "imageCredit", "promo", "site"],
      ...shared,
    ]);
    expect(names("term-people")).toEqual([
      ...["title", "role", "photo", "description", "links", "defi", "promo", "status"],
      ...["body", "draft", "former", ...shared.slice(2)],
    ]);
    expect(names("posts")).toEqual(expect.arrayContaining(["defi", "promo"]));
    expect(fieldsOf("term-people")).toMatchObject({
      0: { label: "Nom" },
      4: { widget: "keyvalue" },
      6: { widget: "select", options: ["Promotion 5", "Promotion 6"] },
      7: { label: "Statut", widget: "select", options: ["talent", "mentor"] },
    });
    const forms = collections.find(({ name }) => name === "term-defi");
    expect(forms).toMatchObject({ label_singular: "Défi", slug: { template: "{{slug}}" } });
  });
});

describe("the form's page", () => {
  it.each([
    ["GitHub", ["admin: oui", GITHUB], "https://api.github.com", "https://avatars.githubusercontent.com"],
    [
      ...["a GitLab", ["admin: oui", "repository: https://gitlab.example.org/a/b"]],
      ...["https://gitlab.example.org", "https://gitlab.example.org"],
    ],
    ["no forge without a form", [GITHUB], "", ""],
  ] as [string, string[], string, string][])(
    "may connect to %s, and to no other; it cannot be framed",
    async (_, lines, api, pictures) => {
      const headers = adminHeaders((await contentWith(lines)).site);
      const rules = [`connect-src 'self' blob: data: ${api}`, `img-src 'self' blob: data: ${pictures}`];
      const policy = headers["Content-Security-Policy"].split("; ");
      expect(policy).toEqual(expect.arrayContaining([...rules, "frame-ancestors 'none'"]));
    },
  );

  it("can receive messages from the sign-in window", async () => {
    const opener = async (admin: string): Promise<string> => {
      const { site } = await contentWith([admin, "repository: https://framagit.org/a/b"]);
      return adminHeaders(site)["Cross-Origin-Opener-Policy"];
    };
    expect(await opener("admin: oui")).toBe("same-origin-allow-popups");
    expect(await opener("admin: { application: 4f1c }")).toBe("unsafe-none");
  });

  it("is recognised by its script", () => {
    expect(isAdminPage('<script type="module" src="program/a.js"></script>')).toBe(true);
    expect(isAdminPage('<script type="module" src="/assets/a.js"></script>')).toBe(false);
  });
});
