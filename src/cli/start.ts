#!/usr/bin/env node
// The `carnet` command of the package: the rest of it is loaded by a Node that can read it.
// Compiled apart (scripts/compile.mjs), into one script without modules that Node 10 reads too: it says what is needed.
import { nodeRefusal } from "./old-node.ts";

const refusal = nodeRefusal(process.versions.node, process.env);
if (refusal === undefined) void import("./main.ts");
else {
  process.stderr.write(refusal);
  process.exitCode = 3;
}
