// A small site with every kind of page, and their addresses. Tests that concern all pages use it.
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, SITE_YAML, type TestSite } from "../support/site.ts";

const BODY = `## Un titre

Un texte avec une *emphase*, une note[^1], du \`code\` et un [lien](/blog/).

## Un autre titre

> [!TIP]
> Un conseil.

- [x] une tâche faite

| Colonne | Autre |
|---|---|
| un | deux |

## Un dernier titre

![Un schéma](/image.svg)

*Sa légende.*

\`\`\`js
const un = 1;
\`\`\`

<details><summary>Un détail</summary>

Un texte.

</details>

[^1]: Une note.
`;

const VIDEO =
  '<iframe src="https://www.dailymotion.com/video/x7zgtds" title="Demo Day"></iframe>\n\n*Sa légende.*\n';

/** A table too wide for a phone, code that is not, and photos for a row. */
const WIDE_BODY = `| ${"colonne | ".repeat(6)}
|${"---|".repeat(6)}
| ${"mot | ".repeat(6)}

\`\`\`
court
\`\`\`

![Un](/a.svg) ![Deux](/image.svg)
`;

/** Layouts that add to an article, with what its tests must find: what is inline or asked elsewhere, unseen focus, low targets. */
export const OWN_LAYOUTS = {
  "layouts/post.njk": [
    '{% extends "carnet/post.njk" %}',
    '{% block head_end %}<script>document.title = "x"</script>',
    '<link rel="stylesheet" href="http://elsewhere.invalid/a.css">{% endblock %}',
    '{% block article_cover %}<p id="before"><img src="/image.svg" width="80" height="50"></p>{% endblock %}',
    '{% block article_footer %}<p id="after">B</p>{{ super() }}<p id="last">C</p>{% endblock %}',
  ].join(""),
  "layouts/assets/css/zz.css":
    ".site-nav a { min-block-size: 0; line-height: 1 } .site-footer a:focus-visible { outline: none }",
};

const YAML = `${SITE_YAML}description: Ce que fait le programme.
email: contact@blog.example.org
newsletter: https://lettre.example.org
repository: https://github.com/example/carnet
license: Licence Ouverte 2.0
postsPerPage: 2
theme: { logo: /logo.svg }
social: [{ label: Mastodon, url: "https://social.example.org/@carnet" }]
accessibility: { nonConformities: [les vieux documents] }
audience: { matomo: https://stats.example.gouv.fr/, siteId: 12 }
taxonomies:
  serie: { label: Séries, terms: { journal: Journal d’une équipe } }
  projet:
    label: Projet
    plural: Projets
    folder: projets
    fields: { site: { type: url, label: En ligne }, ouvert: { type: boolean, label: Ouvert } }
    index: { group: promotion, order: newest }
  promotion: { label: Promotion, folder: promotions, index: { order: newest } }
`;

