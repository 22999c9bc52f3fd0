// The development server: Eleventy's, on loopback only, with a way to show something over the pages it sends.
// Whatever a request asks for, the server answers and goes on: a path that cannot be decoded must not end it.
import EleventyDevServer, { type DevServer } from "@11ty/eleventy-dev-server";
import { statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isIPv4, type Socket } from "node:net";
import { join, sep } from "node:path";
import { isAdminPage } from "../admin/page.ts";
import { readText } from "../files.ts";
import { HOST } from "./free-port.ts";
import { TAB_SCRIPT, Tabs, tabScript } from "./tabs.ts";

export interface Served {
  /** Address of the home page. */
  url: string;
  /** The actual port; the system chooses it if 0 was requested. */
  port: number;
  /** Makes browsers reload the pages that have changed; every page if `files`: what pages load has changed. */
  renew(changed: { files: boolean }): void;
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
   * it has one.
   * Returns what to send instead; `undefined` sends the page as it is.
   */
  cover: (page: string | undefined, isThere: boolean) => string | undefined;
  /** The answer to a page of another site that made its own name lead here. */
  rebound: string;
  /** Receives errors between the server and a browser. */
  onError: (text: string) => void;
}

/** Time that open browsers have to disconnect. */
const GOODBYE_MS = 100;

/** Starts serving. Rejects with the system's error (`EADDRINUSE`) if the port is not available. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { output, port, basePath } = options;
  const tabs = new Tabs((path) => pageAt(server, options, path)?.html);
  const server = EleventyDevServer.getServer("carnet", output, {
    pathPrefix: basePath,
    domDiff: false,
    messageOnStart: false,
    logger: { info: silent, log: silent, error: report(options.onError) },
    middleware: [
      (request: IncomingMessage, response: ServerResponse, next: () => unknown) =>
        answer(server, options, { request, response, next }),
    ],
  });
  // Eleventy would decode the folder too, along with the address: a site may be in `100 % bio/`.
  server.getOutputDirFilePath = (path, name = "") =>
    join(output, decodeURIComponent(name === ".html" ? path.replace(/\/$/, "") + name : join(path, name)));
  // Eleventy's own script reloads every page at each change, since it does not know which one it is in (docs/adr/0027).
  // The editors' form does not change with a save, and a reload would lose what is being written.
  server.augmentContentWithNotifier = (content) => (isAdminPage(content) ? content : tabs.mark(content));
  const connections = new Set<Socket>();
  server.server.on("connection", (socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  await listen(server, port);
  server.updateServer?.on("connection", (browser, request) => {
    tabs.follow(browser, request);
  });
  const address = server.server.address();
  const actual = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://localhost:${String(actual)}${basePath}`,
    port: actual,
    renew: (changed) => {
      tabs.renew(changed);
    },
    async close() {
      // Browsers are notified and have a moment to answer; one that sleeps must not keep the command from ending.
      const timer = setTimeout(() => {
        for (const socket of connections) socket.destroy();
      }, GOODBYE_MS);
      await server.close();
      clearTimeout(timer);
    },
  };
}

/** Eleventy's own `serve()` listens on every interface of the machine, and throws where nothing can catch the error. */
async function listen(devServer: DevServer, port: number): Promise<void> {
  const { server } = devServer;
  server.removeAllListeners("error");
  const failed = new Promise<never>((_, reject) => {
    server.once("error", reject);
  });
  server.listen({ port, host: HOST });
  await Promise.race([failed, devServer.ready()]);
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  next: () => unknown;
}

function answer(server: DevServer, options: ServeOptions, { request, response, next }: Exchange): unknown {
  const url = request.url ?? "/";
  // A browser that goes back shows its cached page, however old, such as one from before the last save.
  response.setHeader("Cache-Control", "no-store");
  if (isRebound(request)) {
    response.statusCode = 403;
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    return response.end(`${options.rebound}\n`);
  }
  if (url.startsWith(TAB_SCRIPT)) {
    response.setHeader("Content-Type", "text/javascript; charset=utf-8");
    return response.end(tabScript);
  }
  const found = find(server, options.output, url);
  if (!found) {
    response.statusCode = 400;
    return response.end();
  }
  // Below such folders, Eleventy refuses requests for a part of a video: the whole file is sent.
  if (/[\\/]\.|%/.test(found.filepath ?? "")) delete request.headers.range;
  const opensPage = (request.headers.accept ?? "").includes("text/html");
  const redirects = found.statusCode >= 300 && found.statusCode < 400;
  if (!opensPage || redirects) return next();
  const page = pageOf(found, options);
  if (!page.isCovered) return next();
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  return response.end(page.html);
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

interface ShownPage {
  /** `undefined` if the site has no 404 page. */
  html: string | undefined;
  /** Whether something is shown over it. */
  isCovered: boolean;
}

/** What a browser receives for an address where it opens a page. */
function pageAt(server: DevServer, options: ServeOptions, url: string): ShownPage | undefined {
  const found = find(server, options.output, url);
  return found && pageOf(found, options);
}

function pageOf({ filepath }: Found, { output, cover }: ServeOptions): ShownPage {
  const html = readText(filepath ?? join(output, "404.html"));
  // The form is never covered: what is wrong may be fixed there.
  const covered = html !== undefined && isAdminPage(html) ? undefined : cover(html, filepath !== undefined);
  return { html: covered ?? html, isCovered: covered !== undefined };
}

type Found = ReturnType<DevServer["mapUrlToFilePath"]>;

/** What Eleventy would send; `undefined` for a path that is not valid, or leads out of the output. */
function find(server: DevServer, output: string, url: string): Found | undefined {
  try {
    const found = server.mapUrlToFilePath(url);
    if (found.filepath === undefined) return found;
    return found.filepath.startsWith(output + sep) && statSync(found.filepath).isFile() ? found : undefined;
  } catch {
    return undefined;
  }
}

function silent(): void {
  // Eleventy's server announces itself; the command line does it instead, in the user's language.
}

/** A page or an icon that is missing concerns the browser, not the editor. */
function report(onError: (text: string) => void): (text: unknown) => void {
  return (text) => {
    if (!String(text).startsWith("HTTP 404")) onError(String(text));
  };
}
