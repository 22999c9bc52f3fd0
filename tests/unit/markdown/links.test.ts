import { describe, expect, it } from "vitest";
import { html, render } from "./support.ts";

/** `line:column href` of each link. */
function places(body: string): string[] {
  return render(body)
    .references.filter(({ kind }) => kind === "link")
    .map(({ line, column, href }) => `${String(line)}:${String(column)} ${href}`);
}

describe("the place of a link", () => {
  it.each([
    ["each of two equal links in a sentence", "a [b](/x/) et `[b](/x/)` [b](/x/)", ["1:3 /x/", "1:26 /x/"]],
    ["after escaped brackets", "\\[a\\] [b](/x/)", ["1:7 /x/"]],
    ["on the second line of a paragraph", "a ![b](c.jpg)\nd [e](/x/)", ["2:3 /x/"]],
    ["in a heading", "# Un [a](/x/)\n\nDeux [b](/y/)\n---", ["1:6 /x/", "3:6 /y/"]],
    ["in a list inside a quotation", "> * a\n>   - [b](/x/)\n>     [c](/y/)", ["2:7 /x/", "3:7 /y/"]],
    ["in table cells", "| a | b |\n|---|---|\n| [c](/x/) | d [e](/y/) |", ["3:3 /x/", "3:16 /y/"]],
    ["in a note", "a[^1]\n\n[^1]: b [c](/x/)\n    d [e](/y/)", ["3:9 /x/", "4:7 /y/"]],
    ["in a definition", "Terme\n: a [b](/x/)", ["2:5 /x/"]],
    ["by reference, where it is used", "a\n\nb [c][d] et [d]\n\n[d]: /x/ 'Titre'", ["3:3 /x/", "3:13 /x/"]],
    ["around a picture", "a [![b](c.jpg)](/x/)", ["1:3 /x/"]],
    ["in a sentence's HTML", 'a <a href="/x/">b</a> et\n<a\nhref="/y/">c</a>', ["1:3 /x/", "2:1 /y/"]],
    [
      "in a block of HTML",
      '<div>\n<p>a <a href="/x/">b</a>\n  <a href="/y/">c</a></div>',
      ["2:6 /x/", "3:3 /y/"],
    ],
    ["bare", "a https://e.org/b, <http://e.org/>", ["1:3 https://e.org/b", "1:20 http://e.org/"]],
  ])("is exact %s", (_, body, expected) => {
    expect(places(body)).toEqual(expected);
  });
});

it.each(["[a](r.pdf)", '<a href="r.pdf">a</a>'])(
  "a file beside the text has its published address: %s",
  (body) => {
    const file = (href: string): string | undefined => (href === "r.pdf" ? "/media/a/r.pdf" : undefined);
    expect(render(body, { file }).references).toMatchObject([{ href: "r.pdf", beside: "/media/a/r.pdf" }]);
    expect(html(body, { file })).toContain('href="/media/a/r.pdf"');
    expect(render(body.replace("r.pdf", "s.pdf"), { file }).references[0]).not.toHaveProperty("beside");
  },
);

describe("an address of the site with a decomposed accent", () => {
  const apart = "/docs/résumé.pdf".normalize("NFD");
  const coded = encodeURI("/docs/résumé.pdf");
  it.each([
    ["as typed", `[a](${apart})`],
    ["percent-encoded", `[a](${encodeURI(apart)})`],
    ["in raw HTML", `<a href="${encodeURI(apart)}">a</a>`],
    ["percent-encoded in lower case", `[a](${encodeURI(apart).toLowerCase()})`],
  ])("is written like the published file: %s", (_, body) => {
    expect(html(body)).toContain(`href="${coded}"`);
  });
  it("is unchanged on another site, or if the accent is composed", () => {
    const elsewhere = encodeURI("https://e.org/é%2B.pdf".normalize("NFD"));
    expect(html(`[a](${elsewhere})`)).toContain(`href="${elsewhere}"`);
    expect(html("[a](/docs/a%2Bb%20%C3%A9.pdf)")).toContain('href="/docs/a%2Bb%20%C3%A9.pdf"');
  });
});

