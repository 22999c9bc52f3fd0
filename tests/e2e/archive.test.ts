import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { CARNET, makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

const site = (): TestSite =>
  makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-un.md": post("Un"),
    "public/été.txt": "Bonjour.",
  });

const names = (path: string): string[] => Object.keys(unzipSync(readFileSync(path)));

describe("carnet build --zip", () => {
  it.each(["content/site.yaml", "notes.txt"])("refuses to replace a file that is not a ZIP: %s", (target) => {
    const one = site();
    one.write({ "notes.txt": "à garder" });
    const before = one.read(target);
    const { status, stderr } = one.carnet(["build", "--zip", target]);
    expect([status, one.read(target)]).toEqual([2, before]);
    expect(stderr).toContain("n’est pas remplacé");
  });

  it("refuses to write among the sources", () => {
    const one = site();
    for (const folder of ["content", "layouts", "public"]) {
      const target = `${folder}/carnet.zip`;
      expect(one.carnet(["build", "--zip", target]), target).toMatchObject({ status: 2, stdout: "" });
      expect(one.list("."), target).not.toContain(target);
    }
  });

  it("writes the site to a ZIP without files for hosts or not made by Carnet, and says which file to open", () => {
    const one = site();
    one.write({ "_site/CNAME": "blog.example.org\n" });
    const { status, stdout } = one.carnet(["build", "--zip", "carnet.zip"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^Archive hors ligne : carnet\.zip \(\d+ fichiers, \d+,\d Mo\).* ouvrez index\.html\.$/m,
    );
    const files = names(join(one.root, "carnet.zip"));
    expect(files).toEqual([...files].sort());
    expect(files).toEqual(expect.arrayContaining(["index.html", "blog/2026/03/02/un/index.html", "été.txt"]));
    expect(files.filter((name) => /^(?:_|\.|pagefind|CNAME|robots|sitemap)/.test(name))).toEqual([]);
    // Also from a site that has not changed.
    rmSync(join(one.root, "carnet.zip"));
    expect(one.carnet(["build", "--zip", "carnet.zip"])).toMatchObject({ status: 0, stderr: "" });
    expect(names(join(one.root, "carnet.zip"))).toEqual(files);
  }, 60_000);

  it("leaves out the scripts that count page views, which its pages do not load", () => {
    const one = site();
    const audience = "audience: { matomo: https://stats.example.org/, siteId: 1 }\n";
    one.write({ "content/site.yaml": `${SITE_YAML}${audience}` });
    expect(one.carnet(["build", "--zip", "carnet.zip", "--no-search"]).status).toBe(0);
    expect(one.list("_site/assets").filter((name) => name.includes("audience"))).toHaveLength(2);
    const files = names(join(one.root, "carnet.zip"));
    expect(files.filter((name) => /^assets\/(?:theme|audience)/.test(name))).toEqual([
      expect.stringMatching(/^assets\/theme/),
    ]);
    expect(one.list("_site").filter((path) => path.startsWith("pagefind/"))).toEqual([]);
    expect(one.carnet(["build"]).status).toBe(0);
    expect(one.list("_site")).toContain("pagefind/pagefind.js");
  }, 60_000);

  it("keeps the site, leaves no partial archive and says so if stopped by Ctrl+C", async () => {
    const one = site();
    const words = Array.from({ length: 400_000 }, (_, i) => String((i * 7919) % 100_003)).join(" ");
    for (let i = 0; i < 12; i++) one.write({ [`public/${String(i)}.txt`]: words });
    const args = [CARNET, "build", "--zip", "a.zip", "--no-search", "--lang", "en"];
    const child = spawn(process.execPath, args, { cwd: one.root });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const closed = once(child, "close");
    while (!existsSync(join(one.root, "a.zip.part"))) await sleep(5);
    child.kill("SIGINT");
    expect(await closed).toEqual([null, "SIGINT"]);
    expect(said).toMatch(
      /^carnet: stopped before the end\. The site is published, .* a\.zip was not written/m,
    );
    expect(one.list(".").filter((path) => path.includes(".zip"))).toEqual([]);
    expect(one.read("_site/0.txt")).toBe(words);
  }, 60_000);

  it("leaves out the editors' form, which could not save there, but not the owner's files in its folder", () => {
    const one = site();
    const zipped = (admin: string): string[] => {
      const form = `repository: https://github.com/a/b\nadmin: ${admin}\n`;
      one.write({ "content/site.yaml": SITE_YAML + form, "public/admin/a.txt": "A" });
      const { status, stdout } = one.carnet(["build", "--zip", "a.zip", "--format", "json"]);
      expect([status, JSON.parse(stdout)]).toEqual([0, []]);
      return names(join(one.root, "a.zip")).filter((name) => name.startsWith("admin/"));
    };
    expect(zipped("non")).toEqual(["admin/a.txt"]);
    expect(zipped("oui")).toEqual(["admin/a.txt"]);
    expect(one.read("_site/admin/index.html")).toContain("program/form-");
  }, 60_000);

  it("writes the same bytes in another time zone and another folder", () => {
    const made = ["Pacific/Kiritimati", "America/Los_Angeles"].map((TZ) => {
      const one = site();
      const run = one.carnet(["build", "--zip", "a.zip", "--quiet"], { TZ, LC_ALL: "C" });
      expect(run).toEqual({ status: 0, stdout: "", stderr: "" });
      return readFileSync(join(one.root, "a.zip")).toString("base64");
    });
    expect(made[0] === made[1]).toBe(true);
  }, 60_000);

  it("publishes the site, and reports an archive that cannot be written", () => {
    const one = site();
    mkdirSync(join(one.root, "a.zip"));
    const { status, stderr } = one.carnet(["build", "--zip", "a.zip"]);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^carnet : le site est publié, mais l’archive a\.zip n’a pas été écrite/);
    expect(one.read("_site/index.html")).toContain("Mon carnet");
  }, 60_000);

  it("writes no archive if the content has errors", () => {
    const one = site();
    one.write({ "content/posts/2026-02-30-deux.md": post("Deux") });
    expect(one.carnet(["build", "--zip", "a.zip"]).status).toBe(1);
    expect(one.list(".")).not.toContain("a.zip");
  }, 60_000);

  it("is accepted only by build, and requires a file", () => {
    const one = site();
    expect(one.carnet(["check", "--zip", "a.zip"])).toMatchObject({ status: 2 });
    expect(one.carnet(["check", "--zip", "a.zip"]).stderr).toContain("carnet build --zip");
    expect(one.carnet(["build", "--zip"])).toMatchObject({ status: 2 });
  }, 60_000);
});
