import { describe, expect, it } from "vitest";
import type { ExternalLink, Network } from "../../../../src/checks/external/types.ts";
import { show } from "../../../../src/shown-problems.ts";
import {
  requests,
  pauses,
  agents,
  network,
  linksTo,
  check,
  shown,
  said,
  usesLocalHosts,
} from "./local-hosts.ts";

usesLocalHosts();

describe("the content of a player", () => {
  const playing = async (address: string): Promise<string[]> => {
    const place = { file: "content/posts/a.md", line: 4, column: 1 };
    const use = { href: address, text: "Demo Day", place, isPlayer: true as const };
    const { problems } = await check([{ address, uses: [use] }]);
    return show(problems, { lang: "en" }).map(({ code, message }) => `${code}: ${message}`);
  };

  it("is reported by the player's title once it is gone", async () => {
    expect(await playing("https://e.example/status/404")).toEqual([
      "dead-link: What the player “Demo Day” (https://e.example/status/404) shows is no longer online: the server answers 404, there is no such page.",
    ]);
  });

  it("may have moved to another address", async () => {
    expect(await playing("https://e.example/moved/301")).toEqual([]);
  });
});

describe("an address that works", () => {
  it("is requested once, with HEAD and Carnet's user agent", async () => {
    expect(await shown("https://e.example/page")).toEqual([]);
    expect(requests).toEqual(["HEAD e.example/page"]);
    expect([...agents]).toEqual(["Carnet (test)"]);
  });

  it.each(["403", "404", "405", "500", "501"])(
    "is requested again with GET if the server answers %s to HEAD",
    async (status) => {
      expect(await shown(`https://e.example/only-get/${status}`)).toEqual([]);
      expect(requests).toHaveLength(2);
    },
  );

  it("may close the connection on HEAD", async () => {
    expect(await shown("https://e.example/hang-up/head")).toEqual([]);
  });

  it("may redirect without a target", async () => {
    expect(await shown("https://e.example/status/301")).toEqual([]);
  });

  it("may be at most five redirects away", async () => {
    expect(await said("https://e.example/hops/5")).toBe("");
    expect(await said("https://e.example/hops/6")).toContain("d’adresse en adresse");
  });

  it.each(["302", "303", "307"])("may redirect temporarily (%s)", async (status) => {
    expect(await shown(`https://e.example/moved/${status}`)).toEqual([]);
  });
});

describe("an address that moved permanently", () => {
  it.each(["301", "308"])("is reported as a note, with the new one to paste (%s)", async (status) => {
    expect(await shown(`https://e.example/moved/${status}`)).toMatchObject([
      {
        file: "content/posts/a.md",
        line: 1,
        column: 3,
        code: "moved-link",
        severity: "note",
        hint: "Écrivez : [un lien](https://e.example/200)",
      },
    ]);
  });

  it.each(["a)b", "(a", ")("])(
    "is suggested in angle brackets if its parentheses would end the link: %s",
    async (path) => {
      const found = await shown(`https://e.example/to/${encodeURIComponent(`https://f.example/${path}`)}`);
      expect(found).toMatchObject([{ hint: `Écrivez : [un lien](<https://f.example/${path}>)` }]);
    },
  );

  it("is suggested without the fragment of the redirect, which the link did not mean", async () => {
    const to = encodeURIComponent("https://f.example/neuf#haut");
    expect(await shown(`https://e.example/to/${to}`)).toMatchObject([
      { hint: "Écrivez : [un lien](https://f.example/neuf)" },
    ]);
  });

  it("keeps the fragment of each link", async () => {
    const [link] = linksTo("https://e.example/moved/301");
    const uses = [
      { href: "https://e.example/moved/301#bas", text: "", place: { file: "a.md", line: 1, column: 1 } },
    ];
    const { problems } = await check([{ address: link?.address ?? "", uses }]);
    expect(problems).toMatchObject([{ params: { suggestion: "https://e.example/200#bas" } }]);
  });

  it.each([
    ["in UTF-8, as browsers read it", "/caf\u00c3\u00a9", "https://e.example/café"],
    ["in Latin-1, as browsers read it too", "/caf\u00e9", "https://e.example/café"],
    [
      "with percent codes that must stay",
      "/%C3%A9%E2%80%AE%3Cb%3E%2541",
      "https://e.example/é%E2%80%AE%3Cb%3E%2541",
    ],
  ])("may be sent %s", async (_, location, suggestion) => {
    const moving: Network = {
      ...network,
      fetch: (address) =>
        Promise.resolve(
          new Response(null, address.endsWith("/old") ? { status: 301, headers: { location } } : {}),
        ),
    };
    const { problems } = await check(linksTo("https://e.example/old"), { network: moving });
    expect(problems).toMatchObject([{ params: { suggestion } }]);
  });

  it("is suggested up to the first temporary redirect", async () => {
    expect(await shown("https://e.example/chain/302")).toMatchObject([
      { hint: "Écrivez : [un lien](https://e.example/moved/302)" },
    ]);
  });
});

describe("a dead address", () => {
  it.each([
    ["https://e.example/status/404", "le serveur répond 404, cette page n’existe pas."],
    ["https://e.example/status/410", "le serveur répond 410, cette page a été retirée."],
    ["https://e.example/status/500", "le serveur répond 500, le serveur est en panne."],
    ["https://inconnu.example/", "ce nom de site n’existe pas."],
    ["https://ferme.example/", "la machine refuse la connexion."],
    ["https://perime.example/", "le certificat de ce site n’est pas valable"],
    ["https://e.example/silent", "le site ne répond pas dans les dix secondes."],
    ["https://e.example/hang-up", "le site ne répond pas comme un site web."],
    ["https://e.example/to/ftp%3A%2F%2Fx", "l’adresse renvoie à une autre qui n’en est pas une."],
    [
      "https://e.example/to/https%3A%2F%2Fnom%40a.example",
      "l’adresse renvoie à une autre qui n’en est pas une.",
    ],
    [
      "https://e.example/to/https%3A%2F%2F%3Amot%40a.example",
      "l’adresse renvoie à une autre qui n’en est pas une.",
    ],
  ])("is reported with the reason: %s", async (address, words) => {
    expect(await said(address)).toContain(
      `dead-link: Le lien « ${address} » ne mène plus nulle part : ${words}`,
    );
  });

  it.each(["301", "302", "303", "307", "308"])(
    "is reported if a redirect leads to it (%s)",
    async (status) => {
      expect(await said(`https://e.example/gone/${status}`)).toContain("404");
    },
  );

  it("is reported if it redirects to an invalid address", async () => {
    expect(await said(`https://e.example/to/${encodeURIComponent("http://[")}`)).toContain("dead-link");
  });

  it("is requested only once if the server answers 410", async () => {
    await shown("https://e.example/status/410");
    expect(requests).toEqual(["HEAD e.example/status/410"]);
  });

  it("is reported at each place that links to it", async () => {
    const use = (line: number): ExternalLink["uses"][number] => ({
      href: "https://e.example/status/404",
      text: "",
      place: { file: "a.md", line, column: 7 },
    });
    const { problems } = await check([{ address: "https://e.example/status/404", uses: [use(2), use(9)] }]);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 7],
      [9, 7],
    ]);
  });
});

