import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publish } from "../../../../src/build/output/publish.ts";
import { parent, output, put, failure, usesOutputFolder } from "./output-folder.ts";

usesOutputFolder();

describe("machine failures", () => {
  it("are reported when the output is a file", async () => {
    writeFileSync(output, "");
    const error = await failure(put({ "index.html": "" }));
    expect([error.kind, error.code, error.path]).toEqual(["other", "ENOTDIR", output]);
  });

  it("are reported when the output is a link that leads to itself", async () => {
    symlinkSync("elsewhere", output);
    symlinkSync("_site", join(parent, "elsewhere"));
    expect((await failure(put({ "index.html": "" }))).code).toBe("ELOOP");
  });

  it("are recognised however deep a library wrapped them", async () => {
    const full = Object.assign(new Error("no space"), { code: "ENOSPC", syscall: "write", path: "/x" });
    const wrapped = Object.assign(new Error("could not write"), {
      originalError: new Error("again", { cause: full }),
    });
    const error = await failure(
      publish({
        output,
        render: () => Promise.reject(wrapped),
      }),
    );
    expect([error.kind, error.path]).toEqual(["disk-full", "/x"]);
  });

  it("do not include a port in use", async () => {
    const port = Object.assign(new Error("in use"), { code: "EADDRINUSE", syscall: "listen" });
    await expect(
      publish({
        output,
        render: () => Promise.reject(port),
      }),
    ).rejects.toBe(port);
  });
});
