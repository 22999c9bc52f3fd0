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
