import { describe, expect, it } from "vitest";
import { checkLinks } from "../../../src/checks/links.ts";
import type { LinkCheckInput } from "../../../src/checks/types.ts";
import type { Reference } from "../../../src/markdown/types.ts";
import { show } from "../../../src/shown-problems.ts";
import { busy } from "../../support/busy.ts";

const file = "content/posts/2021-04-01-bilan.md";
const url = "/blog/2021/04/01/bilan.html";

function inputOf(hrefs: readonly string[], changes: Partial<LinkCheckInput> = {}): LinkCheckInput {
  const references = hrefs.map((href, n): Reference => ({
    kind: "link",
    href,
    text: "un lien",
    line: 10 + n,
    column: 3,
  }));
  return {
    answers: new Map([
      [url, new Set(["des-projets", "conclusion"])],
      ["/blog/2018/05/29/pourquoi-devenir-eig.html", new Set(["les-défis", "candidater"])],
      ["/a-propos/", new Set(["equipe"])],
      ["/", undefined],
      ["/mots-cles/donn%C3%A9es/", undefined],
      ["/docs/Rapport.pdf", undefined],
      ["/docs/no# 1 ?.pdf", undefined],
      ["/jeu/index.html", undefined],
    ]),
    redirects: [],
    settingLinks: [],
    withheld: new Map(),
    alsoServed: ["/defis/"],
    homes: [{ host: "blog.example.org", path: "/" }],
    basePath: "/",
    entries: [{ file, url, references, ids: new Set(["des-projets", "conclusion"]) }],
    ...changes,
  };
}

/** Keys of the problems found, with the suggested address. */
function found(hrefs: readonly string[], changes?: Partial<LinkCheckInput>): string[] {
  return checkLinks(inputOf(hrefs, changes)).map(({ key, params }) =>
    typeof params["suggestion"] === "string" ? `${key} ${params["suggestion"]}` : key,
  );
}

