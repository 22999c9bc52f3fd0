// Under `carnet dev`, after a save that changed only texts, nothing else is read or planned again: files and messages must be
// byte for byte those of a clean preview. Seeds are fixed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { takeLock } from "../../src/build/output/lock.ts";
import { writeManifest } from "../../src/build/output/manifest.ts";
import { places } from "../../src/build/output/places.ts";
import { OwnerCode } from "../../src/eleventy/owner-config.ts";
import { built, write } from "../support/built-site.ts";
import { memoryOf } from "../support/in-process.ts";
import { expectSameFiles, saved, scratchFolder, SEEDS, writeCold } from "../support/edit-sequences.ts";
import { FIRST_MOMENT, laterMoment } from "../support/random-clock.ts";
import { bareSite, createRandom, firstSite, type SiteFiles } from "../support/random-site.ts";

/** Number of saves in a sequence. */
const LENGTH = 12;

const scratch = scratchFolder("saves");

let saves = 0;
let short = 0;

describe("a preview after saves", () => {
  it.each(SEEDS)(
    "is the same as a clean preview (seed %i)",
    async (seed) => {
      const random = createRandom(seed);
      const warm = join(scratch, `warm-${String(seed)}`);
      const [memory, code] = [memoryOf(warm), new OwnerCode()];
      let files: SiteFiles = new Map();
      let next = await (seed % 2 === 0 ? bareSite() : firstSite());
      let last: unknown;
      let now = FIRST_MOMENT;
      const done: string[] = [];
      for (let turn = 0; turn <= LENGTH; turn++) {
        const changed = write(warm, next, files);
        files = next;
        const cold = join(scratch, `cold-${String(seed)}-${String(turn)}`);
        writeCold(cold, files, turn > 0 ? warm : undefined);
        const clean = await built(cold, { now, preview: true });
        const after = await built(warm, { now, memory, code, changed, preview: true });
        const where = `seed ${String(seed)}: ${done.join(", ")}`;
        expect(after.told, where).toBe(clean.told);
        expectSameFiles(after.files, clean.files, where);
        if (after.prepared === last) short++;
        saves++;
        last = after.prepared;
        rmSync(cold, { recursive: true, force: true });
        const [name, edited] = await saved(files, random, turn);
        next = edited;
        now = laterMoment(random, now);
        done.push(`${name} (${now})`);
      }
    },
    // A sequence that ran on during the next would break both, since a process has one working directory.
    600_000,
  );

  it("reuses the prepared site in at least a quarter of the cases", () => {
    expect(short).toBeGreaterThanOrEqual(saves / 4);
  });
});

describe("a saved text", () => {
  const POST = "content/posts/2026-01-03-p3.md";
  const OTHER = "content/posts/2026-01-04-p4.md";
  const inText =
    (file: string, change: (text: string) => string) =>
    (files: SiteFiles): void => {
      files.set(file, change(String(files.get(file))));
    };
  const COUNTED = "1) Un.\n\n1) ```js\n   const un = 1;\n   ```\n";

  it.each<[string, (files: SiteFiles) => void, (files: SiteFiles) => void]>([
    [
      "has the colours of languages that only another text is seen to ask for",
      (files) => {
        inText(OTHER, (text) => `${text}\n\`\`\`js\nconst un = 1;\n\`\`\`\n`)(files);
        inText(POST, (text) => `${text}\n${COUNTED}`)(files);
      },
      inText(POST, (text) => `${text}\nEncore.\n`),
    ],
    [
      "colours code of other texts, in a language that it is the first to name",
      inText(OTHER, (text) => `${text}\n${COUNTED}`),
      inText(POST, (text) => `${text}\n\`\`\`js\nconst un = 1;\n\`\`\`\n`),
    ],
    [
      "publishes a picture that it links to by its address",
      (files) => {
        files.set("content/posts/2026-01-06-p6/vue.png", files.get("public/photo.png") ?? "");
      },
      inText(POST, (text) => `${text}\n[la vue](/media/2026-01-06-p6/vue.png)\n`),
    ],
    [
      "keeps its neighbours where a field has the name of one",
      (files) => {
        files.set(
          "content/site.yaml",
          `${String(files.get("content/site.yaml"))}\nfields:\n  previous: { type: text }\n  page: { type: text }\n`,
        );
        inText(POST, (text) => text.replace("---\n", "---\nprevious: Un\npage: Deux\n"))(files);
      },
      inText(POST, (text) => `${text}\nEncore.\n`),
    ],
  ])("%s", async (name, first, save) => {
    const files = await firstSite();
    first(files);
    const next = new Map(files);
    save(next);
    const [warm, cold] = [mkdtempSync(join(scratch, "warm-")), mkdtempSync(join(scratch, "cold-"))];
    const how = { memory: memoryOf(warm), code: new OwnerCode(), preview: true };
    write(warm, files, new Map());
    expect((await built(warm, how)).files, name).toBeDefined();
    const after = await built(warm, { ...how, changed: write(warm, next, files) });
    write(cold, next, new Map());
    const clean = await built(cold, { preview: true });
    expect(after.told).toBe(clean.told);
    expectSameFiles(after.files, clean.files, name);
  });
});

