import { describe, expect, it } from "vitest";
import { html, render } from "./support.ts";

const VIMEO = "https://player.vimeo.com/video/1?dnt=1&amp;autoplay=1";

it.each(["https://vimeo.com/1", "<https://vimeo.com/1>", "[https://vimeo.com/1](https://vimeo.com/1)"])(
  "an address alone in a paragraph is a player: %s",
  (body) => {
    const page = html(`## Le film\n\n${body}\nhttps://youtu.be/abcdefghijk`);
    expect(page).toContain(`<iframe src="${VIMEO}" title="Le film (Vimeo)"`);
    expect(page.match(/<figure class="media">/g)).toHaveLength(2);
  },
);

describe("a raw frame", () => {
  it("takes its title and shape from its tag, and allows only what a viewer needs", () => {
    const page = html(
      '<iframe src="//vimeo.com/1" title="Le film" width="400" height="300" allow="camera; fullscreen"></iframe>',
    );
    expect(page).toContain('<section class="player player--4-3" data-player>');
    expect(page).toContain(
      `<iframe src="${VIMEO}" title="Le film" allow="autoplay; fullscreen; picture-in-picture"`,
    );
  });

  it("follows the paragraph that it is written in, and replaces one that it fills", () => {
    const frame = '<iframe src="https://vimeo.com/1" title="V"></iframe>';
    expect(html(`a ${frame} b`)).toMatch(/^<p>a {2}b<\/p><figure class="media">/);
    expect(html(`<p>${frame}</p>`)).toMatch(/^<figure class="media">/);
  });

  it("gives its host to the page's policy, and its address to the checks; a refused one gives no host", () => {
    const frame = '<iframe src="https://vimeo.com/1" title="V"></iframe>';
    const { frameHosts, references } = render(`a\n\n${frame}\n\n<iframe src="https://e.org"></iframe>`);
    expect(frameHosts).toEqual(["player.vimeo.com"]);
    expect(references).toMatchObject([{ kind: "embed", href: "https://vimeo.com/1", text: "V", line: 3 }]);
  });
});

describe("the `::video` directive", () => {
  it("plays with its start, its poster and its transcript", () => {
    const page = html(
      '::video[Le film]{url=https://vimeo.com/1 start=1m30s poster="a.jpg" transcript=/texte/}',
    );
    expect(page).toContain(`${VIMEO}#t=90s" title="Le film"`);
    expect(page).toContain('<div class="player-poster"><img src="/media/a.jpg" alt=""');
    expect(page).toContain('<p class="player-transcript"><a href="/texte/">');
  });

  it.each([":::video[a]{url=https://vimeo.com/1}", "::video[a]", "::video[a]{url=https://vimeo.com/1} b"])(
    "is text if it is written otherwise: %s",
    (body) => {
      expect(html(body)).not.toContain("<iframe");
      expect(html(body)).toContain("::video[a]");
    },
  );
});
