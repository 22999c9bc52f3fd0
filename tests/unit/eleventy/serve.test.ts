import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { serve } from "../../../src/eleventy/serve.ts";
import { writeFiles, type Files } from "../../support/files.ts";
import { notRun } from "../../support/not-run.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const OPTIONS = {
  ...{ port: 0, ready: Promise.resolve(), basePath: () => "/", rebound: "Elsewhere" },
  cover: () => undefined,
};

/** Serves these files from the folder of a site. */
async function start(files: Files, { site = "site", ...more }: { site?: string } & Partial<typeof OPTIONS>) {
  const output = join(scratchFolder(), site, "_preview");
  writeFiles(output, files);
  const server = await serve({ ...OPTIONS, ...more, output });
  onTestFinished(() => server.close());
  return { ...server, output, url: `http://127.0.0.1:${String(server.port)}/` };
}

const served = async (...args: [Files, Parameters<typeof start>[1]?]): Promise<string> =>
  (await start(args[0], args[1] ?? {})).url;

it("lets the first request wait until there is something to show", async () => {
  let markReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (markReady = resolve));
  const { url, output } = await start({}, { ready });
  const page = fetch(url, { headers: { Accept: "text/html" } });
  writeFiles(output, { "index.html": "A" });
  markReady();
  expect((await page).status).toBe(200);
});

it("tells a browser that listens only after a save that its page is out of date, and no other", async () => {
  const server = await start({ "index.html": "A" }, {});
  /** What a browser that opened the page hears first. */
  const opened = async (): Promise<() => Promise<string>> => {
    const page = await (await fetch(server.url, { headers: { Accept: "text/html" } })).text();
    const [, state = ""] = /reload\.js(\?[^"]+)"/.exec(page) ?? [];
    return async () => {
      const { body } = await fetch(`${server.url}.carnet/events${state}`);
      const { value } = (await body?.getReader().read()) ?? {};
      return Buffer.from(value ?? []).toString();
    };
  };
  const before = await opened();
  server.reload();
  expect(await before()).toContain("event: reload");
  const hears = (await opened())();
  const silence = await Promise.race([hears, setTimeout(100, "silence")]);
  expect(silence).toBe("silence");
  server.reload();
  expect(await hears).toContain("event: reload");
});

it("goes on at another base path, and leads there from the one of before", async () => {
  let basePath = "/mag/";
  const url = await served({ "index.html": "A" }, { basePath: () => basePath });
  const get = async (path: string): Promise<string> => {
    const { status, headers } = await fetch(url + path, { redirect: "manual" });
    return `${String(status)} ${headers.get("Location") ?? ""}`;
  };
  expect([await get("mag/"), await get("blog/"), await get("mag")]).toEqual([
    "200 ",
    "302 /mag/",
    "302 /mag/",
  ]);
  basePath = "/blog/";
  expect([await get("mag/"), await get("blog/")]).toEqual(["302 /blog/", "200 "]);
});

it.for(["127.0.0.1", "::1"])(
  "refuses a port that another program has on %s, and holds nothing",
  async (host, context) => {
    const other = createServer().listen({ port: 0, host });
    onTestFinished(() => void other.close());
    await once(other, "listening").catch(() => notRun(context, `no address ${host}`));
    const { port } = other.address() as AddressInfo;
    for (let i = 0; i < 2; i++)
      await expect(serve({ ...OPTIONS, port, output: scratchFolder() })).rejects.toMatchObject({
        code: "EADDRINUSE",
        address: host,
      });
  },
);

it("tells browsers to cache nothing, since going back would show a page from before the last save", async () => {
  const url = await served({ "index.html": "A", "a/index.html": "A", "a.css": "" });
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
      { site: name },
    );
    for (const path of ["", "b", "b.html", "c%20d", "c%20d/"])
      expect((await fetch(url + path, { headers: { Accept: "text/html" } })).status, path).toBe(200);
    const film = await fetch(`${url}film.mp4`, { headers: { Range: "bytes=0-" } });
    expect([film.ok, await film.text()]).toEqual([true, "1234"]);
  },
);

/** Status and text of the home page, requested under this host name. */
async function requestedAs(host: string, url: string): Promise<string> {
  const asked = request(url, { headers: { Host: host, Accept: "text/html" } }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return `${String(response.statusCode)} ${await text(response)}`;
}

it("refuses a web page whose own host name was made to point to this machine, not this machine's names nor a proxy", async () => {
  const url = await served({ "index.html": "Brouillon" });
  const { port } = new URL(url);
  const others = ["EVIL.example.", "localhost.evil.example", "127.0.0.1.evil.example", "1.evil"];
  for (const name of others) expect(await requestedAs(`${name}:${port}`, url), name).toBe("403 Elsewhere\n");
  const own = ["localhost", "LOCALHOST", "localhost.", "blog.localhost", "127.0.0.1", "[::1]"];
  const proxied = ["lab.example", "lab.example:8443", "localhost", ""];
  for (const name of [...own.map((one) => `${one}:${port}`), ...proxied])
    expect(await requestedAs(name, url), name).toContain("200 Brouillon");
});
