// A site under a theme: one of thirty lines in a folder, one that is a package, and those that are not there.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { built, heldOf } from "../support/in-process.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

const FIXTURE = join(import.meta.dirname, "../fixtures/theme");
const HOME = "index.html";
const POST = "blog/2026/01/03/un/index.html";
const now = "2026-06-01T12:00:00Z";

/** A site with this under `theme:`, and the theme of the fixture in a folder. */
function siteWith(theme: string, folder = "mine"): TestSite {
  const site = makeSite({
    "content/site.yaml": `${SITE_YAML}${theme === "" ? "" : `theme: ${theme}\n`}`,
    "content/posts/2026-01-03-un.md": post("Un"),
    "content/posts/2026-01-04-deux.md": post("Deux"),
  });
  cpSync(FIXTURE, join(site.root, folder), { recursive: true });
  return site;
}

const pagesOf = async ({ root }: TestSite): Promise<(file: string) => string> => {
  const { files, told } = await built(root, { now });
  expect(told).not.toContain('"error"');
  return (file) => Buffer.from(files?.get(file) ?? "", "latin1").toString();
};

describe("a theme in a folder", () => {
  it("gives its layouts, styles, pictures and settings to every page", async () => {
    const page = await pagesOf(
      siteWith('{ name: ./mine, accent: mousse, settings: { motto: "Ici, on lit." } }'),
    );
    expect(page(HOME)).toContain("Ici, on lit.");
    expect(page(POST)).toMatch(/class="colophon">Fin\./);
    const [picture = ""] = /assets\/star-\w+\.svg/.exec(page(HOME)) ?? [];
    expect(page(picture)).toBe(readFileSync(join(FIXTURE, "assets/img/star.svg"), "utf8"));
    const css = page(/assets\/carnet-\w+\.css/.exec(page(HOME))?.[0] ?? "");
    expect(css).toContain(`url("${picture.slice("assets/".length)}")`);
    expect(css).toMatch(/--accent: light-dark\(#2f6140, #9fd8b4\)/);
    expect(page(HOME)).toContain("img-src &#39;self&#39; https://tuiles.example.org;");
  });

  it("changes nothing else: texts, feeds and addresses are the same", async () => {
    const [plain, themed] = [
      await built(siteWith("").root, { now }),
      await built(siteWith("./mine").root, { now }),
    ];
    for (const name of ["feed.xml", "sitemap.xml", "feed.json"])
      expect(themed.files?.get(name)).toBe(plain.files?.get(name));
    const pages = (files = new Map<string, string>()): string[] =>
      [...files.keys()].filter((one) => one.endsWith(".html"));
    expect(pages(themed.files)).toEqual(pages(plain.files));
  });

  it("is extended by a layout of the site, block by block", async () => {
    const site = siteWith("./mine");
    const own =
      '{% extends "theme/post.njk" %}{% block article_footer %}{{ super() }}<p>Et puis.</p>{% endblock %}';
    site.write({ "layouts/post.njk": own });
    expect((await pagesOf(site))(POST)).toMatch(/Fin\.<\/p><p>Et puis\./);
    site.write({ "layouts/post.njk": own.replace("theme/", "carnet/") });
    expect((await pagesOf(site))(POST)).not.toContain("Fin.");
  });

  it("is read again when it changes, and then makes all pages again", async () => {
    const site = siteWith("./mine");
    const held = heldOf(site.root);
    await built(site.root, { now, held });
    const sheet = join(site.root, "mine/post.njk");
    writeFileSync(sheet, readFileSync(sheet, "utf8").replace("Fin.", "Suite."));
    const { files } = await built(site.root, { now, held });
    expect(files?.get(POST)).toContain("Suite.");
  });

  it("is told of blocks that nothing shows", async () => {
    const site = siteWith("./mine");
    site.write({
      "mine/page.njk": '{% extends "carnet/page.njk" %}\n{% block article_foter %}{% endblock %}',
    });
    const { told } = await built(site.root, { now });
    expect(told).toMatch(/mine\/page\.njk[^}]*lost-block/);
  });
});

it("a theme may be a package, and import styles of the packages that it needs", async () => {
  const site = siteWith("affiche", "node_modules/affiche");
  site.write({
    "node_modules/affiche/theme.yaml": 'name: A\nneeds: [{ package: "@une/feuille", version: "1" }]\n',
    "node_modules/affiche/assets/carnet.css":
      '@import "@une/feuille/dist/a.css";\n@import "carnet/css/code.css";\n.b {}\n',
    "node_modules/@une/feuille/dist/a.css": `.a{background:url("data:image/svg+xml,%3Csvg/%3E")}.c{background:url(../i.svg#x)}.d{background:url(../../../../content/site.yaml)}`,
    "node_modules/@une/feuille/i.svg": "<svg></svg>",
    "node_modules/@une/feuille/package.json": "{}",
  });
  const page = await pagesOf(site);
  const css = page(/assets\/carnet-\w+\.css/.exec(page(HOME))?.[0] ?? "");
  expect(css).toMatch(
    /^\.a\{background:url\("picture-\w+\.svg"\)\}\.c\{background:url\("i-\w+\.svg#x"\)\}\.d\{background:url\(\.\.\/\.\./,
  );
  expect(css).toContain(".tok-");
  expect(css).not.toContain(".site-header");
});

describe("what is missing is said with what to type", () => {
  it.each([
    ["dfsr", /theme: dsfr/],
    ["./autre", /\.\/autre\/theme\.yaml/],
    ["un-paquet", /npm install un-paquet/],
    ["dsfr", /npm install @gouvfr\/dsfr@1\.14 {2}# réservé aux sites de l’État/],
    ["{ name: ./mine, accent: rouge }", /accent: (?:brique|mousse)/],
    ["{ name: ./mine, settings: { moto: x } }", /motto: x/],
  ])("theme: %s", async (theme, hint) => {
    expect((await built(siteWith(theme).root, { now })).told).toMatch(hint);
  });
});

describe("dsfr, on what the site has installed", () => {
  /** A site in two languages, with a package of a few of the files that the theme reads. */
  const site = (): TestSite => {
    const made = makeSite({
      "content/site.yaml": `${SITE_YAML}publisher: Ministère\nlicense: Licence Ouverte 2.0
accessibility: { rate: 78, auditedOn: 2026-03-02 }
nav: [{ label: Programme, url: /blog/, links: [{ label: Mots-clés, url: /mots-cles/ }] }]
theme: { name: dsfr, accent: green-menthe, settings: { entity: [Ministère, de la culture], tagline: Un blog } }\n`,
      "content/posts/2026-01-03-un.md": post("Un", "## A\n\n## B\n\n## C\n", "tags: [Eau]\n"),
      "content/posts/en/2026-01-04-two.md": post("Two"),
      "node_modules/@gouvfr/dsfr/package.json": "{}",
      "node_modules/@gouvfr/dsfr/dist/core/core.main.min.css": ".fr-core{mask:url(../icons/a.svg)}",
      "node_modules/@gouvfr/dsfr/dist/icons/a.svg": "<svg></svg>",
    });
    return made;
  };

  it("gives pages the parts that the design system requires, and the site's own words", async () => {
    const page = await pagesOf(site());
    for (const part of [
      /<p class="fr-logo">Ministère<br>de la culture<\/p>/,
      /class="fr-header__service-tagline">Un blog/,
      /<button type="button" class="fr-nav__btn"[^>]* aria-controls="page--menu-1"/,
      /class="fr-translate__language fr-nav__link" href="\/en\/"/,
      /<a class="fr-link" href="#page--footer">/,
      /class="fr-breadcrumb__link" aria-current="page">Un</,
      /<nav class="fr-summary"/,
      /<a class="fr-tag" href="\/mots-cles\/eau\/"/,
      /Accessibilité\s: partiellement conforme \(78 %\)/,
      /name="fr-radios-theme" value="system"/,
    ])
      expect(page(POST)).toMatch(part);
    expect(page("404.html")).toContain("Erreur 404");
    expect(page("mots-cles/index.html")).toContain("fr-tile");
  });

  it("publishes its styles from the site's own host, and nothing in a page breaks the policy", async () => {
    const page = await pagesOf(site());
    const css = page(/assets\/carnet-\w+\.css/.exec(page(HOME))?.[0] ?? "");
    expect(css).toMatch(/\.fr-core\{mask:url\("a-\w+\.svg"\)\}/);
    expect(css).toMatch(/--accent: light-dark\(#37635f, #21ab8e\)/);
    expect(css).not.toContain("data:");
    for (const file of [HOME, POST]) expect(page(file)).not.toMatch(/ style=| on\w+="|<style|<script>/);
  });

  it("reports no link, id or resource of its pages", async () => {
    expect((await built(site().root, { now, search: true })).told).not.toMatch(
      /html-|blocked-resource|lost-block/,
    );
  });
});
