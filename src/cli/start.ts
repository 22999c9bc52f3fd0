#!/usr/bin/env node
// The entry point of the `carnet` command: loads the rest only if this version of Node can parse it.
// Compiled separately (scripts/compile.mjs), into one script without modules that even Node 10 can run: it reports the version
// needed.
import { nodeRefusal } from "./old-node.ts";

const refusal = nodeRefusal(process.versions.node, process.env);
if (refusal === undefined) void import("./main.ts");
else {
  process.stderr.write(refusal);
  process.exitCode = 3;
}
