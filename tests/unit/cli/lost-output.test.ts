import { spawnSync } from "node:child_process";
import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { outliveOutput } from "../../../src/cli/lost-output.ts";
import { makeSite, ROOT, SITE_YAML } from "../../support/site.ts";

it("reports once that readers are gone, and once that the disk refuses", () => {
  const [out, err] = [new EventEmitter(), new EventEmitter()];
  const told: string[] = [];
  outliveOutput([out, err], { gone: () => told.push("gone"), failed: (code) => told.push(code) });
  for (const stream of [out, err, out])
    for (const code of ["EPIPE", "ENOSPC"]) stream.emit("error", Object.assign(new Error(code), { code }));
  expect(told).toEqual(["gone", "ENOSPC"]);
});

const site = (): string =>
  makeSite({
    "content/site.yaml": SITE_YAML,
    ...Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `content/posts/2026-01-01-a${String(i)}.md`,
        `---\ntitle: A\nx${String(i)}: 1\n---\n\n[a](/rien/) [b](/nulle/)\n`,
      ]),
    ),
  }).root;

const run = (root: string, line: string): { status: number | null; stdout: string; stderr: string } =>
  spawnSync("bash", ["-c", `set -o pipefail; ${line}`], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CARNET: `${ROOT}/dist/cli/start.cjs`, LANG: "fr_FR.UTF-8" },
  });

it("finishes the build when the reader of its output has ended", () => {
  const root = site();
  const { status, stderr } = run(
    root,
    'node "$CARNET" build --no-search | true; ls _site/index.html >/dev/null',
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

it("ends the preview when the reader of its output has ended", () => {
  const { status, stdout } = run(
    site(),
    'timeout -s KILL 40 node "$CARNET" dev --port 0 --no-search | head -n 1',
  );
  expect(stdout).not.toBe("");
  // It may have been stopped before it served anything.
  expect([0, 143]).toContain(status);
});

// The second command goes on after it has printed something.
it.each(["check", "build --no-search"])(
  "exits with status 3 and a one-line message when the disk takes no more output: %s",
  (command) => {
    const { status, stderr } = run(site(), `node "$CARNET" ${command} > /dev/full`);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^carnet : [^\n]*\[ENOSPC\][^\n]*\n$/);
  },
);
