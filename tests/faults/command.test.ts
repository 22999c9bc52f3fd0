import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createRandom } from "../support/random-site.ts";
import { Bench } from "./harness.ts";

/** The compiled command: `npm run compile` makes it, and `npm test` does so first. */
const CARNET = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

let bench: Bench;
let site = "";

beforeEach(() => {
  if (!existsSync(CARNET)) throw new Error("dist/ is missing: npm run compile");
  bench = new Bench();
  site = join(bench.folder, "site");
  mkdirSync(join(site, "content", "posts"), { recursive: true });
  writeFileSync(join(site, "content", "site.yaml"), "title: Essai\nurl: https://blog.example.org\n");
  post("Un");
});

afterEach(() => {
  bench.remove();
});

function post(title: string): void {
  const file = join(site, "content", "posts", "2021-04-01-a.md");
  writeFileSync(file, `---\ntitle: ${title}\nauthor: Ada\n---\n\nTexte.\n`);
}

function argv(command: string): string[] {
  return [CARNET, command, "--site", site, "--output", bench.output, "--now", "2021-05-01T00:00:00Z"];
}

function carnet(command: string): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [...argv(command), "--lang", "fr"], {
    encoding: "utf8",
  });
  return { status, stderr };
}

/** Every file of the output with its bytes. */
function published(): Record<string, string> {
  const paths = readdirSync(bench.output, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== "ballast")
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(path, "latin1")]));
}

it("on a full disk, a build exits with status 3, says so, and keeps the old site", (context) => {
  const disk = join(bench.folder, "www");
  bench.mount(context, ["-t", "tmpfs", "-o", "size=2m", "tmpfs"], disk);
  expect(carnet("build")).toEqual({ status: 0, stderr: "" });
  const before = published();
  post("Deux");
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, "ballast"), Buffer.alloc(bavail * bsize - 2 * bsize));
  const { status, stderr } = carnet("build");
  expect(stderr).toContain("le disque est plein");
  expect(status).toBe(3);
  expect(published()).toEqual(before);
  rmSync(join(disk, "ballast"));
  expect(carnet("build").status).toBe(0);
  expect(published()).not.toEqual(before);
});

it("on a full disk, carnet new leaves no post, and can be run again", (context) => {
  const posts = join(site, "content", "posts");
  bench.mount(context, ["-t", "tmpfs", "-o", "size=64k", "tmpfs"], posts);
  const { bavail, bsize } = statfsSync(posts);
  writeFileSync(join(posts, "ballast"), Buffer.alloc(bavail * bsize));
  const begin = (): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [CARNET, "new", "Titre", "--site", site]);
  expect(begin().status).toBe(3);
  expect(readdirSync(posts)).toEqual(["ballast"]);
  rmSync(join(posts, "ballast"));
  expect(begin().status).toBe(0);
});

/** interrupted.test.ts has every moment between two changes to the disk; this is for the rest of the command. */
const KILLS = 5;

it(
  `a build killed at ${String(KILLS)} random moments leaves the old or the new site complete, or the next command restores it`,
  { timeout: 300_000 },
  async () => {
    const random = createRandom(3);
    const sites = ["Un", "Deux"].map((title) => {
      post(title);
      carnet("build");
      return published();
    });
    // Measured with a change, since the builds to be killed have one.
    post("Un");
    const began = performance.now();
    carnet("build");
    let whole = performance.now() - began;
    let round = 0;
    for (let killed = 0; killed < KILLS; round += 1) {
      post(round % 4 < 2 ? "Deux" : "Un");
      const child = spawn(process.execPath, argv("build"), { stdio: "ignore" });
      // Listens at once: a build may end before it is killed.
      const closed = once(child, "close");
      // Most of them late, while files are written and put in place: before that, nothing is on the disk that could be torn.
      await sleep(whole * ((round % 4 === 0 ? random.number(100) : 60 + random.number(40)) / 100));
      child.kill("SIGKILL");
      const [, signal] = (await closed) as [number | null, NodeJS.Signals | null];
      // A build that ended first does not count: the machine is faster than measured.
      if (signal === "SIGKILL") killed += 1;
      else whole *= 0.95;
      // Between two renames there is no site for an instant: only then must the next command restore it.
      if (!existsSync(bench.output)) expect(carnet("check").stderr).toContain("interrompue");
      const found = published();
      expect(
        sites.some((site) => isDeepStrictEqual(site, found)),
        `round ${String(round)}`,
      ).toBe(true);
    }
    // Files left beside the site harm no later command, and the next build removes them.
    expect(carnet("check").status).toBe(0);
    post("Deux");
    expect(carnet("build").status).toBe(0);
    expect(published()).toEqual(sites[1]);
    expect(readdirSync(join(bench.folder, "www"))).toEqual(["_site"]);
  },
);

it("shows why Pagefind’s program fails", () => {
  const program = join(bench.folder, "program");
  writeFileSync(program, "#!/bin/sh\necho 'libm.so.6: not found' >&2\nexit 1\n", { mode: 0o755 });
  process.env["PAGEFIND_EXTENDED_BINARY_PATH"] = program;
  try {
    const { status, stderr } = carnet("build");
    expect(status).toBe(3);
    expect(stderr).toMatch(/libm\.so\.6: not found\n[^]*n’a pas pu travailler : Pagefind[^]*\[ESEARCH\]/);
  } finally {
    delete process.env["PAGEFIND_EXTENDED_BINARY_PATH"];
  }
});

it("a command stopped before it has begun says that nothing was published", async () => {
  // The signal comes once the command is loaded, before it has begun.
  const hook = join(bench.folder, "hook.cjs");
  writeFileSync(hook, 'process.chdir = () => process.kill(process.pid, "SIGINT");\n');
  const child = spawn(process.execPath, ["--require", hook, ...argv("build"), "--lang", "fr"]);
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  expect(await once(child, "close")).toEqual([null, "SIGINT"]);
  expect(said).toBe(
    "carnet : arrêté avant la fin. Rien n’a été publié, et ce qui était en place n’a pas changé.\n",
  );
});

it.each([
  ["SIGINT", "build"],
  ["SIGTERM", "dev"],
] as const)("a first build stopped by %s leaves nothing and says so (%s)", async (signal, command) => {
  // Enough for a build to write them in a thread.
  for (let n = 1; n <= 900; n++) {
    const file = join(site, "content", "posts", `2021-03-01-${String(n)}.md`);
    writeFileSync(file, `---\ntitle: Texte ${String(n)}\ntags: [a]\n---\n\nTexte.\n`);
  }
  const free = command === "dev" ? ["--port", "0"] : [];
  const child = spawn(process.execPath, [...argv(command), "--lang", "en", ...free]);
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const closed = once(child, "close");
  const parent = join(bench.folder, "www");
  const isWriting = (): boolean =>
    readdirSync(parent, { recursive: true, encoding: "utf8" }).some((path) => path.includes("/blog/"));
  while (!isWriting()) await sleep(5);
  child.kill(signal);
  expect(await closed).toEqual([null, signal]);
  expect(said).toBe(
    "carnet: stopped before the end. Nothing was published, and what was in place has not changed.\n",
  );
  expect(readdirSync(parent)).toEqual([]);
});
