import { describe, expect, it } from "vitest";
import { html, render } from "./support.ts";

describe("rendering", () => {
  it("lists headings with their level, id and text", () => {
    expect(render("# **Un**\n\n## Deux `code`").headings).toEqual([
      { level: 2, id: "un", text: "Un" },
      { level: 3, id: "deux-code", text: "Deux code" },
    ]);
  });

  it("lists links, pictures and players as written, in order", () => {
    const body =
      'Un [lien](/a/?b#c) et\n![une image](p.jpg)\n\n<a href="/d">e</a>\n\n<iframe src="https://youtu.be/abcdefghijk" title="V"></iframe>';
    expect(render(body).references).toEqual([
      { kind: "link", href: "/a/?b#c", text: "lien", line: 1, column: 4 },
      { kind: "image", href: "p.jpg", text: "une image", line: 2, column: 1 },
      { kind: "link", href: "/d", text: "e", line: 4, column: 1, raw: true },
      { kind: "embed", href: "https://youtu.be/abcdefghijk", text: "V", line: 6, column: 1 },
    ]);
  });

  it("places bare and bracketed addresses at their first letter", () => {
    const places = render("a https://example.org/b <https://example.org/c>").references.map(
      ({ column, href }) => [column, href],
    );
    expect(places).toEqual([
      [3, "https://example.org/b"],
      [25, "https://example.org/c"],
    ]);
  });

  it("lists the ids that fragments may point to", () => {
    expect(
      render('## Un\n\n<span id="deux">x</span>\n\n## T {#trois}\n\na[^1]\n\n[^1]: b').ids.toSorted(),
    ).toEqual(["deux", "note-1", "note-1-ref", "trois", "un"]);
  });

  it("gives a heading another id than a note", () => {
    expect(render("## Note 1\n\na[^1]\n\n[^1]: b").headings[0]?.id).toBe("note-1-1");
  });

  it("counts words of text, not signs, code blocks or tags", () => {
    expect(
      render('Un, deux : « trois » l’été.\n\n```\na b c\n```\n\n<p class="x y">quatre cinq</p>').words,
    ).toBe(6);
  });

  it("lists the hosts of players only", () => {
    expect(
      render(
        '<iframe src="https://vimeo.com/1" title="V"></iframe>\n\n<iframe src="https://example.org"></iframe>',
      ).frameHosts,
    ).toEqual(["player.vimeo.com"]);
  });

  it("gives the same HTML each time", () => {
    expect(html("## A\n\na[^1]\n\n[^1]: b")).toBe(html("## A\n\na[^1]\n\n[^1]: b"));
  });
});

describe("addresses", () => {
  const inBlog = {
    settings: { url: "https://blog.example.org/carnet/", alsoServed: ["/defis/"] },
    has: ["/a/", "/b.html"],
  };
  it.each([
    ["a site link takes the base path", "/a/#x", "/carnet/a/#x"],
    [
      "an address of this site becomes a site link",
      "https://blog.example.org/carnet/a/?x#y",
      "/carnet/a/?x#y",
    ],
    [
      "an address of this site that does not exist is left as it is",
      "https://blog.example.org/carnet/z/",
      "https://blog.example.org/carnet/z/",
    ],
    [
      "an address of this host outside the base path is left as it is",
      "https://blog.example.org/a/",
      "https://blog.example.org/a/",
    ],
    [
      "an address of this site over http becomes a site link",
      "http://blog.example.org/carnet/a/",
      "/carnet/a/",
    ],
    [
      "an address of this site with its host in capitals becomes a site link",
      "https://Blog.Example.ORG/carnet/b.html#x",
      "/carnet/b.html#x",
    ],
    [
      "an address of this site without a scheme becomes a site link",
      "//blog.example.org/carnet/a/",
      "/carnet/a/",
    ],
    ["a path that another site serves is left as it is", "/defis/x.html", "/defis/x.html"],
    ["a base path that is already there is not added again", "/carnet/a/", "/carnet/a/"],
    ["a relative link is left as it is", "../x/", "../x/"],
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

  it("of a file beside the text become its published address", () => {
    const file = (href: string): string | undefined =>
      href === "rapport.pdf" ? "/media/a/rapport.pdf" : undefined;
    expect(html("[le rapport](rapport.pdf)", { file })).toBe(
      '<p><a href="/media/a/rapport.pdf">le rapport</a></p>',
    );
  });

  it("of pictures on this site get the base path", () => {
    expect(html("![x](https://blog.example.org/carnet/img/a.jpg)", inBlog)).toContain(
      'src="/carnet/img/a.jpg"',
    );
  });
});

describe("words in the page's language", () => {
  it("title callouts, notes, tables and players", () => {
    const body =
      '> [!TIP]\n> x\n\na[^1]\n\n[^1]: b\n\n|a|\n|-|\n|b|\n\n<iframe src="https://vimeo.com/1" title="V"></iframe>';
    const english = html(body, { source: { lang: "en" } });
    for (const words of [
      "Tip",
      "Back to the reference to note 1",
      "Table 1",
      "“V” (Vimeo)",
      "See “V” on Vimeo",
    ])
      expect(english).toContain(words);
  });
});

describe("players", () => {
  const body = '<iframe src="https://vimeo.com/1" title="V"></iframe>';
  it("load nothing before a click", () => {
    expect(html(body)).toMatch(/<template><iframe [^>]*><\/iframe><\/template>/);
  });
  it("are loaded directly if the site sets `lazy`", () => {
    const live = html(body, { settings: { embeds: { load: "lazy" } } });
    expect(live).not.toContain("<template>");
    expect(live).toContain('loading="lazy"');
  });
});
