import { expect, it, vi } from "vitest";
import { describeMachineError } from "../../../src/cli/errors.ts";
import { loadOwnerConfig } from "../../../src/eleventy/owner-config.ts";
import { siteRoot } from "../content/site-root.ts";

vi.mock("esbuild", () => ({
  build: () => {
    throw new Error('The package "@esbuild/linux-x64" could not be found');
  },
}));

it("a machine without its own program of esbuild is told what to install, and the configuration is not blamed", async () => {
  const root = siteRoot({ ".eleventy.ts": "export default function () {}\n" });
  const error: unknown = await loadOwnerConfig(root).catch((thrown: unknown) => thrown);
  expect(describeMachineError(error, "en")).toMatch(
    /esbuild, which .* is not installed.* npm install esbuild/,
  );
  expect(describeMachineError(error, "fr")).toMatch(
    /esbuild, qui .* n’est pas installé.* npm install esbuild/,
  );
});
