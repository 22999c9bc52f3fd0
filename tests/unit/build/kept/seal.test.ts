import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readSeal, writeSeal, type Sealed, type SealOptions } from "../../../../src/build/kept/seal.ts";
import { lookAt } from "../../../../src/build/machine/file-look.ts";
import { MOST_UNUSED } from "../../../../src/build/machine/unused.ts";
import { lookAtSources } from "../../../../src/build/kept/sources.ts";
import { siteRoot } from "../../content/site-root.ts";

const NOW = new Date("2026-03-02T10:00:00Z");
let root = "";
let options: SealOptions;

beforeEach(() => {
  root = siteRoot({
    "content/posts/a.md": "a",
    "public/x.txt": "x",
    "_site/index.html": "i",
    "_site/.carnet": "index.html\n",
  });
  options = { root, output: join(root, "_site"), asked: "v1", now: NOW };
});

/** Seals sources that, by default, were written well before the build began, as most are. */
function seal(started = Date.now() + 1000): void {
  const sources = { ...lookAtSources(root), started, also: [".own.ts"] };
  const parts = { problems: ["problem"], site: "site", entries: [new Map([["a", 1]]), [2]] };
  writeSeal(options, sources, { until: NOW.getTime() + 1000, told: "told", parts });
}

const found = (changes: Partial<SealOptions> = {}): Sealed | undefined =>
  readSeal({ ...options, ...changes }, lookAtSources(root));

/** What was stored for a site in which nothing changed. */
function told(changes: Partial<SealOptions> = {}): unknown {
  const sealed = found(changes);
  return sealed?.saved.length === 0 ? sealed.told : undefined;
}

