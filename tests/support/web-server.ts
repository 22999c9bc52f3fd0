// Starts a real web server for one test, as hosts run it, and asks it. It listens on this machine only, in a temporary folder, apart
// from any server of this machine, and stops with the test.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { ROOT } from "./site.ts";

/** The answer at this very address: a redirect is not followed. */
export const ask = (address: string): Promise<Response> => fetch(address, { redirect: "manual" });

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

export type Host = "nginx" | "Apache";

const MODULES = "/usr/lib/apache2/modules";
const PROGRAMS: Record<Host, string> = { nginx: "/usr/sbin/nginx", Apache: "/usr/sbin/apache2" };

/** Debian's nginx-light and apache2. */
export const hasHost = (host: Host): boolean =>
  existsSync(PROGRAMS[host]) && existsSync({ nginx: "/etc/nginx/mime.types", Apache: MODULES }[host]);

/** Serves a copy of the folder `site`, at `path`. Returns the address of the host, without final slash. */
export async function serveWith(host: Host, site: string, path = ""): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "carnet-host-"));
  // Started by root, servers serve as another user.
  chmodSync(folder, 0o755);
  const root = join(folder, "www");
  cpSync(site, join(root, path), { recursive: true });
  const place = { folder, root, port: await freePort() };
  const settings = join(folder, "host.conf");
  writeFileSync(settings, { nginx, Apache: apache }[host](place));
  const args = {
    nginx: ["-p", folder, "-c", settings, "-e", join(folder, "error.log"), "-g", "daemon off;"],
    Apache: ["-f", settings, "-D", "FOREGROUND"],
  }[host];
  const server = spawn(PROGRAMS[host], args, { stdio: "ignore" });
  onTestFinished(async () => {
    server.kill("SIGTERM");
    if (server.exitCode === null) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  });
  const address = `http://127.0.0.1:${String(place.port)}`;
  for (let tries = 0; tries < 100; tries++) {
    const answer = await ask(address).catch(() => undefined);
    if (answer !== undefined) return address;
    await wait(50);
  }
  throw new Error(`${host} does not answer: ${readFileSync(join(folder, "error.log"), "utf8")}`);
}

interface Place {
  folder: string;
  root: string;
  port: number;
}

/** docs/nginx.conf.example as a site owner would change it, and what Debian's nginx.conf has around a site. */
function nginx({ folder, root, port }: Place): string {
  let server = readFileSync(join(ROOT, "docs/nginx.conf.example"), "utf8");
  for (const [line, changed] of [
    ["listen 80;", `listen 127.0.0.1:${String(port)};`],
    ["listen [::]:80;", ""],
    ["server_name blog.example.org;", "server_name 127.0.0.1;"],
    ["root /var/www/carnet/_site;", `root ${root};`],
  ] as const) {
    if (!server.includes(line)) throw new Error(`docs/nginx.conf.example has no line “${line}”`);
    server = server.replace(line, changed);
  }
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

/** Debian’s defaults, as shared hosts have them, and the right to change them in `.htaccess`. */
function apache({ folder, root, port }: Place): string {
  const modules = "mpm_event authz_core dir mime autoindex negotiation alias rewrite headers filter deflate";
  return [
    `ServerRoot ${folder}`,
    `Listen 127.0.0.1:${String(port)}`,
    "ServerName 127.0.0.1",
    `PidFile ${join(folder, "pid")}`,
    ...(process.getuid?.() === 0 ? ["User www-data", "Group www-data"] : []),
    `ErrorLog ${join(folder, "error.log")}`,
    ...modules.split(" ").map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`),
    "TypesConfig /etc/mime.types",
    `DocumentRoot ${root}`,
    '<FilesMatch "^\\.ht">',
    "Require all denied",
    "</FilesMatch>",
    `<Directory ${root}>`,
    "Options Indexes FollowSymLinks MultiViews",
    "AllowOverride All",
    "Require all granted",
    "</Directory>",
    "",
  ].join("\n");
}
