// The version of the Carnet that runs, as its package.json says it.
// Read when asked: no command but those that print it has use for it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";

/** `0.1.0`. */
export function carnetVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
  return typeof parsed === "object" && parsed !== null && "version" in parsed ? String(parsed.version) : "";
}
