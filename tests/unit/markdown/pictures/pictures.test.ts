import { describe, expect, it } from "vitest";
import { codes, html, knownPicture, problems, render, type Setting } from "../support.ts";

const PHOTO = { format: "jpg", width: 900, height: 600 } as const;

/** A site where every address names a photo of 900 × 600. */
const photos: Setting = {
  picture: (src) => ({ found: true, picture: knownPicture(`/${src}`, PHOTO) }),
};
const covered = (body: string): ReturnType<typeof render> =>
  render(body, { ...photos, source: { cover: "public/pont.jpg" } });

describe("a photo", () => {
  it("is offered in each format and size, under the base path, with its dimensions", () => {
    const name = "/blog/pictures/a-0123456789ab";
    const source = (format: string): string =>
      `<source type="image/${format}" srcset="${name}-480.${format} 480w, ${name}-900.${format} 900w" sizes="(min-width: 44rem) 40rem, 92vw">`;
    expect(html("![La salle](a.jpg)", { ...photos, run: { basePath: "/blog/" } })).toBe(
      `<p><picture>${source("avif")}${source("webp")}` +
        `<img src="${name}-900.jpg" alt="La salle" width="900" height="600" fetchpriority="high" decoding="async"></picture></p>`,
    );
  });

  it("is loaded lazily, unless it is the first", () => {
    const text = html("![Un](a.jpg)\n\n![Deux](b.jpg)\n\n<img src=c.jpg alt=Trois>", photos);
    expect(text.match(/fetchpriority="high"/g)).toHaveLength(1);
    expect(text.match(/loading="lazy"/g)).toHaveLength(2);
  });

  it.each([
    ["a link", "![Un](b.jpg)\n\n[En grand](/media/a.jpg)", ["3:1 picture-location"]],
    ["a link of raw HTML", '<a href="/media/a.jpg#x">En grand</a>', ["1:1 picture-location"]],
    ["no link to a page", "[La salle](/media/a.html)", []],
  ])("that contains its location is reported for %s", (_title, body, expected) => {
    const picture: Setting["picture"] = (src) => ({
      ...{ found: true, picture: knownPicture(src, PHOTO) },
      ...(src.startsWith("/media/") && { holds: "location" }),
    });
    expect(codes(body, { picture })).toEqual(expected);
  });

  it("is listed once, by its source", () => {
    expect(render("![Un](a.jpg) ![Un](a.jpg) ![Deux](b.jpg)", photos).pictures).toEqual([
      "public/a.jpg",
      "public/b.jpg",
    ]);
  });
});

describe("the cover repeated as the first picture of the text", () => {
  it("is left out if it is alone, and provides its alternative text", () => {
    const { html: text, cover, pictures } = covered("Début.\n\n![Le pont](pont.jpg)\n\n![Deux](b.jpg)");
    expect(text.trim()).toMatch(/^<p>Début.<\/p>\s+<p><picture>.*<\/picture><\/p>$/);
    expect(text).not.toContain("pont");
    expect(cover).toEqual({ kept: false, alt: "Le pont" });
    expect(pictures).toEqual(["public/b.jpg"]);
    expect(text).toContain('loading="lazy"');
  });

  it.each([
    ["in a link", "[![Le pont](pont.jpg)](/album/)"],
    ["in a sentence", "Voici ![Le pont](pont.jpg)."],
    ["in a quotation", "> ![Le pont](pont.jpg)"],
    ["in raw HTML", "<img src=pont.jpg alt='Le pont'>"],
    ["with a caption", "![Le pont](pont.jpg)\n*Le pont en mai*"],
  ])("stays %s, and is loaded first", (_, body) => {
    const { html: text, cover } = covered(body);
    expect(cover).toEqual({ kept: true });
    expect(text).toMatch(/pont-.*fetchpriority="high"/);
  });

  it("takes a credit from its own caption only", () => {
    expect(covered("![Le pont](pont.jpg)\n*Le pont © Jo*").cover).toEqual({ kept: true, credited: true });
    const body = "![Le pont](pont.jpg)\n*Le pont*\n\n![Deux](b.jpg)\n*Deux © Jo*";
    expect(covered(body).cover).toEqual({ kept: true });
  });

  it("is shown normally after another picture", () => {
    const { html: text, cover } = covered("![Un](a.jpg)\n\n![Le pont](pont.jpg)");
    expect(cover).toBeUndefined();
    expect(text.match(/loading="lazy"/g)).toHaveLength(2);
  });
});

