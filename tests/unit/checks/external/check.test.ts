// Checks external links against a local server, to which public host names are mapped: no request leaves the machine, and
// pauses are recorded instead of waited for.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkExternalLinks, type ExternalCheckOptions } from "../../../../src/checks/external/check.ts";
import type { ExternalLink, Network } from "../../../../src/checks/external/types.ts";
import { show, type ShownProblem } from "../../../../src/shown-problems.ts";

const NOW = new Date("2026-06-01T12:00:00Z");

let server: Server;
let port = 0;
/** `METHOD host/path` of each request, in order. */
let requests: string[] = [];
let pauses: number[] = [];
let agents = new Set<string | undefined>();

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  requests = [];
  pauses = [];
  agents = new Set();
});

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? "/";
  const host = String(request.headers["x-host"]);
  requests.push(`${request.method ?? ""} ${host}${path}`);
  agents.add(request.headers["user-agent"]);
  const [, kind = "", more = ""] = path.split("/");
  const to = (status: number, location: string): void => void response.writeHead(status, { location }).end();
  const again = requests.filter((one) => one.endsWith(`${host}${path}`)).length > 1;
  if (kind === "silent") return;
  if (kind === "hang-up" && (more !== "head" || request.method === "HEAD")) request.socket.destroy();
  else if (kind === "only-get") response.writeHead(request.method === "HEAD" ? Number(more) : 200).end("x");
  else if (kind === "status") response.writeHead(Number(more)).end();
  else if (kind === "moved") to(Number(more), "/200");
  else if (kind === "gone") to(Number(more), "/status/404");
  else if (kind === "chain") to(301, `/moved/${more}`);
  else if (kind === "loop") to(302, `/loop/${more}x`);
  else if (kind === "hops" && more !== "0") to(302, `/hops/${String(Number(more) - 1)}`);
  else if (kind === "to") to(301, decodeURIComponent(more));
  else if (kind === "busy")
    response.writeHead(again ? 200 : 429, { "retry-after": decodeURIComponent(more) }).end();
  else if (kind === "closed") response.writeHead(503, { "retry-after": more }).end();
  else response.writeHead(200).end("x");
}

const network: Network = {
  fetch(address, init) {
    const { host, pathname, search } = new URL(address);
    if (host === "inconnu.example") return failing("ENOTFOUND");
    if (host === "hors-ligne.example") return failing("EAI_AGAIN");
    if (host === "ferme.example") return failing("ECONNREFUSED");
    if (host === "perime.example") return failing("CERT_HAS_EXPIRED");
    if (host === "chaine.example") return failing("UNABLE_TO_VERIFY_LEAF_SIGNATURE");
    if (host === "ancien.example") return failing("ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED");
    if (host === "long.example") return failing("UND_ERR_HEADERS_OVERFLOW");
    const headers = new Headers(init.headers);
    headers.set("x-host", host);
    return fetch(`http://127.0.0.1:${String(port)}${pathname}${search}`, { ...init, headers });
  },
  lookup: (host) => Promise.resolve([host === "piege.example" ? "127.0.0.1" : "93.184.216.34"]),
  sleep(milliseconds) {
    pauses.push(milliseconds);
    return Promise.resolve();
  },
};

/** Rejects as `fetch` does: the code is in the cause. */
function failing(code: string): Promise<never> {
  return Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));
}

function linksTo(...addresses: string[]): ExternalLink[] {
  return addresses.map((address, n) => ({
    address,
    uses: [{ href: address, text: "un lien", place: { file: "content/posts/a.md", line: n + 1, column: 3 } }],
  }));
}

const check = (
  links: readonly ExternalLink[],
  changes: Partial<ExternalCheckOptions> = {},
): ReturnType<typeof checkExternalLinks> =>
  checkExternalLinks(links, {
    network,
    now: NOW,
    userAgent: "Carnet (test)",
    known: new Map(),
    timeout: 500,
    ...changes,
  });

async function shown(...addresses: string[]): Promise<ShownProblem[]> {
  return show((await check(linksTo(...addresses))).problems, { lang: "fr" });
}

/** `code: message` of the only problem, or an empty string. */
async function said(address: string): Promise<string> {
  const [one] = await shown(address);
  return one === undefined ? "" : `${one.code}: ${one.message}`;
}

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

