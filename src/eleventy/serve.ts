// The development server: Eleventy's, on loopback only, with the problems of the last save shown over the page.
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";

export interface Served {
  /** Address of the home page. */
  url: string;
  /** Reloads the pages that browsers show. */
  reload(): void;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Absolute path of the folder to serve. */
  output: string;
  port: number;
  /** Path under which the site is served, with both slashes. */
  basePath: string;
  /** HTML to put over every page, or an empty string when the last save was good. */
  overlay: () => string;
}

const HOST = "127.0.0.1";

/** Starts serving. The port must be free: see `portIsFree`. */
export async function serve({ output, port, basePath, overlay }: ServeOptions): Promise<Served> {
  const server = EleventyDevServer.getServer("carnet", output, {
    pathPrefix: basePath,
    domDiff: false,
    portReassignmentRetryCount: 0,
    messageOnStart: false,
    logger: {
      info: silent,
      log: silent,
      error: (text: unknown) => {
        console.error(text);
      },
    },
    middleware: [withOverlay],
  });
  // `serve()` would listen on every interface of the machine: drafts are for this machine only.
  server.server.listen({ port, host: HOST });
  await server.ready();
  const address = server.server.address();
  const actual = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://localhost:${String(actual)}${basePath}`,
    reload: () => {
      server.reload({});
    },
    close: () => server.close(),
  };

  function withOverlay(request: IncomingMessage, response: ServerResponse, next: () => unknown): unknown {
    const html = overlay();
    if (html === "" || !(request.headers.accept ?? "").includes("text/html")) return next();
    const found = server.mapUrlToFilePath(request.url ?? "/");
    const page =
      found.filepath && existsSync(found.filepath) ? readFileSync(found.filepath, "utf8") : EMPTY_PAGE;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    return response.end(page.replace(/(<body[^>]*>)/i, (body) => body + html));
  }
}

const EMPTY_PAGE =
  '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Carnet</title></head><body></body></html>';

function silent(): void {
  // Eleventy's server announces itself; the command line does it in the person's language instead.
}

/** Whether nothing listens on a port of this machine. */
export async function portIsFree(port: number): Promise<boolean> {
  const { createServer } = await import("node:net");
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => {
      resolve(false);
    });
    probe.listen({ port, host: HOST }, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
