// The guides' steps for one's own server, followed to the letter: the commands of docs/ are run on folders of this test.
// What would change the machine (apt, systemctl, sudo) is replaced by stand-ins; the nginx that serves the site is real.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { notRun } from "../support/not-run.ts";
import { hasNginx, serveWithNginx } from "../support/nginx.ts";
import { CARNET_BIN, makeSite, post, ROOT, SITE_YAML, type TestSite } from "../support/site.ts";

const guide = (name: string): string => readFileSync(join(ROOT, "docs", name), "utf8");

/** The commands under a heading, in order. */
function commands(name: string, heading: string): string[] {
  const section = guide(name)
    .split(/^## /m)
    .find((one) => one.startsWith(`${heading}\n`));
  const blocks = [...(section ?? "").matchAll(/^ *```sh\n([^]*?)^ *```/gm)];
  return blocks.flatMap(([, text = ""]) => text.trim().split(/\n */));
}

const NGINX = commands("publier.md", "nginx");

it("the two guides give the same commands", () => {
  expect(NGINX.length).toBeGreaterThan(6);
  expect(commands("publishing.md", "nginx")).toEqual(NGINX);
  const apache = commands("publier.md", "Apache, hébergement mutualisé");
  expect(apache.length).toBeGreaterThan(6);
  expect(
    commands("publishing.md", "Apache, shared hosting").map((one) => one.replace(" USER ", " COMPTE ")),
  ).toEqual(apache);
  const start = commands("publier.md", "Commencer un site");
  expect(
    commands("publishing.md", "Start a site").map((one) =>
      one.replace("my-blog --lang en", "mon-blog").replace("my-blog", "mon-blog"),
    ),
  ).toEqual(start);
});

/** A site as `npm ci` leaves it. */
function own(): TestSite {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-05-01-un.md": post("Un"),
    "content/redirects.yaml": "/vieux/: /blog/2026/05/01/un/\n",
    "package.json": JSON.stringify({ type: "module", scripts: { build: "carnet build" } }),
  });
  mkdirSync(join(site.root, "node_modules/.bin"), { recursive: true });
  symlinkSync(ROOT, join(site.root, "node_modules/carnet"), "dir");
  symlinkSync(CARNET_BIN, join(site.root, "node_modules/.bin/carnet"));
  return site;
}

describe("the steps for nginx", () => {
  beforeEach((context) => {
    if (!hasNginx) notRun(context, "nginx is not installed (Debian: nginx-light)");
  });

  it("give a server that answers, also at old addresses", async () => {
    const { root } = own();
    const { root: machine } = makeSite({
      "bin/sudo": '#!/bin/sh\nexec "$@"\n',
      "bin/apt": "#!/bin/sh\n",
      "bin/systemctl": '#!/bin/sh\n[ "$*" = "reload nginx" ]\n',
      "bin/nginx": '#!/bin/sh\n[ "$*" = -t ]\n',
      "etc/nginx/sites-available/default": "",
      "etc/nginx/sites-enabled/.keep": "",
    });
    for (const name of ["sudo", "apt", "systemctl", "nginx"]) chmodSync(join(machine, "bin", name), 0o755);
    // package.test.ts runs npm.
    const script = NGINX.filter((line) => line !== "npm ci")
      .join("\n")
      .replaceAll("/var/www/carnet", root)
      .replaceAll("/etc/nginx", `${machine}/etc/nginx`);
    const path = [join(machine, "bin"), process.env["PATH"]].join(delimiter);
    const { status, stderr } = spawnSync("bash", ["-euc", script], {
      encoding: "utf8",
      env: { PATH: path, HOME: machine, LANG: "fr_FR.UTF-8" },
    });
    expect(status, stderr).toBe(0);
    const enabled = join(machine, "etc/nginx/sites-enabled/carnet");
    expect(existsSync(enabled)).toBe(true);
    expect(readFileSync(enabled, "utf8")).toBe(guide("nginx.conf.example"));
    // `serveWithNginx` changes the lines that step 3 says to change, and no other.
    const origin = await serveWithNginx(join(root, "_site"));
    expect((await fetch(`${origin}/`)).status).toBe(200);
    expect(await (await fetch(`${origin}/vieux/`)).text()).toContain("url=/blog/2026/05/01/un/");
  }, 60_000);
});
