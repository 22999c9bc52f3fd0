// Chromium for the browser tests, and a server for their sites. `npm test` installs Chromium and says where it is.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { TestSite } from "../support/site.ts";

export const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".xml": "application/xml",
  ".json": "application/json",
  ".txt": "text/plain",
};

/** The browser of the process: files that share a process (vitest.config.ts) share it, but no cookies, storage or cache. */
export let browser: Browser;
let launched: Browser | undefined;

/** For a file whose tests need the browser. It fails if there is none: browser tests are never skipped. */
export function usesBrowser(): void {
  beforeAll(async () => {
    if (launched?.isConnected() !== true) browser = launched = await launch();
  });
  // The browser itself ends with the process.
  afterAll(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
}

async function launch(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  if (!existsSync(executablePath))
    throw new Error(`No browser at ${executablePath}: run these tests with npm test.`);
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Names with a fingerprint, so that a browser may keep the files: `_headers` says so too. Without it, each page takes twice as long. */
const LASTING = { "Cache-Control": "public, max-age=31536000, immutable" };

/** Serves a built site on loopback as a static host would: under its base path, with these headers. */
export async function serveSite(
  folder: string,
  options: {
    basePath?: string;
    headers?: Record<string, string> | ((path: string) => Record<string, string>);
  } = {},
): Promise<string> {
  const base = options.basePath ?? "/";
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inside = path.startsWith(base) ? join(folder, path.slice(base.length)) : undefined;
    const file =
      inside !== undefined && existsSync(inside) && statSync(inside).isDirectory()
        ? join(inside, "index.html")
        : inside;
    const found = file !== undefined && existsSync(file) ? file : join(folder, "404.html");
    response.writeHead(found === file ? 200 : 404, {
      "Content-Type": TYPES[extname(found)] ?? "application/octet-stream",
      ...(found === file && path.startsWith(`${base}assets/`) && LASTING),
      ...(typeof options.headers === "function" ? options.headers(path) : options.headers),
    });
    const stream = createReadStream(found);
    // A test that has ended removes its folder, maybe before the browser's last request is answered.
    stream.on("error", () => response.destroy());
    stream.pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  );
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The test server has no address.");
  return `http://127.0.0.1:${String(address.port)}${base}`;
}

/** Headers that a host that reads `_headers` sends with a path: of matching rules, later values replace earlier ones. */
export function headersByPath(text: string): (path: string) => Record<string, string> {
  const rules = text
    .trim()
    .split("\n\n")
    .map((rule) => rule.split("\n"))
    .map(([pattern = "", ...lines]) => ({
      matches: new RegExp(`^${pattern.replace(/[.?+]/g, "\\$&").replaceAll("*", ".*")}$`),
      headers: lines.filter((line) => !line.startsWith("  !")).map((line) => line.trim().split(/: (.*)/, 2)),
    }));
  return (path) =>
    Object.fromEntries(
      rules.filter(({ matches }) => matches.test(path)).flatMap(({ headers }) => headers),
    ) as Record<string, string>;
}

/** Collects the addresses of other hosts that a page requests, and what the policy refuses. */
export function watchNetwork(page: Page): { foreign: string[]; violations: string[] } {
  const seen = { foreign: [] as string[], violations: [] as string[] };
  page.on("request", (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== "127.0.0.1" && hostname !== "localhost" && !/^(?:data|blob):/.test(request.url()))
      seen.foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) seen.violations.push(message.text());
  });
  return seen;
}

/** Serves a built site as a host that reads `_headers`, and opens a page of it. `network`: see `watchNetwork`. */
export async function openSite(
  site: TestSite,
  path = "",
  { basePath = "/", ...context }: BrowserContextOptions & { basePath?: string } = {},
): Promise<{ page: Page; url: string; network: ReturnType<typeof watchNetwork> }> {
  const headers = headersByPath(site.read("_site/_headers"));
  const url = await serveSite(`${site.root}/_site`, { headers, basePath });
  const page = await newPage(context);
  const network = watchNetwork(page);
  await page.goto(url + path, { waitUntil: "networkidle" });
  return { page, url, network };
}

/** A page of its own context, which is closed when the test has finished. */
export async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  return context.newPage();
}