const drawing = (size: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="80" height="40" fill="#55269b"/></svg>`;

/** An article with most of what an article can have, but no video. */
export const ARTICLE = "blog/2026/03/05/article/";

/** An article with a wide table, code and a row of photos. */
export const WIDE = "blog/2026/01/02/large/";

/** Every kind of page, with its address relative to the site's. */
export const PAGES: Readonly<Record<string, string>> = {
  home: "",
  blog: "blog/",
  "blog, second page": "blog/page/2/",
  article: ARTICLE,
  video: "blog/2026/03/04/film/",
  tags: "mots-cles/",
  tag: "mots-cles/methode/",
  series: "serie/journal/",
  projects: "projet/",
  project: "projet/phare/",
  cohort: "promotion/promotion-2/",
  "person with a file": "auteurs/bob/",
  people: "auteurs/",
  person: "auteurs/ann/",
  archives: "archives/",
  year: "archives/2026/",
  agenda: "agenda/",
  search: "recherche/",
  statement: "accessibilite/",
  "audience measure": "mesure-d-audience/",
  page: "mentions/",
  "home in English": "en/",
  "article in English": "en/blog/2026/03/05/article/",
  "not found": "404.html",
};

/** Projects, enough for a filter, two cohorts, and people who sign nothing. */
function programme(): Record<string, string> {
  const term = (lines: string, body = ""): string => `---\n${lines}\n---\n\n${body}\n`;
  const others = Array.from({ length: 23 }, (_, i): [string, string] => [
    `content/projets/projet-${String(i + 1)}.md`,
    term(`title: Projet ${String(i + 1)}\npromotion: Promotion ${String((i % 2) + 1)}`),
  ]);
  return {
    ...Object.fromEntries(others),
    "content/projets/phare.md": term(
      "title: Phare\ndescription: Guider les bateaux.\nimage: /image.svg\nsite: https://phare.example.org/\nouvert: oui\npromotion: [Promotion 1, Promotion 2]",
      "## Le besoin\n\nUne lampe, et une [équipe](/auteurs/bob/).",
    ),
    "content/promotions/promotion-1.md": term("title: Promotion 1"),
    "content/promotions/promotion-2.md": term("title: Promotion 2\ndescription: La deuxième."),
    "content/people/bob.md": term(
      "name: Bob Le Gall\nrole: gardien de phare\nphoto: /image.svg\nprojet: Phare\npromotion: Promotion 2\nlinks: { github: https://github.com/bob }",
      "Il allume.",
    ),
    "content/people/cleo.md": term("name: Cléo Dumas\nprojet: Phare\nformer: oui"),
  };
}

/** Builds the site with `more` files, which replace its own or are added, and with these options. */
export function everyKind(more: Record<string, string> = {}, args: readonly string[] = []): TestSite {
  const short = (day: string, title: string, more = ""): Record<string, string> => ({
    [`content/posts/2026-${day}.md`]: post(title, "Un texte.", `tags: [Méthode]\n${more}`),
  });
  const article =
    "tags: [Méthode, Récit]\nimage: /image.svg\nupdated: 2026-04-01\ncorrections: [Un chiffre.]\nserie: journal\n" +
    "event: { start: 2026-05-01 14:00, end: 2026-05-02, place: Paris, url: /mentions/ }\ndeadline: 2026-04-20\n";
  const files = {
    "content/site.yaml": YAML,
    "content/people.yaml":
      "ann: { name: Ann Doe, role: rédactrice, description: Elle écrit., links: [{ label: Site, url: 'https://ann.example.org' }] }\n" +
      "cartes: { name: Cellule Cartes et données des territoires, role: cartographie, photo: /image.svg, links: [{ label: Site, url: 'https://cartes.example.org' }], handles: { mastodon: '@cartes@social.example', github: cartes, matrix: '@cellule.cartes.et.donnees:example.org' } }\n",
    "content/posts/2026-03-05-article.md": post("Un article", BODY, article).replace(
      "Équipe éditoriale",
      "Ann Doe",
    ),
    "content/posts/en/2026-03-05-article.md": post(
      "A post",
      "Some text.",
      "translationOf: 2026-03-05-article\n",
    ),
    "content/posts/2026-03-04-film.md": post("Un film", VIDEO, "tags: [Méthode]\nserie: journal\n"),
    "content/posts/2026-03-03-trois.md": post("Un troisième", "Un texte.", "tags: [Méthode]\n").replace(
      /^description: .*$/m,
      `description: "${"Des mots. ".repeat(40)}"`,
    ),
    ...short("02-02-deux", "Un deuxième", "serie: journal\nprojet: Phare\n"),
    ...programme(),
    "content/posts/2026-01-02-large.md": post("Large", WIDE_BODY),
    ...short("01-01-un", "Un premier"),
    "content/redirects.yaml": "/ancien/: /blog/2026/03/05/article/\n",
    "public/a.svg": drawing('width="400" height="300"'),
    "content/pages/mentions.md": "---\ntitle: Mentions légales\n---\n\nQui publie ce site.\n",
    "public/image.svg": drawing('width="800" height="500"'),
    "public/logo.svg": drawing('width="80" height="40"'),
    ...more,
  };
  return makeBuiltSite(files, args);
}
