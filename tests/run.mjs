// `npm test`: runs everything that must pass, in order, after installing what it needs.
// Browser tests need Chromium: as root on Debian it is installed here, elsewhere a message says how. They are never skipped.
import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

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

/** Runs commands in parallel, prints the output of each once it ends, and exits if one failed. */
async function runTogether(commands) {
  const failed = await Promise.all(
    commands.map(
      (words) =>
        new Promise((resolve) => {
          execFile(npx, words, { maxBuffer: Infinity, shell: isWindows }, (error, stdout, stderr) => {
            process.stdout.write(stdout);
            process.stderr.write(stderr);
            if (error) console.error(`failed: ${words.join(" ")}`);
            resolve(error !== null);
          });
        }),
    ),
  );
  if (failed.includes(true)) process.exit(1);
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
if (only.length === 0)
  await runTogether([
    ["tsc", "-p", "tsconfig.json", "--noEmit"],
    ["eslint", "."],
    ["prettier", "--check", "--log-level", "warn", "."],
  ]);
run(npx, ["vitest", "run", ...only], { CHROMIUM_PATH: chromium });
