// `carnet import` as a site owner runs it: the new site builds, and answers at every address of the old blog.
// The old addresses are written here by hand, as the old generators made them, not taken from the report.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesBelow } from "../../src/files.ts";
import type { Report } from "../../src/importers/report.ts";
import { say, type Said } from "../support/command.ts";
import { makeSite, ROOT, type Files, type TestSite } from "../support/site.ts";

const fixture = (name: string): string => join(ROOT, "tests/fixtures/import", name);

const importInto = (site: TestSite, kind: string, source: string, ...more: string[]): Promise<Said> =>
  say("import", site.root, kind, source, join(site.root, "nouveau"), "--lang", "en", ...more);

/** Imports a blog, builds the new site, and returns both with the report. */
async function moved(kind: string, source: string): Promise<{ site: TestSite; report: Report }> {
  const site = makeSite({});
  const run = await importInto(site, kind, source, "--format", "json", "--quiet");
  expect(run.status, run.err).toBe(0);
  const built = site.carnet(["build", "--no-search", "--quiet", "--site", "nouveau"]);
  expect(built.status, built.stdout + built.stderr).toBe(0);
  return { site, report: JSON.parse(run.out) as Report };
}

/** The page at an address, as a host that reads no settings serves it, after its redirect pages. */
function served(site: TestSite, path: string): string {
  const inside = path.endsWith("/") ? `${path}index.html` : /\.\w+$/.test(path) ? path : `${path}/index.html`;
  const html = site.read(join("nouveau/_site", inside));
  const onward = /http-equiv="refresh" content="0; url=([^"#]*)/.exec(html)?.[1];
  return onward === undefined ? html : served(site, decodeURI(onward).replace(/^\/journal/, ""));
}

function expectPages(site: TestSite, pages: readonly (readonly [path: string, sentence: string])[]): void {
  for (const [path, sentence] of pages)
    expect(
      served(site, path)
        .replace(/<[^>]*>/g, "")
        .replace(/\s+/g, " "),
      path,
    ).toContain(sentence);
}

function digest(folder: string): string {
  const hash = createHash("sha256");
  for (const file of filesBelow(folder)) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest("hex");
}

it("a Jekyll blog answers every old address, and its feed keeps the ids of its entries", async () => {
  const { site, report } = await moved("jekyll", fixture("jekyll"));
  expect(report.counts).toEqual({
    read: 19,
    posts: 9,
    pages: 3,
    terms: 0,
    drafts: 3,
    templates: 3,
    refused: 1,
  });
  expect(report.words.lost).toBe(0);
  expectPages(site, [
    ["/outils/2019/03/04/premiers-pas.html", "On écrit {{ page.title }} ainsi."],
    ["/2019/premiers-pas/", "On écrit {{ page.title }} ainsi."],
    ["/vie d’équipe/2018/01/05/bilan.html", "Une citation qui reste une citation."],
    ["/2020/02/29/la-suite.html", "Texte avec des fins de ligne de Windows."],
    ["/2020/05/06/Été-à-la-mer.html", "Texte."],
    ["/rangement/2018/rangé/", "Un article rangé dans un sous-dossier"],
    ["/2022/03/27/heure-d-ete.html", "Le texte de la note."],
    ["/en/2020/02/the-sequel.html", "A text in English."],
    ["/en/2018/06/03/sorted.html", "The same article in English, about sorting things."],
    ["/meme-adresse/", "Premier texte."],
    ["/a-propos.html", "Qui nous sommes."],
    ["/ancienne-page", "Qui nous sommes."],
    ["/recettes/tarte/", "Des pommes."],
    ["/blog/page2/", "La suite"],
    ["/tag/web/", "Premiers pas"],
    ["/categorie/outils/", "Premiers pas"],
  ]);
  for (const file of ["img/atelier.png", "img/schema un.png", "docs/guide.pdf"])
    expect(site.list("nouveau/public")).toContain(file);
  const ids = [...site.read("nouveau/_site/atom.xml").matchAll(/<entry>[\s\S]*?<id>([^<]*)<\/id>/g)];
  expect(ids.map(([, id = ""]) => decodeURI(id).replace("https://blog.example.org/journal", ""))).toEqual([
    "/2022/03/27/heure-d-ete",
    "/double",
    "/2020/05/06/Été-à-la-mer",
    "/2020/02/29/la-suite",
    "/outils/2019/03/04/premiers-pas",
    "/rangement/2018/rangé",
    // Carnet cannot publish at its old address.
    "/2018/01/05/bilan",
  ]);
  expect(existsSync(join(site.root, "nouveau/_site/2020/10/25/cache.html"))).toBe(false);
});

it("a Hugo blog in two languages answers every old address, including lists and feeds", async () => {
  const { site, report } = await moved("hugo", fixture("hugo"));
  expect(report.addresses).toEqual({ same: 9, all: 9 });
  expect(report.words.lost).toBe(0);
  expectPages(site, [
    ["/2021/05/bonjour-à-tous/", "Attention aux marches."],
    ["/ancien/bonjour/", "Attention aux marches."],
    ["/2021/06/mon-paquet/", "La suite du texte."],
    ["/en/2021/06/a-bundle/", "A bundle"],
    ["/en/2021/05/hello-everyone/", "Hello, see the bundle."],
    ["/a-soi/", "Une adresse à soi"],
    ["/2020/01/numéro-1/", "Texte numéro 1."],
    ["/about/", "Nous deux."],
    ["/posts/page/2/", "Numéro 1"],
    ["/en/posts/", "Hello everyone"],
    ["/en/tags/design/", "Hello everyone"],
    ["/tags/méthode/", "Bonjour à tous"],
  ]);
  for (const feed of ["index.xml", "en/index.xml", "tags/design/feed.xml"])
    expect(site.read(`nouveau/_site/${feed}`)).toContain("<entry>");
  expect(served(site, "/en/2021/05/hello-everyone/")).toMatch(/hreflang="fr" [^>]*bonjour-%C3%A0-tous/);
  expect(served(site, "/2021/06/mon-paquet/")).toMatch(/<img[^>]+alt="Une photo"/);
});

