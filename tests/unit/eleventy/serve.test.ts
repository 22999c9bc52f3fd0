import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { serve } from "../../../src/eleventy/serve.ts";
import { writeFiles } from "../../support/files.ts";

/** Serves these files from the folder of a site; returns its address. */
async function served(files: Readonly<Record<string, string>>, site = "site"): Promise<string> {
  const outer = mkdtempSync(join(tmpdir(), "serve-"));
  const output = join(outer, site, "_preview");
  writeFiles(output, files);
  const how = {
    port: 0,
    basePath: "/",
    cover: () => undefined,
    rebound: "Elsewhere",
    onError: () => undefined,
  };
  const server = await serve({ output, ...how });
  onTestFinished(async () => {
    await server.close();
    rmSync(outer, { recursive: true });
  });
  return `http://127.0.0.1:${String(server.port)}/`;
}

it("tells browsers to cache nothing, since going back would show a page from before the last save", async () => {
  const url = await served({
    "index.html": "<title>A</title>",
    "a/index.html": "<title>A</title>",
    "a.css": "",
  });
  for (const path of ["", "a", "a/", "a.css", "rien/"]) {
    const { headers } = await fetch(url + path, { headers: { Accept: "text/html" }, redirect: "manual" });
    expect(headers.get("Cache-Control"), path).toBe("no-store");
  }
});

it.each(["100 % bio", "caf%C3%A9", "été [copie] #1 ?", ".worktrees"])(
  "serves pages and videos of a site in a folder named %s",
  async (name) => {
    const url = await served(
      { "index.html": "A", "b.html": "B", "c d/index.html": "C", "film.mp4": "1234" },
      name,
    );
    for (const path of ["", "b", "b.html", "b/", "c%20d", "c%20d/"])
      expect((await fetch(url + path, { headers: { Accept: "text/html" } })).status, path).toBe(200);
    const film = await fetch(`${url}film.mp4`, { headers: { Range: "bytes=0-" } });
    expect([film.ok, await film.text()]).toEqual([true, "1234"]);
  },
);

/** Status and text of the home page, requested under this host name. */
function askedAs(host: string, url: string): Promise<[number | undefined, string]> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { Host: host, Accept: "text/html" } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("end", () => {
        resolve([response.statusCode, text]);
      });
    });
    asked.on("error", reject).end();
  });
}

it("refuses a web page whose own host name was made to point to this machine", async () => {
  const url = await served({ "index.html": "Brouillon" });
  const { port } = new URL(url);
  for (const name of [
    "evil.example",
    "EVIL.example.",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "1.evil",
  ])
    expect(await askedAs(`${name}:${port}`, url), name).toEqual([403, "Elsewhere\n"]);
});

it("answers to names and addresses of this machine, and to a proxy by its name", async () => {
  const url = await served({ "index.html": "Brouillon" });
  const { port } = new URL(url);
  for (const name of ["localhost", "LOCALHOST", "localhost.", "blog.localhost", "127.0.0.1", "[::1]"])
    expect((await askedAs(`${name}:${port}`, url))[0], name).toBe(200);
  for (const proxy of ["lab.example", "lab.example:8443", "localhost", ""])
    expect((await askedAs(proxy, url))[0], proxy).toBe(200);
});
