// `carnet import` as a site owner runs it: the new site builds, and answers at every address of the old blog.
// The old addresses are written here by hand, as the old generators made them, not taken from the report.
import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { say, type Said } from "../support/command.ts";
import { makeSite, ROOT, type TestSite } from "../support/site.ts";
import { filesBelow } from "../../src/files.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

interface Report {
  entries: {
    source: string;
    old: string | null;
    new: string | null;
    manual: { found: string }[];
    words: { lost: string[] };
  }[];
  words: { before: number; lost: number; added: number };
  manual: { kind: string; file: string; line: number; found: string }[];
  unanswered: string[];
  repairs: Record<string, number>;
  written: { added: string[]; updated: string[]; removed: string[]; same: number };
  alsoServed: string[];
}

const fixture = (name: string): string => join(ROOT, "tests/fixtures/import", name);

/** A copy of a fixture that a test may change. */
function copied(name: string): string {
  const folder = scratchFolder();
  cpSync(fixture(name), folder, { recursive: true });
  return folder;
}

function importInto(site: TestSite, kind: string, source: string, ...more: string[]): Promise<Said> {
  return say("import", site.root, kind, source, join(site.root, "nouveau"), ...more);
}

async function imported(kind: string, source: string): Promise<{ site: TestSite; report: Report }> {
  const site = makeSite({});
  const run = await importInto(site, kind, source, "--format", "json", "--quiet");
  expect(run.status, run.err).toBe(0);
  return { site, report: JSON.parse(run.out) as Report };
}

function built(site: TestSite): void {
  const run = site.carnet(["build", "--no-search", "--quiet", "--site", "nouveau"]);
  expect(run.status, run.stdout + run.stderr).toBe(0);
}

/** A digest of a whole folder: names and bytes. */
function digestOf(folder: string): string {
  const hash = createHash("sha256");
  const files = filesBelow(folder);
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest("hex");
}

const digest = (site: TestSite, folder: string): string => digestOf(join(site.root, folder));

