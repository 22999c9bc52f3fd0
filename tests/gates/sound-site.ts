// A sound site of two languages under a base path, built for tests that break one thing at a time in it: the gates must name the
// fault.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { writeFiles } from "../support/files.ts";
import { CARNET, post } from "../support/site.ts";
import { realPng } from "../unit/images/samples.ts";

export const FR = "blog/2026/03/02/premier/index.html";

export const basePath = "/blog/";
let root = "";
/** Its output. */
export let built = "";

/** The tests of the file that calls this share one site, built before the first. */
export function usesSoundSite(): void {
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "carnet-gates-"));
    built = join(root, "out");
    writeFiles(root, {
      "content/site.yaml": [
        "title: Mon carnet",
        "description: Un carnet.",
        "url: https://blog.example.org/blog/",
        "license: CC BY 4.0",
        "twitter: moncarnet",
        "social: [{ label: Mastodon, url: 'https://social.example.org/@carnet' }]",
        "translations: { en: { title: My notebook } }",
      ].join("\n"),
      "content/people.yaml":
        "ada: { name: Ada Lovelace, role: Analyste, handles: { mastodon: '@ada@social.example.org' } }\n",
      "content/posts/2026-03-02-premier.md": post(
        "L’été & « après » </script>",
        "Un [lien](/blog/2026/03/01/autre/).\n\n![Un pont](/img/pont.png)\n_Le pont_\n\n## Vidéo\n\nhttps://vimeo.com/76979871\n",
        "tags: [Été]\nupdated: 2026-03-09\nimage: /img/pont.png\nimageAlt: Un pont\ntwitter: adalovelace\nlang-ref: un\n",
      ).replace("author: Équipe éditoriale", "author: Ada Lovelace"),
      "content/posts/2026-03-01-autre.md": post("Autre", "Texte.", "tags: [Été]\n"),
      "content/posts/en/2026-03-03-first.md": post("First", "A text.", "lang-ref: un\n"),
      "content/pages/cachee.md": "---\ntitle: Cachée\nnoindex: true\n---\n\nTexte.\n",
      "content/redirects.yaml": "/ancien/: /blog/2026/03/01/autre/\n",
      "public/img/pont.png": await realPng({ width: 640, height: 480 }),
    });
    const args = ["build", "--output", built, "--now", "2026-06-01T12:00:00Z"];
    const run = spawnSync(process.execPath, [CARNET, ...args], { cwd: root, encoding: "utf8" });
    if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  }, 60_000);
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });
}

/** A copy of it in which something of a file, which must be there, is replaced. */
export function broken(file: string, from: string | RegExp, to: string): string {
  const copy = mkdtempSync(join(root, "copy-"));
  cpSync(built, copy, { recursive: true });
  const text = readFileSync(join(built, file), "utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} holds no ${String(from)}:\n${text.slice(0, 6000)}`);
  writeFileSync(join(copy, file), changed);
  return copy;
}
