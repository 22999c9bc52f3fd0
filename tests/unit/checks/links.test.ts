import { describe, expect, it } from "vitest";
import { checkLinks } from "../../../src/checks/links.ts";
import type { Reference } from "../../../src/markdown/types.ts";
import { show } from "../../../src/shown-problems.ts";
import { file, url, inputOf, found } from "./link-input.ts";

const LINK = { kind: "link", line: 1, column: 1 } as const;

it("suggests the page of a text that is linked by its file name", () => {
  const { url, file } = inputOf([]).entries[0] ?? { url: "", file: "" };
  expect(found([`../${file.slice(file.lastIndexOf("/") + 1)}`])).toEqual([`dead-link/near ${url}`]);
});

it("suggests no other page, such as a tag’s, for the name of a file of Markdown", () => {
  const answers = new Map([["/mots-cles/methode/", undefined]]);
  expect(found(["Methode%202.md", "/methode-2/"], { answers })).toEqual([
    "dead-link/missing",
    "dead-link/near /mots-cles/methode/",
  ]);
});

it("says where to put a document that is missing, unless it is a feed", () => {
  const hints = show(
    checkLinks(inputOf(["../plan/Le%20plan.PDF", "/fichiers/a.docx", "/blog/x/feed.json"])),
    {
      lang: "fr",
    },
  ).map(({ hint }) => hint);
  expect(hints[0]).toBe(
    "Placez le fichier à côté de l’article, et écrivez son nom : `Le%20plan.PDF` ; ou corrigez l’adresse.",
  );
  expect(hints[1]).toMatch(/: `a\.docx` ; .*alsoServed: \[\/defis\/, \/fichiers\/\]$/);
  expect(hints[2]).not.toContain("Placez");
});

it("reports a link to an unreadable draft as one to a draft, except in a withheld text", () => {
  const unreadDrafts = new Set(["idee"]);
  for (const href of ["/blog/2021/05/01/idee/", "_2021-05-01-idee.md", "_idee.md"])
    expect(found([href], { unreadDrafts })).toEqual(["dead-link/withheld"]);
  const withheld = new Map([[url, "draft"] as const]);
  expect(found(["/blog/2021/05/01/idee/"], { unreadDrafts, withheld })).toEqual([]);
  const redirects = [{ from: "/a/", to: "/idee/", place: { file, line: 1, column: 1 } }];
  expect(found([], { unreadDrafts, redirects })).toEqual(["dead-link/redirect-withheld"]);
});

describe("the links of a text that an error keeps out", () => {
  const withheld = new Map([["/blog/2021/05/01/idee/", "draft"] as const]);
  const inText = (keptOut: "refused" | "draft", hrefs: string[]): string[] =>
    found(hrefs, { withheld, entries: inputOf(hrefs).entries.map((one) => ({ ...one, keptOut })) });

  it("may lead from a draft to another one", () => {
    expect(inText("draft", ["/blog/2021/05/01/idee/"])).toEqual([]);
    expect(inText("refused", ["/blog/2021/05/01/idee/"])).toEqual(["dead-link/withheld"]);
  });

  it("are not followed from an address that the text may not have", () => {
    expect(inText("refused", ["../suite/", "rapport.pdf", "#conclusion", "/a-propos/#equipe"])).toEqual([]);
    expect(inText("refused", ["/absente/", "#autre", "absente.md#a"])).toEqual([
      "dead-link/missing",
      "dead-anchor/missing",
      "dead-link/missing",
    ]);
  });
});

it("suggests `alsoServed`, with what it has, for a folder in which this site has nothing", () => {
  const hints = show(checkLinks(inputOf(["/guides/a/", "/blog/absente/", "/absente", "guides/a/"])), {
    lang: "fr",
  }).map(({ hint }) => / alsoServed: .*/.exec(hint)?.[0]);
  expect(hints).toEqual([" alsoServed: [/defis/, /guides/]", undefined, undefined, undefined]);
});

