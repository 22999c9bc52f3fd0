// Generates an Eleventy blog of any size, whose texts contain the Liquid that people write. Five hundred fixtures would say no
// more than one.
import { makeSite, type TestSite } from "./site.ts";

const DAY = 86_400_000;

/** `n` posts, nine days apart from January 2012 on, at `/articles/YEAR/article-I/`. */
export function eleventyBlog(n: number): TestSite {
  return makeSite({
    "eleventy.config.js": 'module.exports = () => ({ dir: { input: "src" } });\nprocess.exit(1);\n',
    "src/_data/site.json": JSON.stringify({
      title: "Cinq cents",
      url: "https://onze.example.org",
      lang: "fr",
    }),
    "src/_includes/note.liquid": '<p class="note">Une note.</p>\n',
    "src/posts/posts.json": JSON.stringify({
      layout: "post",
      tags: "posts",
      permalink: "/articles/{{ page.date | date: '%Y' }}/{{ page.fileSlug }}/",
    }),
    "src/index.njk":
      '---\npagination: { data: collections.posts, size: 10 }\npermalink: "/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}"\n---\n',
    "src/sujets.njk":
      '---\npagination: { data: collections, size: 1, alias: tag }\npermalink: "/sujets/{{ tag | slugify }}/"\n---\n',
    ...Object.fromEntries(
      Array.from({ length: n }, (_, i) => [`src/posts/${dayOf(i)}-article-${String(i)}.md`, text(i)]),
    ),
  });
}

const dayOf = (i: number): string => new Date(Date.UTC(2012, 0, 1) + i * 9 * DAY).toISOString().slice(0, 10);

function text(i: number): string {
  const before = Math.max(0, i - 1);
  return `---
title: "Article ${String(i)} &amp; suite"
tags: [posts, Sujet ${String(i % 12)}, "Été"]
author: Équipe ${String(i % 5)}
---

Texte numéro ${String(i)}, publié par {{ site.title }}.

{% include "note" %}

{% raw %}{{ montré }}{% endraw %}

[Le précédent]({{ "/articles/${dayOf(before).slice(0, 4)}/article-${String(before)}/" | url }})

{% highlight js %}
const n = ${String(i)};
{% endhighlight %}

{% comment %}caché{% endcomment %}

{% for tag in tags %}{{ tag }} {% endfor %}
`;
}
