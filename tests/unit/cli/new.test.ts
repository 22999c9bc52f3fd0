import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { say } from "../../support/command.ts";
import { makeSite, SITE_YAML } from "../../support/site.ts";

const blog = (more: Record<string, string> = {}): ReturnType<typeof makeSite> =>
  makeSite({ "content/site.yaml": SITE_YAML, ...more });

describe("carnet new", () => {
  it("creates a post of today, named after its title, which only lacks its text and a description", async () => {
    const site = blog();
    const said = await say("new", site.root, "L’été", "arrive", ":", "10 idées !");
    expect(said).toMatchObject({ status: 0, err: "" });
    expect(said.out).toMatch(/^Article créé : content\/posts\/2026-06-01-l-ete-arrive-10-idees\.md\n/);
    const text = site.read("content/posts/2026-06-01-l-ete-arrive-10-idees.md");
    expect(text).toMatch(/^---\ntitle: "L’été arrive : 10 idées !"\n# Une phrase/);
    const { status, out } = await say("check", site.root, "--format", "json");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { severity: "note", code: "length" },
      { severity: "warn", code: "no-text" },
    ]);
  });

  it("removes control characters from a title, and refuses one longer than `check` allows", async () => {
    const site = blog();
    expect(await say("new", site.root, "Un\u0007 titre\u0085propre")).toMatchObject({ status: 0 });
    expect(site.read("content/posts/2026-06-01-un-titre-propre.md")).toContain('title: "Un titre propre"\n');
    const { status, err } = await say("new", site.root, "a".repeat(501), "--lang", "en");
    expect(status).toBe(2);
    expect(err).toContain("has 501 characters, and 500 at most");
    expect((await say("new", site.root, "a".repeat(500))).status).toBe(0);
    expect(site.list("content/posts")).toHaveLength(2);
  });

  it("says how to name the site when run in one of its folders", async () => {
    const site = blog({ "content/posts/2026-03-02-a.md": "" });
    const { status, err } = await say("new", join(site.root, "content/posts"), "Titre", "--lang", "en");
    expect(status).toBe(2);
    expect(err).toContain("add: --site ../..\n");
    const elsewhere = await say("new", site.root, "Titre", "--site", "content/posts", "--lang", "en");
    expect(elsewhere.err).not.toContain("--site");
  });

  it("suggests lines that are valid once they are filled in or uncommented", async () => {
    const site = blog({ "public/img/photo.jpg": "", "content/tags.yaml": "design: Design\n" });
    await say("new", site.root, "Titre");
    const [path = ""] = site.list("content/posts");
    const lines = site.read(`content/posts/${path}`).split("\n");
    const filled = lines
      .filter((line) => !/^(?:description|author|tags):/.test(line))
      .map((line) => line.replace(/^# (?=(?:description|author|tags|image|imageAlt): )/, ""));
    site.write({ [`content/posts/${path}`]: filled.join("\n") });
    expect(filled.join("\n")).toMatch(/^author: .+\n.+\ntags: .+/m);
    const { out } = await say("check", site.root, "--format", "json");
    const found = JSON.parse(out) as { code: string; severity: string }[];
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(found.map(({ code }) => code)).not.toContain("unknown-key");
  });

  it.each([
    [
      "design: Design\ndonnees: { label: 'Données : ouvertes' }\nx: X\n",
      '# tags: [Design, "Données : ouvertes"]',
    ],
    ["vue-d-ensemble:\n", "# tags: [vue-d-ensemble]"],
  ])("suggests tags of the site's own list: %j", async (list, line) => {
    const site = blog({ "content/tags.yaml": list });
    await say("new", site.root, "Titre");
    const text = site.read("content/posts/2026-06-01-titre.md");
    expect(text).toContain(`\n${line}\ntags: []\n`);
  });

  it("prints only where the post is with --quiet", async () => {
    const said = await say("new", blog().root, "Titre", "--quiet");
    expect(said.out).toBe("Article créé : content/posts/2026-06-01-titre.md\n");
  });

  it("suggests no tag when the site has no list of tags", async () => {
    const site = blog();
    await say("new", site.root, "Titre");
    expect(site.read("content/posts/2026-06-01-titre.md")).toContain(
      "\n# Deux ou trois mots-clés, entre les crochets et séparés par des virgules.\ntags: []\n",
    );
  });

  it("uses the day in the site's time zone, and the site's language", async () => {
    const site = blog({ "content/site.yaml": `${SITE_YAML}lang: en\ntimeZone: Pacific/Kiritimati\n` });
    const said = await say("new", site.root, "Hello", "--now", "2026-06-01T12:00:00Z");
    expect(said.out).toMatch(/^Post created: content\/posts\/2026-06-02-hello\.md\n/);
    expect(site.read("content/posts/2026-06-02-hello.md")).toContain("# The author, with their role");
    expect((await say("new", site.root, "Salut", "--lang", "fr")).out).toContain("Article créé");
    // The file's text is for all the site's editors.
    expect(site.read("content/posts/2026-06-02-salut.md")).toContain("# The author, with their role");
  });

  it.each([
    ["a folder of English posts", { "content/posts/en/2026-01-02-a.md": "" }, "en"],
    ["an empty folder for them", { "content/posts/EN/.gitkeep": "" }, "EN"],
    ["English words for the site", { "content/site.yaml": `${SITE_YAML}translations: { en: {} }\n` }, "en"],
    ["British ones", { "content/site.yaml": `${SITE_YAML}translations: { en-GB: {} }\n` }, "en-gb"],
  ])("begins an English post with --lang en where a French site has %s", async (_, files, folder) => {
    const site = blog(files);
    const said = await say("new", site.root, "Hello", "--lang", "en");
    const file = `content/posts/${folder}/2026-06-01-hello.md`;
    expect(said).toMatchObject({
      status: 0,
      out: expect.stringContaining(`Post created: ${file}\n`) as string,
    });
    expect(site.read(file)).toContain("# The author, with their role");
    expect((await say("new", site.root, "Hello", "--lang", "en")).err).toContain(`${file} already exists.`);
    const french = await say("new", site.root, "Hello", "--lang", "fr");
    expect(french.out).toContain("Article créé : content/posts/2026-06-01-hello.md\n");
  });

  it("begins a post in the language of a site that has no other, whatever --lang says", async () => {
    const site = blog({
      "content/posts/2026-01-02-a.md": "",
      "content/posts/archive/en/2026-01-02-a.md": "",
    });
    const { out } = await say("new", site.root, "Bonjour", "--lang", "en");
    expect(out).toContain("Post created: content/posts/2026-06-01-bonjour.md\n");
    expect(site.read("content/posts/2026-06-01-bonjour.md")).toContain("# Qui signe, avec son rôle");
  });

  it("writes through no link for the posts of a language", async () => {
    const site = blog({ "content/posts/2026-01-02-a.md": "", "ailleurs/b.md": "" });
    symlinkSync(join(site.root, "ailleurs"), join(site.root, "content/posts/en"));
    const { status, err } = await say("new", site.root, "Hello", "--lang", "en");
    expect(status).toBe(2);
    expect(err).toContain("content/posts/en is not a folder");
    expect(site.list("ailleurs")).toEqual(["b.md"]);
  });

  it.each(['Un "mot": #1', "- [x]", "{{ titre }} *gras*", "a\nb\tc", "\\u0041\\"])(
    "keeps the title %j as typed, on one line",
    async (title) => {
      const site = blog();
      expect((await say("new", site.root, `x ${title}`)).status).toBe(0);
      const { out } = await say("check", site.root, "--strict", "--format", "json");
      expect(JSON.parse(out)).toMatchObject([{ code: "length" }, { code: "no-text" }]);
      const [path = ""] = site.list("content/posts");
      const written = /^title: (.*)$/m.exec(site.read(`content/posts/${path}`))?.[1] ?? "";
      expect(JSON.parse(written)).toBe(`x ${title.replace(/\s+/g, " ")}`);
    },
  );

  it("cuts a long file name between two words, and keeps the title whole", async () => {
    const site = blog();
    const title = "anticonstitutionnellement ".repeat(8).trim();
    await say("new", site.root, title);
    const [path = ""] = site.list("content/posts");
    expect(path).toBe(`2026-06-01-${Array(3).fill("anticonstitutionnellement").join("-")}.md`);
    expect(site.read(`content/posts/${path}`)).toContain(title);
  });

  it.each([
    ["the whole of a name of 80 characters", `${"mots ".repeat(15)}marin`, `${"mots-".repeat(15)}marin`],
    ["the first 80 characters of a longer word", "a".repeat(90), "a".repeat(80)],
  ])("keeps %s", async (_, title, name) => {
    const site = blog();
    await say("new", site.root, title);
    expect(site.list("content/posts")).toEqual([`2026-06-01-${name}.md`]);
  });

  it.each([
    "2026-06-01-titre.md",
    "_2026-06-01-titre.md",
    "2026-06-01-titre/index.md",
    "_2026-06-01-titre/index.md",
  ])("leaves %s as it is, and says that it exists", async (name) => {
    const site = blog({ [`content/posts/${name}`]: "à moi" });
    const said = await say("new", site.root, "Titre");
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(said.err).toContain(`content/posts/${name.replace("/index.md", "")} existe déjà`);
    expect(site.list("content/posts")).toEqual([name]);
    expect(site.read(`content/posts/${name}`)).toBe("à moi");
  });

  it.each([
    [[], "il manque le titre"],
    [["  "], "il manque le titre"],
    [["!?"], "n’a ni lettre ni chiffre"],
  ])("refuses the title %j, and writes nothing", async (title, message) => {
    const site = blog();
    const said = await say("new", site.root, ...title);
    expect(said.status).toBe(2);
    expect(said.err).toContain(message);
    expect(site.list("content")).toEqual(["site.yaml"]);
  });

  it.each(["content", "content/posts"])("writes nothing through a link in place of %s", async (folder) => {
    const site = blog({ "ailleurs/posts/x": "" });
    rmSync(join(site.root, folder), { recursive: true, force: true });
    symlinkSync(join(site.root, "ailleurs"), join(site.root, folder));
    const said = await say("new", site.root, "Titre");
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(said.err).toContain(`${folder} n’est pas un dossier`);
    expect(site.list("ailleurs")).toEqual(["posts/x"]);
  });

  it("says what is in the way: a file in place of the folder, or a broken link in place of the post", async () => {
    const site = blog({ "content/posts": "x" });
    expect((await say("new", site.root, "Titre")).err).toContain("content/posts n’est pas un dossier");
    const other = blog({ "content/posts/a.md": "" });
    symlinkSync("/nulle/part", join(other.root, "content/posts/2026-06-01-titre.md"));
    expect((await say("new", other.root, "Titre")).err).toContain("2026-06-01-titre.md existe déjà");
  });

  it("writes nothing in a folder that is not a site", async () => {
    const site = makeSite({ "autre.txt": "x" });
    const said = await say("new", site.root, "Titre");
    expect(said).toMatchObject({ status: 2, err: expect.stringContaining("carnet init mon-blog") as string });
    expect(site.list(".")).toEqual(["autre.txt"]);
  });
});
