// Small complete sites for tests, each in a temporary folder: writes files, runs the command on them, reads the output.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { filesBelow } from "../../src/files.ts";
import { writeFiles, type Files } from "./files.ts";

export type { Files } from "./files.ts";

export const ROOT = join(import.meta.dirname, "../..");

/** The compiled command, as users run it; `npm test` compiles it first. */
export const CARNET = join(ROOT, "dist/cli/main.js");

/** The script that npm links into `node_modules/.bin`. */
export const CARNET_BIN = join(ROOT, "dist/cli/start.cjs");

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface TestSite {
  root: string;
  write(files: Files): void;
  /** Runs `carnet` in the site root. `--now` is fixed unless `args` has it. */
  carnet(args: readonly string[], env?: Record<string, string>): Run;
  read(path: string): string;
  /** Paths under a folder of the site, sorted. */
  list(folder: string): string[];
}

export const SITE_YAML = "title: Mon carnet\nurl: https://blog.example.org\n";

/** Long enough not to be reported as too short. */
const DESCRIPTION = "Ce que raconte cet article, en une phrase assez longue pour un moteur de recherche.";

/** A post with a title and a body, as an editor would write it. */
export function post(title: string, body = "Bonjour.", more = ""): string {
  return `---\ntitle: ${title}\nauthor: Équipe éditoriale\ndescription: ${DESCRIPTION}\n${more}---\n\n${body}\n`;
}

/** Makes a site root; it is removed when the test ends. */
export function makeSite(files: Files): TestSite {
  const root = mkdtempSync(join(tmpdir(), "carnet-site-"));
  // A process of a command that the test killed may still write a file. `rmSync` would try again only to remove the
  // folder itself, not what was written meanwhile.
  onTestFinished(() => rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  const site: TestSite = {
    root,
    write(more) {
      writeFiles(root, more);
    },
    carnet(args, env = {}) {
      const clock = args.some((arg) => arg.startsWith("--now")) ? [] : ["--now", "2026-06-01T12:00:00Z"];
      const { status, stdout, stderr } = spawnSync(process.execPath, [CARNET, ...args, ...clock], {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
        maxBuffer: 64_000_000,
        env: { PATH: process.env["PATH"] ?? "", HOME: root, LANG: "fr_FR.UTF-8", CI: "true", ...env },
      });
      if (status === 0 && args[0] === "build") keepPictures(join(root, PICTURES));
      return { status, stdout, stderr };
    },
    read: (path) => readFileSync(join(root, path), "utf8"),
    list: (folder) => filesBelow(join(root, folder)),
  };
  site.write(files);
  const kept = keptPictures();
  if ("content/site.yaml" in files && kept !== undefined && existsSync(kept))
    cpSync(kept, join(root, PICTURES), { recursive: true });
  return site;
}

const PICTURES = ".cache/pictures";

/** Where commands find the icons and cards of the first site of a run of tests: drawing them is half of the work of a small build. */
function keptPictures(): string | undefined {
  const folder = inject("builtSites") as string | undefined;
  return folder === undefined ? undefined : join(folder, "pictures");
}

function keepPictures(folder: string): void {
  const kept = keptPictures();
  if (kept === undefined || existsSync(kept) || !existsSync(folder)) return;
  const own = `${kept}-${String(process.pid)}`;
  const filter = (path: string): boolean => path === folder || /-(?:icon|card)-/.test(path);
  cpSync(folder, own, { recursive: true, filter });
  try {
    renameSync(own, kept);
  } catch {
    // Another process was first.
    rmSync(own, { recursive: true });
  }
}
