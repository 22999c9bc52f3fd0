// A site that replaces another, on a disk that refuses a rename half-way, or a link.
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { publish, recover } from "../../../../src/build/output/publish.ts";
import { writeFiles } from "../../../support/files.ts";
import { output, parent, usesOutputFolder } from "./output-folder.ts";

/** Error codes of refused renames, by the names of the source and the target. */
const refused = vi.hoisted(() => new Map<string, string>());
const noLinks = vi.hoisted(() => ({ code: "" }));
/** The error code of a rename between two names of one file. */
const stale = vi.hoisted(() => ({ code: "" }));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const path = await import("node:path");
  return {
    ...fs,
    linkSync(from: string, to: string): void {
      const { code } = noLinks;
      if (code !== "") throw Object.assign(new Error(code), { code, syscall: "link", path: from });
      fs.linkSync(from, to);
    },
    renameSync(from: string, to: string): void {
      const isOne =
        stale.code !== "" && fs.statSync(from).ino === fs.statSync(to, { throwIfNoEntry: false })?.ino;
      const code = isOne ? stale.code : refused.get(`${path.basename(from)} ${path.basename(to)}`);
      if (code !== undefined) throw Object.assign(new Error(code), { code, syscall: "rename", path: from });
      fs.renameSync(from, to);
    },
  };
});

const [READY, OLD] = ["._site.carnet-ready", "._site.carnet-old"];
const AWAY = `_site ${OLD}`;
const IN_PLACE = `${READY} _site`;
const WITHIN = `${READY} .carnet-ready`;

/** Files of `kept` stay. */
async function put(text: string, kept: readonly string[] = []): Promise<unknown> {
  return publish({
    output,
    render: (folder) => {
      writeFiles(folder, { "index.html": text, [`${text}/index.html`]: text });
      return Promise.resolve(kept);
    },
  });
}

/** Expects the site with this text to be whole, with nothing beside it. */
function expectSite(text: string): void {
  expect(readdirSync(parent)).toEqual(["_site"]);
  expect(readdirSync(output).sort()).toEqual([".carnet", "index.html", text].sort());
  expect(readFileSync(join(output, "index.html"), "utf8")).toBe(text);
}

usesOutputFolder();
beforeEach(async () => {
  await put("old");
});
afterEach(() => {
  refused.clear();
  noLinks.code = "";
  stale.code = "";
});

it.each(["EBUSY", "EXDEV", "EACCES", "EPERM", "EINVAL"])(
  "a new site is moved in file by file when the old one's folder cannot be renamed at all (%s)",
  async (code) => {
    refused.set(AWAY, code);
    await put("new");
    expectSite("new");
    refused.set(WITHIN, code);
    await put("newer");
    expectSite("newer");
  },
);

it.each([
  ["the old one is moved away", [AWAY]],
  ["it is moved into place", [IN_PLACE]],
  ["it is moved in file by file", [AWAY, WITHIN]],
])(
  "a new site is discarded, with the error, when the disk fails as %s, and the old one stays",
  async (_, renames) => {
    for (const [i, rename] of renames.entries())
      refused.set(rename, i + 1 < renames.length ? "EXDEV" : "EIO");
    await expect(put("new")).rejects.toMatchObject({ code: "EIO" });
    refused.clear();
    expectSite("old");
    expect(await recover(output)).toBeUndefined();
  },
);

it("a new site is left for the next run when the disk fails while a swap that a kill interrupted is completed", async () => {
  writeFiles(join(parent, READY), { "index.html": "new", "new/index.html": "new" });
  writeFileSync(join(parent, READY, ".carnet"), "index.html\nnew/index.html\n");
  renameSync(output, join(parent, OLD));
  refused.set(IN_PLACE, "EIO");
  await expect(recover(output)).rejects.toMatchObject({ code: "EIO" });
  refused.clear();
  expect(await recover(output)).toBe("new");
  expectSite("new");
});

it("a new site that a kill left whole is discarded when a person's file is in its way", async () => {
  writeFiles(join(parent, READY), { "index.html": "new", notes: "new", ".carnet": "index.html\nnotes\n" });
  writeFiles(output, { "notes/mine.txt": "mine" });
  await expect(recover(output)).rejects.toMatchObject({ kind: "conflict" });
  expect(readdirSync(parent)).toEqual(["_site"]);
  expect(readFileSync(join(output, "index.html"), "utf8")).toBe("old");
  expect(readFileSync(join(output, "notes/mine.txt"), "utf8")).toBe("mine");
  expect(await recover(output)).toBeUndefined();
});

it.each(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV", "EMLINK"])(
  "files that stay are left in place when they cannot be linked (%s)",
  async (code) => {
    const before = statSync(join(output, "old/index.html"));
    noLinks.code = code;
    await put("new", ["old/index.html"]);
    expect(readdirSync(parent)).toEqual(["_site"]);
    expect(readdirSync(output).sort()).toEqual([".carnet", "index.html", "new", "old"]);
    expect(readFileSync(join(output, "index.html"), "utf8")).toBe("new");
    expect(statSync(join(output, "old/index.html")).ino).toBe(before.ino);
  },
);

it("replaces files whose links are one file to an overlay of two disks, and another to its kernel", async () => {
  refused.set(AWAY, "EXDEV");
  stale.code = "ESTALE";
  await put("new", ["old/index.html"]);
  expect(readdirSync(parent)).toEqual(["_site"]);
  expect(readdirSync(output).sort()).toEqual([".carnet", "index.html", "new", "old"]);
  expect(readFileSync(join(output, "old/index.html"), "utf8")).toBe("old");
  expect(statSync(join(output, "old/index.html")).nlink).toBe(1);
});

it("never takes a page away before its successor can take its place, on a network disk that lost its files", async () => {
  refused.set(AWAY, "EXDEV");
  for (const name of ["index.html index.html", ".carnet-part index.html"]) refused.set(name, "ESTALE");
  await expect(put("new")).rejects.toMatchObject({ code: "ESTALE" });
  expect(readFileSync(join(output, "index.html"), "utf8")).toBe("old");
});

it("a new site is discarded, with the error, when the disk fails as files that stay are linked", async () => {
  noLinks.code = "EIO";
  await expect(put("new", ["old/index.html"])).rejects.toMatchObject({ code: "EIO" });
  expectSite("old");
});