it("an Eleventy blog with Liquid answers every old address, and its configuration is never run", async () => {
  const { site, report } = await moved("eleventy", fixture("eleventy"));
  expect(report.counts).toEqual({
    read: 6,
    posts: 2,
    pages: 1,
    terms: 0,
    drafts: 1,
    templates: 2,
    refused: 0,
  });
  expectPages(site, [
    ["/articles/2022/liquide/", "Contact"],
    ["/special/du-nunjucks.html", "voici {{ x }}."],
    ["/contact/", "Écrivez-nous."],
  ]);
  expect(served(site, "/articles/2022/liquide/")).toMatch(/<img[^>]+alt="Un schéma"/);
  expect(site.read("nouveau/_site/flux.xml")).toContain(
    "<id>https://onze.example.org/articles/2022/liquide/</id>",
  );
});

it("the same bytes are written at each run, and the old blog is not touched", async () => {
  const before = digest(fixture("jekyll"));
  const [one, other] = [makeSite({}), makeSite({})];
  for (const site of [one, other]) await importInto(site, "jekyll", fixture("jekyll"), "--quiet");
  expect(digest(join(one.root, "nouveau/content"))).toBe(digest(join(other.root, "nouveau/content")));
  expect(digest(join(one.root, "nouveau/public"))).toBe(digest(join(other.root, "nouveau/public")));
  expect(digest(fixture("jekyll"))).toBe(before);
});

it("the report is printed and kept, its first line counts every text, and what was not imported is named", async () => {
  const site = makeSite({});
  const run = await importInto(site, "jekyll", fixture("jekyll"), "--quiet");
  expect(run.out).toMatch(
    /^19 texts read: 9 posts, 3 pages, 3 drafts, 3 left [^\n]*, 1 not imported \(named below\)\.\n/,
  );
  expect(run.out).toContain("_posts/2021-01-02-casse.md  2: title: Cassé : deux points");
  expect(run.out).toContain("/tout/* /blog/:splat 301");
  expect(site.read("nouveau/import-report.txt")).toBe(run.out);
});

it("without an address in the old settings, the report asks for it, and --url gives it", async () => {
  const files: Files = {
    "vieux/_config.yml": "title: A\n",
    "vieux/_posts/2020-01-02-a.md": "---\ntitle: A\n---\nA.\n",
  };
  const [one, other] = [makeSite(files), makeSite(files)];
  const run = await importInto(one, "jekyll", join(one.root, "vieux"), "--quiet");
  expect(run.out).toContain("start again with --url");
  const told = await importInto(
    other,
    "jekyll",
    join(other.root, "vieux"),
    "--quiet",
    "--url",
    "https://a.example.org/b/",
  );
  expect(told.out).not.toContain("--url");
  expect(other.read("nouveau/content/site.yaml")).toContain("url: https://a.example.org/b\n");
});

it.each([
  ["jekyll", { "vieux/notes.txt": "rien" }, "is not a jekyll site"],
  ["hugo", { "vieux/_config.yml": "title: A\n" }, "is not a hugo site"],
  ["hugo", { "vieux/site/content/posts/a.md": "---\ntitle: A\n---\n" }, "/vieux/site”: give this folder"],
  ["hugo", {}, "is not a hugo site"],
  ["wordpress", { "vieux/_config.yml": "title: A\n" }, "carnet import jekyll"],
])("import %s refuses a folder that is none of its blogs", async (kind, files, said) => {
  const site = makeSite(files);
  const run = await importInto(site, kind, join(site.root, "vieux"));
  expect(run).toMatchObject({ status: 2, out: "" });
  expect(run.err).toContain(said);
});

it("a destination that is not empty, or that is inside the source, is refused and stays as it is", async () => {
  const site = makeSite({ "nouveau/README.md": "à garder", "vieux/_config.yml": "title: A\n" });
  expect(await importInto(site, "jekyll", fixture("jekyll"))).toMatchObject({ status: 2, out: "" });
  expect(site.list("nouveau")).toEqual(["README.md"]);
  for (const to of ["vieux/nouveau", "."])
    expect(
      await say("import", site.root, "jekyll", join(site.root, "vieux"), join(site.root, to)),
    ).toMatchObject({ status: 2 });
});

it("symbolic links and bytes that are no text are named, and never followed or copied", async () => {
  const site = makeSite({
    "vieux/_config.yml": "title: A\nurl: https://a.example.org\n",
    "vieux/_posts/2020-01-02-octets.md": Buffer.from("---\ntitle: \xff\xfe\n---\n", "latin1"),
    "vieux/_posts/2020-01-03-dehors.md": "---\ntitle: Dehors\n---\n![x](../../dehors.png)\n",
  });
  symlinkSync("/etc/hostname", join(site.root, "vieux/_posts/2020-01-01-lien.md"));
  symlinkSync("/etc", join(site.root, "vieux/img"));
  const run = await importInto(site, "jekyll", join(site.root, "vieux"), "--format", "json", "--quiet");
  const { todo } = JSON.parse(run.out) as Report;
  expect(todo.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
    "refused _posts/2020-01-02-octets.md",
    "link _posts/2020-01-01-lien.md",
    "link img",
  ]);
  expect(site.list("nouveau/content")).toEqual(["posts/2020-01-03-dehors.md", "site.yaml"]);
});
