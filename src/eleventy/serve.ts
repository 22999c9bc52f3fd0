// The development server, on loopback only: pages with a script that reloads them, or with something shown over them; other files
// as they are. Whatever a request asks for, the server answers and goes on.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createProbe, isIPv4 } from "node:net";
import { join, sep } from "node:path";
import sirv from "sirv";
import { isAdminPage } from "../admin/page.ts";
import { isFile, readText } from "../files.ts";

export interface Served {
  /** Address of the home page. */
  url: string;
  /** The actual port; the system chooses it if 0 was requested. */
  port: number;
  /** Makes browsers reload the pages that they show. */
  reload(): void;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Absolute path of the folder to serve; it may not exist yet. */
  output: string;
  port: number;
  /** Path under which the site is served, with both slashes. */
  basePath: string;
  /**
   * Called for each page that a browser opens, with its HTML; if the site has no such page, with the HTML of its 404 page, if
   * it has one. Returns what to send instead; `undefined` sends the page as it is.
   */
  cover: (page: string | undefined, isThere: boolean) => string | undefined;
  /** The answer to a page of another site that made its own name lead here. */
  rebound: string;
}

/** Only this machine: nobody else on the network is served. */
const HOST = "127.0.0.1";

/** Paths, below the base path, of the script in each page and of the events that it listens to. */
const SCRIPT = ".carnet/reload.js";
const EVENTS = ".carnet/events";

/** Beside the script. If the server ends, the browser connects again by itself to the next one: what it shows is then out of date. */
const RELOAD = `const events = new EventSource(new URL("events", import.meta.url));
events.addEventListener("reload", () => location.reload());
events.addEventListener("error", () => events.addEventListener("open", () => location.reload()));
`;

/** Starts serving. Rejects with the system's error (`EADDRINUSE`) if the port is not available. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { output, port, basePath } = options;
  const listening = new Set<ServerResponse>();
  const files = sirv(output, { dev: true, etag: false, dotfiles: true });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = pathIn(request.url ?? "/", basePath);
    const file = path === undefined ? undefined : fileAt(output, path);
    const opensPage = (request.headers.accept ?? "").includes("text/html");
    if (isRebound(request)) send(response, 403, "text/plain", `${options.rebound}\n`);
    else if (path === undefined) send(response, 400, "text/plain", "");
    else if (path === SCRIPT) send(response, 200, "text/javascript", RELOAD);
    else if (path === EVENTS) listen(response, listening);
    else if (file === "folder") {
      response.setHeader("Location", encodeURI(`${basePath}${path}/`));
      send(response, 301, "text/plain", "");
    } else if (file !== undefined && !file.endsWith(".html")) {
      request.url = (request.url ?? "/").slice(basePath.length - 1);
      files(request, response, () => {
        send(response, 404, "text/plain", "");
      });
    } else {
      const page = readText(file ?? join(output, "404.html"));
      // The editors' form is never covered, since what is wrong may be fixed there; a reload would lose what is being written.
      const isForm = page !== undefined && isAdminPage(page);
      const covered = isForm || !opensPage ? undefined : options.cover(page, file !== undefined);
      const html = covered ?? page ?? "404\n";
      send(response, file === undefined ? 404 : 200, "text/html", isForm ? html : withScript(html, basePath));
    }
  };
  const server = createServer((request, response) => {
    // A browser that goes back shows its cached page, however old, such as one from before the last save.
    response.setHeader("Cache-Control", "no-store");
    answer(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: HOST }, resolve);
  });
  const address = server.address();
  const actual = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://localhost:${String(actual)}${basePath}`,
    port: actual,
    reload() {
      for (const response of listening) response.write("event: reload\ndata:\n\n");
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Path below the base path, decoded; `undefined` for one that is not valid, or elsewhere. */
function pathIn(url: string, basePath: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ""));
    if (path === basePath.slice(0, -1)) return "";
    return path.startsWith(basePath) && !path.includes("\0") ? path.slice(basePath.length) : undefined;
  } catch {
    return undefined;
  }
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

function listen(response: ServerResponse, listening: Set<ServerResponse>): void {
  response.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders();
  listening.add(response);
  response.once("close", () => listening.delete(response));
}

function withScript(html: string, basePath: string): string {
  const script = `<script type="module" src="${basePath}${SCRIPT}"></script>`;
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

/** Whether nothing listens on a port of this machine, at any of the addresses that `localhost` means. */
export async function portIsFree(port: number): Promise<boolean> {
  const canListen = (host: string): Promise<boolean> =>
    new Promise((resolve) => {
      const probe = createProbe();
      probe.once("error", (error: NodeJS.ErrnoException) => {
        // A machine without IPv6 has no such address.
        resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");
      });
      probe.listen({ port, host }, () =>
        probe.close(() => {
          resolve(true);
        }),
      );
    });
  return (await canListen(HOST)) && canListen("::1");
}
