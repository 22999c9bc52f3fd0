/// <reference lib="dom" />
// A built site that the browser believes to be at its public address, and what its pages send to Matomo.
// Nothing leaves the machine: the answers of both hosts are simulated here.
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { BrowserContext, BrowserContextOptions, Page, Request } from "playwright-core";
import { onTestFinished } from "vitest";
import { browser, headersByPath } from "./browser.ts";
import { everyKind } from "./every-kind.ts";

export const HOME = "https://blog.example.org/";
export const COUNTER = "https://stats.example.gouv.fr/";
export const EXPLAINED = `${HOME}mesure-d-audience/`;

/** What the explanation page says about this browser. */
export const YES = "Les pages que vous lisez dans ce navigateur sont comptées.";
export const NO = "Les pages que vous lisez dans ce navigateur ne sont pas comptées.";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

/** `content/site.yaml` for the site of every kind of page, whose readers are asked or not. */
export function settingsFor(consent: "exempt" | "ask"): Record<string, string> {
  const audience = `audience: { matomo: "${COUNTER}", siteId: 12, consent: ${consent} }`;
  return { "content/site.yaml": `title: Mon carnet\nurl: ${HOME}\n${audience}\n` };
}

/** The folder of a built site, and its headers by path. */
export interface Built {
  folder: string;
  headers: (path: string) => Record<string, string>;
}

export function measured(consent: "exempt" | "ask", args: readonly string[] = ["--no-search"]): Built {
  const site = everyKind(settingsFor(consent), args);
  const output = args.includes("--drafts") || args.includes("--future") ? "_preview" : "_site";
  return { folder: join(site.root, output), headers: headersByPath(site.read(`${output}/_headers`)) };
}

export interface Reader {
  context: BrowserContext;
  page: Page;
  /** Requests to Matomo, in order. */
  views: Request[];
  /** Errors in pages, requests that the policy refused, and requests to other hosts. */
  faults: string[];
}

/** Opens a browser at the site; `before` runs in each page before its own scripts. */
export async function reader(
  built: Built,
  { at = HOME, before, ...options }: BrowserContextOptions & { at?: string; before?: () => void } = {},
): Promise<Reader> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  if (before) await context.addInitScript(before);
  const seen: Pick<Reader, "views" | "faults"> = { views: [], faults: [] };
  await context.route("**/*", (route) => {
    const request = route.request();
    const url = new URL(request.url());
    if (url.origin === new URL(at).origin) return route.fulfill(answer(built, url.pathname));
    if (url.href.startsWith(COUNTER)) seen.views.push(request);
    else seen.faults.push(`foreign: ${url.href}`);
    return route.fulfill({ status: 204 });
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => seen.faults.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) seen.faults.push(message.text());
  });
  return { context, page, ...seen };
}

function answer(
  { folder, headers }: Built,
  path: string,
): { status: number; path: string; headers: Record<string, string> } {
  const asked = join(folder, decodeURIComponent(path));
  const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, "index.html") : asked;
  const found = existsSync(file) ? file : join(folder, "404.html");
  const type = TYPES[extname(found)] ?? "application/octet-stream";
  return {
    status: found === file ? 200 : 404,
    path: found,
    headers: { ...headers(path), "Content-Type": type },
  };
}

/** Opens an address and waits until the network is idle. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: "networkidle" });
}

/** The parameters of a request to Matomo. */
export function told(view: Request | undefined): Record<string, string> {
  return Object.fromEntries(new URL(view?.url() ?? "about:blank").searchParams);
}

/** Text files of a built site that match a word. */
export function filesNaming(folder: string, files: readonly string[], word: RegExp): string[] {
  return files.filter(
    (file) =>
      /\.(?:html|css|js)$|_headers$|\.conf$/.test(file) &&
      word.test(readFileSync(join(folder, file), "utf8")),
  );
}