describe("the line to paste", () => {
  const hint = (reference: Partial<Reference>): string | undefined => {
    const one: Reference = { kind: "link", href: "", text: "un lien", line: 1, column: 1, ...reference };
    const entries = [{ file, url, references: [one], ids: new Set(["conclusion"]) }];
    return show(checkLinks({ ...inputOf([]), entries }), { lang: "fr" })[0]?.hint;
  };

  it.each([
    ["/a-propo/", "Écrivez : /a-propos/"],
    ["#conclusio", "Écrivez : #conclusion"],
    ["exemple.org/x", "Écrivez : https://exemple.org/x"],
  ])("is the address alone for raw HTML, where Markdown may not be read: %s", (href, expected) => {
    expect(hint({ href, raw: true })).toBe(expected);
  });

  it.each(["/a-propo/", "/a-propos/#equip", "/blog/2018/05/29/pourquoi-devenir-ei.html?x=%C3%A9"])(
    "is a whole address for a bare one of this site: %s",
    (path) => {
      const bare = `https://blog.example.org${path}`;
      expect([hint({ href: bare, text: bare }), hint({ href: bare, text: decodeURI(bare) })]).toEqual(
        Array(2).fill(expect.stringMatching(/^Écrivez : https:\/\/blog\.example\.org\/[^[\]]+$/)),
      );
    },
  );

  it("keeps the path under which the site is served in a bare address", () => {
    const bare = "https://blog.example.org/carnet/a-propo/";
    const entries = [
      { file, url, references: [{ ...LINK, href: bare, text: bare }], ids: new Set<string>() },
    ];
    const homes = [{ host: "blog.example.org", path: "/carnet/" }];
    const problems = checkLinks({ ...inputOf([]), entries, homes, basePath: "/carnet/" });
    expect(show(problems, { lang: "fr" })[0]?.hint).toBe(
      "Écrivez : https://blog.example.org/carnet/a-propos/",
    );
  });

  it("adds that path to a bare address that lacks it", () => {
    const bare = "https://blog.example.org/a-propos/#equipe";
    const entries = [
      { file, url, references: [{ ...LINK, href: bare, text: bare }], ids: new Set<string>() },
    ];
    const homes = [{ host: "blog.example.org", path: "/carnet/" }];
    const problems = checkLinks({ ...inputOf([]), entries, homes, basePath: "/carnet/" });
    expect(show(problems, { lang: "fr" })[0]?.hint).toBe(
      "Écrivez : https://blog.example.org/carnet/a-propos/#equipe",
    );
  });

  it("of raw HTML still finds the heading after which a link is named", () => {
    expect(hint({ href: "#_Toc12", text: "Conclusion", raw: true })).toBe("Écrivez : #conclusion");
  });
});

it("reports a link without an address, with its text", () => {
  const problems = checkLinks(inputOf(["", " "]));
  expect(problems.map(({ key, line, column }) => [key, line, column])).toEqual([
    ["dead-link/empty", 10, 3],
    ["dead-link/empty", 11, 3],
  ]);
  expect(show(problems, { lang: "fr" })[0]).toMatchObject({
    message: "Le lien « un lien » n’a pas d’adresse : il ne mène nulle part.",
    hint: "Donnez-lui une adresse : [un lien](https://…). Ou retirez le lien, en gardant son texte.",
  });
});

it("reports a link to a file that exists but cannot be read, beside the text or not", () => {
  const input = inputOf(["/docs/Rapport.pdf", "scan.tiff", "plan.png"], {
    isUnreadable: (path) => path === "/docs/Rapport.pdf" || path.endsWith(".tiff"),
  });
  const [entry] = input.entries;
  const references = entry?.references.map((one, i) =>
    i === 0 ? one : { ...one, beside: `/media/posts/bilan/${one.href}` },
  );
  const told = checkLinks({
    ...input,
    entries: [{ file, url, references: references ?? [], ids: new Set() }],
  });
  expect(told.map(({ key, line, params }) => [key, line, params["href"]])).toEqual([
    ["dead-link/unreadable", 10, "/docs/Rapport.pdf"],
    ["dead-link/unreadable", 11, "scan.tiff"],
  ]);
});

