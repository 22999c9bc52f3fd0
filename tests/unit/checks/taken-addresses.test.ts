import { expect, test } from "vitest";
import { checkTakenAddresses } from "../../../src/checks/taken-addresses.ts";
import { planSite } from "../../../src/pages/plan.ts";
import { show } from "../../../src/shown-problems.ts";
import { load, post, type Files } from "../content/site-root.ts";

/** Problems found in a site with these files and one post with a tag. */
async function check(files: Files): Promise<{ place: string; message: string; hint: string }[]> {
  const { content } = await load({
    "content/posts/2026-01-05-titre.md": post("title: A", "author: Jo Bel", "tags: [Design]"),
    ...files,
  });
  const { pages } = planSite(content, {
    rendered: () => {
      throw new Error("not needed");
    },
    cover: () => undefined,
    assets: [{ url: "/assets/carnet-1.css", text: "" }],
  });
  const copies = content.files.map(({ file, path }) => ({ from: path, to: file.replace("public/", "") }));
  return show(checkTakenAddresses({ content, pages, copies }), { lang: "fr" }).map(
    ({ file, line, code, message, hint }) => ({ place: `${file}:${String(line)} ${code}`, message, hint }),
  );
}

const written = (permalink: string): Files => ({
  "content/posts/2026-01-06-b.md": post("title: B", `permalink: ${permalink}`),
});

test.each([
  ["/", "la page d’accueil"],
  ["/blog/", "la liste des articles"],
  ["/mots-cles/design/", "la page du mot-clé « Design »"],
  ["/auteurs/jo-bel/", "la page de « Jo Bel »"],
  ["/archives/2026/", "la page « Articles de 2026 »"],
  ["/archives/2026/01/", "la page « Janvier 2026 »"],
  ["/404.html", "la page d’erreur 404"],
])("a post at %s is refused: it is the address of %s", async (permalink, owner) => {
  const [found, ...others] = await check(written(permalink));
  expect(found?.place).toBe("content/posts/2026-01-06-b.md:3 duplicate-url");
  expect(found?.message).toBe(`À l’adresse ${permalink}, Carnet met lui-même ${owner}.`);
  expect(others).toEqual([]);
});

test.each([
  ["/partenaire/refugies/", "la page « Réfugiés.info » de « Partenaires »"],
  ["/partenaire/", "la page « Partenaires »"],
])("the message gives a page of another taxonomy the site's label: %s", async (permalink, owner) => {
  const [found] = await check({
    "content/site.yaml":
      "title: T\ntaxonomies: { partenaire: { label: Partenaires, terms: { refugies: Réfugiés.info } } }\n",
    "content/posts/2026-01-05-titre.md": post("title: A", "partenaire: refugies"),
    ...written(permalink),
  });
  expect(found?.message).toBe(`À l’adresse ${permalink}, Carnet met lui-même ${owner}.`);
});

test.each(["/Blog/", "/MOTS-CLES/design/"])(
  "a post at %s is refused: some disks ignore case",
  async (permalink) => {
    expect(await check(written(permalink))).toMatchObject([
      { place: "content/posts/2026-01-06-b.md:3 duplicate-url" },
    ]);
  },
);

test("a draft is reported before it is published", async () => {
  expect(
    await check({ "content/posts/_2026-01-06-b.md": post("title: B", "slug: b", "permalink: /blog/") }),
  ).toMatchObject([{ place: "content/posts/_2026-01-06-b.md:4 duplicate-url" }]);
});

test.each(["index.md", "mots-cles.md", "auteurs.md", "archives.md"])(
  "a page named %s replaces the one that Carnet makes",
  async (name) => {
    expect(await check({ [`content/pages/${name}`]: post("title: À nous") })).toEqual([]);
  },
);

test("a page at /404.html replaces the one that Carnet makes, even as a draft", async () => {
  const page = post("title: Perdu", "permalink: /404.html");
  expect(await check({ "content/pages/perdu.md": page })).toEqual([]);
  expect(await check({ "content/pages/_perdu.md": page })).toEqual([]);
});