describe("messages about a picture", () => {
  const missing: Setting = { picture: () => ({ found: false, problem: { kind: "missing" } }) };

  it("name the file as it would be typed", () => {
    expect(problems("![x](</img/Été à Paris.jpg>)", missing)[0]?.message).toContain(
      "`/img/Été%20à%20Paris.jpg`",
    );
    expect(problems("![x](/img/100%25.jpg)", missing)[0]?.message).toContain("`/img/100%.jpg`");
  });

  it.each([
    ["unreadable", /lisible/],
    ["foreign", /format que les navigateurs ne montrent pas/],
    ["pointer", /Git LFS/],
    ["size", /trop grande/],
    ["thin", /qu’une ligne/],
  ] as const)("say why it is broken: %s", (why, words) => {
    const [found] = problems("Texte\n\n  ![x](a.jpg)", {
      picture: () => ({ found: false, problem: { kind: "broken", why, file: "public/a.jpg" } }),
    });
    expect(found).toMatchObject({ code: "broken-image", line: 3, column: 3, severity: "warn" });
    expect(found?.message).toMatch(words);
  });

  it.each(["/docs/a.pdf", "plan.PDF", "note.docx#p2"])("advise a link to a document: %s", (src) => {
    const [found] = problems(`![x](${src})`, {
      picture: () => ({ found: false, problem: { kind: "broken", why: "unreadable", file: "public/a" } }),
    });
    expect(found).toMatchObject({ code: "broken-image", severity: "warn" });
    expect(found?.message).toContain("est un document, et non une image");
    expect(found?.hint).toContain(`\`[ce que dit le document](${src})\``);
  });

  it.each(["location", "script"] as const)("warn of a %s in a file that is published as it is", (holds) => {
    const setting: Setting = {
      picture: (src) => ({ found: true, picture: knownPicture(`/${src}`), holds }),
    };
    expect(codes("a ![x](a.jpg)", setting)).toEqual([`1:3 picture-${holds}`]);
  });
});

describe("a picture embedded in the text, as by word processors", () => {
  const data = `data:image/jpeg;base64,${"A".repeat(5000)}`;
  it.each([
    ["in Markdown", `a\n\n![](${data})`, "3:1"],
    ["by reference", `![][image1]\n\n[image1]: <${data}>`, "1:1"],
    ["in raw HTML", `a <img src="${data}">`, "1:3"],
    ["in a link", `[![](${data})](/a/)`, "1:2"],
  ])("is reported once, briefly, with a fix: %s", (_title, body, place) => {
    const [line, column] = place.split(":").map(Number);
    const told = problems(body).filter(({ code }) => code !== "vague-link");
    expect(told).toMatchObject([{ code: "missing-image", line, column }]);
    expect(told[0]?.message).toContain("(`data:image/jpeg…`)");
    expect(told[0]?.hint).toMatch(/`!\[ce que montre l’image\]\(image\.jpg\)`$/);
    expect(html(body)).not.toContain("data:");
  });

  it("is replaced by its alternative text", () => {
    expect(html(`![La salle](${data})`)).toBe('<p><span class="missing-image">La salle</span></p>');
  });
});

it("a film's poster is made smaller like the pictures of the text, and its file is not published for it", () => {
  const {
    html: shown,
    pictures,
    references,
  } = render('<video src="/f.mp4" poster="p.jpg" muted></video>', photos);
  expect(shown).toContain('poster="/pictures/p-0123456789ab-900.jpg"');
  expect(pictures).toHaveLength(1);
  expect(references.map(({ href }) => href)).toEqual(["/f.mp4"]);
});

describe("a film's poster that is not shown or says too much", () => {
  const film = (poster: string): string => `<video src="/f.mp4" poster="${poster}" muted></video>`;

  it.each([
    ["is missing", "absente.jpg", "missing-image", "`absente.jpg` est introuvable : le film n’a pas d’image"],
    [
      "is elsewhere",
      "https://e.org/a.jpg",
      "third-party-image",
      "pas chargée, le film n’a pas d’image d’attente",
    ],
    ["is empty", "", undefined, ""],
    [
      "is in the text",
      "data:image/png;base64,AA",
      "missing-image",
      "dans le texte même (`data:image/png…`), comme le font Google Docs ou Word : le film n’a pas d’image d’attente",
    ],
    [
      "is on a computer",
      "file:///C:/a.jpg",
      "local-link",
      "`file:///C:/a.jpg` est un fichier de votre ordinateur",
    ],
    ["is on a computer, by its path", "C:\\img\\a.jpg", "local-link", "est un fichier de votre ordinateur"],
    ["has another scheme", "ftp://e.org/a.jpg", "dropped-html", "`ftp://e.org/a.jpg` n’est pas admise"],
  ])("leaves the film its beginning, and is reported, if it %s", (_title, poster, code, words) => {
    const found = render(film(poster));
    expect(found.html).toContain('<video src="/f.mp4" muted controls preload="metadata">');
    expect(found.references.map(({ href }) => href)).toEqual(["/f.mp4"]);
    const [problem] = problems(film(poster));
    expect(problem?.code).toBe(code);
    expect(problem?.message ?? "").toContain(words);
  });

  it("is told to be written as a poster, in a player too", () => {
    const player = (poster: string): string => `::video[V]{url=https://vimeo.com/1 poster=${poster}}`;
    const hints = [film, player].flatMap((written) =>
      ["data:image/png;base64,AA", "file:///C:/a.jpg"].map((poster) => problems(written(poster))[0]?.hint),
    );
    expect(hints.map((hint) => hint?.replace(/^.*, et écrivez /, ""))).toEqual([
      ...['`poster="image.png"`', '`poster="a.jpg"`'],
      ...['`poster="image.png"`', '`poster="a.jpg"`'],
    ]);
  });

  it("is reported if its file, which is published, contains its location", () => {
    const picture: Setting["picture"] = (src) => ({
      ...{ found: true, picture: knownPicture(src, PHOTO), holds: "location" },
    });
    expect(codes(film("/img/a.jpg"), { picture })).toEqual(["1:1 picture-location"]);
  });

  it("is not reported with a film of another site, which is a link", () => {
    const body = '<video src="https://e.org/f.mp4" poster="https://e.org/a.jpg" muted></video>';
    expect(codes(body)).toEqual(["1:1 dropped-html"]);
  });
});
