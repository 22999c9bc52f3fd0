// Checks every HTML page of a built site with the Nu Html Checker, as on validator.w3.org: prints its errors, by page and line.
// usage: npm run vnu [-- FOLDER …]   (without a folder, the default site; needs Java and the npm registry: the checker is not a
// dependency, since it is larger than all of them together)
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDefaultSite, typedFolders } from "./serve.mjs";

const VNU = "vnu-jar@26.9.27";
/** The minimum version of Java for the checker. */
const JAVA = 11;

if (javaVersion() < JAVA) {
  console.error(`Java ${JAVA} or later is missing: apt-get install -y default-jre-headless`);
  process.exit(1);
}
const named = typedFolders();
const absent = named.find((folder) => !existsSync(folder));
if (absent !== undefined) {
  console.error(`There is no folder ${absent}.`);
  process.exit(2);
}

const { site, remove } = named.length > 0 ? { site: undefined, remove: () => {} } : buildDefaultSite();
let errors = 0;
try {
  for (const folder of site === undefined ? named : [site]) errors += check(folder);
} finally {
  remove();
}
process.exit(errors > 0 ? 1 : 0);

/** Prints the errors of the pages in a folder, and returns their number; a folder without pages counts as one error. */
function check(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".html")).length;
  if (pages === 0) {
    console.log(`There is no page in ${folder}.`);
    return 1;
  }
  const messages = messagesOf(folder);
  for (const { url, lastLine = 1, firstLine = lastLine, firstColumn = 1, message } of messages)
    console.log(`${relative(folder, fileURLToPath(url))}:${firstLine}:${firstColumn}  ${message}`);
  console.log(`${pages} pages, ${messages.length} errors${named.length > 0 ? ` in ${folder}` : ""}`);
  return messages.length;
}

function messagesOf(folder) {
  const options = ["--errors-only", "--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always"];
  const { status, stdout, error } = spawnSync("npx", ["--yes", "-p", VNU, "vnu", ...options, folder], {
    encoding: "utf8",
    maxBuffer: 256_000_000,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${VNU} ended with ${status ?? error?.message}`);
  return JSON.parse(stdout).messages;
}

/** The major version of Java, 0 if it is absent; old versions such as `1.8` count as 1. */
function javaVersion() {
  const { stderr = "" } = spawnSync("java", ["-version"], { encoding: "utf8" });
  return Number(/version "(\d+)/.exec(stderr ?? "")?.[1] ?? 0);
}
