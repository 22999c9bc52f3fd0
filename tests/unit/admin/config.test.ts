import { describe, expect, it } from "vitest";
import { addressesFile } from "../../../src/admin/addresses.ts";
import { adminConfig } from "../../../src/admin/config.ts";
import type { Ours } from "../../../src/admin/form/names.ts";
import { FRONT_MATTER_KEYS } from "../../../src/content/schema.ts";
import { load, post, type Files } from "../content/site-root.ts";

interface Collection {
  name: string;
  label: string;
  folder: string;
  path?: string;
  create: boolean;
  preview_path: string;
  slug: { pattern?: string[] };
  fields: { name: string; widget: string; options?: string[]; required?: boolean; hint?: string }[];
}

interface Config {
  backend: Record<string, unknown>;
  site_url?: string;
  collections: Collection[];
  carnet: Ours;
}

/** The form's configuration for a site whose `site.yaml` ends with these lines. */
async function configOf(files: Files = {}, lines: readonly string[] = [], admin = "oui"): Promise<Config> {
  const repository = lines.some((line) => line.startsWith("repository"))
    ? []
    : ["repository: https://github.com/programme/blog.git"];
  const settings = ["title: Carnet", `admin: ${admin}`, ...repository, ...lines, ""].join("\n");
  const { content, problems } = await load({ ...files, "content/site.yaml": settings });
  expect(problems.filter(({ file }) => file === "content/site.yaml")).toEqual([]);
  return JSON.parse(adminConfig(content)) as Config;
}

const folders = ({ collections }: Config): string[] =>
  collections.map(({ label, folder, path = "", create }) => [label, folder, path, create].join(" | "));

describe("the form's repository", () => {
  it("is accessed through its forge's API, with a token by default", async () => {
    const commits = {
      commit_messages: expect.objectContaining({ create: "Nouveau texte : {{slug}}" }) as unknown,
    };
    expect((await configOf()).backend).toEqual({
      ...{ name: "github", repo: "programme/blog", branch: "main", auth_methods: ["token"], ...commits },
    });
    const lab = ["repository: https://gitlab.example.org/dir/sous/blog/", "branch: publication"];
    expect((await configOf({}, lab)).backend).toEqual({
      ...{ name: "gitlab", repo: "dir/sous/blog", branch: "publication", auth_methods: ["token"] },
      ...{
        api_root: "https://gitlab.example.org/api/v4",
        base_url: "https://gitlab.example.org",
        ...commits,
      },
    });
    expect((await configOf({}, ["repository: https://codeberg.org/a/b"])).backend).toMatchObject({
      ...{ name: "gitea", api_root: "https://codeberg.org/api/v1", base_url: "https://codeberg.org" },
    });
    const own = ["repository: https://git.example.org/a/b", "forge: github"];
    expect((await configOf({}, own)).backend).toMatchObject({
      ...{
        api_root: "https://git.example.org/api/v3",
        graphql_api_root: "https://git.example.org/api/graphql",
      },
    });
  });

  it("contains texts and pictures in the site's folder, if its address names one", async () => {
    const folder = ["repository: https://github.com/programme/outils/tree/next/sites/blog"];
    const config = await configOf({ "content/posts/2024-01-01-a.md": post("title: A") }, folder);
    expect(config.backend).toMatchObject({ repo: "programme/outils", branch: "next" });
    expect(config).toMatchObject({ media_folder: "sites/blog/public/images", public_folder: "/images" });
    expect(folders(config)).toEqual([
      "Articles | sites/blog/content/posts |  | true",
      "Pages | sites/blog/content/pages |  | true",
    ]);
  });

  it("is accessed through a sign-in if the site configures one", async () => {
    const github = await configOf({}, [], "{ signIn: https://auth.example.org }");
    expect(github.backend).toMatchObject({ base_url: "https://auth.example.org" });
    expect(github.backend).not.toHaveProperty("auth_methods");
    const lab = await configOf({}, ["repository: https://framagit.org/a/b"], "{ application: 4f1c }");
    expect(lab.backend).toMatchObject({ auth_type: "pkce", app_id: "4f1c" });
    expect(lab.backend).not.toHaveProperty("auth_methods");
  });
});

