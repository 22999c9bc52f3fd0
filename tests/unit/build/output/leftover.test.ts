import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { publish } from "../../../../src/build/output/publish.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";
import { writeFiles } from "../../../support/files.ts";

const refusal = vi.hoisted(() => ({ code: "" }));
vi.mock("../../../../src/build/output/retire.ts", async (original) => {
  const { retire } = await original<typeof import("../../../../src/build/output/retire.ts")>();
  return {
    retire: (...args: Parameters<typeof retire>) => {
      if (refusal.code !== "") throw Object.assign(new Error("refused"), { code: refusal.code });
      retire(...args);
    },
  };
});

it("a replaced site that cannot be removed is reported, and removed by a later build", async () => {
  const output = join(scratchFolder(), "_site");
  const put = (text: string): ReturnType<typeof publish> =>
    publish({
      output,
      render: (folder) => {
        writeFiles(folder, { "index.html": text });
        return Promise.resolve([]);
      },
    });
  await put("un");
  refusal.code = "EACCES";
  const { published, leftover = "" } = await put("deux");
  expect([published, existsSync(leftover)]).toEqual([true, true]);
  expect((await put("trois")).published).toBe(true);
  refusal.code = "";
  expect((await put("quatre")).leftover).toBeUndefined();
  expect(existsSync(leftover)).toBe(false);
});
