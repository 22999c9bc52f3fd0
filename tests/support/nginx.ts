// Starts a real nginx on a free port, with docs/nginx.conf.example as a site owner would change it.
// It runs in a temporary folder, apart from any nginx of this machine, and stops with the test.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./site.ts";
import { freePort, startServer } from "./web-server.ts";

const PROGRAM = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"].find((path) =>
  existsSync(path),
);

export const hasNginx = PROGRAM !== undefined && existsSync("/etc/nginx/mime.types");

/** Serves the folder `root`, at whose path `base` the site is. Returns the address, without final slash. */
export async function serveWithNginx(root: string, base = "/"): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "carnet-nginx-"));
  const port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), settings(folder, example({ port, root, base })));
  const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")];
  const test = spawnSync(PROGRAM ?? "", [...args, "-t"], { encoding: "utf8" });
  if (test.status !== 0) throw new Error(`nginx refuses the settings: ${test.stderr}`);
  return startServer([PROGRAM ?? "", ...args, "-g", "daemon off;"], { folder, port });
}

/** Returns the example with its marked lines changed; throws if one is missing. */
function example({ port, root, base }: { port: number; root: string; base: string }): string {
  let text = readFileSync(join(ROOT, "docs/nginx.conf.example"), "utf8");
  for (const [line, changed] of [
    ["listen 80;", `listen 127.0.0.1:${String(port)};`],
    ["listen [::]:80;", ""],
    ["server_name blog.example.org;", "server_name 127.0.0.1;"],
    ["root /var/www/carnet/_site;", `root ${root};`],
    ["404 /404.html;", `404 ${base}404.html;`],
    ["=404 /404.html;", `=404 ${base}404.html;`],
  ] as const) {
    if (!text.includes(line)) throw new Error(`docs/nginx.conf.example has no line “${line}”`);
    text = text.replace(line, changed);
  }
  return text;
}

/** What Debian's nginx.conf has around a site. Workers must be able to read folders that only this user may open. */
function settings(folder: string, server: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  return [
    ...(process.getuid?.() === 0 ? ["user root;"] : []),
    `pid ${join(folder, "pid")};`,
    "events { }",
    "http {",
    "include /etc/nginx/mime.types;",
    "default_type application/octet-stream;",
    "access_log off;",
    ...temporary,
    server,
    "}",
  ].join("\n");
}