describe("machines of private networks", () => {
  it.each([
    ["by IP address", "https://e.example/to/http%3A%2F%2F127.0.0.1%3A1%2Fsecret"],
    [
      "by the address of a cloud's metadata service",
      "https://e.example/to/http%3A%2F%2F169.254.169.254%2Flatest",
    ],
    ["by a name that resolves to one", "https://e.example/to/https%3A%2F%2Fpiege.example%2Fsecret"],
  ])("are never requested through a redirect: %s", async (_, address) => {
    expect(await said(address)).toContain(
      "l’adresse mène à une machine que les lecteurs ne peuvent pas atteindre",
    );
    expect(requests).toEqual([`HEAD ${address.slice("https://".length)}`]);
  });

  it("are never requested by a public name that resolves to them", async () => {
    expect(await said("https://piege.example/")).toContain("l’adresse mène à une machine que les lecteurs");
    expect(requests).toEqual([]);
  });
});

describe("an address that cannot be checked", () => {
  it.each([
    ["https://e.example/status/403", "le site refuse les vérifications automatiques (403)"],
    ["https://e.example/status/999", "le site refuse les vérifications automatiques (999)"],
    ["https://e.example/status/503", "le site est momentanément indisponible (503)"],
    ["https://e.example/busy/3600", "le site demande d’attendre avant de revenir (429)"],
    ["https://e.example/loop/", "le site renvoie d’adresse en adresse sans aboutir"],
    [
      "https://chaine.example/",
      "la connexion chiffrée n’a pas pu s’établir, là où un navigateur y parvient parfois",
    ],
    [
      "https://ancien.example/",
      "la connexion chiffrée n’a pas pu s’établir, là où un navigateur y parvient parfois",
    ],
    ["https://long.example/", "la réponse du site est trop longue pour cette vérification"],
  ])("is reported as unchecked: %s", async (address, words) => {
    expect(await said(address)).toBe(
      `unchecked-link: Le lien « ${address} » n’a pas pu être vérifié : ${words}.`,
    );
  });

  it("is requested again after the wait that a busy host asks for", async () => {
    expect(await shown("https://e.example/busy/4")).toEqual([]);
    expect(pauses).toContain(4000);
  });

  it.each([
    ["a date", "Mon, 01 Jun 2026 12:00:07 GMT", 7000],
    ["half a minute", "30", 30_000],
  ])("is requested again after %s", async (_, until, wait) => {
    expect(await shown(`https://e.example/busy/${encodeURIComponent(until)}`)).toEqual([]);
    expect(pauses).toContain(wait);
  });

  it.each(["Mon, 01 Jun 2026 11:00:00 GMT", "plus tard"])(
    "is requested again after the usual pause if told to wait until %s",
    async (until) => {
      expect(await shown(`https://e.example/busy/${encodeURIComponent(until)}`)).toEqual([]);
      expect(pauses).toEqual([500]);
    },
  );
});
