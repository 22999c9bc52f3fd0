// A build that finds only texts saved since the last one reuses the site that this one stored: its files and messages must be
// those of a clean build. Seeds are fixed; `node tests/edits.mjs` runs many.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { filesIn, write } from "../support/built-site.ts";
import { command, type Ran } from "../support/in-process.ts";
import { expectSameFiles, saved, scratchFolder, SEEDS, writeCold } from "../support/edit-sequences.ts";
import { FIRST_MOMENT, laterMoment } from "../support/random-clock.ts";
import { bareSite, createRandom, firstSite, type SiteFiles } from "../support/random-site.ts";
import { CARNET } from "../support/site.ts";

/** Number of builds in a sequence. */
const LENGTH = 10;

const scratch = scratchFolder("resumed");

/** Files of a cache, of which there must be some. */
function kept(site: string, folder: string, ending: string): string[] {
  const names = readdirSync(join(site, folder)).filter((name) => name.endsWith(ending));
  expect(names).not.toEqual([]);
  return names.map((name) => join(site, folder, name));
}

let builds = 0;
let resumed = 0;

type Clean = Pick<Ran, "status" | "told"> & { files: ReadonlyMap<string, string> };

/** Clean builds by what they were made from: several tests save the same texts. */
const cleanBuilds = new Map<string, Promise<Clean>>();

const digestOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

function cleanBuild(warm: string, files: SiteFiles, how: { now: string; search?: boolean }): Promise<Clean> {
  const path = join(warm, "content/addresses.txt");
  const book = existsSync(path) ? readFileSync(path, "latin1") : undefined;
  const texts = [...files].map(([file, text]) => [file, Buffer.from(text).toString("latin1")]);
  const key = digestOf([texts, book, how]);
  const make = async (): Promise<Clean> => {
    const cold = mkdtempSync(join(scratch, "cold-"));
    writeCold(cold, files, warm);
    if (book !== undefined) writeFileSync(join(cold, "content/addresses.txt"), book, "latin1");
    const { status, told } = await command(cold, how);
    const built: Clean = { status, told, files: status === 0 ? filesIn(join(cold, "_site")) : new Map() };
    rmSync(cold, { recursive: true, force: true });
    return built;
  };
  const built = cleanBuilds.get(key) ?? make();
  cleanBuilds.set(key, built);
  return built;
}

/** Builds, and expects the same files and messages as from a clean build. */
async function same(
  warm: string,
  files: SiteFiles,
  where: string,
  how: { now?: string; search?: boolean } = {},
): Promise<Ran> {
  const clean = await cleanBuild(warm, files, { now: FIRST_MOMENT, ...how });
  const after = await command(warm, { now: FIRST_MOMENT, ...how });
  expect(after.told, where).toBe(clean.told);
  expect(after.status, where).toBe(clean.status);
  if (clean.status === 0) expectSameFiles(filesIn(join(warm, "_site")), clean.files, where);
  return after;
}

describe("builds after saves", () => {
  it.each(SEEDS)(
    "are the same as clean builds (seed %i)",
    async (seed) => {
      const random = createRandom(seed);
      const warm = join(scratch, `warm-${String(seed)}`);
      const search = seed % 3 === 0;
      let files = await (seed % 2 === 0 ? bareSite() : firstSite());
      write(warm, files, new Map());
      await command(warm, { now: FIRST_MOMENT, search });
      const done: string[] = [];
      let now = FIRST_MOMENT;
      for (let turn = 0; turn < LENGTH; turn++) {
        const [name, next] = await saved(files, random, turn);
        now = laterMoment(random, now);
        done.push(`${name} (${now})`);
        write(warm, next, files);
        files = next;
        const after = await same(warm, files, `seed ${String(seed)}: ${done.join(", ")}`, { now, search });
        builds++;
        if (after.resumed) resumed++;
      }
    },
    600_000,
  );

  it("reuse the stored site in at least a tenth of the cases: not with code that is not declared pure", () => {
    expect(resumed).toBeGreaterThanOrEqual(builds / 10);
  });
});

