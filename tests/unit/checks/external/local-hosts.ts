// Hosts that answer on this machine, for tests of external links: public names are mapped to a local server, so that no request
// leaves the machine, and pauses are recorded instead of waited for.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { checkExternalLinks, type ExternalCheckOptions } from "../../../../src/checks/external/check.ts";
import type { ExternalLink, Network } from "../../../../src/checks/external/types.ts";
import { show, type ShownProblem } from "../../../../src/shown-problems.ts";

const NOW = new Date("2026-06-01T12:00:00Z");

let server: Server;
let port = 0;
/** `METHOD host/path` of each request of the test, in order. */
export const requests: string[] = [];
/** In milliseconds. */
export const pauses: number[] = [];
/** User agents of the requests. */
export const agents = new Set<string | undefined>();

/** The tests of the file that calls this share a server, and each begins with nothing requested. */
export function usesLocalHosts(): void {
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
    requests.length = 0;
    pauses.length = 0;
    agents.clear();
  });
}

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

export const network: Network = {
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
export function failing(code: string): Promise<never> {
  return Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));
}

export function linksTo(...addresses: string[]): ExternalLink[] {
  return addresses.map((address, n) => ({
    address,
    uses: [{ href: address, text: "un lien", place: { file: "content/posts/a.md", line: n + 1, column: 3 } }],
  }));
}

export const check = (
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

export async function shown(...addresses: string[]): Promise<ShownProblem[]> {
  return show((await check(linksTo(...addresses))).problems, { lang: "fr" });
}

/** `code: message` of the only problem, or an empty string. */
export async function said(address: string): Promise<string> {
  const [one] = await shown(address);
  return one === undefined ? "" : `${one.code}: ${one.message}`;
}
