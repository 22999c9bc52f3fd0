import { describe, expect, it } from "vitest";
import { adminConfig } from "../../../src/admin/config.ts";
import { FRONT_MATTER_KEYS } from "../../../src/content/schema.ts";
import { load, post, type Files } from "../content/site-root.ts";

interface Collection {
  name: string;
  label: string;
  folder: string;
  path?: string;
  create: boolean;
  fields: { name: string; widget: string; options?: string[]; required?: boolean; hint?: string }[];
}

interface Config {
  backend: Record<string, unknown>;
  site_url?: string;
  collections: Collection[];
}

/** The form's configuration for a site whose `site.yaml` ends with these lines. */
async function configOf(files: Files = {}, lines: readonly string[] = [], admin = "oui"): Promise<Config> {
  const repository = lines.some((line) => line.startsWith("repository"))
    ? []
    : ["repository: https://github.com/programme/blog.git"];
  const settings = [
    "title: Carnet",
    "url: https://blog.example.org",
    `admin: ${admin}`,
    ...repository,
    ...lines,
    "",
  ].join("\n");
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
});

describe("the form's fields", () => {
  const fieldsIn = async (lines: readonly string[], files: Files = {}): Promise<Collection["fields"]> =>
    (await configOf(files, lines)).collections[0]?.fields ?? [];

  it("are keys of front matter, and the body", async () => {
    const names = (await fieldsIn([])).map(({ name }) => name);
    expect(names.filter((name) => name !== "body" && !FRONT_MATTER_KEYS.includes(name))).toEqual([]);
    expect(names).toHaveLength(16);
    const asked = (await fieldsIn([])).filter(({ required }) => required !== false).map(({ name }) => name);
    expect(asked).toEqual(["title"]);
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
});