describe("the form's collections", () => {
  it("are posts and pages in a site without texts", async () => {
    expect(folders(await configOf())).toEqual([
      "Articles | content/posts | {{slug}}/index | true",
      "Pages | content/pages |  | true",
    ]);
  });

  it("are one per folder and layout; new texts use the more common layout, drafts counted", async () => {
    const files = {
      "content/posts/2024-01-01-a.md": post("title: A"),
      "content/posts/_2024-01-02-b.md": post("title: B"),
      "content/posts/2024-01-03-c/index.md": post("title: C"),
      "content/posts/en/2024-01-04-d.md": post("title: D"),
      "content/posts/2023/2023-01-04-e/index.md": post("title: E"),
      "content/pages/a-propos.md": post("title: F"),
    };
    expect(folders(await configOf(files))).toEqual([
      "Articles | content/posts |  | true",
      "Articles (avec leurs images) | content/posts | {{slug}}/index | false",
      "Articles – 2023 | content/posts/2023 | {{slug}}/index | true",
      "Articles – English | content/posts/en |  | true",
      "Pages | content/pages |  | true",
    ]);
  });

  it("give new posts a folder each if both layouts are equally common", async () => {
    const files = {
      "content/posts/2024-01-01-a.md": post("title: A"),
      "content/posts/2024-01-02-b/index.md": post("title: B"),
    };
    expect(folders(await configOf(files)).slice(0, 2)).toEqual([
      "Articles | content/posts | {{slug}}/index | true",
      "Articles (d’un seul fichier) | content/posts |  | false",
    ]);
  });

  it("include folders that contain only drafts, and folders of pages", async () => {
    const files = {
      "content/posts/2024/_2024-01-02-b.md": post("title: B"),
      "content/pages/aide/index.md": post("title: Aide"),
      "content/pages/aide/2/index.md": post("title: Plus"),
      "content/pages/vieux.markdown": post("title: Vieux"),
    };
    expect(folders(await configOf(files))).toEqual([
      "Articles | content/posts | {{slug}}/index | true",
      "Articles – 2024 | content/posts/2024 |  | true",
      "Pages | content/pages | {{slug}}/index | true",
      "Pages – aide | content/pages/aide | {{slug}}/index | true",
    ]);
  });

  it("have unique names", async () => {
    const files = {
      "content/posts/2024-01-01-a.md": post("title: A"),
      "content/posts/2024-01-03-c/index.md": post("title: C"),
      "content/posts/en/2024-01-04-d.md": post("title: D"),
    };
    const names = (await configOf(files)).collections.map(({ name }) => name);
    expect(names).toEqual(["posts", "posts-others", "posts-en", "pages"]);
  });
});

describe("addresses and file names", () => {
  it("list the address of each published text by its path in the repository", async () => {
    const settings = (folder: string): string =>
      `title: Carnet\nadmin: oui\nrepository: https://github.com/a/b${folder}\n`;
    const texts = {
      "content/posts/2024-01-02-a.md": post("title: A"),
      "content/posts/en/2024-01-03-b/index.md": post("title: B\nslug: c"),
      "content/posts/_2024-01-04-d.md": post("title: D"),
      "content/pages/aide.md": "---\ntitle: Aide\n---\nB\n",
    };
    const addresses = async (folder = ""): Promise<unknown> =>
      JSON.parse(addressesFile((await load({ ...texts, "content/site.yaml": settings(folder) })).content));
    expect(await addresses()).toEqual({
      "content/posts/2024-01-02-a": "/blog/2024/01/02/a/",
      "content/posts/en/2024-01-03-b": "/en/blog/2024/01/03/c/",
      "content/pages/aide": "/aide/",
    });
    const config = await configOf(texts, ["repository: https://github.com/a/b/tree/main/sites/x"]);
    expect(config.collections.map(({ preview_path }) => preview_path)).toEqual([
      ...["sites/x/content/posts/{{slug}}", "sites/x/content/posts/en/{{slug}}"],
      "sites/x/content/pages/{{slug}}",
    ]);
    expect(Object.keys((await addresses("/tree/main/sites/x")) as object)).toContain(
      "sites/x/content/pages/aide",
    );
  });

  it("depend on the slug, and on the date if permalinks contain it", async () => {
    const keys = async (...lines: string[]): Promise<unknown> =>
      (await configOf({}, lines)).carnet.addressKeys;
    expect(await keys()).toEqual(["slug", "date", "publishAt"]);
    expect(await keys("permalink: /blog/:slug/")).toEqual(["slug"]);
  });

  it("begin with a date if the names of all posts do", async () => {
    const rules = async (files: Files): Promise<unknown[]> =>
      (await configOf(files)).collections.map(({ slug }) => slug.pattern?.[0]);
    const [dated = "", ofPages] = await rules({ "content/posts/_2024-01-02-a.md": post("title: A") });
    expect(ofPages).toBeUndefined();
    for (const name of ["2024-01-02-a", "_2024-01-02-a"]) expect(name).toMatch(new RegExp(String(dated)));
    expect("nouvel-essai").not.toMatch(new RegExp(String(dated)));
    expect(await rules({ "content/posts/a.md": post("title: A\ndate: 2024-01-02") })).toEqual([
      ...[undefined, undefined],
    ]);
  });
});