describe("a film or sound of the site", () => {
  const media = (href: string, beside?: string): string[] => {
    const input = inputOf([], { answers: new Map([["/media/film.mp4", undefined]]) });
    const reference = { kind: "media", href, text: "", line: 4, column: 1 } as const;
    const references = [{ ...reference, ...(beside !== undefined && { beside }) }];
    return checkLinks({ ...input, entries: [{ file, url, references, ids: new Set() }] }).map(
      ({ key, line, params }) =>
        `${key} ${String(line)} ${typeof params["suggestion"] === "string" ? params["suggestion"] : ""}`,
    );
  };

  it("is reported if its file does not exist, with a similar name if there is one", () => {
    expect(media("/media/absent.mp4")).toEqual(["missing-media/missing 4 "]);
    expect(media("son.mp3")).toEqual(["missing-media/missing 4 "]);
    expect(media("/media/flim.mp4")).toEqual(["missing-media/near 4 /media/film.mp4"]);
    expect(media("https://blog.example.org/media/absent.mp4")).toEqual(["missing-media/missing 4 "]);
  });

  it.each(["/media/film.mp4", "/media/film.mp4#t=10", "/defis/film.mp4", "https://e.org/film.mp4", ""])(
    "is accepted if it exists, has no address or is on another site: %j",
    (href) => {
      expect(media(href)).toEqual([]);
    },
  );

  it("is accepted if it is beside its text", () => {
    expect(media("film.mp4", "/media/a/film.mp4")).toEqual([]);
  });
});

describe("valid links", () => {
  it.each([
    "/a-propos/",
    "/a-propos/#equipe",
    "/a-propos/index.html",
    "/jeu/",
    "/jeu/#niveau-2",
    "/",
    "/?q=1",
    "#des-projets",
    "#",
    "#top",
    "bilan.html#conclusion",
    "../../../2018/05/29/pourquoi-devenir-eig.html#les-d%C3%A9fis",
    "../../../2018/05/29/pourquoi-devenir-eig.html#les-défis",
    "/mots-cles/données/",
    "/mots-cles/donn%C3%A9es/",
    "/docs/Rapport.pdf",
    "/docs/Rapport.pdf#page=2",
    "https://blog.example.org/a-propos/#equipe",
    "//blog.example.org/a-propos/",
    "https://autre.example.org/nulle-part",
    "https://blog.example.org/defis/x.html",
    "/defis/",
    "/defis",
    "/docs/no%23%201%20%3F.pdf",
    "/a-propos/#:~:text=mot",
    "mailto:a.b@exemple.org",
    "mailto:a@b.org,c@d.org?subject=Bonjour",
    "mailto:?subject=x",
    "tel:+33123456789",
    "ftp://x.org/y",
  ])("are accepted: %j", (href) => {
    expect(found([href])).toEqual([]);
  });
});

it("suggests the anchor of a heading that is linked without its #", () => {
  expect(found(["conclusion", "Conclusion", "conclusion/"])).toEqual([
    "dead-link/heading #conclusion",
    "dead-link/missing",
    "dead-link/missing",
  ]);
});

