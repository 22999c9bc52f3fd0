import { expect, it } from "vitest";
import { feedContent } from "../../../src/feeds/content.ts";

const page = { origin: "https://x.org", url: "https://x.org/blog/a/" };

it.each([
  ["a site path", '<a href="/b/">b</a>', '<a href="https://x.org/b/">b</a>'],
  ["a relative path", '<img src="p.jpg" alt="">', '<img src="https://x.org/blog/a/p.jpg" alt="">'],
  ["an anchor", '<a href="#fn1">1</a>', '<a href="https://x.org/blog/a/#fn1">1</a>'],
  ["a protocol-relative address", '<a href="//y.org/">y</a>', '<a href="https://y.org/">y</a>'],
  [
    "an address of another site",
    '<a href="http://y.org/?a=1&amp;b=2">y</a>',
    '<a href="http://y.org/?a=1&amp;b=2">y</a>',
  ],
  ["an email address", '<a href="mailto:a@b.org">y</a>', '<a href="mailto:a@b.org">y</a>'],
])("makes %s absolute, or leaves it as it is", (_, html, expected) => {
  expect(feedContent(html, page)).toBe(expected);
});

it("keeps the attributes that feed readers use, and drops classes, ids and data", () => {
  expect(feedContent('<p class="x" id="y" data-z="1" lang="en" title="t">a</p>', page)).toBe(
    '<p lang="en" title="t">a</p>',
  );
});

it("keeps the attributes and captions of a video", () => {
  const player =
    '<video controls="" poster="https://x.org/p.jpg" width="9" height="6"><track kind="captions" srclang="fr" label="Français" src="https://x.org/a.vtt"></video>';
  expect(feedContent(player, page)).toBe(player);
});

it("keeps the numbers and letters of a list, which the text may refer to", () => {
  const list = '<ol type="a" reversed="" start="5"><li value="3">a</li><li>b</li></ol>';
  expect(feedContent(list, page)).toBe(list);
});

it("drops scripts, styles, templates, buttons and frames with their content", () => {
  const html =
    "<p>a<button>b</button></p><template><p>c</p></template><script>d</script><style>e</style><iframe src='/f'></iframe>";
  expect(feedContent(html, page)).toBe("<p>a</p>");
});

it("drops <embed>, which has no content, and keeps what follows", () => {
  expect(feedContent('<p>a<embed src="/f">b<br/>c</p><p>d<wbr>e</p>', page)).toBe(
    "<p>ab<br>c</p><p>d<wbr>e</p>",
  );
});

it("drops decorations hidden from screen readers", () => {
  expect(feedContent('<h2 id="t">Titre <a href="#t" aria-hidden="true">#</a></h2>', page)).toBe(
    "<h2>Titre </h2>",
  );
});

/** A player as a page shows it. */
const player = (poster: string): string =>
  '<section class="player player--4-3" data-player><template><iframe src="/x"></iframe></template>' +
  `<div class="player-poster">${poster}<p class="player-title" aria-hidden="true"><span>Vimeo</span> V</p>` +
  '<div class="player-start" hidden><button>Lire</button><p class="player-notice">En appuyant…</p></div></div>' +
  '<p class="player-fallback"><a href="https://vimeo.com/7" rel="noopener">Voir V</a></p></section>';

it("turns a player into its link, and keeps its figure and caption", () => {
  const html = `<figure class="media">${player("")}<figcaption>Une <em>légende</em></figcaption></figure><p>Suite</p>`;
  expect(feedContent(html, page)).toBe(
    '<figure><p><a href="https://vimeo.com/7">Voir V</a></p><figcaption>Une <em>légende</em></figcaption></figure><p>Suite</p>',
  );
});

it("puts the poster of a player into its link", () => {
  const poster =
    '<picture><source srcset="/a.avif 1x"><img src="/a.jpg" alt="" width="2" height="1" loading="lazy"></picture>';
  expect(
    feedContent(`<figure class="media">${player(poster)}</figure><p><a href="/b/">b</a></p>`, page),
  ).toBe(
    '<figure><p><a href="https://vimeo.com/7"><img src="https://x.org/a.jpg" alt="" width="2" height="1"><br>Voir V</a></p></figure>' +
      '<p><a href="https://x.org/b/">b</a></p>',
  );
});

it("keeps the link of a player that loads by itself", () => {
  const html =
    '<figure class="media"><section class="player"><iframe src="/x"></iframe><p class="player-fallback"><a href="https://y.org/v" rel="noopener">Voir</a></p></section></figure>';
  expect(feedContent(html, page)).toBe('<figure><p><a href="https://y.org/v">Voir</a></p></figure>');
});

it("unfolds details, and keeps the content of sections", () => {
  expect(
    feedContent(
      '<details><summary>Le détail</summary><p>Texte<sup>1</sup></p></details><section class="t" tabindex="0"><table><tr><td>a</td></tr></table></section>',
      page,
    ),
  ).toBe("<p><strong>Le détail</strong></p><p>Texte<sup>1</sup></p><table><tr><td>a</td></tr></table>");
});

it("makes the title of a callout bold, since its class is dropped", () => {
  expect(
    feedContent(
      '<section class="callout" role="note"><p class="callout-title">Conseil</p><p>Texte</p></section>',
      page,
    ),
  ).toBe("<p><strong>Conseil</strong></p><p>Texte</p>");
});

it("keeps the language of words in another language", () => {
  expect(feedContent('<p>Un <span lang="en" class="x">post</span> <span>b</span></p>', page)).toBe(
    '<p>Un <span lang="en">post</span> b</p>',
  );
});

it("drops text that the page has only for screen readers", () => {
  expect(feedContent('<p>a<span class="visually-hidden"> (b)</span> c</p>', page)).toBe("<p>a c</p>");
});

it("keeps a credit, and a video of the site", () => {
  expect(
    feedContent(
      '<figure><video src="/f.mp4" poster="f.jpg" controls preload="none"></video><figcaption>A <small class="credit">© B</small></figcaption></figure>',
      page,
    ),
  ).toBe(
    '<figure><video src="https://x.org/f.mp4" poster="https://x.org/blog/a/f.jpg" controls=""></video><figcaption>A <small>© B</small></figcaption></figure>',
  );
});

it("keeps an ordinary figure", () => {
  const html =
    '<figure><picture><source srcset="/a.avif"><img src="/a.jpg" alt="A" width="2" height="1" loading="lazy"></picture><figcaption>B</figcaption></figure>';
  expect(feedContent(html, page)).toBe(
    '<figure><img src="https://x.org/a.jpg" alt="A" width="2" height="1"><figcaption>B</figcaption></figure>',
  );
});

it("keeps highlighted code as plain code, entities untouched", () => {
  expect(
    feedContent(
      '<pre class="shiki"><code><span class="line"><span class="k">a</span> &lt; b &amp;&amp; c</span></code></pre>',
      page,
    ),
  ).toBe("<pre><code>a &lt; b &amp;&amp; c</code></pre>");
});

it("shows the boxes of a task list as characters", () => {
  expect(
    feedContent(
      '<li><input type="checkbox" checked disabled> fait</li><li><input type="checkbox" disabled> à faire</li>',
      page,
    ),
  ).toBe("<li>☑  fait</li><li>☐  à faire</li>");
});