describe("a build after a save", () => {
  const POST = "content/posts/2026-01-03-p3.md";
  const PAGE = "_site/blog/2026/01/03/p3/index.html";

  /** A site whose pictures are made. */
  let pictured: string | undefined;

  async function first(): Promise<{ warm: string; files: SiteFiles }> {
    const warm = mkdtempSync(join(scratch, "warm-"));
    const files = await bareSite();
    writeCold(warm, files, pictured);
    await command(warm, { now: FIRST_MOMENT });
    pictured ??= warm;
    return { warm, files };
  }

  function save(warm: string, files: SiteFiles, change: (text: string) => string): SiteFiles {
    const next = new Map(files).set(POST, change(String(files.get(POST))));
    write(warm, next, files);
    return next;
  }

  it("reuses the stored site, several times in a row", async () => {
    const { warm, files } = await first();
    let next = files;
    for (const turn of [1, 2, 3]) {
      next = save(warm, next, (text) => `${text}\nEncore ${String(turn)}.\n`);
      expect((await same(warm, next, "saved")).resumed).toBe(true);
      expect(readFileSync(join(warm, PAGE), "utf8")).toContain(`Encore ${String(turn)}.`);
    }
    // And the next one finds nothing changed.
    expect((await same(warm, next, "nothing")).resumed).toBe(true);
  });

  it("reuses the stored site although the clock of the system was set while its process ran", async () => {
    const ticks = performance.now.bind(performance);
    const late = vi.spyOn(performance, "now").mockImplementation(() => ticks() - 60_000);
    const { warm, files } = await first();
    late.mockRestore();
    expect(
      (
        await same(
          warm,
          save(warm, files, (text) => `${text}\nEncore.\n`),
          "clock",
        )
      ).resumed,
    ).toBe(true);
  });

  it.each<[string, (warm: string) => void]>([
    [
      "a page was written over",
      (warm) => {
        writeFileSync(join(warm, PAGE), "mine");
      },
    ],
    [
      "another page was taken away",
      (warm) => {
        rmSync(join(warm, "_site/index.html"));
      },
    ],
    [
      "the list of files was touched",
      (warm) => {
        utimesSync(join(warm, "_site/.carnet"), 1, 1);
      },
    ],
    [
      "all texts that were kept are gone",
      (warm) => {
        rmSync(join(warm, ".cache/texts"));
      },
    ],
    [
      "all texts that were kept are damaged",
      (warm) => {
        for (const path of kept(warm, ".cache", ".html"))
          writeFileSync(path, readFileSync(path, "latin1").replaceAll("e", "f"), "latin1");
      },
    ],
    [
      "what was left of its entries is damaged",
      (warm) => {
        for (const path of kept(warm, ".cache/outputs", ".entries"))
          writeFileSync(path, readFileSync(path).subarray(0, -1));
      },
    ],
  ])("gives the site of a clean build even if %s", async (name, change) => {
    const { warm, files } = await first();
    change(warm);
    const next = save(warm, files, (text) => `${text}\nEncore.\n`);
    await same(warm, next, name);
    await same(
      warm,
      save(warm, next, (text) => `${text}\nEt encore.\n`),
      name,
    );
  });

  it("moves its files into an output of very many files, which the next build finds unchanged", async () => {
    const { warm, files } = await first();
    const many = Array.from({ length: 4100 }, (_, i): [string, string] => [
      `public/data/${String(i)}.txt`,
      "x",
    ]);
    const more: SiteFiles = new Map([...files, ...many]);
    write(warm, more, files);
    await command(warm, { now: FIRST_MOMENT });
    const folder = statSync(join(warm, "_site")).ino;
    const next = save(warm, more, (text) => `${text}\nEncore.\n`);
    expect((await same(warm, next, "many files")).resumed).toBe(true);
    expect(readFileSync(join(warm, PAGE), "utf8")).toContain("Encore.");
    expect(statSync(join(warm, "_site")).ino).toBe(folder);
    const sealed = (): number[] => kept(warm, ".cache/outputs", ".run").map((path) => statSync(path).mtimeMs);
    const before = sealed();
    await command(warm, { now: FIRST_MOMENT });
    expect(sealed()).toEqual(before);
    writeFileSync(join(warm, "_site/data/7.txt"), "not ours");
    await same(warm, next, "written over");
    expect(sealed()).not.toEqual(before);
  });

  it("does not mistake an output published meanwhile by another command for its own", async () => {
    const { warm, files } = await first();
    const next = save(warm, files, (text) => `${text}\nEncore.\n`);
    const elsewhere = ["build", "--now", FIRST_MOMENT, "--no-search", "--url", "https://autre.example.org"];
    await command(warm, { now: FIRST_MOMENT }, () => {
      spawnSync(process.execPath, [CARNET, ...elsewhere], { cwd: warm });
    });
    expect(readFileSync(join(warm, PAGE), "utf8")).toContain("https://autre.example.org");
    await same(warm, next, "another command");
  });

  it("reports addresses that were added to the address book during the previous build", async () => {
    const { warm, files } = await first();
    const next = save(warm, files, (text) => `${text}\nEncore.\n`);
    const book = join(warm, "content/addresses.txt");
    await command(warm, { now: FIRST_MOMENT }, () => {
      writeFileSync(book, `${readFileSync(book, "utf8")}/autrefois/\tAutrefois\n`);
    });
    expect((await same(warm, next, "the book")).told).toContain("/autrefois/");
  });

  it("reuses the stored site if the front matter of the text has a warning, and repeats it", async () => {
    const { warm, files } = await first();
    const odd = save(warm, files, (text) => text.replace("title: ", "couleur: bleu\ntitle: "));
    await command(warm, { now: FIRST_MOMENT });
    const next = save(warm, odd, (text) => `${text}\nEncore.\n`);
    const { resumed, told } = await same(warm, next, "warning");
    expect(resumed).toBe(true);
    expect(told).toContain("couleur");
  });

  it("does not reuse the stored site if front matter was changed", async () => {
    const { warm, files } = await first();
    const next = save(warm, files, (text) => text.replace("title: ", "title: Autre "));
    expect((await same(warm, next, "front matter")).resumed).toBe(false);
  });
});
