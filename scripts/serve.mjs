// Builds the default site and serves it on loopback as a host would: with its headers, its 404 page, and compressed texts.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

export const ROOT = resolve(import.meta.dirname, "..");
export const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** A day on which every post of the default site is published. */
const NOW = "2026-11-25T12:00:00Z";

const TEXTS = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".webmanifest": "application/manifest+json",
};
const OTHERS = {
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

/** Returns its address, and `close`, which ends the server and deletes the site. */
export async function serveDefaultSite() {
  const site = mkdtempSync(join(tmpdir(), "carnet-served-"));
  const build = ["dist/cli/start.cjs", "build", "--quiet", "--now", NOW, "--output", site];
  if (spawnSync(process.execPath, build, { cwd: ROOT, stdio: "inherit" }).status !== 0) process.exit(1);
  const rules = headerRules(readFileSync(join(site, "_headers"), "utf8"));
  const server = createServer((request, response) => answer({ site, rules }, request, response));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    server.close();
    server.closeAllConnections();
    rmSync(site, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

/** Rules of `_headers`, as read by Netlify and Cloudflare; a later value replaces an earlier one. */
function headerRules(text) {
  return text
    .trim()
    .split("\n\n")
    .map((rule) => {
      const [pattern, ...lines] = rule.split("\n");
      return {
        applies: new RegExp(`^${pattern.replace(/[.?+]/g, "\\$&").replaceAll("*", ".*")}$`),
        headers: lines
          .filter((line) => !line.startsWith("  !"))
          .map((line) => line.trim().split(/: (.*)/, 2)),
      };
    });
}

function answer({ site, rules }, request, response) {
  const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const path = join(site, asked);
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
  const found = existsSync(file) ? file : join(site, "404.html");
  const extension = extname(found);
  const ruled = rules.filter(({ applies }) => applies.test(asked)).flatMap(({ headers }) => headers);
  const type = { ...TEXTS, ...OTHERS }[extension] ?? "application/octet-stream";
  const headers = { "Content-Type": type, ...Object.fromEntries(ruled) };
  const bytes = readFileSync(found);
  const compressed = extension in TEXTS && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (compressed) headers["Content-Encoding"] = "gzip";
  response.writeHead(found === file ? 200 : 404, headers);
  response.end(compressed ? gzipSync(bytes) : bytes);
}