describe("the form's fields", () => {
  const fieldsIn = async (lines: readonly string[], files: Files = {}): Promise<Collection["fields"]> =>
    (await configOf(files, lines)).collections[0]?.fields ?? [];

  it("are keys of front matter, and the body", async () => {
    const names = (await fieldsIn([])).map(({ name }) => name);
    expect(names.filter((name) => name !== "body" && !FRONT_MATTER_KEYS.includes(name))).toEqual([]);
    expect(names).toHaveLength(16);
    expect(names[0]).toBe("title");
  });

  it("of a page leave out date, authors, tags and taxonomies, but keep the site's required fields", async () => {
    const { collections } = await configOf({}, [
      "fields: { rang: { type: number, required: true } }",
      "taxonomies: { promotion: { label: Promotion } }",
    ]);
    expect(collections.find(({ name }) => name === "pages")?.fields.map(({ name }) => name)).toEqual([
      ...["title", "description", "rang", "body", "draft", "updated", "redirect_from"],
    ]);
  });

  it("write days and times in Carnet's formats", async () => {
    const formats = new Map((await fieldsIn([])).map(({ name, ...field }) => [name, field]));
    const day = { widget: "datetime", type: "date", format: "YYYY-MM-DD" };
    expect(formats.get("date")).toMatchObject(day);
    expect(formats.get("updated")).toMatchObject(day);
    expect(formats.get("deadline")).toMatchObject({ ...day, required: false });
    expect(formats.get("publishAt")).toMatchObject({ widget: "datetime", format: "YYYY-MM-DD HH:mm" });
    expect(formats.get("publishAt")).not.toHaveProperty("type");
  });

  it("show the body as raw Markdown first", async () => {
    expect((await fieldsIn([])).find(({ name }) => name === "body")).toMatchObject({
      modes: ["raw", "rich_text"],
    });
  });

  it("require only a title", async () => {
    const asked = (await fieldsIn([])).filter(({ required }) => required !== false).map(({ name }) => name);
    expect(asked).toEqual(["title"]);
  });

  it("include the site's own fields and taxonomies, with their labels", async () => {
    const declared = await fieldsIn([
      "fields:",
      "  defi: { label: Défi, required: true, description: Son nom }",
      "  rang: { type: number }",
      "  etat: { type: string, options: [ouvert, clos] }",
      "  donnees: { type: object }",
      "taxonomies: { promotion: { label: Promotion, closed: true, terms: { p5: Promotion 5, p6: } } }",
    ]);
    const own = new Map(declared.map((field) => [field.name, field]));
    expect(own.get("defi")).toMatchObject({
      label: "Défi",
      hint: "Son nom",
      required: true,
      widget: "string",
    });
    expect(own.get("rang")).toMatchObject({ label: "rang", required: false, widget: "number" });
    expect(own.get("etat")).toMatchObject({ widget: "select", options: ["ouvert", "clos"] });
    expect(own.has("donnees")).toBe(false);
    expect(own.get("promotion")).toMatchObject({ widget: "select", options: ["Promotion 5", "p6"] });
  });

  it("leave out keys whose names mean something else to the form", async () => {
    const names = (await fieldsIn(["fields: { a.b: {}, body: {}, défi_1: {} }"])).map(({ name }) => name);
    expect(names).toContain("défi_1");
    expect(names).not.toContain("a.b");
    expect(names.filter((name) => name === "body")).toHaveLength(1);
  });

  it("offer a choice of tags if no others are allowed", async () => {
    const tags = async (yaml: string): Promise<unknown> =>
      (await fieldsIn([], { "content/tags.yaml": yaml })).find(({ name }) => name === "tags");
    expect(await tags("closed: true\ndesign: Design\ndonnees: { label: Données }\nvide:\n")).toMatchObject({
      ...{ widget: "select", multiple: true, options: ["Design", "Données", "vide"] },
    });
    expect(await tags("design: Design\n")).toMatchObject({ widget: "list", label_singular: "un mot-clé" });
  });

  it("map each name of a term to its label; the first term keeps a shared name", async () => {
    const yaml =
      "closed: true\ndonnees: { label: Données, aliases: [datas, Open Data], en: { label: Data sets } }\ndata:\n";
    const taxonomies = "taxonomies: { etat: { label: État, closed: true, terms: { clos: Clos } } }";
    const { labels } = (await configOf({ "content/tags.yaml": yaml }, [taxonomies])).carnet;
    expect(labels).toEqual({
      tags: { donnee: "Données", data: "Données", "open data": "Données", "data set": "Données" },
      etat: { clo: "Clos" },
    });
  });
});