test.each(["blog.md", "archives/2026.md"])(
  "a page named %s is refused: it would hide a list of posts",
  async (name) => {
    expect(await check({ [`content/pages/${name}`]: post("title: À nous") })).toMatchObject([
      { place: `content/pages/${name}:2 duplicate-url` },
    ]);
  },
);

test("a page or draft at the exact address of a tag or person is accepted: it introduces the list", async () => {
  for (const name of ["mots-cles/design.md", "auteurs/jo-bel.md"])
    for (const more of ["noindex: false", "draft: true"])
      expect(await check({ [`content/pages/${name}`]: post("title: À nous", more) }), name + more).toEqual(
        [],
      );
});

test("a page that differs from the address of a tag by case is refused, with that address as the fix", async () => {
  const file = "content/pages/mots-cles/Design.md";
  expect(await check({ [file]: post("title: À nous") })).toMatchObject([
    { place: `${file}:2 duplicate-url`, hint: "permalink: /mots-cles/design/" },
  ]);
});

test("a page or draft in another language than the list is refused", async () => {
  for (const more of ["noindex: false", "draft: true"])
    expect(
      await check({ "content/pages/en/x.md": post("title: X", "permalink: /mots-cles/design/", more) }),
      more,
    ).toMatchObject([{ place: "content/pages/en/x.md:3 duplicate-url", hint: "permalink: /autre-adresse/" }]);
});

test.each(["robots.txt", "404.html", "index.html", "_headers", "_redirects", "archives/index.html"])(
  "public/%s replaces the file that Carnet makes",
  async (name) => {
    expect(await check({ [`public/${name}`]: "x" })).toEqual([]);
  },
);

test.each([
  ["feed.xml", "un flux"],
  ["sitemap.xml", "le plan du site pour les moteurs"],
  ["blog/index.html", "la liste des articles"],
  ["assets/carnet-1.css", "un fichier de l’apparence du site"],
  ["Robots.txt", "/robots.txt"],
  ["blog", "la liste des articles"],
  ["robots.txt/x", "/robots.txt"],
])("public/%s is refused: Carnet puts %s there", async (name, owner) => {
  const found = await check({ [`public/${name}`]: "x" });
  expect(found.map(({ place }) => place)).toEqual([`public/${name}:1 duplicate-url`]);
  expect(found[0]?.message).toContain(owner);
});

test("two files of public/ that differ only by case are reported", async () => {
  expect(await check({ "public/a/Plan.pdf": "x", "public/a/plan.pdf": "x" })).toEqual([
    {
      place: "public/a/plan.pdf:1 duplicate-url",
      hint: "Renommez l’un des deux.",
      message: "L’adresse /a/plan.pdf est déjà prise par public/a/Plan.pdf.",
    },
  ]);
});

test.each(["/blog/", "/blog", "/feed.xml", "/mots-cles/design/", "/404.html", "/Archives/"])(
  "a redirect from %s is refused: it is the address of a page or feed",
  async (from) => {
    expect(
      await check({
        "content/redirects.yaml": `/ancien/: /blog/2026/01/05/titre/\n${from}: /blog/2026/01/05/titre/\n`,
      }),
    ).toMatchObject([{ place: "content/redirects.yaml:2 redirect" }]);
  },
);

test("a redirect from the address of a file of public/ is refused", async () => {
  expect(
    await check({ "public/plan.pdf": "x", "content/redirects.yaml": "/plan.pdf: /blog/2026/01/05/titre/\n" }),
  ).toEqual([
    {
      place: "content/redirects.yaml:1 redirect",
      hint: "Supprimez cette redirection.",
      message: "/plan.pdf ne peut pas rediriger : c’est l’adresse de public/plan.pdf.",
    },
  ]);
});

test("addresses of site.yaml that give two lists the same address are refused", async () => {
  const site = "title: A\nurl: https://x.org\naddresses: { tag: '/:slug/', archives: /design/ }\n";
  expect(await check({ "content/site.yaml": site })).toMatchObject([
    { place: "content/posts/2026-01-05-titre.md:4 duplicate-url" },
  ]);
});
