// Starts a real nginx on a free port, with docs/nginx.conf.example as a site owner would change it.
// It runs in a temporary folder, apart from any nginx of this machine, and stops with the test.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { ROOT } from "./site.ts";

const PROGRAM = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"].find((path) =>
  existsSync(path),
);

export const hasNginx = PROGRAM !== undefined && existsSync("/etc/nginx/mime.types");

/** Serves the folder `root` with the settings that are in `site`. Returns the address, without final slash. */
export async function serveWithNginx(root: string, site = root): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "carnet-nginx-"));
  const port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), settings(folder, example({ port, root, site })));
  const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")];
  const test = spawnSync(PROGRAM ?? "", [...args, "-t"], { encoding: "utf8" });
  if (test.status !== 0) throw new Error(`nginx refuses the settings: ${test.stderr}`);
  const server = spawn(PROGRAM ?? "", [...args, "-g", "daemon off;"], { stdio: "ignore" });
  onTestFinished(async () => {
    server.kill("SIGTERM");
    if (server.exitCode === null) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  });
  const address = `http://127.0.0.1:${String(port)}`;
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(address)) return address;
    await wait(50);
  }
  throw new Error(`nginx does not answer: ${readFileSync(join(folder, "error.log"), "utf8")}`);
}

/** Returns the example with its marked lines changed; throws if one is missing. */
function example({ port, root, site }: { port: number; root: string; site: string }): string {
  let text = readFileSync(join(ROOT, "docs/nginx.conf.example"), "utf8");
  for (const [line, changed] of [
    ["listen 80;", `listen 127.0.0.1:${String(port)};`],
    ["server_name blog.example.org;", "server_name 127.0.0.1;"],
    ["root /var/www/carnet/_site;", `root ${root};`],
    ["include /var/www/carnet/_site/_nginx.conf;", `include ${site}/_nginx.conf;`],
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

async function answers(address: string): Promise<boolean> {
  try {
    await fetch(address, { redirect: "manual" });
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("no port"));
      });
    });
  });
}
