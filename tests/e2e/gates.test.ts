// The gates accept a sound site of two languages under a base path, and each of them names the fault of a broken one; the command
// that CI runs then fails.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { metadataFaults } from "../gates/index.ts";
import { makeSite, post, ROOT } from "../support/site.ts";
import { realPng } from "../unit/images/samples.ts";

const FR = "blog/2026/03/02/premier/index.html";
const BODY =
  "Un [lien](/blog/2026/03/01/autre/).\n\n![Un pont](/img/pont.png)\n_Le pont_\n\n## Vidéo\n\nhttps://vimeo.com/76979871\n";
const FRONT = "tags: [Été]\nupdated: 2026-03-09\nimage: /img/pont.png\nimageAlt: Un pont\nlang-ref: un\n";

/** For the command: what is replaced in the French post, and the fault that it prints. */
const BROKEN = [
  ["</main>", "<em><div></div></em></main>", "element-permitted-content"],
  ["/blog/blog/2026/03/01/autre/", "/blog/rien/", "html-link"],
  ['og:image:width" content="1200"', 'og:image:width" content="1"', "og:image is 1200x630"],
] as const;

/** For the gates. */
const FALSE = [
  [
    FR,
    'hreflang="en" href="',
    'hreflang="en" href="https://blog.example.org/x/',
    "hreflang leads to no page",
  ],
  [FR, '"headline":"', '"headline":"x', "headline of JSON-LD is not the h1"],
  ["feed.xml", /<updated>[^<]*/, "<updated>2020-01-01T00:00:00Z", "updated is not the latest change"],
  ["feed.json", '"title": "Autre"', '"title": "x"', "does not say what feed.json says"],
  ["sitemap.xml", /<lastmod>2026-03-09/, "<lastmod>2026-03-08", "does not list once, with its day"],
  ["robots.txt", "sitemap.xml", "plan.xml", "robots.txt: leads to no file"],
  ["404.html", /<link rel="icon"[^>]*>/, "", "other icons than the home page"],
] as const;

it(
  "the gates find no fault in a sound site, and name those of a broken one",
  { timeout: 120_000 },
  async () => {
    const site = makeSite({
      "content/site.yaml":
        "title: Mon carnet\ndescription: Un carnet.\nurl: https://blog.example.org/blog/\nlicense: CC BY 4.0\ntranslations: { en: { title: My notebook, description: A notebook. } }\n",
      "content/people.yaml": "ada: { name: Équipe éditoriale, role: Analyste }\n",
      "content/posts/2026-03-02-premier.md": post("L’été & « après » </script>", BODY, FRONT),
      "content/posts/2026-03-01-autre.md": post("Autre", "Texte.", "tags: [Été]\n"),
      "content/posts/en/2026-03-03-first.md": post("First", "A text.", "lang-ref: un\n"),
      "content/pages/cachee.md": "---\ntitle: Cachée\nnoindex: true\n---\n\nTexte.\n",
      "content/redirects.yaml": "/ancien/: /blog/2026/03/01/autre/\n",
      "public/img/pont.png": await realPng({ width: 640, height: 480 }),
    });
    expect(site.carnet(["build", "--no-search"])).toMatchObject({ status: 0 });
    const folder = join(site.root, "_site");
    const check = (): string => {
      const args = [join(ROOT, "tests/site-check.mjs"), folder, "--base-path", "/blog/"];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
      return `${String(status)} ${stdout}${stderr}`;
    };
    expect(check()).toMatch(/^0 \d+ pages: 0 HTML errors, 0 problems .*, 0 faults of metadata\n$/);
    const replace = (file: string, from: string | RegExp, to: string): void => {
      const text = site.read(`_site/${file}`);
      expect(text).toMatch(from);
      site.write({ [`_site/${file}`]: text.replace(from, to) });
    };
    for (const [from, to] of BROKEN) replace(FR, from, to);
    for (const [file, from, to] of FALSE) replace(file, from, to);
    const said = check();
    expect(said).toMatch(/^1 /);
    for (const fault of [...BROKEN.map(([, , words]) => words), ...FALSE.map(([, , , words]) => words)])
      expect(said).toContain(fault);
    replace("feed.xml", "<title>", "<title><");
    expect((await metadataFaults(folder, { basePath: "/blog/" })).join()).toMatch(/^feed\.xml:/);
    replace("index.html", /<link rel="canonical"[^>]*>/, "");
    await expect(metadataFaults(folder, { basePath: "/blog/" })).rejects.toThrow("no canonical address");
  },
);
