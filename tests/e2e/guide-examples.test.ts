// What the editors' guide gives to copy into layouts, `_data` and `.eleventy.ts`, put into one site as it is written.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { built } from "../support/owner-site.ts";
import { makeSite, ROOT, SITE_YAML } from "../support/site.ts";

const GUIDE = readFileSync(join(ROOT, "content/posts/2026-09-08-adapter-la-presentation.md"), "utf8");

/** The only block of code in this language that contains a text. */
function block(lang: string, text: string): string {
  const all = [...GUIDE.matchAll(/^```(\w+)\n([^]*?)^```$/gm)];
  const found = all.filter(([, of, code = ""]) => of === lang && code.includes(text));
  expect(found, text).toHaveLength(1);
  return found[0]?.[2] ?? "";
}

it("what the guide gives to copy works as it is written", () => {
  const note = block("jinja", "{% block article_tags %}");
  const meeting = block("markdown", "title: Rencontre des équipes");
  const text = (head: string): string => `---\n${head}---\n\nLe texte.\n`;
  const site = makeSite({
    "content/site.yaml": SITE_YAML + block("yaml", "encart: {"),
    "content/posts/2026-05-01-rencontre.md": `${meeting}\nLe texte.\n`,
    "content/posts/2026-05-02-autre.md": text("title: Autre\n"),
    "content/pages/candidater.md": text("title: Candidater\n"),
    "content/pages/partenaires.md": text("title: Partenaires\nlayout: partenaires\n"),
    "content/pages/404.md": text("title: Perdu\npermalink: /404.html\n"),
    "content/pages/index.md": text("title: Le blog\nlayout: accueil\n"),
    "layouts/post.njk": note + block("jinja", "{% block article_content %}\n{% if lieu %}"),
    "layouts/partenaires.njk":
      block("jinja", "in partenaires %}") + "{% block footer %}{{ lieux[1][0] }}{% endblock %}",
    "layouts/base.njk": block("jinja", "{% block head_end %}"),
    "layouts/accueil.njk": block("jinja", "{% block masthead %}"),
    "layouts/assets/css/maison.css": block("css", "--measure"),
    "_data/partenaires.yaml": block("yaml", "logo: /img/logos"),
    "_data/lieux.csv": "Lieu;Demandes\r\nGare;118\r\n",
    "public/img/logos/modele.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
    "public/img/logos/exemple.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
    ".eleventy.ts": block("ts", "addDataExtension"),
  });
  const html = built(site, "_site/blog/2026/05/01/rencontre/index.html", ["--base-path", "/b/"]);
  expect(html).toContain("<strong>Rendez-vous</strong> : le 20 janvier 2027, Maison du numérique.");
  expect(html).toMatch(/Le texte[^]*<h2>Comment candidater<\/h2>[^]*href="\/b\/candidater\/"/);
  expect(html).toContain("mailto:bonjour@example.org");
  const other = site.read("_site/blog/2026/05/02/autre/index.html");
  expect(other).not.toMatch(/Rendez-vous|Comment candidater/);
  const partners = site.read("_site/partenaires/index.html");
  expect(partners.match(/<li><a href="https:\/\/\w+\.example\.org\/">\s*<img src="\/b\/img\//g)).toHaveLength(
    2,
  );
  expect(partners).toContain("Gare");
  expect(site.read("_site/404.html")).toContain("Le texte.");
  expect(site.read("_site/index.html")).toMatch(/Le texte\.[^]*Rencontre des équipes/);
  for (const page of ["index.html", "404.html", "partenaires/index.html", "blog/index.html"])
    expect(site.read(`_site/${page}`)).toContain('<meta name="google-site-verification"');
});
