import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { say } from "../../support/command.ts";
import { makeSite, SITE_YAML, type Files } from "../../support/site.ts";

const blog = (more: Files = {}): ReturnType<typeof makeSite> =>
  makeSite({ "content/site.yaml": SITE_YAML, ...more });

const TITRE = "content/posts/2026-06-01-titre.md";

describe("carnet new", () => {
  it("creates a post of today, named after its title, which only lacks its text and a description", async () => {
    const site = blog();
    const file = "content/posts/2026-06-01-l-ete-arrive-10-idees.md";
    const said = await say("new", site.root, "L’été", "arrive", ":", "10 idées !");
    expect(said).toMatchObject({ status: 0, err: "" });
    expect(said.out).toMatch(new RegExp(`^Article créé : ${file}\n[^\n]+\n$`));
    expect(site.read(file)).toMatch(/^---\ntitle: "L’été arrive : 10 idées !"\n# Une phrase/);
    const { status, out } = await say("check", site.root, "--format", "json");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { severity: "note", code: "no-description" },
      { severity: "warn", code: "no-text" },
    ]);
    expect((await say("new", site.root, "Titre", "--quiet")).out).toBe(`Article créé : ${TITRE}\n`);
  });

  it("suggests lines that are valid once they are filled in or uncommented", async () => {
    const site = blog({ "public/img/photo.jpg": "", "content/tags.yaml": "design: Design\n" });
    await say("new", site.root, "Titre");
    const filled = site
      .read(TITRE)
      .replace(/^(?:description|author|tags):.*\n/gm, "")
      .replace(/^# (?=(?:description|author|tags|image|imageAlt): )/gm, "");
    site.write({ [TITRE]: filled });
    expect(filled).toMatch(/^author: .+\n.+\ntags: .+/m);
    const found = JSON.parse((await say("check", site.root, "--format", "json")).out) as {
      code: string;
      severity: string;
    }[];
    expect(found.filter(({ code, severity }) => severity === "error" || code === "unknown-key")).toEqual([]);
  });

  it.each([
    [
      "design: Design\ndonnees: { label: 'Données : ouvertes' }\nx: X\n",
      '# tags: [Design, "Données : ouvertes"]',
    ],
    ["vue-d-ensemble:\n", "# tags: [vue-d-ensemble]"],
    ["", "# Deux ou trois mots-clés, entre les crochets et séparés par des virgules."],
  ])("suggests tags of the site's own list: %j", async (list, line) => {
    const site = blog({ "content/tags.yaml": list });
    await say("new", site.root, "Titre");
    expect(site.read(TITRE)).toContain(`\n${line}\ntags: []\n`);
  });

  it("uses the day in the site's time zone, and the site's language for what editors share", async () => {
    const site = blog({ "content/site.yaml": `${SITE_YAML}lang: en\ntimeZone: Pacific/Kiritimati\n` });
    const said = await say("new", site.root, "Hello", "--lang", "fr");
    expect(said.out).toContain("Article créé : content/posts/2026-06-02-hello.md\n");
    expect(site.read("content/posts/2026-06-02-hello.md")).toContain("# The author, with their role");
  });

  it.each([
    ["a folder of English posts", { "content/posts/en/2026-01-02-a.md": "" }, "en"],
    ["an empty folder for them", { "content/posts/EN/.gitkeep": "" }, "EN"],
    ["British translations", { "content/site.yaml": `${SITE_YAML}translations: { en-GB: {} }\n` }, "en-gb"],
  ])("begins an English post with --lang en where a French site has %s", async (_, files, folder) => {
    const site = blog(files);
    const { out } = await say("new", site.root, "Hello", "--lang", "en");
    const file = `content/posts/${folder}/2026-06-01-hello.md`;
    expect(out).toContain(`Post created: ${file}\n`);
    expect(site.read(file)).toContain("# The author, with their role");
  });

  it("keeps a title as it was typed, on one line", async () => {
    const site = blog();
    await say("new", site.root, 'Un "mot": #1 {{ x }} a\nb\tc \u0007\u0085d \\u0041\\');
    expect((await say("check", site.root)).status).toBe(0);
    const [path = ""] = site.list("content/posts");
    const written = /^title: (.*)$/m.exec(site.read(`content/posts/${path}`))?.[1] ?? "";
    expect(JSON.parse(written)).toBe('Un "mot": #1 {{ x }} a b c d \\u0041\\');
  });

  it.each([
    ["anticonstitutionnellement ".repeat(8).trim(), "anticonstitutionnellement-".repeat(3).slice(0, -1)],
    ["a".repeat(90), "a".repeat(80)],
  ])("cuts the file name of %j at 80 characters, between two words", async (title, name) => {
    const site = blog();
    await say("new", site.root, title);
    expect(site.list("content/posts")).toEqual([`2026-06-01-${name}.md`]);
  });

  it.each(["2026-06-01-titre.md", "_2026-06-01-titre/index.md"])(
    "leaves %s as it is, and says that it exists",
    async (name) => {
      const site = blog({ [`content/posts/${name}`]: "à moi" });
      const { status, err } = await say("new", site.root, "Titre");
      expect(status).toBe(2);
      expect(err).toContain(`content/posts/${name.replace("/index.md", "")} existe déjà`);
      expect(site.list("content/posts")).toEqual([name]);
      expect(site.read(`content/posts/${name}`)).toBe("à moi");
    },
  );

  it.each([
    ["", "il manque le titre"],
    ["!?", "n’a ni lettre ni chiffre"],
  ])("refuses the title %j, and writes nothing", async (title, message) => {
    const site = blog();
    const { status, err } = await say("new", site.root, title);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(site.list("content")).toEqual(["site.yaml"]);
  });

  it("writes nothing through a broken link in place of the post", async () => {
    const site = blog({ "content/posts/a.md": "" });
    symlinkSync("/nulle/part", join(site.root, TITRE));
    expect((await say("new", site.root, "Titre")).err).toContain("2026-06-01-titre.md existe déjà");
  });

  it("says how to name the site when run in one of its folders, and writes nothing where there is none", async () => {
    const site = blog({ "content/posts/a.md": "" });
    const below = await say("new", join(site.root, "content/posts"), "Titre");
    expect(below.status).toBe(1);
    expect(below.err).toContain("--site ../..\n");
    const elsewhere = makeSite({ "autre.txt": "x" });
    expect((await say("new", elsewhere.root, "Titre")).err).toContain("no-content");
    expect(elsewhere.list(".")).toEqual(["autre.txt"]);
  });
});

