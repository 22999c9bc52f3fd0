import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findConflicts, outputFile, writeOutput, type OutputFile } from "../../../src/importers/write.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const file = (text: string): OutputFile => outputFile(() => Buffer.from(text));

it("leaves nothing of a failed import, which can be run again", async () => {
  const dest = scratchFolder();
  const failing: OutputFile = {
    digest: "",
    read: () => {
      throw new Error("ENOSPC");
    },
  };
  const output = new Map([["content/posts/a.md", file("a")]]);
  const torn = new Map([...output, ["content/pages/b.md", failing]]);
  await expect(writeOutput(dest, torn, () => undefined)).rejects.toThrow("ENOSPC");
  expect(readdirSync(dest)).toEqual([]);
  expect(findConflicts(dest, output)).toEqual({ edited: [], foreign: [] });
  await writeOutput(dest, output, () => undefined);
  await expect(writeOutput(dest, torn, () => undefined)).rejects.toThrow("ENOSPC");
  expect(existsSync(join(dest, "content/posts/a.md"))).toBe(true);
});

it("resumes an interrupted import, even if its source has changed", async () => {
  const dest = scratchFolder();
  const names = ["content/posts/a.md", "content/posts/b.md", "content/posts/c.md"] as const;
  const blog = (...texts: string[]): Map<string, OutputFile> =>
    new Map(texts.map((text, i) => [names[i] ?? "", file(text)]));
  // As if Ctrl+C were pressed during writing: nothing of the command continues.
  void writeOutput(dest, blog("a", "b", "c"), (done) =>
    done < 2 ? undefined : new Promise<void>(() => undefined),
  );
  await expect.poll(() => existsSync(join(dest, names[1]))).toBe(true);
  expect(existsSync(join(dest, names[2]))).toBe(false);
  const mended = blog("a, mended");
  expect(findConflicts(dest, mended)).toEqual({ edited: [], foreign: [] });
  const written = await writeOutput(dest, mended, () => undefined);
  expect(written).toEqual({ added: [], updated: [names[0]], removed: [names[1]], same: 0 });
  expect(readFileSync(join(dest, names[0]), "utf8")).toBe("a, mended");
  expect(findConflicts(dest, blog("a", "b"))).toEqual({ edited: [], foreign: [] });
});

it("does not overwrite a file of an interrupted import that was edited since", async () => {
  const dest = scratchFolder();
  const output = new Map([["content/posts/a.md", file("a")]]);
  void writeOutput(dest, output, () => new Promise<void>(() => undefined));
  await expect.poll(() => existsSync(join(dest, "content/posts/a.md"))).toBe(true);
  writeFileSync(join(dest, "content/posts/a.md"), "mine");
  expect(findConflicts(dest, output).foreign).toEqual(["content/posts/a.md"]);
});