describe("dead links", () => {
  it.each([
    [
      "without its .html",
      "/blog/2018/05/29/pourquoi-devenir-eig",
      "/blog/2018/05/29/pourquoi-devenir-eig.html",
    ],
    ["without its final slash", "/a-propos", "/a-propos/"],
    ["with .html instead of a slash", "/a-propos.html#equipe", "/a-propos/#equipe"],
    ["in another case", "/docs/rapport.PDF", "/docs/Rapport.pdf"],
    ["with accents", "/à-propos/", "/a-propos/"],
    ["in another folder", "/2018/pourquoi-devenir-eig.html", "/blog/2018/05/29/pourquoi-devenir-eig.html"],
    [
      "with a letter missing",
      "/blog/2018/05/29/pourqoi-devenir-eig.html",
      "/blog/2018/05/29/pourquoi-devenir-eig.html",
    ],
    [
      "with two letters swapped",
      "/blog/2018/05/29/pourquoi-devneir-eig.html",
      "/blog/2018/05/29/pourquoi-devenir-eig.html",
    ],
    ["short, with a letter in its middle", "/blog/2021/04/01/biilan.html", "/blog/2021/04/01/bilan.html"],
    ["short, with a wrong letter in its middle", "/blog/2021/04/01/bimlan", "/blog/2021/04/01/bilan.html"],
    ["that names the source file", "2021-04-01-bilan.md", "/blog/2021/04/01/bilan.html"],
    ["with the site's host", "https://blog.example.org/a-propos", "/a-propos/"],
  ])("suggests the right address for one %s", (_, href, suggestion) => {
    expect(found([href])).toEqual([`dead-link/near ${suggestion}`]);
  });

  it("reports one that resembles no address, at its line and column", () => {
    const [one] = show(checkLinks(inputOf(["/", "/zzzzzzzz/"])), { lang: "fr" });
    expect(one).toMatchObject({
      file,
      line: 11,
      column: 3,
      code: "dead-link",
      severity: "warn",
      message: "Le lien « /zzzzzzzz/ » ne mène à aucune page du site.",
      hint: "Corrigez l’adresse, ou retirez le lien en gardant son texte.",
    });
  });

  it("gives a corrected link to paste", () => {
    const [one] = show(checkLinks(inputOf(["/a-propos"])), { lang: "en" });
    expect(one?.hint).toBe("Write: [un lien](/a-propos/)");
  });

  it("suggests `alsoServed` for a page of this host that the site does not have", () => {
    const [one] = show(checkLinks(inputOf(["https://blog.example.org/communaute/2020/"])), { lang: "fr" });
    expect(one?.hint).toContain("alsoServed: [/defis/, /communaute/]");
  });

  it("does not suggest `alsoServed` for a folder that this site serves itself", () => {
    const [one] = show(checkLinks(inputOf(["https://blog.example.org/blog/zzzz/"])), { lang: "fr" });
    expect(one?.hint).toBe("Corrigez l’adresse.");
  });

  it("says that a page exists but is not online", () => {
    const withheld = new Map([["/blog/plus-tard/", "future"]] as const);
    const [one] = show(checkLinks(inputOf(["/blog/plus-tard/"], { withheld })), { lang: "fr" });
    expect(one?.message).toBe(
      "Le lien « /blog/plus-tard/ » mène à un texte qui n’est pas en ligne : il est prévu pour plus tard.",
    );
  });

  it("says for a similar address or a link to its file that a page is not online", () => {
    const draft = { file: "content/posts/2026-01-05-plus-tard.md", url: "/blog/plus-tard/" };
    const withheld = new Map([[draft.url, "draft"]] as const);
    const input = inputOf(["/blog/plus-tard.html", "2026-01-05-plus-tard.md"], { withheld });
    const entries = [...input.entries, { ...draft, references: [], ids: new Set<string>() }];
    expect(checkLinks({ ...input, entries }).map(({ key }) => key)).toEqual([
      "dead-link/withheld",
      "dead-link/withheld",
    ]);
  });

  it("shows an address with its letters decoded, but not its spaces", () => {
    const [one] = show(checkLinks(inputOf(["/caf%C3%A9/%20x/"])), { lang: "fr" });
    expect(one?.message).toBe("Le lien « /café/%20x/ » ne mène à aucune page du site.");
  });

  it("lets a draft link to another draft", () => {
    const withheld = new Map([
      ["/blog/plus-tard/", "draft"],
      [url, "draft"],
    ] as const);
    expect(found(["/blog/plus-tard/"], { withheld })).toEqual([]);
  });
});