it("lists films, sounds and subtitles of the site with their places", () => {
  const body = `a

<video src="/f.mp4"><track src="f.vtt"></video>
<audio><source src="/s.mp3"><source src="https://e.org/s.mp3"></audio>`;
  const media = render(body).references.filter(({ kind }) => kind === "media");
  expect(media.map(({ line, column, href }) => `${String(line)}:${String(column)} ${href}`)).toEqual([
    "3:1 /f.mp4",
    "3:21 f.vtt",
    "4:8 /s.mp3",
  ]);
});

it.each([100, 8179])("makes a bare address of %i characters a link", (signs) => {
  const address = `https://e.org/${"x".repeat(signs)}`;
  expect(html(`a ${address}. b`)).toContain(`<a href="${address}"`);
});

describe("addresses", () => {
  const url = "https://blog.example.org/carnet/";
  const inBlog = { settings: { url, alsoServed: ["/defis/"] }, has: ["/a/", "/b.html"] };
  it.each([
    ["a site link takes the base path", "/a/#x", "/carnet/a/#x"],
    ["one of this site becomes a site link", `${url}a/?x#y`, "/carnet/a/?x#y"],
    ["so does one over http", "http://blog.example.org/carnet/a/", "/carnet/a/"],
    ["one in capitals", "https://Blog.Example.ORG/carnet/b.html#x", "/carnet/b.html#x"],
    ["one without a scheme", "//blog.example.org/carnet/a/", "/carnet/a/"],
    ["one that does not exist stays", `${url}z/`, `${url}z/`],
    ["one outside the base path stays", "https://blog.example.org/a/", "https://blog.example.org/a/"],
    ["a path that another site serves stays", "/defis/x.html", "/defis/x.html"],
    ["a base path that is already there is not added again", "/carnet/a/", "/carnet/a/"],
    ["a relative link stays", "../x/", "../x/"],
  ])("%s", (_title, written, expected) => {
    expect(html(`[texte](${written})`, inBlog)).toBe(`<p><a href="${expected}">texte</a></p>`);
    expect(html(`<a href="${written}">texte</a>`, inBlog)).toBe(`<p><a href="${expected}">texte</a></p>`);
  });

  it("that begin with the url of `site.yaml` are this site's, even in a preview elsewhere", () => {
    const preview = {
      run: { url: "https://preview.example.net", basePath: "/pr-12/" },
      settings: { url: "https://blog.example.org" },
      has: ["/a/"],
    };
    for (const written of ["https://blog.example.org/a/#x", "https://preview.example.net/pr-12/a/#x"])
      expect(html(`[texte](${written})`, preview)).toBe('<p><a href="/pr-12/a/#x">texte</a></p>');
    expect(html("![x](https://blog.example.org/img/a.jpg)", preview)).toContain('src="/pr-12/img/a.jpg"');
  });

  it("of a longer host are not this site's", () => {
    expect(html("[t](https://blog.example.org.evil.net/a/)", inBlog)).toContain(
      'href="https://blog.example.org.evil.net/a/" rel="noopener"',
    );
  });

  it.each(["donn%C3%A9es/", "données/", "donne%CC%81es/", "donn%C3%A9es/index.html"])(
    "become site links, however their letters are encoded: %s",
    (path) => {
      const site = { run: { basePath: "/carnet/" }, has: ["/mots-cles/donn%C3%A9es/"] };
      const body = `<a href="https://blog.example.org/carnet/mots-cles/${path}">a</a>`;
      expect(html(body, site)).toContain('href="/carnet/mots-cles/');
    },
  );
});

describe("an address that a browser must not receive", () => {
  it.each(["feed:javascript:alert(1)", "FEED:https://e.org", "foo:bar", "blob:https://e.org/1"])(
    "%s",
    (href) => {
      expect(html(`[a](${href}) <a href="${href}">b</a>`)).toBe("<p>a b</p>");
    },
  );

  it.each(["mailto:a@b.fr", "tel:+33102030405", "sms:+33102030405", "xmpp:a@b.fr", "https://e.org"])(
    "is not %s",
    (href) => {
      expect(html(`[a](${href})`)).toContain(`<a href="${href}"`);
    },
  );

  it("takes the own host with a doubled slash for the own host", () => {
    expect(html("[a](https://blog.example.org//a/)", { has: ["/a/"] })).toBe('<p><a href="/a/">a</a></p>');
  });
});
