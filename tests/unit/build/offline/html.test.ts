import { describe, expect, it } from "vitest";
import { offlineHtml } from "../../../../src/build/offline/html.ts";

/** Converts the page at `blog/un/index.html`, of a site in which every path exists. */
const page = (html: string): string => offlineHtml(html, (href) => href.replace(/^\//, "../../"));

describe("a page opened from a disk", () => {
  it("keeps every byte except addresses", () => {
    const same = `<!DOCTYPE html>\n<html lang=fr><!-- <a href="/x/"> --><p class='a  b'>A &amp; B &lt; <br/> <a href="#y">c</a>\n</html>\n`;
    expect(page(same)).toBe(same);
  });

  it.each([
    ["a link", '<a class="x" href="/b/">b</a>', '<a class="x" href="../../b/">b</a>'],
    [
      "an address with a character reference",
      '<a href="/b/?a=1&amp;b=2">b</a>',
      '<a href="../../b/?a=1&amp;b=2">b</a>',
    ],
    [
      "an image whose description contains quotation marks",
      `<img src="/x.png" alt='Un "mot"'>`,
      '<img src="../../x.png" alt="Un &quot;mot&quot;">',
    ],
    [
      "each candidate of a `srcset`",
      '<source srcset="/x-480.webp 480w, /x-960.webp 960w" sizes="50vw">',
      '<source srcset="../../x-480.webp 480w, ../../x-960.webp 960w" sizes="50vw">',
    ],
    [
      "a video and its poster",
      '<video src="/f.mp4" poster="/f.jpg">',
      '<video src="../../f.mp4" poster="../../f.jpg">',
    ],
    [
      "an image inside an SVG",
      '<svg><image href="/x.png"/></svg>',
      '<svg><image href="../../x.png" /></svg>',
    ],
    [
      "a stylesheet",
      '<link rel="stylesheet" href="/c.css" crossorigin>',
      '<link rel="stylesheet" href="../../c.css">',
    ],
    [
      "the target of a redirect page",
      '<meta http-equiv="refresh" content="0; url=/b/">',
      '<meta http-equiv="refresh" content="0; url=../../b/">',
    ],
  ])("rewrites %s relative to its own folder", (_, before, after) => {
    expect(page(before)).toBe(after);
  });

  it.each([
    [
      "the Content-Security-Policy, whose 'self' matches nothing on a disk",
      `<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`,
    ],
    ["modules, which browsers refuse to load from a disk", '<script type="module" src="/s.js"></script>'],
    ["scripts of another host", '<script src="https://example.net/s.js"></script>'],
    ["preloads", '<link rel="preload" href="/f.woff2" as="font" crossorigin>'],
    ["the web app manifest", '<link rel="manifest" href="/m.webmanifest">'],
    ["what is shown where scripts do not run", "<noscript><p>Sans <b>JavaScript</b></p></noscript>"],
  ])("leaves out %s", (_, html) => {
    expect(page(`<b>a</b>${html}<a href="/b/">b</a>`)).toBe('<b>a</b><a href="../../b/">b</a>');
  });

  it("finds the script that the theme loads on a disk, also when `data-base` is the root", () => {
    expect(page('<script src="/a/theme.js" data-disk="/a/disk.js" data-base="/"></script>')).toBe(
      '<script src="../../a/theme.js" data-disk="../../a/disk.js" data-base="/"></script>',
    );
  });

  it("keeps its own classic scripts, its data and its canonical address", () => {
    expect(page('<script src="/t.js"></script>')).toBe('<script src="../../t.js"></script>');
    const kept = '<script type="application/ld+json">{"a":"</b>"}</script><link rel="canonical" href="/b/">';
    expect(page(kept)).toBe(kept);
  });

  it("shows a player as the link inside it, and any other frame as a link", () => {
    const player =
      '<section class="player" data-player><template><iframe src="https://v.example/1"></iframe></template><p>a</p></section>';
    expect(page(player)).toBe('<section class="player" data-player><p>a</p></section>');
    const lazy =
      '<section class="player player--1-1"><iframe src="https://v.example/1"></iframe><p>a</p></section>';
    expect(page(lazy)).toBe('<section class="player player--1-1"><p>a</p></section>');
    expect(page('<div><iframe src="https://v.example/1?a&amp;b" title="Un film"></iframe></div>')).toBe(
      '<div><p><a href="https://v.example/1?a&amp;b">Un film</a></p></div>',
    );
  });

  it("says in its own language that search does not work", () => {
    const form = '<form role="search" action="/r/"><input name="q"></form>';
    // What the page says if a script does not come would be shown too.
    const status = '<p class="search-status" role="status"><span class="search-lost">b</span></p>';
    expect(page(`<html lang="fr">${form}${status}<i>a</i>`)).toMatch(
      /^<html lang="fr"><p class="search-note" id="search--field">La recherche ne fonctionne pas [^<]+<\/p><i>a<\/i>$/,
    );
    expect(page(`<html lang="en">${form}`)).toContain("Searching does not work in this offline copy.");
  });
});
