// Starts a real Apache on a free port, as shared hosts run it: the site’s `.htaccess` is read, and little else is set.
// It runs in a temporary folder, apart from any Apache of this machine, and stops with the test.
import { chmodSync, cpSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startServer } from "./web-server.ts";

const PROGRAM = "/usr/sbin/apache2";
const FOLDER = "/usr/lib/apache2/modules";

export const hasApache = existsSync(PROGRAM) && existsSync(FOLDER) && existsSync("/etc/mime.types");

/** Serves a copy of the folder `site`, at `path`. Returns the address of the host, without final slash. */
export async function serveWithApache(site: string, path = ""): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "carnet-apache-"));
  // Started by root, Apache serves as another user.
  chmodSync(folder, 0o755);
  const root = join(folder, "www");
  cpSync(site, join(root, path), { recursive: true });
  const port = await freePort();
  writeFileSync(join(folder, "httpd.conf"), settings({ folder, port, root }));
  return startServer([PROGRAM, "-f", join(folder, "httpd.conf"), "-D", "FOREGROUND"], { folder, port });
}

const MODULES = [
  ...["mpm_event", "authz_core", "dir", "mime", "autoindex", "negotiation"],
  ...["alias", "rewrite", "headers", "filter", "deflate"],
];

/** Debian’s defaults, and the right to change them in `.htaccess`. */
function settings({ folder, port, root }: { folder: string; port: number; root: string }): string {
  return [
    `ServerRoot ${folder}`,
    `Listen 127.0.0.1:${String(port)}`,
    "ServerName 127.0.0.1",
    `PidFile ${join(folder, "pid")}`,
    ...(process.getuid?.() === 0 ? ["User www-data", "Group www-data"] : []),
    `ErrorLog ${join(folder, "error.log")}`,
    ...MODULES.map((name) => `LoadModule ${name}_module ${FOLDER}/mod_${name}.so`),
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