describe("a save", () => {
  const POST = "content/posts/2026-01-03-p3.md";
  const inPost =
    (change: (text: string) => string) =>
    (files: SiteFiles): void => {
      files.set(POST, change(String(files.get(POST))));
    };

  it.each<[string, boolean, (files: SiteFiles) => void]>([
    ["more words", true, inPost((text) => `${text}\nEncore.\n`)],
    ["another link", true, inPost((text) => `${text}\n[accueil](/)\n`)],
    ["a line above", true, inPost((text) => text.replace("Début", "Un.\n\nDébut"))],
    ["a blank in its front matter", false, inPost((text) => text.replace("title: ", "title:  "))],
    [
      "a line more in its front matter",
      false,
      inPost((text) => text.replace("---\n", "---\nupdated: 2026-02-01\n")),
    ],
    ["a picture more", false, inPost((text) => `${text}\n![Deux](/photo.png)\n`)],
    ["a player", false, inPost((text) => `${text}\nhttps://www.dailymotion.com/video/x8abcde\n`)],
    [
      "another language",
      false,
      inPost((text) =>
        text.replace(
          "Début",
          "The work of the team is to be seen by all that are with us in the end. ".repeat(3),
        ),
      ),
    ],
    ["code in a language that no text had", false, inPost((text) => `${text}\n\`\`\`js\n1;\n\`\`\`\n`)],
    ["a byte that is not UTF-8", false, (files) => files.set(POST, Buffer.from([0x2d, 0xff]))],
    ["a post less", false, (files) => files.delete(POST)],
    ["a page of its owner more", false, (files) => files.set("public/a.txt", "a")],
    ["a setting", false, (files) => files.set("content/tags.yaml", "design:\n  label: Dessin\n")],
  ])("of %s (reuses the prepared site: %s)", async (_, alone, change) => {
    const root = mkdtempSync(join(scratch, "one-"));
    const how = { memory: memoryOf(root), code: new OwnerCode(), preview: true };
    const files = await firstSite();
    write(root, files, new Map());
    const before = await built(root, how);
    const next = new Map(files);
    change(next);
    const after = await built(root, { ...how, changed: write(root, next, files) });
    expect(after.prepared !== undefined && after.prepared === before.prepared).toBe(alone);
  });

  it("remakes all pages if the preview was removed", async () => {
    const root = mkdtempSync(join(scratch, "two-"));
    const how = { memory: memoryOf(root), code: new OwnerCode(), preview: true };
    const files = await firstSite();
    write(root, files, new Map());
    await built(root, how);
    const text = `${String(files.get(POST))}\nEncore.\n`;
    write(root, new Map([...files, [POST, text]]), files);
    rmSync(join(root, "_site"), { recursive: true });
    const { files: there } = await built(root, { ...how, changed: [POST] });
    expect(there?.get("blog/2026/01/01/p1/index.html")).toBeDefined();
    expect(there?.get("blog/2026/01/03/p3/index.html")).toContain("Encore.");
  });

  it("keeps the colours of code nested in code, in a language of another text", async () => {
    const [warm, cold] = [mkdtempSync(join(scratch, "three-")), mkdtempSync(join(scratch, "four-"))];
    const how = { memory: memoryOf(warm), code: new OwnerCode(), preview: true };
    const files = await firstSite();
    const front = "\n````markdown\n---\ntitle: Un titre\n---\n````\n";
    files.set(POST, `${String(files.get(POST))}${front}`);
    files.set("content/pages/code.md", "---\ntitle: Code\n---\n\n```yaml\ntitle: Un titre\n```\n");
    write(warm, files, new Map());
    await built(warm, how);
    const next = new Map([...files, [POST, `${String(files.get(POST))}\nEncore.\n`]]);
    const after = await built(warm, { ...how, changed: write(warm, next, files) });
    write(cold, next, new Map());
    const page = "blog/2026/01/03/p3/index.html";
    expect(after.files?.get(page)).toContain('<span class="tok-tag">title</span>');
    expect(after.files?.get(page)).toBe((await built(cold, { preview: true })).files?.get(page));
  });

  it("remakes a page that another server replaced", async () => {
    const root = mkdtempSync(join(scratch, "five-"));
    const how = { memory: memoryOf(root), code: new OwnerCode(), preview: true };
    const files = await firstSite();
    write(root, files, new Map());
    await built(root, how);
    const other = await built(root, { preview: true, basePath: "/autre/" });
    expect(other.files?.get("404.html")).toContain('href="/autre/');
    const next = new Map([...files, [POST, `${String(files.get(POST))}\nEncore.\n`]]);
    const after = await built(root, { ...how, changed: write(root, next, files) });
    expect(after.files?.get("404.html")).not.toContain('href="/autre/');
  });

  it("remakes a page that another build changed while this one waited for it", async () => {
    const root = mkdtempSync(join(scratch, "six-"));
    const how = { memory: memoryOf(root), code: new OwnerCode(), preview: true };
    const files = await firstSite();
    write(root, files, new Map());
    const before = await built(root, how);
    const next = new Map([...files, [POST, `${String(files.get(POST))}\nEncore.\n`]]);
    const output = join(root, "_site");
    const release = await takeLock(places(output).lock);
    const waiting = built(root, { ...how, changed: write(root, next, files) });
    await setTimeout(1000);
    writeFileSync(join(output, "404.html"), "d’une autre construction");
    writeManifest(
      output,
      [...(before.files?.keys() ?? [])].filter((file) => file !== ".carnet"),
    );
    release();
    expect((await waiting).files?.get("404.html")).toBe(before.files?.get("404.html"));
  });
});
