// `npm test`: runs everything that must pass, in order, after installing what it needs.
// Browser tests need Chromium: as root on Debian it is installed here, elsewhere a message says how. They are never skipped.
import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { memoryFolder, removeMemoryFolder } from "./memory-folder.mjs";

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

const isWindows = process.platform === "win32";
const npx = isWindows ? "npx.cmd" : "npx";

function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status || 1);
}

/** Runs a check, prints what it says once it ends, and returns whether it passed. */
function check(command, args) {
  return new Promise((resolve) => {
    execFile(command, args, { maxBuffer: Infinity, shell: isWindows }, (error, stdout, stderr) => {
      process.stdout.write(stdout);
      process.stderr.write(stderr);
      if (error) console.error(`failed: ${args.join(" ")}`);
      resolve(error === null);
    });
  });
}

/** Runs all tests while a check goes on. If that fails, or this program is stopped, they end before their time. */
async function testBeside(checked, env) {
  const tests = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  const ended = once(tests, "close");
  whenStopped = async () => {
    tests.kill("SIGINT");
    await ended;
    process.exit(1);
  };
  const passed = await checked;
  if (!passed) tests.kill("SIGINT");
  const [status] = await ended;
  process.exitCode = passed ? (status ?? 1) : 1;
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
const only = process.argv.slice(2);
run(process.execPath, ["scripts/compile.mjs"]);
// Killed by a signal, it would leave the folder in memory until the machine restarts.
let whenStopped = () => process.exit(1);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => whenStopped());
const folder = process.env.TMPDIR === undefined ? memoryFolder() : undefined;
if (folder !== undefined) process.on("exit", () => removeMemoryFolder(folder));
const env = { CHROMIUM_PATH: chromium, ...(folder !== undefined && { TMPDIR: folder }) };
if (only.length > 0) run(npx, ["vitest", "run", ...only], env);
else {
  const linted = check(process.execPath, ["tests/types-and-lint.mjs"]);
  // The shorter of two, each on one core; the tests then have the core that it leaves.
  const formatted = await check(npx, ["prettier", "--check", "--log-level", "warn", "."]);
  if (formatted) await testBeside(linted, env);
  else {
    // What types and lint have to say too.
    await linted;
    process.exitCode = 1;
  }
}
