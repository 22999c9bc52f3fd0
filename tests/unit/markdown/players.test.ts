import { describe, expect, it } from "vitest";
import { codes, html, problems, render } from "./support.ts";

const ALLOW = { settings: { embeds: { allow: ["Speakerdeck.com", "tube.example.org"] } } };

/** The addresses of the frames in a rendered text. */
const frames = (body: string, setting = {}): string[] =>
  [...html(body, setting).matchAll(/<iframe src="([^"]*)"/g)].map(([, src = ""]) =>
    src.replaceAll("&amp;", "&"),
  );

const title = (body: string): string | undefined => /<iframe [^>]*?title="([^"]*)"/.exec(html(body))?.[1];

const VIMEO = "https://player.vimeo.com/video/1?dnt=1&autoplay=1";

describe("a raw frame", () => {
  it.each([
    ["alone", '<iframe src="https://vimeo.com/1"></iframe>'],
    ["with its tag in capitals and its values unquoted", "<IFRAME SRC=https://vimeo.com/1></IFRAME>"],
    ["on several lines", '<iframe\n  width="1"\n  src="https://vimeo.com/1"\n></iframe>'],
    ["without scheme", '<iframe src="//vimeo.com/1"></iframe>'],
    ["over http", '<iframe src="http://vimeo.com/1"></iframe>'],
    ["loaded later by a script", '<iframe src="about:blank" data-src="https://vimeo.com/1"></iframe>'],
    ["with a `srcdoc`, which is removed", '<iframe srcdoc="<p>x" src="https://vimeo.com/1"></iframe>'],
    ["not closed", '<iframe src="https://vimeo.com/1">'],
    ["with text for old browsers", '<iframe src="https://vimeo.com/1">Pas de cadres</iframe>'],
    ["in `center`", '<center><iframe src="https://vimeo.com/1"></iframe></center>'],
    ["in `p`", '<p align="center"><iframe src="https://vimeo.com/1"></iframe></p>'],
    ["in `div`", '<div class="video">\n<iframe src="https://vimeo.com/1"></iframe>\n</div>'],
    ["between line breaks", '<br><iframe src="https://vimeo.com/1"></iframe><br/>'],
    ["in a sentence", 'Voir <iframe src="https://vimeo.com/1"></iframe>'],
    ["in a list", '- <iframe src="https://vimeo.com/1"></iframe>'],
    ["in a quotation", '> <iframe src="https://vimeo.com/1"></iframe>'],
    ["in a cell", '| a |\n|---|\n| <iframe src="https://vimeo.com/1"></iframe> |'],
  ])("becomes a player: %s", (_form, body) => {
    expect(frames(body)).toEqual([VIMEO]);
    expect(html(body)).toContain('<figure class="media"><section class="player" data-player>');
    expect(html(body)).not.toMatch(/srcdoc|Pas de cadres|<center|<p[^>]*>\s*<\/p>/);
  });

  it.each(["YouTube video player", "Dailymotion Video Player", "vimeo-player", "Lecteur vidéo"])(
    "is reported for the generic title “%s”",
    (name) => {
      const body = `## Le film\n\n<iframe title="${name}" src="https://vimeo.com/1"></iframe>`;
      expect(title(body)).toBe("Le film (Vimeo)");
      expect(codes(body)).toEqual(["3:1 untitled-frame"]);
    },
  );

  it.each([
    ["its own title", '## Le film\n\n<iframe title="V" src="https://vimeo.com/1"></iframe>', "V"],
    ["its label", '<iframe aria-label="V" src="https://vimeo.com/1"></iframe>', "V"],
    ["the heading above", '## Le film :\n\n<iframe src="https://vimeo.com/1"></iframe>', "Le film (Vimeo)"],
    ["the post's title", '<iframe title=" " src="https://vimeo.com/1"></iframe>', "Le billet (Vimeo)"],
  ])("is titled by %s", (_where, body, expected) => {
    expect(title(body)).toBe(expected);
  });

  it.each([
    [`width="760" height="480"`, "player"],
    [`width="672px" height="378"`, "player"],
    [`width="640" height="480"`, "player player--4-3"],
    [`width="500" height="500"`, "player player--1-1"],
    [`width="315" height="560"`, "player player--9-16"],
    [`width="100%" height="480"`, "player"],
    [`width="1" height="9999"`, "player"],
    [`width="0" height="0"`, "player"],
  ])("has the shape given by %s", (size, expected) => {
    expect(html(`<iframe ${size} src="https://vimeo.com/1"></iframe>`)).toContain(
      `<section class="${expected}" `,
    );
  });

  // A sound: in the 32 rem of a page it would leave most of its frame blank. No video is as low as that.
  it.each([
    [`width="100%" height="180"`, "player player--low"],
    [`height="166px"`, "player player--low"],
    [`width="760" height="200"`, "player player--low"],
    [`width="320" height="180"`, "player"],
    [`width="100%" height="300"`, "player player--page"],
    [`width="1" height="1"`, "player player--page"],
    [`width="100%" height="100%"`, "player player--page"],
  ])("has the height of a sound if it is a page with %s", (size, expected) => {
    expect(html(`<iframe ${size} src="https://speakerdeck.com/1"></iframe>`, ALLOW)).toContain(
      `<section class="${expected}" `,
    );
    expect(html(`<iframe ${size} src="https://vimeo.com/1"></iframe>`)).not.toContain("player--low");
  });

  it("may show a page of a host that the site allows", () => {
    const deck = '<iframe src="//speakerdeck.com/player/2de" allow="autoplay; camera"></iframe>';
    expect(frames(deck, ALLOW)).toEqual(["https://speakerdeck.com/player/2de"]);
    expect(render(deck, ALLOW).frameHosts).toEqual(["speakerdeck.com"]);
    expect(html(deck, ALLOW)).not.toContain("camera");
    expect(codes(deck)).toEqual(["1:1 unknown-frame"]);
    expect(html(deck)).toBe("");
    expect(problems('<iframe src="https://a.example/"></iframe>', ALLOW)[0]?.hint).toContain(
      "`embeds: { allow: [Speakerdeck.com, tube.example.org, a.example] }`",
    );
    const two = `${deck}\n\n<iframe src="https://a.example/"></iframe>`;
    expect(problems(two)[1]?.hint).toContain("`embeds: { allow: [speakerdeck.com, a.example] }`");
    const lazy = { settings: { embeds: { load: "lazy" } } };
    expect(problems(deck, lazy)[0]?.hint).toContain("`embeds: { allow: [speakerdeck.com], load: lazy }`");
  });
});

