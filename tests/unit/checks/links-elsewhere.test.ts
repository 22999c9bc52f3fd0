import { describe, expect, it } from "vitest";
import { checkLinks } from "../../../src/checks/links.ts";
import { show } from "../../../src/shown-problems.ts";
import { file, inputOf, found } from "./link-input.ts";

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

describe("addresses of other sites", () => {
  it.each([
    ["www.exemple.org/page", "https://www.exemple.org/page"],
    ["mission.exemple.fr", "https://mission.exemple.fr"],
    ["exemple.org/page?a=1#b", "https://exemple.org/page?a=1#b"],
    ["https//exemple.org", "https://exemple.org"],
    ["https:/exemple.org", "https://exemple.org"],
    ["htps://exemple.org", "https://exemple.org"],
    ["http://https://exemple.org", "https://exemple.org"],
    ["(https://exemple.org/x.html", "https://exemple.org/x.html"],
    ["(https://exemple.org/x_(y))", "https://exemple.org/x_(y)"],
    ["1.%20https://exemple.org/a", "https://exemple.org/a"],
    ["%5Bexemple.org%5D(http://exemple.org/)", "http://exemple.org/"],
  ])("corrects %s", (href, suggestion) => {
    expect(found([href])).toEqual([`dead-link/scheme ${suggestion}`]);
  });

  it.each(["(http://localhost", "dossier/(https://exemple.org)", "dossier/exemple.fr/x", "v1.2/x"])(
    "treats %s as a path",
    (href) => {
      expect(found([href])).toEqual(["dead-link/missing"]);
    },
  );

  it.each(["film.mp4", "donnees.csv"])("treats %s as a file", (href) => {
    expect(found([href])).toEqual(["dead-link/file"]);
  });

  it("suggests to swap a text that is an address and an address that leads nowhere, and mends both if they are one", () => {
    const said = (text: string, href: string): string[] => {
      const entries = inputOf([href]).entries.map((entry) => ({
        ...entry,
        references: entry.references.map((reference) => ({ ...reference, text })),
      }));
      const shown = show(checkLinks(inputOf([], { entries })), { lang: "fr" });
      return shown.map(({ code, hint }) => `${code} ${hint}`);
    };
    expect(said("http://www.agence.example/accueil/", "Agence.example")).toEqual([
      "dead-link Écrivez : [Agence.example](http://www.agence.example/accueil/)",
    ]);
    expect(said("https://www.agence.example/a", "www.agence.example")).toEqual([
      "dead-link Écrivez : [www.agence.example](https://www.agence.example/a)",
    ]);
    expect(said("https://agence.example/a", "agence.example/a")).toEqual([
      "dead-link Écrivez : [https://agence.example/a](https://agence.example/a)",
    ]);
    const twice = "https://https://agence.example/a";
    expect(said(twice, twice)).toEqual(["dead-link Écrivez : https://agence.example/a"]);
    expect(said("https://agence.example/", "/agence/")[0]).toContain("Corrigez l’adresse");
  });

  it("suggests the address behind one that follows its readers", () => {
    const wrapped =
      "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexemple.org%2Fa&data=x";
    expect(found([wrapped, "https://exemple.org/?utm_source=x", "https://lnkd.in/eXyZ"])).toEqual([
      "tracked-link/wrapped https://exemple.org/a",
      "tracked-link/campaign https://exemple.org/",
      "tracked-link/short",
    ]);
  });

  it("suggests the second of two addresses in one, unless the first may contain it", () => {
    const archive = ["web/2019/https://exemple.org/a", "?url=https://exemple.org", "#https://exemple.org"];
    expect(
      found(["https://exemple.org/ahttps://exemple.org/b", "https://exemple.frhttp://exemple.org"]),
    ).toEqual(["dead-link/glued https://exemple.org/b", "dead-link/glued http://exemple.org"]);
    expect(found(archive.map((rest) => `https://archive.example/${rest}`))).toEqual([]);
  });

  it("suggests an address without the bracket that ends it, if nothing opens one", () => {
    expect(
      found(["https://exemple.org/a]", "https://exemple.org/a%5D", "/absent/%5D", "absent.md%5D"]),
    ).toEqual([
      "dead-link/bracket https://exemple.org/a",
      "dead-link/bracket https://exemple.org/a",
      "dead-link/bracket /absent/",
      "dead-link/bracket absent.md",
    ]);
    // Markdown encodes what an author typed.
    const settingLinks = [{ href: "/absent/%5D", text: "Guide", place: { file, line: 3, column: 5 } }];
    expect(show(checkLinks(inputOf([], { settingLinks })), { lang: "fr" })).toMatchObject([
      { message: "L’adresse « /absent/] » finit par un crochet que rien n’ouvre." },
    ]);
    expect(found(["mailto:ann@exemple.org%5D", "ann@exemple.org%5D"])).toEqual([
      "dead-link/mailto mailto:ann@exemple.org",
      "dead-link/mailto mailto:ann@exemple.org",
    ]);
    const paired = [
      "matrix:r/salon%5D",
      "https://exemple.org/?a[]=1&b[]",
      "https://exemple.org/%5Ba%5D",
      "https://exemple.org/]a",
    ];
    expect(found(paired)).toEqual([]);
  });

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
    ["contact@exemple.org?subject=Bonjour", "mailto:contact@exemple.org?subject=Bonjour"],
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