it("suggests the page of a text that is linked by its file name", () => {
  const { url, file } = inputOf([]).entries[0] ?? { url: "", file: "" };
  expect(found([`../${file.slice(file.lastIndexOf("/") + 1)}`])).toEqual([`dead-link/near ${url}`]);
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

it("suggests `alsoServed` for a folder in which this site has nothing", () => {
  const hints = show(checkLinks(inputOf(["/guides/a/", "/blog/absente/", "/absente", "guides/a/"])), {
    lang: "fr",
  }).map(({ hint }) => / alsoServed: .*/.exec(hint)?.[0]);
  expect(hints).toEqual([" alsoServed: [/guides/]", undefined, undefined, undefined]);
});

it("suggests the address of a fediverse account", () => {
  expect(found(["@moi@mastodon.social", "/@moi@mastodon.social"])).toEqual([
    "dead-link/account https://mastodon.social/@moi",
    "dead-link/missing",
  ]);
  const settingLinks = [
    { href: "@moi@mastodon.social", text: "Mastodon", place: { file, line: 3, column: 5 } },
  ];
  expect(show(checkLinks(inputOf([], { settingLinks })), { lang: "fr" })).toMatchObject([
    {
      line: 3,
      message:
        "« @moi@mastodon.social » est le nom d’un compte, et non une adresse : ce lien ne mène nulle part.",
      hint: "Écrivez : https://mastodon.social/@moi",
    },
  ]);
});

it("reports a person’s missing portrait as a missing image", () => {
  const place = { file: "content/people.yaml", line: 3, column: 10 };
  const lineWith = (href: string): string => `photo: ${href}`;
  const portrait = (href: string): object[] =>
    show(
      checkLinks(
        inputOf([], {
          answers: new Map([["/img/jo.png", undefined]]),
          settingLinks: [{ href, text: "", place, lineWith, picture: true }],
        }),
      ),
      { lang: "fr" },
    );
  expect(portrait("/img/jo.png")).toEqual([]);
  expect(portrait("/img/joe.png")).toMatchObject([{ code: "missing-image", hint: "photo: /img/jo.png" }]);
  for (const [written, path] of [
    ["jo.png", "/img/jo.png"],
    ["https://example.org/people/jo.jpg?s=80", "/img/jo.jpg"],
    ["//example.org/jo", "/img/photo.jpg"],
    ["C:\\Users\\equipe\\jo.jpg", "/img/jo.jpg"],
  ] as const)
    expect(portrait(written)).toMatchObject([
      {
        code: "missing-image",
        message: `\`${written}\` n’est pas le chemin d’un fichier de \`public/\` : cette personne n’a pas de portrait.`,
        hint: `Placez l’image dans \`public/img/\`, et écrivez \`photo: ${path}\``,
      },
    ]);
  expect(portrait("/img/absente.jpg")).toMatchObject([
    {
      code: "missing-image",
      line: 3,
      message: "L’image `/img/absente.jpg` est introuvable : cette personne n’a pas de portrait.",
      hint: "Placez le fichier dans `public/`, sous cette adresse, ou retirez « photo ».",
    },
  ]);
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
    expect(one?.hint).toContain("alsoServed: [/communaute/]");
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

describe("under a base path", () => {
  const host = "blog.example.org";
  const under = {
    basePath: "/carnet/",
    homes: [
      { host, path: "/carnet/" },
      { host, path: "/" },
    ],
  };
  it("accepts addresses with or without the base path", () => {
    const hrefs = [
      "https://blog.example.org/carnet/a-propos/",
      "https://blog.example.org/a-propos/",
      "/a-propos/",
      "/carnet/a-propos/",
    ];
    expect(found(hrefs, under)).toEqual([]);
  });

  it("suggests an address without the base path", () => {
    expect(found(["/carnet/a-propo/"], under)).toEqual(["dead-link/near /a-propos/"]);
  });
});

describe("an address on the site's host outside the base path", () => {
  const only = { basePath: "/carnet/", homes: [{ host: "blog.example.org", path: "/carnet/" }] };

  it.each([
    ["https://blog.example.org/a-propos/#equipe", "/a-propos/#equipe"],
    ["https://blog.example.org/a-propos", "/a-propos/"],
  ])("is reported with the intended page: %s", (href, suggestion) => {
    expect(found([href], only)).toEqual([`dead-link/outside ${suggestion}`]);
  });

  it("is reported with `alsoServed` if another site may answer there", () => {
    const [one] = show(checkLinks(inputOf(["https://blog.example.org/communaute/2020/"], only)), {
      lang: "en",
    });
    expect(one).toMatchObject({
      line: 10,
      column: 3,
      code: "dead-link",
      message:
        "The link “https://blog.example.org/communaute/2020/” has this site’s own address, but leads out of /carnet/, where the site is served.",
      hint: "Correct the address. If another site answers there, add to content/site.yaml: alsoServed: [/communaute/]",
    });
  });

  it.each([
    "https://blog.example.org/carnet/a-propos/",
    "https://blog.example.org/carnet",
    "https://blog.example.org/defis/x",
    "https://blog.example.org/carnet/defis/x",
    // Another site, since this one is in a folder of the host.
    "https://blog.example.org/",
    "https://blog.example.org",
  ])("is not reported if it is inside the base path or belongs to another site: %s", (href) => {
    expect(found([href], only)).toEqual([]);
  });
});

describe("addresses of other sites", () => {
  it.each([
    ["www.exemple.org/page", "https://www.exemple.org/page"],
    ["mission.exemple.fr", "https://mission.exemple.fr"],
    ["exemple.org/page?a=1#b", "https://exemple.org/page?a=1#b"],
    ["https//exemple.org", "https://exemple.org"],
    ["https:/exemple.org", "https://exemple.org"],
    ["htps://exemple.org", "https://exemple.org"],
    ["http://https://exemple.org", "https://exemple.org"],
  ])("corrects %s", (href, suggestion) => {
    expect(found([href])).toEqual([`dead-link/scheme ${suggestion}`]);
  });

  it.each(["film.mp4", "donnees.csv", "dossier/exemple.fr/x", "v1.2/x"])(
    "treats %s as a file or a path",
    (href) => {
      expect(found([href])).toEqual(["dead-link/missing"]);
    },
  );

  it("reports an address that browsers cannot parse", () => {
    expect(found(["https://exem ple.org/"])).toEqual(["dead-link/malformed"]);
  });
});

describe("email addresses", () => {
  it.each([
    ["mailto:a@exemple,org", "mailto:a@exemple.org"],
    ["mailto://a@exemple.org", "mailto:a@exemple.org"],
    ["mailto:a @exemple.org", "mailto:a@exemple.org"],
    ["mailto:a@@exemple.org?subject=x", "mailto:a@exemple.org?subject=x"],
    ["mailto:a [at] exemple.org", "mailto:a@exemple.org"],
    ["contact@exemple.org", "mailto:contact@exemple.org"],
  ])("corrects %s", (href, suggestion) => {
    expect(found([href])).toEqual([`dead-link/mailto ${suggestion}`]);
  });

  it.each(["%09", "@.", "a@", ".", "[at"])(
    "reports 100,000 times `%s` within the time limit of a test",
    (sign) => {
      const signs = sign.repeat(100_000);
      expect(found([`mailto:${signs}x`, signs]).length).toBeGreaterThan(0);
    },
  );

  it.each([
    "mailto:",
    "mailto:contact",
    "mailto:contact@exemple",
    "mailto:@exemple.org",
    "mailto:a@mon_exemple.org",
    "mailto:a@-exemple.org",
    "mailto:a..b@exemple.org",
    "mailto:.a@exemple.org",
    "mailto:a@exemple.o1",
  ])("reports %s", (href) => {
    expect(found([href])).toEqual(["dead-link/mailto"]);
  });
});

describe("telephone numbers", () => {
  it.each(["tel:15", "tel:3939", "tel:0123456789", "tel:+33-1-23-45-67-89", "tel:+33123456789;ext=12"])(
    "accepts %s",
    (href) => {
      expect(found([href])).toEqual([]);
    },
  );

  it.each([
    ["tel:01%2023%2045%2067%2089", "tel:0123456789"],
    ["tel:+33%20(0)1%2023%2045%2067%2089", "tel:+33123456789"],
    ["tel://0123456789", "tel:0123456789"],
  ])("corrects %s", (href, suggestion) => {
    expect(found([href])).toEqual([`dead-link/tel ${suggestion}`]);
  });

  it.each(["tel:", "tel:accueil", "tel:+0123"])("reports %s", (href) => {
    expect(found([href])).toEqual(["dead-link/tel"]);
  });
});

describe("addresses that contain a secret", () => {
  it.each([
    ["https://nom:mot@preprod.example.org/a?b#c", "https://preprod.example.org/a?b#c"],
    ["//jeton@forge.example.org/x.git", "//forge.example.org/x.git"],
    ["http://nom:@127.0.0.1/", "http://127.0.0.1/"],
    ["https://nom:mot@blog.example.org/", "https://blog.example.org/"],
  ])("are reported without it: %s", (href, suggestion) => {
    expect(found([href])).toEqual([`secret-link ${suggestion}`]);
    const [shown] = show(checkLinks(inputOf([href])), { lang: "en" });
    expect(`${shown?.message ?? ""} ${shown?.hint ?? ""}`).not.toMatch(/nom|mot|jeton/);
  });

  it.each(["https://social.example/@compte", "https://a.example/?q=a@b.example", "mailto:a@b.example"])(
    "do not include %s",
    (href) => {
      expect(found([href])).toEqual([]);
    },
  );
});

describe("hosts that only the author can reach", () => {
  it.each([
    "http://127.0.0.1:8080/a-propos/",
    "http://localhost:4000/blog/",
    "//192.168.1.12/x",
    "http://[::1]/",
    "https://intranet/page",
    "http://0x7f.1/",
  ])("reports %s", (href) => {
    expect(found([href])).toEqual(["local-link"]);
  });

  it("accepts the site's own host, even if it is local", () => {
    const homes = [{ host: "localhost:8080", path: "/" }];
    expect(found(["http://localhost:8080/a-propos/"], { homes })).toEqual([]);
  });
});

describe("links in the settings", () => {
  const place = { file: "content/site.yaml", line: 4, column: 5 };
  it("are checked like links of texts, with only the address suggested", () => {
    const settingLinks = [
      { href: "/a-propos", text: "À propos", place },
      { href: "https://exemple.org/", text: "Ailleurs", place },
    ];
    const shown = show(checkLinks(inputOf([], { settingLinks })), { lang: "en" });
    expect(shown).toMatchObject([{ ...place, code: "dead-link", hint: "Write: /a-propos/" }]);
  });

  const inSettings = (href: string, changes: Partial<LinkCheckInput> = {}): string[] =>
    found([], { settingLinks: [{ href, text: "Un lien", place }], ...changes });

  it.each([
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///c:/x.html",
    " VBScript:x",
  ])("are refused if they run code or read files: %j", (href) => {
    const settingLinks = [{ href, text: "Un lien", place }];
    expect(show(checkLinks(inputOf([], { settingLinks })), { lang: "fr" })).toMatchObject([
      { ...place, code: "settings", severity: "error", hint: "url: https://www.example.org/" },
    ]);
  });

  it.each([
    ["https://u:jeton@gitlab.com/a/b", "url: https://gitlab.com/a/b"],
    ["HTTPS://jeton@exemple.org", "url: HTTPS://exemple.org"],
    ["//u:jeton@exemple.org/#a", "url: //exemple.org/#a"],
  ])("are refused if they contain a secret, which is not repeated: %s", (href, hint) => {
    const settingLinks = [{ href, text: "Un lien", place }];
    const shown = show(checkLinks(inputOf([], { settingLinks })), { lang: "fr" });
    expect(shown).toMatchObject([{ ...place, code: "settings", severity: "error", hint }]);
    expect(JSON.stringify(shown)).not.toContain("jeton@");
  });

  it.each(["https://social.example.org/@moi", "https://exemple.org/?a=b@c", "https://exemple.org#a@b"])(
    "may contain @ after the host: %s",
    (href) => {
      expect(inSettings(href)).toEqual([]);
    },
  );

  it.each([
    ["a-propos/", "dead-link/relative /a-propos/"],
    ["a-propos", "dead-link/relative /a-propos/"],
    ["./a-propos/#equipe", "dead-link/relative /a-propos/#equipe"],
    ["social.example.org/@carnet", "dead-link/relative https://social.example.org/@carnet"],
    ["ana-malivel.fr", "dead-link/relative https://ana-malivel.fr"],
    ["docs/Rapport.pdf", "dead-link/relative /docs/Rapport.pdf"],
    ["rapport.pdf", "dead-link/relative /docs/Rapport.pdf"],
    ["zzzzzzzz.html", "dead-link/relative"],
    ["?q=x", "dead-link/relative /?q=x"],
    ["www.exemple.org", "dead-link/scheme https://www.exemple.org"],
    ["contact@exemple.org", "dead-link/mailto mailto:contact@exemple.org"],
  ])("are reported if they have no scheme and no leading slash: %s", (href, expected) => {
    expect(inSettings(href)).toEqual([expected]);
  });

  it.each(["/carnet/a-propos/#equipe", "carnet/a-propos/#equipe"])(
    "are reported if they include the base path: %s",
    (href) => {
      const homes = [{ host: "blog.example.org", path: "/carnet/" }];
      const key = href.startsWith("/") ? "base-path" : "relative";
      const expected = [`dead-link/${key} /a-propos/#equipe`];
      expect(inSettings(href, { basePath: "/carnet/", homes })).toEqual(expected);
      // As in a preview, which has another base path.
      expect(inSettings(href, { basePath: "/apercu/", homes })).toEqual(expected);
    },
  );

  it.each([
    ...[
      "/",
      "/?q=x",
      "/a-propos/#equipe",
      "#top",
      "//autre.example.org/",
      "https://blog.example.org/carnet/",
    ],
    ...["mailto:a@exemple.org", "tel:+33123456789", "tg://resolve?domain=x", "/defis/x"],
  ])("are accepted if valid: %s", (href) => {
    const homes = [{ host: "blog.example.org", path: "/carnet/" }];
    expect(inSettings(href, { basePath: "/carnet/", homes })).toEqual([]);
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

  it("reports one that resembles no id", () => {
    expect(found(["#zzzz"])).toEqual(["dead-anchor/missing"]);
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

describe("redirects", () => {
  const place = { file: "content/redirects.yaml", line: 2, column: 1 };

  it("reports a link that goes through one, with the new address", () => {
    const redirects = [
      { from: "/vieux", to: "/a-propos/", place },
      { from: "/archive/", to: "https://autre.example.org/x", place },
    ];
    expect(found(["/vieux#equipe", "/vieux/", "/archive?q=1"], { redirects })).toEqual([
      "redirected-link /a-propos/#equipe",
      "redirected-link /a-propos/",
      "redirected-link https://autre.example.org/x?q=1",
    ]);
  });

  it("checks the anchor on the target page of a redirect", () => {
    const redirects = [{ from: "/vieux", to: "/a-propos/", place }];
    expect(found(["/vieux#équipe", "/vieux#zzzz"], { redirects })).toEqual([
      "dead-anchor/near /a-propos/#equipe",
      "dead-anchor/missing",
    ]);
  });

  it("reports a target with a missing anchor, at the redirect's line", () => {
    const redirects = [{ from: "/vieux", to: "/a-propos/#equip", place }];
    expect(checkLinks(inputOf([], { redirects }))).toMatchObject([
      { ...place, key: "dead-anchor/near", params: { suggestion: "/a-propos/#equipe" } },
    ]);
  });

  it("reports a missing target, at the redirect's line", () => {
    const problems = checkLinks(inputOf([], { redirects: [{ from: "/vieux", to: "/a-propo/", place }] }));
    expect(problems).toMatchObject([
      { ...place, key: "dead-link/redirect", params: { suggestion: "/a-propos/" } },
    ]);
  });

  const redirected = (to: string, changes: Partial<LinkCheckInput> = {}): string[] =>
    found([], { redirects: [{ from: "/vieux", to, place }], ...changes });

  it("reports a target that is not published", () => {
    const withheld = new Map([["/blog/plus-tard/", "draft"]] as const);
    const redirects = [{ from: "/vieux", to: "/blog/plus-tard/", place }];
    expect(show(checkLinks(inputOf([], { redirects, withheld })), { lang: "fr" })).toMatchObject([
      {
        ...place,
        code: "dead-link",
        message:
          "L’ancienne adresse « /vieux » renvoie à « /blog/plus-tard/ », un texte qui n’est pas en ligne : c’est un brouillon.",
        hint: "Publiez ce texte, ou donnez une page en ligne : /vieux: /nouvelle-adresse/",
      },
    ]);
    expect(redirected("https://blog.example.org/blog/plus-tard/", { withheld })).toEqual([
      "dead-link/redirect-withheld",
    ]);
  });

  it.each([
    ["https://blog.example.org/a-propo/", "dead-link/redirect /a-propos/"],
    ["https://blog.example.org/zzzzzzzz/", "dead-link/redirect"],
    ["https://blog.example.org/a-propos/#equip", "dead-anchor/near /a-propos/#equipe"],
  ])("reports a dead target on the site's host: %s", (to, expected) => {
    expect(redirected(to)).toEqual([expected]);
  });

  it("reports a target on the site's host outside the base path", () => {
    const only = { basePath: "/carnet/", homes: [{ host: "blog.example.org", path: "/carnet/" }] };
    expect(redirected("https://blog.example.org/a-propos/", only)).toEqual(["dead-link/redirect /a-propos/"]);
    expect(redirected("https://blog.example.org/", only)).toEqual([]);
  });

  it.each([
    ...["https://blog.example.org/a-propos/#equipe", "https://blog.example.org/defis/x", "/defis/x"],
    "https://autre.example.org/zzzzzzzz/",
  ])("accepts the target %s", (to) => {
    expect(redirected(to)).toEqual([]);
  });

  it("does not report a target that an error keeps out", () => {
    expect(redirected("/blog/bilan/", { refused: new Set(["bilan"]) })).toEqual([]);
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

it("takes less than 8 s when all 3,000 links of a large site are dead", () => {
  const pages = Array.from({ length: 3000 }, (_, n) => `/blog/un-titre-assez-long-numero-${String(n)}/`);
  const input = inputOf([], { answers: new Map(pages.map((page) => [page, undefined])) });
  const references = pages.map((page): Reference => ({
    kind: "link",
    href: page.replace("assez", "asez"),
    text: "",
    line: 1,
    column: 1,
  }));
  const taken = busy(() => {
    const entries = [{ file, url, references, ids: new Set<string>() }];
    expect(checkLinks({ ...input, entries })).toHaveLength(3000);
  });
  expect(taken).toBeLessThan(8000);
});