describe("an address alone in a paragraph", () => {
  it.each([
    ["https://vimeo.com/1", [VIMEO]],
    ["<https://vimeo.com/1>", [VIMEO]],
    ["[https://vimeo.com/1](https://vimeo.com/1)", [VIMEO]],
    ["[https://vimeo.com/1](https://vimeo.com/1)\n*La légende*", [VIMEO]],
    [
      "[https://youtu.be/abcde\\_ghijk](https://youtu.be/abcde_ghijk)",
      ["https://www.youtube-nocookie.com/embed/abcde_ghijk?autoplay=1"],
    ],
    ["[Le film](https://vimeo.com/1)", []],
    ["[https://vimeo.com/2](https://vimeo.com/1)", []],
    ["- [https://vimeo.com/1](https://vimeo.com/1)", []],
    ["//vimeo.com/1", [VIMEO]],
    ["www.vimeo.com/1", [VIMEO]],
    ["> https://vimeo.com/1", [VIMEO]],
    ["https://vimeo.com/1\n\nhttps://vimeo.com/1", [VIMEO, VIMEO]],
    ["https://vimeo.com/1\n<https://vimeo.com/1>", [VIMEO, VIMEO]],
    ["https://vimeo.com/1\nhttps://example.org/", []],
    [
      "https://www.youtube.com/watch?v=abcde\\_ghijk",
      ["https://www.youtube-nocookie.com/embed/abcde_ghijk?autoplay=1"],
    ],
    [
      "https://www.youtube.com/watch?v=abcdefghijk&amp;t=9",
      ["https://www.youtube-nocookie.com/embed/abcdefghijk?start=9&autoplay=1"],
    ],
    [
      "https://tube.example.org/w/9c9de5e80a1e484ab0",
      ["https://tube.example.org/videos/embed/9c9de5e80a1e484ab0?p2p=0&autoplay=1"],
    ],
    ["https://speakerdeck.com/player/2de", []],
    ["https://autre.example.org/w/9c9de5e80a1e484ab0", []],
    ["https://vimeo.com/staffpicks", []],
    ["https://vimeo.com/1 et la suite", []],
    ["https://vimeo.com/1\net la suite", []],
    ["- https://vimeo.com/1\n\n- https://vimeo.com/1", []],
    ["a[^1]\n\n[^1]: https://vimeo.com/1", []],
    ["Terme\n: https://vimeo.com/1", []],
    ["    https://vimeo.com/1", []],
    ["`https://vimeo.com/1`", []],
  ])("%j", (body, expected) => {
    expect(frames(body, ALLOW)).toEqual(expected);
  });

  it("is reported without a title, each of two at its own line", () => {
    expect(codes("Texte\n\nhttps://vimeo.com/1\n<https://vimeo.com/1>")).toEqual([
      "3:1 untitled-frame",
      "4:2 untitled-frame",
    ]);
  });

  it("is reported without a title, at its first letter, with a fix", () => {
    const [found, ...others] = problems("Texte\n\n> <https://vimeo.com/1>");
    expect(others).toEqual([]);
    expect(found).toMatchObject({ line: 3, column: 4, code: "untitled-frame", severity: "warn" });
    expect(found?.hint).toBe("Écrivez `::video[Ce que montre la vidéo]{url=https://vimeo.com/1}`");
  });
});

