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

it("keeps what a reader of feeds uses and drops classes, ids and data", () => {
  expect(feedContent('<p class="x" id="y" data-z="1" lang="en" title="t">a</p>', page)).toBe(
    '<p lang="en" title="t">a</p>',
  );
});

it("drops scripts, styles, templates, buttons and frames with what they hold", () => {
  const html =
    "<p>a<button>b</button></p><template><p>c</p></template><script>d</script><style>e</style><iframe src='/f'></iframe>";
  expect(feedContent(html, page)).toBe("<p>a</p>");
});

it("drops decorations meant for the eye only", () => {
  expect(feedContent('<h2 id="t">Titre <a href="#t" aria-hidden="true">#</a></h2>', page)).toBe(
    "<h2>Titre </h2>",
  );
});

it("turns a player into a paragraph with its link, and keeps its caption", () => {
  const html =
    '<figure data-player="dailymotion"><template><iframe src="/x"></iframe></template><button>Lire</button>' +
    '<p><a class="player-fallback" href="https://www.dailymotion.com/video/x7">Voir la <em>vidéo</em></a></p>' +
    "<figcaption>Une <em>légende</em></figcaption></figure><p>Suite</p>";
  expect(feedContent(html, page)).toBe(
    '<p><a href="https://www.dailymotion.com/video/x7">Voir la <em>vidéo</em></a></p><p>Une <em>légende</em></p><p>Suite</p>',
  );
});

it.each(["data-player", ""])(
  "finds a player's link inside its fallback paragraph (figure %s)",
  (attribute) => {
    const html = `<figure class="player" ${attribute}><iframe src="/x"></iframe><p class="player-fallback"><a href="https://y.org/v" rel="noopener">Voir</a></p></figure>`;
    expect(feedContent(html, page)).toBe('<p><a href="https://y.org/v">Voir</a></p>');
  },
);

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
