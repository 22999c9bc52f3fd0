// Real blogs, placed in a site root as their owner would.
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The seed post, whose pictures are in `public/`. */
export function placeSeed(corpus, site, more = "") {
  mkdirSync(join(site, "content/posts"), { recursive: true });
  for (const name of readdirSync(join(corpus, "seed")))
    cpSync(join(corpus, "seed", name), join(site, name.endsWith(".md") ? "content/posts" : "public", name), {
      recursive: true,
    });
  const settings = `title: EIG\nurl: https://entrepreneur-interet-general.etalab.gouv.fr\n${more}`;
  writeFileSync(join(site, "content/site.yaml"), settings);
}

/** A Jekyll blog in two languages. */
export function placeSiteEig(corpus, site) {
  const from = join(corpus, "site-eig");
  cpSync(join(from, "_posts"), join(site, "content/posts"), { recursive: true });
  cpSync(join(from, "en/_posts"), join(site, "content/posts/en"), { recursive: true });
  cpSync(join(from, "img"), join(site, "public/img"), { recursive: true });
  const settings = [
    "title: Entrepreneurs d’intérêt général",
    "url: https://entrepreneur-interet-general.etalab.gouv.fr",
    "lang: fr",
    "permalink: /blog/:year/:month/:day/:slug.html",
    "addresses: { tag: /tag/:slug/ }",
    "embeds: { allow: [speakerdeck.com, data.eig-forever.org] }",
    "alsoServed: [/defis/, /communaute/]",
  ];
  writeFileSync(join(site, "content/site.yaml"), `${settings.join("\n")}\n`);
}
