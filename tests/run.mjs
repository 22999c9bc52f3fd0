// `npm test`: runs everything that must pass, in order, after installing what it needs. With `--long` (`npm run test:long`), runs
// the tests that repeat much instead, `*.long.test.ts`, for a nightly job.
// Browser tests need Chromium: as root on Debian it is installed here, elsewhere a message says how. They are never skipped.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";

/** The headless shell first: browser tests take two thirds of the time with it. */
const BROWSERS = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Debian packages; a release without the first has the second. */
const PACKAGES = ["chromium-headless-shell", "chromium"];

const LINTER = "node_modules/oxlint/bin/oxlint";
const FORMATTER = "node_modules/oxfmt/bin/oxfmt";
const RUNNER = "node_modules/vitest/vitest.mjs";

/** Runs a script, and returns whether it succeeded. */
function isPassed(script, ...args) {
  const stdio = ["ignore", "inherit", "inherit"];
  const { status, error } = spawnSync(process.execPath, [script, ...args], { stdio });
  if (error) console.error(error.message);
  return status === 0;
}

/** Runs the tests; if this program is stopped, they end before their time. */
async function test(names, env) {
  const tests = spawn(process.execPath, [RUNNER, "run", ...names], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => tests.kill("SIGINT"));
  const [status] = await once(tests, "close");
  process.exitCode = status ?? 1;
}

function browser() {
  const named = process.env.CHROMIUM_PATH;
  const standing = () => BROWSERS.find((path) => existsSync(path));
  const found = named && existsSync(named) ? named : standing();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium for the browser tests…");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...words) =>
      spawnSync("apt-get", [...words], { stdio: ["ignore", "inherit", "inherit"], env });
    apt("update", "-qq");
    for (const name of PACKAGES) {
      apt("install", "-y", "-qq", name);
      const installed = standing();
      if (installed) return installed;
    }
  }
  console.error(
    `The tests need Chromium or Chrome: install it (Debian: sudo apt install ${PACKAGES[0]}), or set CHROMIUM_PATH.`,
  );
  return process.exit(1);
}

const chromium = browser();
const isLong = process.argv[2] === "--long";
const names = process.argv.slice(isLong ? 3 : 2);
if (!isPassed("scripts/compile.mjs")) process.exit(1);
// Both, so that one run shows what each has to say.
const checks = names.length > 0 || isLong ? [] : [isPassed(LINTER), isPassed(FORMATTER, "--check")];
if (checks.includes(false)) process.exit(1);
// In memory, where Linux has room: on a disk, temporary files take a fifth of the processor time and half of the waiting.
const isRoomy = existsSync("/dev/shm") && process.availableMemory() > 4_000_000_000;
const folder =
  process.env.TMPDIR === undefined && isRoomy ? mkdtempSync("/dev/shm/carnet-tests-") : undefined;
if (folder !== undefined) {
  // As that of the system: tests also run programs of other accounts.
  chmodSync(folder, 0o1777);
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
}
await test(names, {
  CHROMIUM_PATH: chromium,
  ...(isLong && { LONG: "1" }),
  ...(folder !== undefined && { TMPDIR: folder }),
});
