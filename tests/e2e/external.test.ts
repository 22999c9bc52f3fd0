// Only `--external` uses the network. The server of this file must see no connection, with the option or without it, since its
// address is private.
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeSite, post, SITE_YAML } from "../support/site.ts";

let server: Server;
let port = 0;
let connections = 0;

beforeAll(async () => {
  server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});

afterAll(() => {
  server.close();
});

beforeEach(() => {
  connections = 0;
});

/** Loaded before Carnet: reports on standard error every connection or name that is asked for. */
const SPY = `
const { Socket } = require("node:net");
const dns = require("node:dns");
const tell = (what) => process.stderr.write("CONNECTION " + what + "\\n");
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...args) { tell("socket"); return connect.apply(this, args); };
dns.lookup = (host, options, done = options) => { tell(host); done(Object.assign(new Error("x"), { code: "EAI_AGAIN" })); };
dns.promises.lookup = (host) => { tell(host); return Promise.reject(Object.assign(new Error("x"), { code: "EAI_AGAIN" })); };
require("node:module").syncBuiltinESMExports();
`;

function siteWith(body: string): ReturnType<typeof makeSite> {
  return makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-premier.md": post("Premier", body),
    "spy.cjs": SPY,
  });
}

const spied = (root: string): Record<string, string> => ({
  NODE_OPTIONS: `--require ${join(root, "spy.cjs")}`,
});

describe("carnet check --external", () => {
  it("makes no request for a site without external links", () => {
    const site = siteWith("Un texte avec [sa propre page](/blog/).");
    const run = site.carnet(["check", "--external"], spied(site.root));
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(site.root, ".cache", "links.json"))).toBe(false);
  });

  it("never connects to the author's own machine, and reports links to it", () => {
    const site = siteWith(`Un texte avec [son brouillon](http://127.0.0.1:${String(port)}/x).`);
    const run = site.carnet(["check", "--external"], spied(site.root));
    expect(run.status).toBe(0);
    expect(run.stderr).toBe("");
    expect(run.stdout).toContain("2026-03-02-premier.md:7:15");
    expect(run.stdout).toContain("local-link");
    expect(connections).toBe(0);
    expect(site.carnet(["check", "--external", "--strict"]).status).toBe(1);
  });

  it("says that there is no network, reports no dead link, and exits with status 3", () => {
    const site = siteWith(
      "Un [premier lien](https://a.example.org/) et un [second lien](https://b.example.org/).",
    );
    const run = site.carnet(["check", "--external", "--lang", "en"], spied(site.root));
    expect(run.status).toBe(3);
    expect(run.stderr).toContain("CONNECTION a.example.org");
    expect(run.stderr).toContain("carnet: no site answered: is this machine connected to the network?");
    expect(run.stdout).not.toContain("dead-link");
  });
});

describe("other commands", () => {
  it.each([["check"], ["build"]])("opens no connection: carnet %s", (command) => {
    const site = siteWith(
      `Un [lien](https://a.example.org/), un [autre](http://127.0.0.1:${String(port)}/x) et ![une image](https://b.example.org/x.png)`,
    );
    const run = site.carnet([command], spied(site.root));
    expect(run.status).toBe(0);
    expect(run.stderr).not.toContain("CONNECTION");
    expect(connections).toBe(0);
  });

  it.each(["build", "dev"])("refuses the option: carnet %s", (command) => {
    const run = siteWith("Bonjour.").carnet([command, "--external"]);
    expect(run.status).toBe(2);
    expect(run.stderr).toBe(
      "carnet : l’option --external n’existe que pour carnet check. Écrivez : carnet check --external\n",
    );
  });
});
