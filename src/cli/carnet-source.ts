// Where a new site gets Carnet from: where npm found the running one, since a name alone may be someone else's package.
// Read from what npm leaves on disk; no registry is queried.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isFile } from "../files.ts";

/** How `package.json` may depend on Carnet. */
type CarnetSource =
  /** A range of a registry, an alias or a Git address: `npm update` finds newer versions. */
  | { kind: "spec"; spec: string }
  /** A file made by `npm pack`, at this absolute path: a site keeps a copy of it. */
  | { kind: "tarball"; path: string }
  /** A folder on this machine, at this absolute path: a clone, or a global installation. */
  | { kind: "folder"; path: string };

export interface CarnetPackage {
  name: string;
  version: string;
  source: CarnetSource;
}

/** `folder` is that of the running package. */
export function carnetPackage(folder: string): CarnetPackage {
  const { name, version } = readPackage(folder);
  return { name, version, source: sourceOf(folder, name, version) };
}

function sourceOf(folder: string, name: string, version: string): CarnetSource {
  const installed = folder.slice(0, -name.length - 1);
  const isInstalled = basename(installed) === "node_modules" && resolve(installed, name) === folder;
  const holder = dirname(installed);
  const asked =
    isInstalled && existsSync(join(holder, "package.json")) ? dependency(holder, name) : undefined;
  if (asked === undefined) return { kind: "folder", path: folder };
  const path = localPath(asked, holder);
  if (path === undefined) return { kind: "spec", spec: /[:/]/.test(asked) ? asked : `^${version}` };
  return isFile(path) ? { kind: "tarball", path } : { kind: "folder", path: folder };
}

/** `file:x.tgz`, `file:///x.tgz`, `../x`, `~/x` or `x.tgz`, as npm reads them; undefined for what is not on this machine. */
function localPath(spec: string, holder: string): string | undefined {
  if (spec.startsWith("file:///")) return fileURLToPath(spec);
  if (spec.startsWith("file:")) return resolve(holder, spec.slice("file:".length));
  if (/^(?:\.{0,2}\/|[a-z]:[\\/])/i.test(spec) || /^[^:]+\.tgz$/.test(spec)) return resolve(holder, spec);
  return undefined;
}

function dependency(holder: string, name: string): string | undefined {
  const read = readPackage(holder);
  return { ...read.devDependencies, ...read.dependencies }[name];
}

interface PackageJson {
  name: string;
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

function readPackage(folder: string): PackageJson {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const field = (key: string): unknown => Object.entries(parsed ?? {}).find(([name]) => name === key)?.[1];
  const text = (key: string): string => textOf(field(key));
  const texts = (key: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(field(key) ?? {}).map(([name, value]): [string, string] => [name, textOf(value)]),
    );
  return {
    name: text("name"),
    version: text("version"),
    dependencies: texts("dependencies"),
    devDependencies: texts("devDependencies"),
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
