// Builds the default site and serves it on loopback as a host would: with its headers, its 404 page, and compressed texts.
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

export const ROOT = resolve(import.meta.dirname, "..");
export const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Folders typed on the command line: npm runs scripts in the package's folder, and gives that of the caller in INIT_CWD. */
export function typedFolders() {
  const { positionals } = parseArgs({ allowPositionals: true });
  return positionals.map((folder) => resolve(process.env.INIT_CWD ?? ".", folder));
}

/** A day on which every post of the default site is published. */
const NOW = "2026-11-25T12:00:00Z";

const TEXTS = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".webmanifest": "application/manifest+json",
};
const TYPES = {
  ...TEXTS,
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

/** Builds the default site, with `settings` appended to its site.yaml, into a folder that `remove` deletes. */
export function buildDefaultSite(settings = "") {
  const folder = mkdtempSync(join(tmpdir(), "carnet-built-"));
  const site = join(folder, "_site");
  for (const name of ["content", "public"]) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  appendFileSync(join(folder, "content/site.yaml"), settings);
  const build = ["dist/cli/main.js", "build", "--quiet", "--now", NOW, "--site", folder, "--output", site];
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (spawnSync(process.execPath, build, { cwd: ROOT, stdio: "inherit" }).status !== 0) {
    remove();
    process.exit(1);
  }
  return { site, remove };
}

/** Builds the default site and serves it, under any host name that resolves to it; `close` ends both. */
export async function serveDefaultSite(settings = "") {
  const { site, remove } = buildDefaultSite(settings);
  const { url, close } = await serveBuiltSite(site);
  return { url, close: () => (close(), remove()) };
}

/** Serves a folder written by a build. */
export async function serveBuiltSite(site) {
  const rules = readHeaders(readFileSync(join(site, "_headers"), "utf8"));
  const server = createServer((request, response) => answer({ site, rules }, request, response));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

/** Rules of `_headers`, as read by Netlify and Cloudflare; a later value replaces an earlier one. */
function readHeaders(text) {
  return text
    .trim()
    .split("\n\n")
    .map((rule) => rule.split("\n"))
    .map(([pattern, ...lines]) => ({
      applies: new RegExp(`^${pattern.replace(/[.?+]/g, "\\$&").replaceAll("*", ".*")}$`),
      headers: lines.filter((line) => !line.startsWith("  !")).map((line) => line.trim().split(/: (.*)/, 2)),
    }));
}

function answer({ site, rules }, request, response) {
  const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const path = join(site, asked);
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
  const found = existsSync(file) ? file : join(site, "404.html");
  const extension = extname(found);
  const ruled = rules.filter(({ applies }) => applies.test(asked)).flatMap(({ headers }) => headers);
  const headers = {
    "Content-Type": TYPES[extension] ?? "application/octet-stream",
    ...Object.fromEntries(ruled),
  };
  const bytes = readFileSync(found);
  const compressed = extension in TEXTS && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (compressed) headers["Content-Encoding"] = "gzip";
  response.writeHead(found === file ? 200 : 404, headers);
  response.end(compressed ? gzipSync(bytes) : bytes);
}