describe("the `::video` directive", () => {
  it.each([
    "::video[Le film]{url=https://vimeo.com/1 start=90}",
    "::video[Le film]{start=1m30s url=https://vimeo.com/1}",
    "::video[Le film]{url='https://vimeo.com/1#t=5s' start='90s'}  ",
    "::video[Le film]{url=“https://vimeo.com/1”, start=“90”}",
    "::video [Le film] { URL=https://vimeo.com/1 start=90 }",
    "::Vidéo[Le film]{url=https://vimeo.com/1 start=90}",
    "Avant\n::video[Le film]{url=https://vimeo.com/1 start=90}\nAprès",
    "> ::video[Le film]{url=https://vimeo.com/1 start=90}",
    "- a\n\n  ::video[Le film]{url=https://vimeo.com/1 start=90}",
  ])("%j", (body) => {
    expect(codes(body)).toEqual([]);
    expect(frames(body)).toEqual([`${VIMEO}#t=90s`]);
    expect(title(body)).toBe("Le film");
  });

  it("takes its title as plain text, without the signs of emphasis", () => {
    expect(title('::video[Le *film* \\[2\\] <b> "x"]{url=https://vimeo.com/1}')).toBe(
      "Le film [2] &lt;b&gt; &quot;x&quot;",
    );
  });

  it("shows a local poster before the click, and reports one that it cannot show", () => {
    const video = (poster: string): string => `::video[V]{url=https://vimeo.com/1 poster=${poster}}`;
    expect(html(video("/img/a.jpg"))).toMatch(/<div class="player-poster"><(?:img|picture)[^>]*/);
    expect(html(video("/img/a.jpg"))).toContain('alt=""');
    expect(codes(video("absente.jpg"))).toEqual(["1:1 missing-image"]);
    expect(problems(video("absente.jpg"))[0]?.message).toBe(
      "L’image `absente.jpg` est introuvable : le lecteur garde le fond que Carnet dessine.",
    );
    expect(html(video("absente.jpg"))).toContain('<div class="player-poster"><p class="player-title"');
    expect(codes(video("https://example.org/a.jpg"))).toEqual(["1:1 third-party-image"]);
    expect(problems(video("https://example.org/a.jpg"))[0]?.message).toContain("le lecteur garde le fond");
    expect(html(video("https://example.org/a.jpg"))).not.toContain("example.org");
  });

  it("links to its transcript, under the base path, and lists its links", () => {
    const body = "::video[V]{url=https://vimeo.com/1 transcript=/transcriptions/v/}";
    expect(html(body, { run: { basePath: "/carnet/" } })).toContain('<a href="/carnet/transcriptions/v/">');
    expect(render(body).references).toMatchObject([
      { kind: "embed", href: "https://vimeo.com/1", text: "V", line: 1, column: 1 },
      { kind: "link", href: "/transcriptions/v/" },
    ]);
    const refused = "::video[V]{url=https://vimeo.com/1 transcript=javascript:x}";
    expect(codes(refused)).toEqual(["1:1 dropped-html"]);
    expect(html(refused)).not.toContain("javascript");
  });

  it.each([
    ["a missing bracket", "::video[V{url=https://vimeo.com/1}", "1:1 video-directive"],
    ["a missing brace", "::video[V]{url=https://vimeo.com/1", "1:1 video-directive"],
    ["a missing quotation mark", '::video[V]{url="https://vimeo.com/1}', "1:1 video-directive"],
    ["text after it", "::video[V]{url=https://vimeo.com/1} ici", "1:1 video-directive"],
    ["no braces", "a\n\n::video[V]", "3:1 video-directive"],
    ["one colon too many", ":::video[V]{url=https://vimeo.com/1}", "1:1 video-directive"],
    ["a space after the colons", ":: video[V]{url=https://vimeo.com/1}", "1:1 video-directive"],
    ["a provider's name", "::youtube[V]{id=abcdefghijk}", "1:1 video-directive"],
    ["no address", "::video[V]{start=3}", "1:1 video-directive"],
    ["a space after three colons", "::: video[V]{url=https://vimeo.com/1", "1:1 video-directive"],
    ["an empty address", '- ::video[V]{url=""}', "1:3 video-directive"],
  ])("is shown as text with %s", (_case, body, expected) => {
    expect(codes(body)).toEqual([expected]);
    expect(html(body)).toContain(`<p>${body.slice(body.indexOf("::")).replaceAll('"', "&quot;")}</p>`);
  });

  it.each([":: video", ":video", ":::video", "::Vimeo"])("gets a fix for its beginning: %s", (beginning) => {
    const hint = "Écrivez `::video[V]{url=https://vimeo.com/1}`";
    const body = `${beginning}[V]{url=https://vimeo.com/1}`;
    expect(problems(body)).toMatchObject([{ code: "video-directive", hint }]);
    expect(html(body)).toContain(`<p>${body}</p>`);
  });

  it("is no video in a sentence or a definition", () => {
    expect(codes("Le film :: vidéo [V](a)\n\n:: une note")).toEqual([]);
  });

  it.each([
    [
      "under another key",
      "::video[V]{adresse=https://vimeo.com/1 start=3}",
      "url=https://vimeo.com/1 start=3",
    ],
    ["without a key", "::video[V]{https://vimeo.com/1?h=ab}", "url=https://vimeo.com/1?h=ab"],
    ["missing", "::video[V]{width=3}", "url=https://www.dailymotion.com/video/…"],
  ])("whose address is %s is reported once, with a fix", (_where, body, braces) => {
    expect(problems(body)).toMatchObject([
      { code: "video-directive", hint: `Écrivez \`::video[V]{${braces}}\`` },
    ]);
  });

  it.each([
    [
      "an unknown attribute",
      "::video[V]{url=https://vimeo.com/1 width=300 start=3}",
      "video-directive",
      "Écrivez `::video[V]{url=https://vimeo.com/1 start=3}`",
    ],
    [
      "a class",
      "::video[V]{url=https://vimeo.com/1 .grand}",
      "video-directive",
      "Écrivez `::video[V]{url=https://vimeo.com/1}`",
    ],
    [
      "a start time in another form",
      '::video[V]{url=https://vimeo.com/1 start=1:30 poster="/img/a b.jpg"}',
      "video-directive",
      'Écrivez `::video[V]{url=https://vimeo.com/1 start=90 poster="/img/a b.jpg"}`',
    ],
    [
      "no title",
      "::video{start=3 url=https://vimeo.com/1}",
      "untitled-frame",
      "Écrivez `::video[Ce que montre la vidéo]{url=https://vimeo.com/1 start=3}`",
    ],
  ])("plays with %s, with a warning and a fix", (_case, body, code, hint) => {
    expect(frames(body)).toHaveLength(1);
    expect(problems(body)).toMatchObject([{ line: 1, column: 1, code, severity: "warn", hint }]);
  });

  it.each([
    [
      "a host that the site does not allow",
      "https://example.org/v",
      '<p><a href="https://example.org/v" rel="noopener">V</a></p>',
    ],
    [
      "a provider's page without video",
      "https://vimeo.com/staffpicks",
      '<p><a href="https://vimeo.com/staffpicks" rel="noopener">V</a></p>',
    ],
    ["an address that runs code", "javascript:alert(1)", "<p>V</p>"],
    ["a file", "/media/film.mp4", "<p>V</p>"],
  ])("is refused, but keeps its title, with %s", (_case, url, expected) => {
    const body = `::video[V]{url=${url}}`;
    expect(html(body)).toBe(expected);
    expect(problems(body)).toMatchObject([{ line: 1, column: 1, code: "unknown-frame", severity: "error" }]);
  });

  it.each(["::video[", '::video[a]{url="', "::video[a]{a=", "::video[\\"])(
    "can be very long: %s…",
    (start) => {
      expect(html(start + start.slice(-1).repeat(200_000)).length).toBeGreaterThan(200_000);
    },
  );
});

