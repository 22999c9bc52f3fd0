#!/usr/bin/env node
// The entry point of the `carnet` command: loads the rest only if this version of Node can parse it.
// Compiled apart (scripts/compile.mjs) into one script without modules, which even Node 10 can run.
import { usageWords } from "../strings/usage.ts";
import { said } from "../strings/cli.ts";
import { machineLang } from "./terminal.ts";

/** The same as `engines` in package.json, which is not read at each start. */
const NEEDED = "20.19";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const [neededMajor = 0, neededMinor = 0] = NEEDED.split(".").map(Number);
if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) void import("./main.ts");
else {
  const lang = machineLang(process.env);
  process.stderr.write(said(lang, usageWords(lang).oldNode(NEEDED, process.versions.node)));
  process.exitCode = 3;
}