describe("anchors", () => {
  it.each([
    ["#Des-Projets", "#des-projets"],
    ["#conclusions", "#conclusion"],
    ["#conclusoin", "#conclusion"],
    ["/a-propos/#équipe", "/a-propos/#equipe"],
    [
      "../../../2018/05/29/pourquoi-devenir-eig.html#les-defis",
      "/blog/2018/05/29/pourquoi-devenir-eig.html#les-défis",
    ],
  ])("suggests the nearest id for %s", (href, suggestion) => {
    expect(found([href])).toEqual([`dead-anchor/near ${suggestion}`]);
  });

  it.each([
    ["#_ftn1", "Écrivez `[^1]` à la place de ce lien"],
    ["#_ftnref12", "Commencez la note par `[^12]: `"],
    ["#footnote-2", "Écrivez `[^2]`"],
    ["#footnote-ref-2", "Commencez la note par `[^2]: `"],
    ["#footnote-anchor-3", "Commencez la note par `[^3]: `"],
    ["#ftnt1", "Écrivez `[^1]`"],
    ["#ftnt_ref1", "Commencez la note"],
    ["#sdfootnote1sym", "Écrivez `[^1]`"],
    ["#sdfootnote1anc", "Commencez la note"],
    ["#fn:1", "Écrivez `[^1]`"],
  ])("says what to make of a note of a word processor: %s", (href, hint) => {
    const [problem, ...others] = show(checkLinks(inputOf([href])), { lang: "fr" });
    expect(others).toEqual([]);
    expect(problem?.hint).toContain(hint);
  });

  it("suggests a heading whose number the link lacks, or has otherwise", () => {
    const ids = new Set(["1-introduction", "2-1-le-budget", "2-2-les-equipes"]);
    const entries = inputOf(["#le-budget", "#3-2-les-equipes"]).entries.map((one) => ({ ...one, ids }));
    expect(found([], { entries })).toEqual([
      "dead-anchor/near #2-1-le-budget",
      "dead-anchor/near #2-2-les-equipes",
    ]);
  });

  it("suggests the heading that a link of a table of contents is named after", () => {
    const entries = inputOf(["#_Toc12"]).entries.map((one) => ({ ...one, ids: new Set(["un-lien", "fin"]) }));
    expect(found([], { entries })).toEqual(["dead-anchor/near #un-lien"]);
  });

  it("reports one that resembles no id", () => {
    expect(found(["#zzzz"])).toEqual(["dead-anchor/missing"]);
  });

  it("recognises the anchors of other generators, which drop apostrophes and keep every hyphen", () => {
    const id = "10h30-dix-ans-d-histoire-l-essentiel-de-ce-qu-il-faut-en-retenir-une-equipe";
    const answers = new Map([["/a-propos/", new Set([id, "10h30"])]]);
    const typed = "10h30--dix-ans-dhistoire---lessentiel-de-ce-quil-faut-en-retenir----une-équipe";
    expect(found([`/a-propos/#${typed}`], { answers })).toEqual([`dead-anchor/near /a-propos/#${id}`]);
    // The id of a long heading is cut.
    expect(found([`/a-propos/#${typed}-du-blog`], { answers })).toEqual([
      `dead-anchor/near /a-propos/#${id}`,
    ]);
    expect(found(["/a-propos/#10h30-onze-ans-de-plus"], { answers })).toEqual(["dead-anchor/missing"]);
  });

  it("does not suggest another month of a year", () => {
    const answers = new Map([["/archives/2026/", new Set(["page--01", "page--03"])]]);
    expect(found(["/archives/2026/#page--03", "/archives/2026/#page--02"], { answers })).toEqual([
      "dead-anchor/missing",
    ]);
  });

  it("accepts ids that layouts add to any page", () => {
    const around = new Set(["page--main"]);
    const settingLinks = [{ href: "#page--main", text: "", place: { file, line: 1, column: 1 } }];
    expect(found(["#page--main", "/a-propos/#page--main"], { around, settingLinks })).toEqual([]);
    expect(found(["#page--main"])).toEqual(["dead-anchor/missing"]);
  });
});

it("accepts a link to a file beside the text", () => {
  const input = inputOf([]);
  const reference = { kind: "link", href: "rapport.pdf", text: "le rapport", line: 1, column: 1 } as const;
  const check = (one: Reference): string[] =>
    checkLinks({ ...input, entries: [{ file, url, references: [one], ids: new Set() }] }).map(
      ({ key }) => key,
    );
  expect(check({ ...reference, beside: "/media/bilan/rapport.pdf" })).toEqual([]);
  expect(check(reference)).toEqual(["dead-link/near"]);
});

it("does not check pictures, which have their own checks", () => {
  const input = inputOf([]);
  const references = [{ kind: "image", href: "/x.png", text: "", line: 1, column: 1 }] as const;
  expect(checkLinks({ ...input, entries: [{ file, url, references, ids: new Set() }] })).toEqual([]);
});
