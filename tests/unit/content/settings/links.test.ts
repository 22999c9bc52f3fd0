import { expect, it } from "vitest";
import { load, post } from "../site-root.ts";

const POST = { "content/posts/2026-01-05-titre.md": post("title: A") };

it("the links of site.yaml and people.yaml are found, each at its place", async () => {
  const { content } = await load({
    ...POST,
    "content/site.yaml": `title: T
url: https://blog.example.org
nav:
  - { label: À propos, url: /a-propos/ }
  - label: Code
    url: https://code.example.org/
social: [{ label: Mastodon, url: "https://social.example.org/@t" }]
repository: https://code.example.org/t
`,
    "content/people.yaml": `ana:
  name: Ana
  links:
    - label: Site
      url: https://ana.example.org
`,
  });
  const found = content.settingLinks.map(({ href, text, place }) => [
    href,
    text,
    `${place.file}:${String(place.line)}:${String(place.column)}`,
  ]);
  expect(found).toEqual([
    ["/a-propos/", "À propos", "content/site.yaml:4:29"],
    ["https://code.example.org/", "Code", "content/site.yaml:6:10"],
    ["https://social.example.org/@t", "Mastodon", "content/site.yaml:7:34"],
    ["https://code.example.org/t", "", "content/site.yaml:8:13"],
    ["https://ana.example.org", "Site", "content/people.yaml:5:12"],
  ]);
});

it("the links of the notice are found, and the fix changes one language", async () => {
  const { content } = await load({
    ...POST,
    "content/site.yaml": "title: T\nnotice:\n  text: Fermé\n  url: { fr: /a/, en: /en/b/ }\n",
  });
  expect(content.settingLinks.map(({ href }) => href)).toEqual(["/a/", "/en/b/"]);
  expect(content.settingLinks[1]?.lineWith?.("/en/c/")).toBe("url: { fr: /a/, en: /en/c/ }");
});

it("the fix for a link is its line with another address", async () => {
  const { content } = await load({
    ...POST,
    "content/site.yaml": `title: T
footer:
  - { label: Données, url: "data:text/html,x" } # à revoir
social:
  - label: Ici
    url: javascript:alert(1)
`,
  });
  expect(content.settingLinks.map(({ lineWith }) => lineWith?.("/a-propos/"))).toEqual([
    "- { label: Données, url: /a-propos/ } # à revoir",
    "url: /a-propos/",
  ]);
});

it("photos and the addresses of the accessibility statement are found", async () => {
  const { content } = await load({
    ...POST,
    "content/site.yaml": `title: T
accessibility:
  multiYearPlan: /plan.pdf
  actionPlan: publié en mars
  sample: [{ label: Accueil, url: / }]
  contact:
    form: https://forms.example.org/
`,
    "content/people.yaml": `ana: { name: Ana, photo: /img/ana.png }
luc: { name: Luc, photo: "https://photos.example.org/luc.png" }
`,
  });
  const found = content.settingLinks.map(({ href, place }) => [href, `${place.file}:${String(place.line)}`]);
  expect(found).toEqual([
    ["/plan.pdf", "content/site.yaml:3"],
    ["/", "content/site.yaml:5"],
    ["https://forms.example.org/", "content/site.yaml:7"],
    ["/img/ana.png", "content/people.yaml:1"],
    ["https://photos.example.org/luc.png", "content/people.yaml:2"],
  ]);
});

it.each([
  ["/archive/*", "/blog/:splat"],
  ["/archive/:year/", "/blog/"],
])("a redirect by pattern is refused, with a fix: %s", async (from, to) => {
  const { problems, content } = await load({ ...POST, "content/redirects.yaml": `"${from}": "${to}"\n` });
  expect(problems).toMatchObject([
    {
      file: "content/redirects.yaml",
      line: 1,
      code: "redirect",
      severity: "error",
      hint: "/ancienne-adresse/: /nouvelle-adresse/",
    },
  ]);
  expect(content.redirects).toEqual([]);
});

it.each([
  ["vieux", "/vieux: /blog/"],
  ["https://ancien.example.org/x/", "/x/: /blog/"],
  ["../a/b.html", "/a/b.html: /blog/"],
  ["https://ancien.example.org", "/ancienne-adresse/: /blog/"],
])("the fix for the old address %s is an address of the site", async (from, hint) => {
  const { problems } = await load({ ...POST, "content/redirects.yaml": `"${from}": /blog/\n` });
  expect(problems).toMatchObject([{ code: "redirect", hint }]);
});

it.each([
  ["redirect_from", "[/un/, deux/, /a/*]", "redirect_from: [/un/, /deux/, /ancienne-adresse/]"],
  ["aliases", "deux/", "aliases: [/deux/]"],
])(
  "the fix for an old address keeps the others of the post, under the same key: %s",
  async (key, value, hint) => {
    const { problems } = await load({
      "content/posts/2026-01-05-titre.md": `---\ntitle: A\n${key}: ${value}\n---\nTexte\n`,
    });
    expect(problems[0]).toMatchObject({ line: 3, code: "redirect", hint });
    expect(problems[0]?.message).toContain(`(${key})`);
  },
);
