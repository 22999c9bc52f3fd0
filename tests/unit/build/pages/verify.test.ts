// Which pages of a site are verified again; for the others, earlier results are kept.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { byPage } from "../../../../src/build/pages/findings.ts";
import { writeManifest } from "../../../../src/build/output/manifest.ts";
import { stayingPages, type Looked } from "../../../../src/build/pages/staying-pages.ts";
import { verifySite } from "../../../../src/build/pages/verify.ts";
import { problem, type Problem } from "../../../../src/problems.ts";
import { post } from "../../content/site-root.ts";
import { planned } from "../../pages/planned.ts";
import { writeFiles } from "../../../support/files.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

const PAGE = "blog/2026/01/05/a/index.html";
const INDEX = "pagefind/fr-1/fragment/fr_1234567.pf_fragment";

interface Before {
  /** Files of the old site that are gone, and new files. */
  gone?: readonly string[];
  come?: readonly string[];
  /** What was found in the page. */
  problems?: readonly Problem[];
}

/** What is known of a page that stays, whose HTML would give other results than the remembered ones. */
async function lookAfter({ gone = [], come = [], problems = [] }: Before): Promise<Looked> {
  const plan = await planned({ "content/posts/2026-01-05-a.md": post("title: A") });
  const output = scratchFolder();
  const files = plan.pages.map((page) => page.output);
  const html = '<!doctype html><html lang="fr"><title>A</title><h1>A</h1></html>';
  writeFiles(output, Object.fromEntries(files.map((file) => [file, html])));
  writeManifest(output, [...files, ...gone]);
  const { looked } = verifySite(join(output, "none"), {
    ...{ plan, told: [], shownAs: "_site", staged: come, kept: new Set(files), output },
    before: { found: byPage(problems), anchors: { [PAGE]: ["remembered"] }, isWhole: true },
  });
  return looked;
}

/** True if a page that stays is verified again when these files of the old site are gone. */
async function looksAgain(gone: readonly string[]): Promise<boolean> {
  const { anchors } = await lookAfter({ gone });
  return anchors[PAGE] === undefined;
}

/** The problems reported for the page that stays, in which `said` was found before. */
async function saidAfter(said: Problem, come: readonly string[] = []): Promise<string[]> {
  const { found } = await lookAfter({ come, problems: [said] });
  return (found.get(PAGE)?.problems ?? []).map(({ key }) => key);
}

describe("a page that stays", () => {
  it("is not verified again when all that it may link to is there", async () => {
    expect(await looksAgain([])).toBe(false);
  });

  it("is verified again when a file that it may link to is gone", async () => {
    expect(await looksAgain(["photo.jpg"])).toBe(true);
    expect(await looksAgain(["pagefind/pagefind.js"])).toBe(true);
  });

  it("is not verified again when only parts of a search index are gone", async () => {
    expect(await looksAgain([INDEX])).toBe(false);
  });

  it("stays when the files of an index to be made again are not known yet", async () => {
    const plan = await planned({ "content/posts/2026-01-05-a.md": post("title: A") });
    const output = scratchFolder();
    const files = plan.pages.map((page) => page.output);
    writeManifest(output, [...files, "pagefind/pagefind.js"]);
    const before = { found: byPage([]), anchors: {}, isWhole: true };
    const stays = (coming: readonly string[]): boolean =>
      stayingPages({ plan, files, coming, kept: new Set(files), output, before }).stays(PAGE);
    expect(stays(["pagefind/"])).toBe(true);
    expect(stays(["pagefind/fr-1/"])).toBe(false);
  });

  it("keeps its problems until a file or an anchor may have fixed them", async () => {
    const at = { file: PAGE, line: 1, column: 1 };
    const dead = problem("html-link", at, { href: "/photo.jpg" });
    const lost = problem("html-anchor", at, { href: "/#a", id: "a" });
    const bare = problem("html-alt", at, { src: "/a.png" });
    expect(await saidAfter(dead)).toEqual(["html-link"]);
    expect(await saidAfter(dead, ["photo.jpg"])).toEqual([]);
    expect(await saidAfter(dead, [INDEX, "autre.jpg"])).toEqual(["html-link"]);
    expect(await saidAfter(lost)).toEqual([]);
    expect(await saidAfter(bare, ["photo.jpg"])).toEqual(["html-alt"]);
  });
});

describe("a site with hundreds of pages of Carnet's own", () => {
  const SOUND = '<!doctype html><html lang="fr"><title>A</title><h1>A</h1></html>';
  const FAULTY = SOUND.replace("</h1>", "</h1><h1>B</h1>");

  /** What is found when the tag pages at these positions are faulty. */
  async function foundIn(faulty: readonly number[], isOurs: () => boolean): Promise<string[]> {
    const day = (i: number): string => `2026-01-${String((i % 28) + 1).padStart(2, "0")}`;
    const posts = Array.from({ length: 240 }, (_, i) => [
      `content/posts/${day(i)}-p${String(i)}.md`,
      post(`title: A${String(i)}\ntags: [t${String(i)}]`),
    ]);
    const plan = await planned(Object.fromEntries(posts) as Record<string, string>);
    const folder = scratchFolder();
    const bad = new Set(
      plan.pages
        .filter(({ kind }) => kind === "tag")
        .filter((_, i) => faulty.includes(i))
        .map(({ output }) => output),
    );
    const files = plan.pages.filter(({ layout }) => layout !== null).map(({ output }) => output);
    writeFiles(folder, Object.fromEntries(files.map((file) => [file, bad.has(file) ? FAULTY : SOUND])));
    const pages = { ...plan, pages: plan.pages.filter(({ layout }) => layout !== null) };
    const { problems } = verifySite(folder, {
      ...{ plan: pages, told: [], shownAs: "_site", staged: files, output: join(folder, "none"), isOurs },
    });
    return problems.map(({ key, params }) => [key, Number(params["others"] ?? 0)].join(" "));
  }

  it("has some lists verified, and all of them once one has a fault that no source explains", async () => {
    const none = (): boolean => false;
    const all = (): boolean => true;
    const lists = Array.from({ length: 240 }, (_, i) => i);
    expect(await foundIn([3], none)).toEqual(["html-heading 0"]);
    const missed = (await Promise.all(lists.slice(0, 8).map(async (i) => foundIn([i], all)))).flat();
    expect(missed.length).toBeLessThan(8);
    expect(await foundIn(lists, all)).toEqual([`html-heading ${String(lists.length - 1)}`]);
  });
});
