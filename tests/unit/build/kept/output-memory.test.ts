// What is remembered of an output: which of its files are unchanged, and what was found in its pages.
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { writeCheckedParts } from "../../../../src/build/machine/checked-file.ts";
import { lookEarly } from "../../../../src/build/kept/early-look.ts";
import { lookAt } from "../../../../src/build/machine/file-look.ts";
import { byPage } from "../../../../src/build/pages/findings.ts";
import { outputMemory, type OutputMemory } from "../../../../src/build/kept/output-memory.ts";
import { problem } from "../../../../src/problems.ts";
import { writeFiles } from "../../../support/files.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

const PAGE = "blog/a/index.html";
const FILES = [PAGE, "index.html", "flux.xml"];
const at = (file: string): { file: string; line: number; column: number } => ({ file, line: 3, column: 7 });
const DEAD = problem("html-link", at(PAGE), { href: "/été/" });
const LOST = problem("html-anchor", at("index.html"), { href: "/#a", id: "a" });
const BARE = problem("html-alt", at("index.html"), { src: "/a.png" });

let root: string;
let output: string;

const memory = (version = "1"): OutputMemory =>
  outputMemory({ root, output }, version, { trust: true, keep: true });

function keep(): void {
  const made = new Map(FILES.map((file) => [file, `made of ${file}`]));
  const looked = { found: byPage([DEAD, LOST, BARE]), anchors: { [PAGE]: ["b"] }, isWhole: true };
  memory().keep(memory().look(made), looked);
}

/** The only file in which it is stored. */
function kept(): string {
  const folder = join(root, ".cache/outputs");
  return join(folder, readdirSync(folder)[0] ?? "");
}

beforeEach(() => {
  root = scratchFolder();
  output = join(root, "_site");
  writeFiles(output, Object.fromEntries(FILES.map((file) => [file, file])));
  keep();
});

describe("what is remembered of an output", () => {
  it("is the fingerprint and the state on disk of each unchanged file, and which files were lost", () => {
    writeFileSync(join(output, "flux.xml"), "by another hand");
    rmSync(join(output, "index.html"));
    const found = memory().recall();
    expect([...(found?.files ?? [])]).toEqual([[PAGE, `made of ${PAGE}`]]);
    expect([...(found?.looks ?? [])]).toEqual([[PAGE, lookAt(output, PAGE)]]);
    expect(found?.lost).toEqual(new Set(["made of index.html", "made of flux.xml"]));
  });

  it("includes what was found in its pages, also after it is stored again", () => {
    for (const again of [true, false]) {
      const { looked, standing } = memory().recall() ?? {};
      expect(looked).toMatchObject({ anchors: { [PAGE]: ["b"] }, isWhole: true });
      const found = [...(looked?.found ?? [])].map(([page, { marks, problems }]) => ({
        page,
        marks,
        problems,
      }));
      expect(found).toEqual([
        { page: PAGE, marks: { ofPlaces: false, ofAddresses: true }, problems: [DEAD] },
        { page: "index.html", marks: { ofPlaces: true, ofAddresses: false }, problems: [LOST, BARE] },
      ]);
      if (again && standing) memory().keep(standing, memory().recall()?.looked);
    }
  });

  it("is ignored when another version wrote it, or when it is truncated or in another form", () => {
    expect(memory("2").recall()).toBeUndefined();
    const whole = readFileSync(kept());
    for (const bytes of [whole.subarray(0, -1), whole.subarray(60), Buffer.alloc(0)]) {
      writeFileSync(kept(), bytes);
      expect(memory().recall()).toBeUndefined();
    }
    for (const text of ["", "{}", '{"version":"1","files":{}}', "\0\0\0\0"]) {
      writeCheckedParts(kept(), [text]);
      expect(memory().recall()).toBeUndefined();
    }
  });
});

describe("file states read early", () => {
  it("are used while the same is remembered of the output, and read again after that", async () => {
    const early = await lookEarly({ root, output });
    writeFileSync(join(output, "index.html"), "changed since");
    expect([...(memory().recall(early)?.files.keys() ?? [])]).toEqual(FILES);
    expect([...(memory().recall(early)?.looks?.keys() ?? [])]).toEqual(FILES);
    keep();
    utimesSync(join(output, "index.html"), 1, 1);
    expect([...(memory().recall(early)?.files.keys() ?? [])]).toEqual([PAGE, "flux.xml"]);
  });

  it("are missing when nothing is remembered or it cannot be read", async () => {
    writeFileSync(kept(), "torn");
    expect(await lookEarly({ root, output })).toBeUndefined();
    rmSync(kept());
    expect(await lookEarly({ root, output })).toBeUndefined();
    expect(statSync(output).isDirectory()).toBe(true);
  });
});
