import { expect, it } from "vitest";
import { feedContent } from "../../../src/feeds/content.ts";

const page = { origin: "https://x.org", url: "https://x.org/blog/a/" };

/** A player as a page shows it. */
const player = (poster: string): string =>
  '<section class="player player--4-3" data-player><template><iframe src="/x"></iframe></template>' +
  `<div class="player-poster">${poster}<p class="player-title" aria-hidden="true"><span>Vimeo</span> V</p>` +
  '<div class="player-start" hidden><button>Lire</button><p class="player-notice">En appuyant…</p></div></div>' +
  '<p class="player-fallback"><a href="https://vimeo.com/7" rel="noopener">Voir V</a></p></section>';

/** A `same` text is not changed. */
const same = "";

it.each([
  [
    "addresses are absolute",
    '<a href="/b/">b</a><img src="p.jpg" alt=""><a href="#fn1">1</a><a href="//y.org/">y</a>',
    '<a href="https://x.org/b/">b</a><img src="https://x.org/blog/a/p.jpg" alt=""><a href="https://x.org/blog/a/#fn1">1</a><a href="https://y.org/">y</a>',
  ],
  [
    "addresses of another site and of email stay",
    '<a href="http://y.org/?a=1&amp;b=2">y</a><a href="mailto:a@b.org">y</a>',
    same,
  ],
  [
    "attributes for the site alone are dropped",
    '<p class="x" id="y" data-z="1" lang="en" title="t">a</p>',
    '<p lang="en" title="t">a</p>',
  ],
  [
    "a video keeps its attributes and captions",
    '<video controls="" poster="https://x.org/p.jpg" width="9" height="6"><track kind="captions" srclang="fr" label="Français" src="https://x.org/a.vtt"></video>',
    same,
  ],
  [
    "a list keeps its numbers and letters",
    '<ol type="a" reversed="" start="5"><li value="3">a</li><li>b</li></ol>',
    same,
  ],
  [
    "scripts, styles, templates, buttons, frames and embeds are dropped",
    "<p>a<button>b</button><embed src=\"/f\"></p><template><p>c</p></template><script>d</script><style>e</style><iframe src='/f'></iframe>",
    "<p>a</p>",
  ],
  ["void elements have no end", "<p>b<br/>c<wbr>d</p>", "<p>b<br>c<wbr>d</p>"],
  [
    "signs hidden from screen readers, and words only for them, are dropped",
    '<h2>T <a href="#t" aria-hidden="true">#</a></h2><p>a<span class="visually-hidden"> (b)</span> c</p>',
    "<h2>T </h2><p>a c</p>",
  ],
  [
    "a player is its link, with its figure and caption",
    `<figure class="media">${player("")}<figcaption>Une <em>légende</em></figcaption></figure>`,
    '<figure><p><a href="https://vimeo.com/7">Voir V</a></p><figcaption>Une <em>légende</em></figcaption></figure>',
  ],
  [
    "the poster of a player is in its link",
    `${player('<picture><source srcset="/a.avif 1x"><img src="/a.jpg" alt="" width="2" height="1" loading="lazy"></picture>')}<p><a href="https://y.org/">b</a></p>`,
    '<p><a href="https://vimeo.com/7"><img src="https://x.org/a.jpg" alt="" width="2" height="1"><br>Voir V</a></p><p><a href="https://y.org/">b</a></p>',
  ],
  [
    "a player that loads by itself is its link",
    '<section class="player"><iframe src="/x"></iframe><p class="player-fallback"><a href="https://y.org/v" rel="noopener">Voir</a></p></section>',
    '<p><a href="https://y.org/v">Voir</a></p>',
  ],
  [
    "details are open, and sections are their content",
    '<details><summary>Le détail</summary><p>Texte<sup>1</sup></p></details><section class="t" tabindex="0"><table><tr><td>a</td></tr></table></section>',
    "<p><strong>Le détail</strong></p><p>Texte<sup>1</sup></p><table><tr><td>a</td></tr></table>",
  ],
  [
    "the title of a callout is bold",
    '<section class="callout" role="note"><p class="callout-title">Conseil</p><p>Texte</p></section>',
    "<p><strong>Conseil</strong></p><p>Texte</p>",
  ],
  [
    "the language of words in another one stays",
    '<p>Un <span lang="en" class="x">post</span> <span>b</span></p>',
    '<p>Un <span lang="en">post</span> b</p>',
  ],
  [
    "a figure keeps its picture, its film, its caption and its credit",
    '<figure><picture><source srcset="/a.avif"><img src="/a.jpg" alt="A" loading="lazy"></picture><video src="/f.mp4" poster="f.jpg" controls preload="none"></video><figcaption>B <small class="credit">© B</small></figcaption></figure>',
    '<figure><img src="https://x.org/a.jpg" alt="A"><video src="https://x.org/f.mp4" poster="https://x.org/blog/a/f.jpg" controls=""></video><figcaption>B <small>© B</small></figcaption></figure>',
  ],
  [
    "highlighted code is plain, and entities stay",
    '<pre class="shiki"><code><span class="line"><span class="k">a</span> &lt; b &amp;&amp; c</span></code></pre>',
    "<pre><code>a &lt; b &amp;&amp; c</code></pre>",
  ],
  [
    "the boxes of a task list are signs",
    '<li><input type="checkbox" checked disabled> fait</li><li><input type="checkbox" disabled> à faire</li>',
    "<li>☑  fait</li><li>☐  à faire</li>",
  ],
])("%s", (_, html, expected) => {
  expect(feedContent(html, page)).toBe(expected === same ? html : expected);
});