describe("a seal", () => {
  it("holds while nothing changes", () => {
    seal();
    expect(told()).toBe("told");
  });

  it.each<[string, () => void]>([
    [
      "a text is added",
      () => {
        writeFileSync(join(root, "content/posts/b.md"), "b");
      },
    ],
    [
      "a text is removed",
      () => {
        rmSync(join(root, "content/posts/a.md"));
      },
    ],
    [
      "a public file is touched",
      () => {
        utimesSync(join(root, "public/x.txt"), 1, 1);
      },
    ],
    [
      "the first layout is written",
      () => {
        mkdirSync(join(root, "layouts"));
        writeFileSync(join(root, "layouts/post.njk"), "x");
      },
    ],
    [
      "a configuration is added",
      () => {
        writeFileSync(join(root, ".eleventy.ts"), "x");
      },
    ],
    [
      "a file that the configuration may import is added",
      () => {
        writeFileSync(join(root, ".own.ts"), "x");
      },
    ],
    [
      "the address book is added",
      () => {
        writeFileSync(join(root, "content/addresses.txt"), "x");
      },
    ],
    [
      "a file of the output is changed",
      () => {
        writeFileSync(join(root, "_site/index.html"), "j");
      },
    ],
    [
      "a file of the output is removed",
      () => {
        rmSync(join(root, "_site/index.html"));
      },
    ],
    [
      "the output's manifest is removed",
      () => {
        rmSync(join(root, "_site/.carnet"));
      },
    ],
    [
      "a build was killed",
      () => {
        mkdirSync(join(root, "._site.carnet-new"));
      },
    ],
  ])("breaks when %s", (_, change) => {
    seal();
    change();
    expect(told()).toBeUndefined();
  });

  it("is deleted once no build has made its output for a while", () => {
    const other = { ...options, output: join(root, "elsewhere") };
    const named = options;
    options = other;
    seal();
    options = named;
    const folder = join(root, ".cache/outputs");
    const count = readdirSync(folder).length;
    for (let i = 1; i < MOST_UNUSED; i++) seal();
    expect(readdirSync(folder).filter((name) => name !== "unused")).toHaveLength(2 * count);
    expect(told()).toBe("told");
    seal();
    expect(readdirSync(folder).filter((name) => name !== "unused")).toHaveLength(count);
    expect(told()).toBe("told");
  });

  it("lists the texts saved since, if nothing else changed, and gives access to its parts", () => {
    seal();
    expect(found()?.saved).toEqual([]);
    writeFileSync(join(root, "content/posts/a.md"), "b");
    expect(found()?.saved).toEqual(["content/posts/a.md"]);
    expect(found()?.part("site")).toBe("site");
    // Whoever reuses the site checks its output.
    writeFileSync(join(root, "_site/index.html"), "j");
    expect(found()?.saved).toEqual(["content/posts/a.md"]);
    writeFileSync(join(root, "public/x.txt"), "y");
    expect(found()).toBeUndefined();
  });

  it("breaks when more than a hundred texts were saved", () => {
    for (let i = 0; i < 101; i++) writeFileSync(join(root, `content/posts/b${String(i)}.md`), "a");
    seal();
    for (let i = 0; i < 101; i++) writeFileSync(join(root, `content/posts/b${String(i)}.md`), "b");
    expect(found()).toBeUndefined();
  });

  it("keeps its stored parts when no others are given", () => {
    seal();
    const sources = { ...lookAtSources(root), started: Date.now() + 1000, also: [] };
    const sealing = { until: NOW.getTime() + 1000, told: "again" };
    writeSeal(options, sources, {
      ...sealing,
      parts: { problems: ["other"], site: undefined, entries: undefined },
      names: found()?.names,
    });
    expect(found()?.part("site")).toBe("site");
    expect(found()?.part("entries")).toEqual([new Map([["a", 1]]), [2]]);
    expect(found()?.part("problems")).toEqual(["other"]);
  });

  it("ignores parts that another build has written meanwhile", () => {
    seal();
    const names = found()?.names;
    seal();
    const sources = { ...lookAtSources(root), started: Date.now() + 1000, also: [] };
    const parts = { problems: undefined, site: undefined, entries: undefined };
    writeSeal(options, sources, { until: NOW.getTime() + 1000, told: "again", parts, names });
    expect(told()).toBe("again");
    for (const part of ["site", "entries", "problems"] as const) expect(found()?.part(part)).toBeUndefined();
  });

  it.each(["site", "entries"] as const)("ignores the part %s when truncated or of another build", (part) => {
    seal();
    const folder = join(root, ".cache/outputs");
    const path = join(folder, readdirSync(folder).find((name) => name.endsWith(`.${part}`)) ?? "");
    const old = readFileSync(path);
    seal();
    expect(found()?.part(part)).toBeDefined();
    const now = readFileSync(path);
    writeFileSync(path, now.subarray(0, -1));
    expect(found()?.part(part)).toBeUndefined();
    writeFileSync(path, old);
    expect(found()?.part(part)).toBeUndefined();
  });

  it("takes the states of output files from its caller, and notices later changes", () => {
    const looks = new Map([["index.html", lookAt(join(root, "_site"), "index.html")]]);
    writeFileSync(join(root, "_site/index.html"), "touched meanwhile");
    const sources = { ...lookAtSources(root), started: Date.now() + 1000, also: [] };
    const sealing = { until: NOW.getTime() + 1000, told: "told" };
    const parts = { problems: [], site: "site", entries: [] };
    writeSeal(options, sources, { ...sealing, parts, looks });
    expect(told()).toBeUndefined();
    writeSeal(options, sources, {
      ...sealing,
      parts,
      looks: new Map([["index.html", lookAt(join(root, "_site"), "index.html")]]),
    });
    expect(told()).toBe("told");
  });

  it("holds only for the same options, and only within its period", () => {
    seal();
    expect(told({ asked: "v2" })).toBeUndefined();
    expect(told({ now: new Date(NOW.getTime() - 1) })).toBeUndefined();
    expect(told({ now: new Date(NOW.getTime() + 999) })).toBe("told");
    expect(told({ now: new Date(NOW.getTime() + 1000) })).toBeUndefined();
  });

  it("breaks when the target of a `package.json` link changes", () => {
    mkdirSync(join(root, "elsewhere"));
    writeFileSync(join(root, "elsewhere/package.json"), "{}");
    symlinkSync("elsewhere/package.json", join(root, "package.json"));
    seal();
    expect(told()).toBe("told");
    writeFileSync(join(root, "elsewhere/package.json"), '{ "version": "1.0.0" }');
    expect(told()).toBeUndefined();
  });

  it("is not written when a file that the configuration imports was saved during the build", () => {
    writeFileSync(join(root, ".own.ts"), "x");
    const written = lstatSync(join(root, ".own.ts")).ctimeMs;
    seal(written + 30);
    expect(told()).toBe("told");
    rmSync(join(root, ".cache"), { recursive: true });
    seal(written + 10);
    expect(told()).toBeUndefined();
  });

  it("is not written when a source was saved so late that it may have changed unnoticed", () => {
    seal(lookAtSources(root).latest + 10);
    expect(told()).toBeUndefined();
  });
});