describe("Flash content", () => {
  const YOUTUBE = "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1";
  const flash = "http://www.youtube.com/v/abcdefghijk&hl=fr";
  it.each([
    [
      "an object with a `param` and an `embed`",
      `<param name="movie" value="${flash}"><embed src="${flash}">`,
    ],
    ["an object with a `param`", `<param name="Movie" value="${flash}"></param>`],
    ["an object with an `embed` and text", `<embed src="${flash}"></embed>Installez Flash`],
  ])("becomes one player: %s", (_form, held) => {
    for (const body of [
      `<object width="425" height="344">${held}</object>`,
      `<div>\n<object width="425" height="344">\n${held}\n</object>\n</div>`,
      `Voir <object>${held}</object>`,
    ]) {
      expect(frames(body)).toEqual([YOUTUBE]);
      expect(html(body)).not.toMatch(/<(?:object|param|embed)|Installez/);
      expect(codes(body).map((one) => one.split(" ")[1])).toEqual(["untitled-frame"]);
    }
  });
  it("is played from the address of an `object`, or of an `embed` alone", () => {
    expect(frames('<object data="https://www.dailymotion.com/swf/x7zgtds"><p>Flash</p></object>\n')).toEqual([
      "https://www.dailymotion.com/embed/video/x7zgtds?autoplay=1",
    ]);
    expect(frames('<embed src="https://vimeo.com/moogaloop.swf?clip_id=1&amp;server=vimeo.com">')).toEqual([
      VIMEO,
    ]);
  });
  it("is reported without a title, with a fix", () => {
    expect(problems(`<embed src="${flash}">`)).toMatchObject([
      {
        code: "untitled-frame",
        hint: "Écrivez `::video[Ce que montre la vidéo]{url=https://www.youtube.com/watch?v=abcdefghijk}`",
      },
    ]);
    expect(codes(`<embed src="${flash}" title="La démo">`)).toEqual([]);
  });
  it("keeps the words after it, and those in an object that is not a video", () => {
    expect(html(`<div><object data="${flash}">a</object> b <object data="/c.pdf">d</object></div>`)).toMatch(
      /<\/figure>\s* b d<\/div>/,
    );
  });
  it.each([
    ['<object data="/c.pdf"><a href="/c.pdf">Le rapport</a></object>', "[ce qu’on y trouve](/c.pdf)"],
    ['<object data="/c.svg">Le rapport</object>', "![ce qu’elle montre](/c.svg)"],
    ['<object><param name="movie" value="/c.swf">Le rapport<embed src="/c.swf"></object>', "Flash"],
  ])("is reported once if it cannot be shown, and keeps its words: %s", (body, hint) => {
    expect(html(body)).toContain("Le rapport");
    expect(html(body)).not.toMatch(/<(?:object|param|embed)/);
    expect(codes(body)).toEqual(["1:1 dropped-html"]);
    expect(problems(body)[0]?.hint).toContain(hint);
  });
  it.each(["<object>a</object>", "<object>a", "<embed>", '<param name="movie" value="/c.swf">'])(
    "is reported if it shows nothing: %s",
    (body) => {
      expect(codes(body)).toEqual(["1:1 dropped-html"]);
    },
  );
});
