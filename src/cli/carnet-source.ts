// Where a new site gets Carnet from: where npm found the running one, read from what npm leaves on disk.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isMap } from "../content/yaml/parse.ts";
import { isFile } from "../files.ts";

export interface CarnetPackage {
  name: string;
  version: string;
  source:
    /** A range of a registry, an alias or a Git address: `npm update` finds newer versions. */
    | { kind: "spec"; spec: string }
    /** A file made by `npm pack`, at this absolute path: a site keeps a copy of it. */
    | { kind: "tarball"; path: string }
    /** A folder on this machine, at this absolute path: a clone, or a global installation. */
    | { kind: "folder"; path: string };
}

/** `folder` is that of the running package. */
export function carnetPackage(folder: string): CarnetPackage {
  const { name, version } = readPackage(folder);
  return {
    name: String(name),
    version: String(version),
    source: sourceOf(folder, String(name), String(version)),
  };
}

function sourceOf(folder: string, name: string, version: string): CarnetPackage["source"] {
  // A name may have a scope, which is a folder.
  const modules = folder.slice(0, -name.length - 1);
  const isInstalled = basename(modules) === "node_modules" && resolve(modules, name) === folder;
  const owner = dirname(modules);
  if (!isInstalled || !existsSync(join(owner, "package.json"))) return { kind: "folder", path: folder };
  const { dependencies, devDependencies } = readPackage(owner);
  const asked = [dependencies, devDependencies].map((some) => (isMap(some) ? some[name] : undefined));
  const spec = asked.find((one) => typeof one === "string");
  if (spec === undefined) return { kind: "folder", path: folder };
  const path = resolve(owner, spec.replace(/^file:(?:\/\/(?=\/))?/, ""));
  if (spec.endsWith(".tgz") && isFile(path)) return { kind: "tarball", path };
  if (/^(?:file:|\.{0,2}\/|[a-z]:[\\/])/i.test(spec)) return { kind: "folder", path: folder };
  return { kind: "spec", spec: /[:/]/.test(spec) ? spec : `^${version}` };
}

function readPackage(folder: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return isMap(parsed) ? parsed : {};
}
