import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { makeSite, ROOT } from "../../support/site.ts";

it.each([
  ["fr_FR.UTF-8", "carnet : le dossier où se trouve votre terminal n’existe plus, ou a été remplacé."],
  ["en_GB.UTF-8", "carnet: the folder that your terminal is in no longer exists, or was replaced."],
])("reports in one line that the terminal's folder was deleted (%s)", (LANG, words) => {
  const line = 'mkdir gone && cd gone && rmdir ../gone && node "$CARNET" check';
  const { status, stdout, stderr } = spawnSync("sh", ["-c", line], {
    cwd: makeSite({}).root,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], CARNET: `${ROOT}/dist/cli/start.cjs`, LANG },
  });
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr.split("\n")).toEqual([expect.stringContaining(words), ""]);
});