describe("carnet new --in", () => {
  const PROGRAMME = {
    "content/site.yaml": [
      SITE_YAML.trim(),
      "taxonomies:",
      "  defi:",
      "    label: Défi",
      "    folder: defis",
      "    fields:",
      "      site: { type: url, label: En ligne, required: true }",
      "      since: { type: date, description: Le premier jour }",
      "  promo: { label: Promotion, folder: promos, closed: true }",
      "  theme: { label: Thème, terms: { eau: Eau } }",
      "people: { fields: { status: { label: Statut, options: [talent, mentor] } } }",
      "",
    ].join("\n"),
    "content/posts/2026-05-01-a.md": "---\ntitle: A\n---\nTexte.\n",
    "content/promos/promotion-6.md": "---\ntitle: Promotion 6\n---\nTexte.\n",
    "content/defis/autre.md": "---\ntitle: Autre\nsite: /x/\n---\nTexte.\n",
    "public/img/photo.jpg": "",
  };

  it("creates the file of a term with the fields of its taxonomy, and what it may name", async () => {
    const site = blog(PROGRAMME);
    const said = await say("new", site.root, "--in", "defi", "L’eau", "claire");
    expect(said).toMatchObject({ status: 0, err: "" });
    expect(said.out).toContain("Texte créé : content/defis/l-eau-claire.md\n");
    const lines = [
      ...["# En ligne", "# site: https://www.example.org/", "site:"],
      ...["# since – Le premier jour", '# since: "2026-06-01"'],
      ...["# Promotion", "# promo: [promotion-6]", "# Thème", "# theme: [Eau]"],
    ];
    expect(site.read("content/defis/l-eau-claire.md")).toContain(`\ndescription:\n${lines.join("\n")}\n`);
  });

  it("creates the file of a person, whose lines are valid once they are uncommented", async () => {
    const site = blog(PROGRAMME);
    await say("new", site.root, "--in", "people", "Ana Roy");
    const file = "content/people/ana-roy.md";
    const text = site.read(file);
    expect(text).toContain("\n# Statut – talent, mentor\n# status: talent\n");
    site.write({
      [file]: text
        .replace("description:\n", "")
        .replace(/^# (?=(?:description|role|status|defi|promo|theme|links): )/gm, ""),
    });
    const found = JSON.parse((await say("check", site.root, "--format", "json")).out) as { file: string }[];
    expect(found.filter((one) => one.file === file)).toEqual([]);
  });

  it.each([
    ["fr", "defs", "Vouliez-vous écrire --in defi ? Il y a : defi, promo, people."],
    ["en", "theme", "no taxonomy with a folder is called “theme”. There are: defi, promo, people."],
  ])("refuses in %s the name %s, and writes nothing", async (lang, name, message) => {
    const site = blog(PROGRAMME);
    const { status, err } = await say("new", site.root, "--in", name, "Nom", "--lang", lang);
    expect([status, site.list("content/defis")]).toEqual([2, ["autre.md"]]);
    expect(err).toContain(message);
  });
});