function shown(html: string): string {
  const main = /<main[\s>][\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  return main
    .replace(/<(script|style|template)[\s>][\s\S]*?<\/\1>/g, "")
    .replace(/<(?!\/?(?:a|b|code|em|i|span|strong|sup)\b)[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&amp;/g, "&")
    .replace(/[\s\u00a0\u202f]+/g, " ");
}

const times = (text: string, part: string): number => text.split(part).length - 1;

/** Old addresses of the sample blog, with a sentence that the page must show. */
const JEKYLL: readonly (readonly [path: string, sentence: string])[] = [
  ["/outils/2019/03/04/premiers-pas.html", "Écrivez-nous à la rédaction."],
  ["/2019/premiers-pas/", "On écrit {{ page.title }} ainsi."],
  ["/vie%20d%E2%80%99%C3%A9quipe/2018/01/05/bilan.html", "Une citation qui reste une citation."],
  ["/2020/02/29/la-suite.html", "Texte avec des fins de ligne de Windows."],
  ["/2020/05/06/%C3%89t%C3%A9-%C3%A0-la-mer.html", "La mer Texte."],
  ["/rangement/2018/rang%C3%A9/", "Un article rangé dans un sous-dossier"],
  ["/2022/03/27/heure-d-ete.html", "Le texte de la note."],
  ["/en/2020/02/the-sequel.html", "A text in English."],
  ["/en/2018/06/03/sorted.html", "The same article in English, about sorting things."],
  ["/meme-adresse/", "Premier texte."],
  ["/a-propos/", "Qui nous sommes."],
  ["/a-propos.html", "Qui nous sommes."],
  ["/vieux.html", "Qui nous sommes."],
  ["/ancienne-page", "Qui nous sommes."],
  ["/contact", "Pour écrire à l’équipe : la page À propos."],
  ["/recettes/tarte/", "Des pommes."],
  ["/", "Le carnet de Jekyll"],
  ["/blog/", "L’heure d’été"],
  ["/blog/page2/", "La suite"],
  ["/blog/page3/", "Premiers pas"],
  ["/tag/web/", "Premiers pas"],
  ["/tag/donn%C3%A9es/", "Premiers pas"],
  ["/tag/m%C3%A9thode-douce/", "Bilan de l’année"],
  ["/2019/03/", "Premiers pas"],
  ["/categorie/outils/", "Premiers pas"],
  ["/categorie/vie-d-%C3%A9quipe/", "Bilan de l’année"],
];

/** What jekyll-feed wrote in `<id>`: the address's folder and the slug. */
const JEKYLL_IDS = [
  "/2022/03/27/heure-d-ete",
  "/double",
  "/2020/05/06/%C3%89t%C3%A9-%C3%A0-la-mer",
  "/2020/02/29/la-suite",
  "/outils/2019/03/04/premiers-pas",
  "/rangement/2018/rang%C3%A9",
  "/vie%20d%E2%80%99%C3%A9quipe/2018/01/05/bilan",
];

it("the sample Jekyll blog answers every old address with its text, and keeps its files and the ids of its feed", async () => {
  const { site, report } = await imported("jekyll", fixture("jekyll"));
  built(site);
  expect(report.unanswered).toEqual([]);
  expectPages(site, JEKYLL);
  const output = site.list("nouveau/_site");
  expect(output).toEqual(expect.arrayContaining(["img/atelier.png", "img/schema un.png", "docs/guide.pdf"]));
  const ids = [...site.read("nouveau/_site/atom.xml").matchAll(/<entry>[\s\S]*?<id>([^<]*)<\/id>/g)];
  expect(ids.map(([, id]) => id)).toEqual(
    JEKYLL_IDS.map((path) => `https://blog.example.org/journal${path}`),
  );
  for (const path of ["notes/exclue/index.html", "2020/10/25/cache.html"]) expect(output).not.toContain(path);
});

/** The page at an address, as a host that reads no settings serves it, after its redirect pages. */
function served(site: TestSite, path: string): string {
  const file = decodeURI(path).replace(/\/$/, "/index.html").slice(1);
  const inside = /\.\w+$/.test(file) ? file : `${file}/index.html`;
  const html = site.read(join("nouveau/_site", inside));
  const onward = /http-equiv="refresh" content="0; url=([^"#]*)/.exec(html)?.[1];
  return onward === undefined ? html : served(site, onward.replace(/^\/journal(?=\/)/, ""));
}

function expectPages(site: TestSite, pages: readonly (readonly [path: string, sentence: string])[]): void {
  for (const [path, sentence] of pages)
    expect(times(shown(served(site, path)), sentence), `${path} : ${sentence}`).toBeGreaterThanOrEqual(1);
}

function expectWordsKept({ words, entries, unanswered }: Report): void {
  expect(words.before).toBeGreaterThan(20);
  expect(words).toMatchObject({ lost: 0, added: 0 });
  expect(entries.flatMap((one) => one.words.lost)).toEqual([]);
  expect(unanswered).toEqual([]);
}

it("a Hugo blog in two languages answers every old address, including lists and feeds", async () => {
  const { site, report } = await imported("hugo", fixture("hugo"));
  built(site);
  expectWordsKept(report);
  expectPages(site, [
    ["/2021/05/bonjour-%C3%A0-tous/", "Attention aux marches."],
    ["/ancien/bonjour/", "Attention aux marches."],
    ["/2021/05/salut/", "Attention aux marches."],
    ["/2021/06/mon-paquet/", "La suite du texte."],
    ["/en/2021/06/a-bundle/", "A bundle"],
    ["/en/2021/05/hello-everyone/", "Hello, see the bundle."],
    ["/a-soi/", "Une adresse à soi"],
    ["/2020/01/num%C3%A9ro-1/", "Texte numéro 1."],
    ["/about/", "Nous deux."],
    ["/posts/", "Bonjour à tous"],
    ["/posts/page/2/", "Numéro 1"],
    ["/page/2/", "Numéro 1"],
    ["/en/posts/", "Hello everyone"],
    ["/tags/design/", "Bonjour à tous"],
    ["/en/tags/design/", "Hello everyone"],
    ["/tags/m%C3%A9thode/", "Bonjour à tous"],
  ]);
  for (const feed of ["index.xml", "en/index.xml", "tags/design/feed.xml"])
    expect(site.read(`nouveau/_site/${feed}`)).toContain("<entry>");
  const feed = site.read("nouveau/_site/index.xml");
  expect(feed).toContain("<id>https://hugo.example.org/2021/05/bonjour-%C3%A0-tous/</id>");
  expect(served(site, "/en/2021/05/hello-everyone/")).toMatch(/hreflang="fr" [^>]*bonjour-%C3%A0-tous/);
  expect(served(site, "/2021/06/mon-paquet/")).toMatch(/<img[^>]+alt="Une photo"/);
  expect(served(site, "/2021/05/bonjour-%C3%A0-tous/")).toContain("Ana Exemple");
  expect(served(site, "/2021/05/bonjour-%C3%A0-tous/")).not.toContain("Équipe du carnet</a>");
});

it("a Hugo blog that does not know its address keeps its feeds, and pages about terms become their lists", async () => {
  const text = "---\ntitle: Un entretien\ndate: 2024-02-12\ncategories: [Entretien]\n---\nTexte.\n";
  const site = makeSite({
    "ancien/config.toml": 'baseurl = ""\nlanguageCode = "fr-fr"\ntitle = "Blog"\n',
    "ancien/content/blog/un.md": text,
    "ancien/content/categories/entretien.md": "---\ntitle: Entretien\n---\nNos entretiens.\n",
  });
  const run = await importInto(site, "hugo", join(site.root, "ancien"), "--format", "json", "--quiet");
  expect(run.status, run.err).toBe(0);
  const report = JSON.parse(run.out) as Report & Record<"errors" | "problems", object>;
  expect(report).toMatchObject({ unanswered: [], errors: [] });
  expect(report.problems).not.toHaveProperty("dead-link");
  expect(site.read("nouveau/content/redirects.yaml")).not.toContain("/categories/: ");
});

it("an Eleventy blog with Liquid answers every old address, and its configuration is never run", async () => {
  const { site, report } = await imported("eleventy", fixture("eleventy"));
  built(site);
  expect(report.words).toMatchObject({ lost: 0, added: 0 });
  expect(report.unanswered).toEqual([]);
  expectPages(site, [
    ["/articles/2022/liquide/", "Contact, par Jo Exemple."],
    ["/special/du-nunjucks.html", "Bonjour Du Nunjucks, voici {{ x }}."],
    ["/contact/", "Écrivez-nous."],
    ["/", "Onze fois"],
  ]);
  expect(served(site, "/articles/2022/liquide/")).toMatch(/<img[^>]+alt="Un schéma"/);
  expect(site.read("nouveau/_site/flux.xml")).toContain(
    "<id>https://onze.example.org/articles/2022/liquide/</id>",
  );
  expect(site.list("nouveau/_site").filter((path) => path.includes("cache"))).toEqual([]);
});

it("a WordPress export in HTML keeps its words and addresses, and becomes Markdown where nothing is lost", async () => {
  const { site, report } = await imported("jekyll", fixture("wordpress"));
  built(site);
  expectWordsKept(report);
  expectPages(site, [
    ["/2015/01/bonne-annee/", "Bonne année & bonne santé"],
    ["/2015/01/bonne-annee/", "Une citation * étoilée."],
    ["/2015/01/bonne-annee/", "Une case"],
    ["/2015/02/sans-balises/", "Un second, avec emphase et snake_case."],
  ]);
  const written = site.read("nouveau/content/posts/2015-01-02-bonne-annee.md");
  expect(written).toContain("\n## Nos vœux\n\n- Lire plus\n- Écrire *mieux*\n");
  expect(written).toContain('<table class="grille"><tr><td>Une case</td></tr></table>');
  expect(written).toMatch(/^title: "?Bonne année & bonne santé"?$/m);
  expect(served(site, "/2015/01/bonne-annee/")).not.toContain("camille@example.org");
  // WordPress shortcodes.
  const rich = served(site, "/2015/03/riche/");
  expect(rich).toContain("<h1>Une salle – et plus</h1>");
  expect(rich).toMatch(/<figure[^>]*>[^]*?alt="Une salle"[^]*?<figcaption>La salle en 2015<\/figcaption>/);
  expect(rich).toContain('href="https://vimeo.com/12345"');
  expect(shown(rich)).not.toMatch(/\[(?:caption|embed)|more-->/);
  expect(report.entries.flatMap(({ manual }) => manual).map(({ found }) => found)).toEqual([
    '[gallery ids="1,2"]',
  ]);
});

describe("an import run again", () => {
  it("changes nothing if the source has not changed, and never touches the source", async () => {
    const source = copied("jekyll");
    const site = makeSite({});
    const before = digestOf(source);
    expect(await importInto(site, "jekyll", source)).toMatchObject({ status: 0 });
    // The report says what was written, so it alone may differ.
    rmSync(join(site.root, "nouveau/import-report.html"));
    const first = digest(site, "nouveau");
    const run = await importInto(site, "jekyll", source, "--format", "json", "--quiet");
    expect(run.status, run.err).toBe(0);
    expect((JSON.parse(run.out) as Report).written).toMatchObject({ added: [], updated: [], removed: [] });
    rmSync(join(site.root, "nouveau/import-report.html"));
    expect(digest(site, "nouveau")).toBe(first);
    expect(digestOf(source)).toBe(before);
  });

  it("imports what changed in the source, and keeps edits of files that did not", async () => {
    const source = copied("jekyll");
    const site = makeSite({});
    await importInto(site, "jekyll", source);
    const edited = "nouveau/content/posts/2020-02-29-la-suite.md";
    site.write({ [edited]: `${site.read(edited)}\nAjouté à la main.\n` });
    writeFileSync(join(source, "_recettes/tarte.md"), "---\ntitle: Une tarte\n---\n\nDes poires.\n");
    rmSync(join(source, "_posts/2022-03-27-heure-d-ete.md"));
    writeFileSync(join(source, "_posts/2023-01-01-nouveau.md"), "---\ntitle: Nouveau\n---\n\nDu neuf.\n");
    const run = await importInto(site, "jekyll", source, "--format", "json", "--quiet");
    expect(run.status, run.err).toBe(0);
    expect((JSON.parse(run.out) as Report).written).toMatchObject({
      added: ["content/posts/2023-01-01-nouveau.md"],
      updated: ["content/pages/recettes/tarte.md"],
      removed: ["content/posts/2022-03-27-heure-d-ete.md"],
    });
    expect(site.read(edited)).toContain("Ajouté à la main.");
  });

  it("stops, names the file and writes nothing if both sides changed it", async () => {
    const source = copied("jekyll");
    const site = makeSite({});
    await importInto(site, "jekyll", source);
    const edited = "nouveau/content/posts/2020-02-29-la-suite.md";
    site.write({ [edited]: `${site.read(edited)}\nAjouté à la main.\n` });
    const text = readFileSync(join(source, "_posts/2020-02-29-la-suite.md"), "utf8");
    writeFileSync(join(source, "_posts/2020-02-29-la-suite.md"), `${text}\nAjouté dans la source.\n`);
    writeFileSync(join(source, "_recettes/tarte.md"), "---\ntitle: Une tarte\n---\n\nDes poires.\n");
    const before = digest(site, "nouveau");
    const run = await importInto(site, "jekyll", source, "--lang", "en");
    expect(run.status).toBe(1);
    expect(run.err).toContain("content/posts/2020-02-29-la-suite.md");
    expect(run.err).toContain("carnet: nothing was written");
    expect(digest(site, "nouveau")).toBe(before);
  });

  it("does not restore a file that was deleted by hand", async () => {
    const source = copied("jekyll");
    const site = makeSite({});
    await importInto(site, "jekyll", source);
    rmSync(join(site.root, "nouveau/content/pages/contact.md"));
    const run = await importInto(site, "jekyll", source);
    expect(run.status, run.err).toBe(0);
    expect(site.list("nouveau/content/pages")).not.toContain("contact.md");
  });
});

describe("what cannot be imported", () => {
  it("a destination with other files is refused and left as it is", async () => {
    const site = makeSite({ "nouveau/content/posts/le-mien.md": "le mien", "nouveau/README.md": "à garder" });
    const run = await importInto(site, "jekyll", fixture("jekyll"), "--lang", "en");
    expect(run.status).toBe(1);
    expect(run.err).toContain("carnet: nothing was written");
    expect(run.err).toContain("content");
    expect(site.list("nouveau")).toEqual(["README.md", "content/posts/le-mien.md"]);
  });

  it("a destination inside the source, or around it, is refused", () => {
    const source = copied("jekyll");
    const site = makeSite({});
    for (const dest of [join(source, "nouveau"), join(source, "..")]) {
      const run = site.carnet(["import", "jekyll", source, dest, "--lang", "en"]);
      expect([run.status, run.stderr]).toEqual([2, expect.stringContaining("never writes into its source")]);
    }
  });

  it.each([
    ["jekyll", "un dossier quelconque", { "vieux/notes.txt": "rien" }, "It has none of the files of Jekyll"],
    ["hugo", "un blog Jekyll", { "vieux/_config.yml": "title: A\n" }, "carnet import jekyll"],
    ["wordpress", "un blog Jekyll", { "vieux/_config.yml": "title: A\n" }, "carnet import jekyll"],
  ])("import %s refuses %s", async (kind, _, files, said) => {
    const site = makeSite(files);
    const run = await importInto(site, kind, join(site.root, "vieux"), "--lang", "en");
    expect(run.status).toBe(2);
    expect(run.err).toContain(said);
    expect(run.out).toBe("");
    expect(() => site.list("nouveau")).toThrow();
  });

  it("broken posts, shared addresses, outside files and symbolic links are reported; the rest is imported", async () => {
    const source = copied("jekyll");
    symlinkSync("/etc/hostname", join(source, "_posts/2020-01-01-lien.md"));
    writeFileSync(
      join(source, "_posts/2020-01-02-octets.md"),
      Buffer.from("---\ntitle: \xff\xfe\n---\n", "latin1"),
    );
    const { site, report } = await imported("jekyll", source);
    built(site);
    const named = report.manual.map(({ kind, file, line }) => `${kind} ${file}:${String(line)}`);
    for (const one of [
      "broken _posts/2021-01-02-casse.md:2",
      "broken _posts/2020-01-02-octets.md:2",
      "symlink _posts/2020-01-01-lien.md:0",
      "outside _posts/2021-02-04-double.md:0",
      "redirect-pattern _redirects:5",
    ])
      expect(named).toContain(one);
    expect(JSON.stringify(report.entries)).toContain("address-shared");
    const double = site.read("nouveau/content/posts/2021-02-04-double.md");
    expect(double).toContain("draft: true");
    expect(double).toContain("Second texte.");
    expect(served(site, "/2020/02/29/la-suite.html")).toContain("fins de ligne de Windows");
  });
});
