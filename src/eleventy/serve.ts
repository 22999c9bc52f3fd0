// The development server: Eleventy's, on loopback only, with a way to put something over the pages it sends.
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
  /** The port had; the system chooses it where 0 was asked for. */
  port: number;
  /** Has browsers reload the pages that are others now; every page with `files`: what pages load has changed. */
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
   * Asked for each page that a browser opens, with its HTML; where the site has no such page, with that of what it says then,
   * if it does.
   * Returns what to send instead; undefined sends the page as it is.
   */
  cover: (page: string | undefined, isThere: boolean) => string | undefined;
  /** What to say to a page of another site that had its name lead here. */
  rebound: string;
  /** Told what goes wrong between the server and a browser. */
  onError: (text: string) => void;
}

/** How long open browsers may take to hang up. */
const GOODBYE_MS = 100;

/** Starts serving. Rejects with the system's error (`EADDRINUSE`) when the port cannot be had. */
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
  // Eleventy decodes the folder with the address: a site may stand in `100 % bio/`.
  server.getOutputDirFilePath = (path, name = "") =>
    join(output, decodeURIComponent(name === ".html" ? path.replace(/\/$/, "") + name : join(path, name)));
  // Eleventy's own script reloads every page at each change, since it is not told which one it stands in (docs/adr/0027).
  // The form of editors is not a page that a save changes, and would lose what is being written.
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
      // A browser is told and has a moment to answer; one that sleeps must not keep the command from ending.
      const timer = setTimeout(() => {
        for (const socket of connections) socket.destroy();
      }, GOODBYE_MS);
      await server.close();
      clearTimeout(timer);
    },
  };
}

/** Eleventy's own `serve()` listens on every interface of the machine, and throws where nobody can catch it. */
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
  // A browser that goes back shows what it kept, however old: pages of before the last save.
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
  // Eleventy refuses parts of a film below these folders: all of it is sent.
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
 * Whether a page of the web had its own name lead to this machine (DNS rebinding): it would read what is served as its own,
 * drafts before anybody is to see them. Its browser comes by that name and this very port; what comes through a proxy or a
 * tunnel names the port of that one, or none.
 */
function isRebound({ headers: { host = "" }, socket }: IncomingMessage): boolean {
  const [, name = "", port = "80"] = /^(.*?)\.?(?::(\d+))?$/.exec(host.toLowerCase()) ?? [];
  return Number(port) === socket.localPort && !/^(?:.+\.)?localhost$|^\[.*\]$|^$/.test(name) && !isIPv4(name);
}

interface ShownPage {
  /** None where the site has no page for what it does not find. */
  html: string | undefined;
  /** Whether something stands over it. */
  isCovered: boolean;
}

/** What a browser is sent for an address where it opens a page. */
function pageAt(server: DevServer, options: ServeOptions, url: string): ShownPage | undefined {
  const found = find(server, options.output, url);
  return found && pageOf(found, options);
}

function pageOf({ filepath }: Found, { output, cover }: ServeOptions): ShownPage {
  const html = readText(filepath ?? join(output, "404.html"));
  // What is wrong may be mended in the form.
  const covered = html !== undefined && isAdminPage(html) ? undefined : cover(html, filepath !== undefined);
  return { html: covered ?? html, isCovered: covered !== undefined };
}

type Found = ReturnType<DevServer["mapUrlToFilePath"]>;

/** What Eleventy would send, or undefined for a path that is not one or leads out of the output. */
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
  // Eleventy's server announces itself; the command line does it in the person's language instead.
}

/** A page or an icon that is not there is the browser's affair, not the editor's. */
function report(onError: (text: string) => void): (text: unknown) => void {
  return (text) => {
    if (!String(text).startsWith("HTTP 404")) onError(String(text));
  };
}