describe("politeness", () => {
  it("pauses between two requests to the same host", async () => {
    await check(linksTo("https://e.example/1", "https://e.example/2", "https://f.example/3"));
    expect(pauses).toEqual([500]);
  });

  it("sends no more requests to a host that says it is busy", async () => {
    const busy = await shown("https://e.example/busy/3600", "https://e.example/2", "https://e.example/3");
    expect(busy.map(({ code }) => code)).toEqual(["unchecked-link", "unchecked-link", "unchecked-link"]);
    expect(requests).toEqual(["HEAD e.example/busy/3600"]);
  });

  it.each(["inconnu", "perime", "piege"])("reports all addresses of %s.example as dead", async (host) => {
    const found = await shown(...["1", "2", "3"].map((path) => `https://${host}.example/${path}`));
    expect(found.map(({ code }) => code)).toEqual(["dead-link", "dead-link", "dead-link"]);
  });

  it("waits at most twice for a host that is temporarily unavailable", async () => {
    const paths = ["a", "b", "c", "d"].map((name) => `https://e.example/closed/20/${name}`);
    const found = await shown(...paths);
    expect(found.map(({ code }) => code)).toEqual(paths.map(() => "unchecked-link"));
    expect(pauses.filter((pause) => pause === 20_000)).toHaveLength(2);
    expect(requests).toHaveLength(4);
  });

  it.each(["502", "504"])("sends no more requests to a host that has answered %s twice", async (status) => {
    await shown(...["a", "b", "c"].map((path) => `https://e.example/status/${status}/${path}`));
    expect(requests.filter((one) => one.startsWith("HEAD"))).toHaveLength(2);
  });

  it("continues with a host that redirects to busy or unavailable hosts", async () => {
    const to = (there: string): string => `https://court.example/to/${encodeURIComponent(there)}`;
    const found = await shown(
      to("https://e.example/status/429"),
      to("https://f.example/status/503"),
      to("https://g.example/status/503"),
      "https://court.example/status/404",
    );
    expect(found.map(({ code }) => code)).toEqual([
      ...["unchecked-link", "unchecked-link", "unchecked-link", "dead-link"],
    ]);
  });

  it("continues with a host that refuses robots", async () => {
    const paths = ["status/403", "status/503", "status/404"].map((path) => `https://e.example/${path}`);
    const found = await shown(...paths);
    expect(found.map(({ code }) => code)).toEqual(["unchecked-link", "unchecked-link", "dead-link"]);
  });

  it("sends no more requests to a host after two timeouts", async () => {
    const paths = ["a", "b", "c", "d"].map((name) => `https://e.example/silent/${name}`);
    const found = await shown(...paths, "https://f.example/");
    expect(found.map(({ code }) => code)).toEqual([
      "dead-link",
      "dead-link",
      "unchecked-link",
      "unchecked-link",
    ]);
    expect(requests.filter((one) => one.includes("silent"))).toHaveLength(4);
  });
});

describe("results of an earlier run", () => {
  it("are reused if good, and requested again if not", async () => {
    const links = linksTo(
      "https://e.example/1",
      "https://e.example/moved/301",
      "https://e.example/status/404",
    );
    const first = await check(links);
    expect([...first.known.keys()]).toEqual(["https://e.example/1", "https://e.example/moved/301"]);
    requests = [];
    const second = await check(links, { known: first.known });
    expect(requests.map((one) => one.split(" ")[1])).toEqual([
      "e.example/status/404",
      "e.example/status/404",
    ]);
    expect(second.problems).toEqual(first.problems);
  });
});

it("passes on its results every 20 addresses, in case the run is stopped", async () => {
  const links = linksTo(...Array.from({ length: 45 }, (_, n) => `https://e.example/${String(n)}`));
  const kept: number[] = [];
  await check(links, { keep: (known) => kept.push(known.size) });
  expect(kept).toEqual([20, 40]);
});

describe("an unreachable host", () => {
  it("gets requests for two addresses, and all of its links are reported", async () => {
    const asked = new Set<string>();
    const counting: Network = {
      ...network,
      fetch: (address, init) => {
        asked.add(address);
        return network.fetch(address, init);
      },
    };
    const closed = ["1", "2", "3", "4"].map((path) => `https://ferme.example/${path}`);
    const { problems } = await check(linksTo(...closed, "https://e.example/status/200"), {
      network: counting,
    });
    expect([...asked].filter((address) => address.includes("ferme"))).toEqual(closed.slice(0, 2));
    expect(problems).toHaveLength(4);
  });
});

describe("without a network", () => {
  it("reports that it is offline", async () => {
    expect((await check(linksTo("https://hors-ligne.example/"))).offline).toBe(true);
    expect((await check(linksTo("https://inconnu.example/", "https://ferme.example/"))).offline).toBe(true);
  });

  it("reports so too if addresses of a host that does not exist were skipped", async () => {
    const gone = ["1", "2"].map((path) => `https://inconnu.example/${path}`);
    expect((await check(linksTo(...gone, "https://ferme.example/"))).offline).toBe(true);
  });

  it("still requests the next host if the first does not answer", async () => {
    const unreached = ["1", "2"].map((path) => `https://hors-ligne.example/${path}`);
    const { problems, offline } = await check(linksTo(...unreached, "https://e.example/"));
    expect([problems.length, offline]).toEqual([2, false]);
  });

  it("gives up after fewer than 40 of 300 hosts", async () => {
    let asked = 0;
    const off: Network = {
      ...network,
      fetch: () => {
        asked++;
        return failing("ENOTFOUND");
      },
    };
    const links = linksTo(...Array.from({ length: 300 }, (_, n) => `https://h${String(n)}.example/`));
    const steps: [number, number][] = [];
    const { offline } = await check(links, {
      network: off,
      onProgress: (done, total) => steps.push([done, total]),
    });
    expect(offline).toBe(true);
    expect(asked).toBeLessThan(40);
    expect(steps.at(-1)).toEqual([300, 300]);
  });

  it("does not claim to be offline if a host answers, if only one host is missing, or without links", async () => {
    expect((await check(linksTo("https://inconnu.example/", "https://e.example/status/404"))).offline).toBe(
      false,
    );
    expect((await check(linksTo("https://e.example/status/403"))).offline).toBe(false);
    expect((await check(linksTo("https://inconnu.example/"))).offline).toBe(false);
    expect((await check([])).offline).toBe(false);
  });
});

it("reports progress after each address", async () => {
  const steps: [number, number][] = [];
  await check(linksTo("https://e.example/1", "https://f.example/2"), {
    onProgress: (done, total) => steps.push([done, total]),
  });
  expect(steps).toEqual([
    [1, 2],
    [2, 2],
  ]);
});
