import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML } from "../support/site.ts";
import { usesBrowser } from "./browser.ts";
import { startDev, isAlive, open, overlayOf } from "./dev-command.ts";

usesBrowser();

describe("carnet dev", () => {
  it("works under a base path", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-un.md": post("Un") });
    const dev = await startDev(site, ["--base-path", "/blog/"]);
    expect(new URL(dev.url).pathname).toBe("/blog/");
    const page = await open(dev.url);
    await page.getByRole("link", { name: "Un", exact: true }).first().click();
    await page.waitForURL("**/blog/blog/2026/03/02/un/");
    site.write({ "content/posts/2026-03-02-un.md": post("Un", "Bonsoir.") });
    await page.getByText("Bonsoir.").waitFor();
    site.write({ "content/posts/2026-03-02-un.md": post("Un", "Faux.", "date: non\n") });
    await overlayOf(page).waitFor();
  });

  it("moves to a base path added to the settings, on the same port", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-un.md": post("Un") });
    const dev = await startDev(site);
    site.write({ "content/site.yaml": SITE_YAML.replace("example.org", "example.org/carnet") });
    const moved = `${dev.url.replace("127.0.0.1", "localhost")}carnet/`;
    await expect.poll(() => dev.said()).toContain(moved);
    const page = await open(moved);
    site.write({ "content/posts/2026-03-02-un.md": post("Deux") });
    await page.getByRole("link", { name: "Deux", exact: true }).first().waitFor();
  });

  it("answers malformed addresses with an error, and goes on", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-un.md": post("Un") });
    const dev = await startDev(site);
    for (const path of ["%ff", "..%2f..%2fetc%2fpasswd", "%00"])
      expect((await fetch(dev.url + path)).status, path).toBeGreaterThanOrEqual(400);
    expect((await fetch(dev.url)).status).toBe(200);
  });

  it("says in one line that a port is in use, with status 3", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML });
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => {
        const address = taken.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    const { status, stdout, stderr } = site.carnet(["dev", "--port", String(port)]);
    taken.close();
    expect({ status, stdout, stderr }).toEqual({
      status: 3,
      stdout: "",
      stderr: `carnet : le port ${String(port)} est déjà pris. Essayez : carnet dev --port ${String(port + 1)}\n`,
    });
  });

  it("refuses to write over the sources", () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML });
    const { status } = site.carnet(["dev", "--output", "content"]);
    expect(status).toBe(2);
    expect(site.list("content")).toEqual(["site.yaml"]);
  });

  it.each([
    ["status 0 at Ctrl+C", "SIGINT", 0],
    // Node cannot exit by itself once the terminal that it started in is gone.
    ["the signal that its terminal leaves", "SIGHUP", null],
  ] as const)("ends with %s, with a browser open, and leaves nothing behind", async (_, signal, status) => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-un.md": post("Un"),
      ".eleventy.ts":
        'import carnet from "carnet";\nexport default (config) => {\n  config.addPlugin(carnet);\n};\n',
    });
    const dev = await startDev(site);
    await open(dev.url);
    site.write({ "content/posts/2026-03-02-un.md": post("Un", "Bonsoir.") });
    expect(await dev.end(signal)).toBe(status);
    await expect.poll(() => isAlive(-dev.pid)).toBe(false);
    await expect(fetch(dev.url)).rejects.toThrow();
    expect(dev.said()).not.toMatch(/ {4}at /);
  });
});
