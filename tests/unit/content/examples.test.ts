import { expect, it } from "vitest";
import { loadContent } from "../../../src/content/load.ts";
import { show } from "../../../src/shown-problems.ts";
import { NOW, post, siteRoot, type Files } from "./site-root.ts";

const POST: Files = { "content/posts/2026-01-04-b.md": post("title: B") };

/** The fixes for the problems of a site, in each language. */
async function hints(files: Files): Promise<{ fr: string[]; en: string[] }> {
  const builtinLayouts = ["base", "page", "post"];
  const { problems } = await loadContent({ root: siteRoot({ ...POST, ...files }), now: NOW, builtinLayouts });
  const [fr, en] = (["fr", "en"] as const).map((lang) => show(problems, { lang }).map(({ hint }) => hint));
  return { fr: fr ?? [], en: en ?? [] };
}

const FIELD = "title: T\nurl: https://b.example.org\nfields: { defi: { type: string, label: Défi } }\n";

it.each<[string, Files, string, string]>([
  [
    "a field that the site declares",
    { "content/site.yaml": FIELD, "content/posts/2026-01-05-a.md": post("title: A", "defi: [un]") },
    'defi: "texte"',
    'defi: "text"',
  ],
  [
    "a redirect by pattern",
    { "content/redirects.yaml": '"/archive/*": "/blog/:splat"\n' },
    "/ancienne-adresse/: /nouvelle-adresse/",
    "/old-address/: /new-address/",
  ],
  [
    "a redirect to an invalid address",
    { "content/redirects.yaml": "/a/: b c\n" },
    "/a/: /nouvelle-adresse/",
    "/a/: /new-address/",
  ],
  [
    "a redirect to a list",
    { "content/redirects.yaml": "/a/: [b]\n" },
    "/a/: /nouvelle-adresse/",
    "/a/: /new-address/",
  ],
  [
    "an old address of a text",
    { "content/posts/2026-01-05-a.md": post("title: A", "redirect_from: [/x/, /a/*]") },
    "redirect_from: [/x/, /ancienne-adresse/]",
    "redirect_from: [/x/, /old-address/]",
  ],
  [
    "a slug without letters",
    { "content/posts/2026-01-05-+.md": post("title: A", 'slug: "??"') },
    "slug: mon-article",
    "slug: my-post",
  ],
  [
    "a file name without letters, with a day that does not exist",
    { "content/posts/2026-02-31-+.md": post("title: A") },
    "Renommez le fichier, par exemple 2026-02-28-titre.md",
    "Rename the file, for instance 2026-02-28-title.md",
  ],
])("the fix is in the language of the message: %s", async (_, files, fr, en) => {
  expect(await hints(files)).toEqual({ fr: [fr], en: [en] });
});

it.each([
  ["permalink: /x/", "permalink: /another-address/"],
  ["permalink: /x/:slug/", "slug: another-name"],
  ["slug: x", "slug: another-name"],
])("the fix for a second text with “%s” is the key that changes its address", async (line, hint) => {
  const { en } = await hints({
    "content/posts/2026-01-05-x.md": post("title: A", line),
    "content/posts/2026-01-05-x/index.md": post("title: B", line),
  });
  expect(en).toEqual([hint]);
});
