import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { filesIn } from "../support/in-process.ts";
import { makeSite, post, ROOT, SITE_YAML, type Run, type TestSite } from "../support/site.ts";
import { SITE, config, install } from "../support/owner-site.ts";
import { freePort } from "../support/web-server.ts";

const ELEVENTY = join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs");

/** A site root like the repository: both configuration files, and `carnet` installed. */
function plainSite(files: Record<string, string>): TestSite {
  const own = Object.fromEntries(
    [".eleventy.ts", "eleventy.config.js"].map((name) => [name, readFileSync(join(ROOT, name), "utf8")]),
  );
  const site = makeSite({ ...own, "package.json": '{ "type": "module" }', ...files });
  install(site, "carnet-blog", ROOT);
  return site;
}

function eleventy(site: TestSite, args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ELEVENTY, ...args], {
    cwd: site.root,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", HOME: site.root },
  });
  return { status, stdout, stderr };
}

describe("plain eleventy", () => {
  it("writes the same files as carnet build, and no page with --dryrun", () => {
    const site = plainSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2021-03-02-a.md": post("A", "[Accueil](/) ![](/point.svg) `code`", "tags: [Été]\n"),
      "content/posts/en/2021-03-03-b/index.md": post("B", "![Dot](dot.svg)", "redirect_from: [/old/]\n"),
      "content/posts/en/2021-03-03-b/dot.svg":
        "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
      "content/pages/aide.md": "---\ntitle: Aide\n---\n\nx\n",
      "public/point.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
      "layouts/page.njk": "---\nlayout: carnet/page\n---\n{{ content | safe }}{{ collections.posts.length }}",
      ...config('config.addFilter("isoDate", (day: string) => "le " + day);'),
    });
    expect(site.carnet(["build", "--base-path", "/b/"])).toMatchObject({ status: 0 });
    expect(eleventy(site, ["--output=_plain", "--pathprefix=b"])).toMatchObject({ status: 0 });
    expect(site.list("_site").filter((file) => file.endsWith(".svg"))).toHaveLength(3);
    const plain = filesIn(join(site.root, "_plain"));
    expect(plain).toEqual(
      new Map([...filesIn(join(site.root, "_site"))].filter(([file]) => file !== ".carnet")),
    );
    expect(eleventy(site, ["--output=_dry", "--dryrun"])).toMatchObject({ status: 0 });
    expect(site.list(".").filter((file) => /^_dry\/.*\.html$/.test(file))).toEqual([]);
  });

  it("lists the errors of the content, writes nothing and exits with a non-zero status", () => {
    const site = plainSite({ ...SITE, "content/posts/2021-02-30-b.md": post("B") });
    const { status, stdout, stderr } = eleventy(site, []);
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain("content/posts/2021-02-30-b.md:1:1");
    expect(stdout + stderr).not.toMatch(/ at .*plain/);
    expect(site.list(".").some((path) => path.startsWith("_site"))).toBe(false);
  });

  it("serves a new post", async () => {
    const site = plainSite(SITE);
    const port = await freePort();
    const server = spawn(process.execPath, [ELEVENTY, "--serve", `--port=${String(port)}`], {
      ...{ cwd: site.root, stdio: "ignore" },
    });
    onTestFinished(async () => {
      // It goes on writing until it has exited.
      const gone = once(server, "exit");
      server.kill();
      await gone;
    });
    const shows = async (words: string): Promise<boolean> => {
      const answer = await fetch(`http://localhost:${String(port)}/`).catch(() => undefined);
      return (await answer?.text())?.includes(words) === true;
    };
    while (!(await shows("Premier"))) await sleep(100);
    // Eleventy serves its first pages before it watches all folders: saved again until it is noticed.
    for (let tries = 0; !(await shows("Second")); tries++) {
      if (tries % 30 === 0) site.write({ "content/posts/2021-03-03-second.md": post("Second", "Nouveau.") });
      await sleep(100);
    }
  });
});
