// The development server, on loopback only: pages with a script that reloads them, or with something shown over them; other files
// as they are. Whatever a request asks for, the server answers and goes on.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isIPv4, type AddressInfo } from "node:net";
import { join, sep } from "node:path";
import sirv from "sirv";
import { isAdminPage } from "../admin/page.ts";
import { errorCode, isFile, readText } from "../files.ts";
import { decodeComponent } from "../urls.ts";

export interface Served {
  /** The actual port; the system chooses it if 0 was requested. */
  port: number;
  /** Makes browsers reload the pages that they show. */
  reload(): void;
  close(): Promise<void>;
}

interface ServeOptions {
  /** Absolute path of the folder to serve; it may not exist yet. */
  output: string;
  port: number;
  /** Settled once there is something to show: requests that come before wait. */
  ready: Promise<void>;
  /** Path under which the site is served, with both slashes: asked at each request, since a save may change it. */
  basePath: () => string;
  /**
   * Called for each page that a browser opens, with its HTML; if the site has no such page, with the HTML of its 404 page, if
   * it has one. Returns what to send instead; `undefined` sends the page as it is.
   */
  cover: (page: string | undefined, isThere: boolean) => string | undefined;
  /** The answer to a page of another site that made its own name lead here. */
  rebound: string;
}

/** What `localhost` means: only this machine, nobody else on the network. */
const HOSTS = ["127.0.0.1", "::1"];

/** Paths, below the base path, of the script in each page and of the events that it listens to. */
const SCRIPT = ".carnet/reload.js";
const EVENTS = ".carnet/events";
const RELOAD_EVENT = "event: reload\ndata:\n\n";

/**
 * Beside the script. The address of both ends with the state of the site that the page is from: if a save came before the browser
 * listened, or it has connected again, by itself, to the next server, the answer is that this state is out of date.
 */
const RELOAD = `const events = new EventSource(new URL("events" + new URL(import.meta.url).search, import.meta.url));
events.addEventListener("reload", () => location.reload());
`;

/** Starts serving. Rejects with the system's error (`EADDRINUSE`) if the port is not available. */
export async function serve({ output, cover, rebound, ...options }: ServeOptions): Promise<Served> {
  let { port } = options;
  let state = randomUUID();
  const listening = new Set<ServerResponse>();
  const files = sirv(output, { dev: true, etag: false, dotfiles: true });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    await options.ready;
    // A browser that goes back shows its cached page, however old, such as one from before the last save.
    response.setHeader("Cache-Control", "no-store");
    const basePath = options.basePath();
    const asked = pathOf(request);
    const path = asked?.startsWith(basePath) ? asked.slice(basePath.length) : undefined;
    const file = path === undefined ? undefined : fileAt(output, path);
    const opensPage = (request.headers.accept ?? "").includes("text/html");
    if (isRebound(request)) send(response, 403, "text/plain", `${rebound}\n`);
    else if (asked === undefined) send(response, 400, "text/plain", "");
    // A browser may still be where the site was served until a save.
    else if (path === undefined) redirect(response, basePath);
    else if (path === SCRIPT) send(response, 200, "text/javascript", RELOAD);
    else if (path === EVENTS) listen(response, request.url?.endsWith(`?${state}`) === true);
    else if (file === "folder") redirect(response, `${basePath}${path}/`);
    else if (file !== undefined && !file.endsWith(".html")) {
      request.url = (request.url ?? "/").slice(basePath.length - 1);
      files(request, response, () => {
        send(response, 404, "text/plain", "");
      });
    } else {
      const page = readText(file ?? join(output, "404.html"));
      // The editors' form is never covered, since what is wrong may be fixed there; a reload would lose what is being written.
      const isForm = page !== undefined && isAdminPage(page);
      const covered = isForm || !opensPage ? undefined : cover(page, file !== undefined);
      const html = covered ?? page ?? "404\n";
      send(
        response,
        file === undefined ? 404 : 200,
        "text/html",
        isForm ? html : withScript(html, `${basePath}${SCRIPT}?${state}`),
      );
    }
  };
  const listen = (response: ServerResponse, isCurrent: boolean): void => {
    response.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders();
    if (!isCurrent) response.write(RELOAD_EVENT);
    listening.add(response);
    response.once("close", () => listening.delete(response));
  };
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    for (const server of servers) {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    }
  };
  for (const host of HOSTS) {
    const server = createServer((request, response) => void answer(request, response)).listen({ port, host });
    try {
      await once(server, "listening");
    } catch (error) {
      // A machine without IPv6 has no such address.
      if (host === "::1" && ["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(errorCode(error))) break;
      await close();
      throw error;
    }
    servers.push(server);
    ({ port } = server.address() as AddressInfo);
  }
  return {
    port,
    reload() {
      state = randomUUID();
      for (const response of listening) response.write(RELOAD_EVENT);
    },
    close,
  };
}

/** The path of a request, decoded; `undefined` for one that is not valid. */
function pathOf({ url = "/" }: IncomingMessage): string | undefined {
  const path = decodeComponent(url.replace(/[?#].*$/, ""));
  return path?.includes("\0") === false ? path : undefined;
}

/** The file that a path means, alone or with what hosts add to it; `folder` for one without its final slash. */
function fileAt(output: string, path: string): string | undefined {
  const target = join(output, path);
  if (target !== output && !target.startsWith(output + sep)) return undefined;
  const index = join(target, "index.html");
  const isFolder = path === "" || path.endsWith("/");
  const found = (isFolder ? [index] : [target, `${target}.html`]).find(isFile);
  return found ?? (!isFolder && isFile(index) ? "folder" : undefined);
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8` }).end(text);
}

function redirect(response: ServerResponse, path: string): void {
  response.writeHead(302, { Location: encodeURI(path) }).end();
}

function withScript(html: string, address: string): string {
  const script = `<script type="module" src="${address}"></script>`;
  return /<\/head>/i.test(html) ? html.replace(/<\/head>/i, (end) => script + end) : html + script;
}

/**
 * Whether a web page made its own name lead to this machine (DNS rebinding): it could read all that is served as if it were its
 * own, drafts included. Its browser sends that name and this very port; a request through a proxy or a tunnel has the port of
 * that one, or none.
 */
function isRebound({ headers: { host = "" }, socket }: IncomingMessage): boolean {
  const [, name = "", port = "80"] = /^(.*?)\.?(?::(\d+))?$/.exec(host.toLowerCase()) ?? [];
  return Number(port) === socket.localPort && !/^(?:.+\.)?localhost$|^\[.*\]$|^$/.test(name) && !isIPv4(name);
}
