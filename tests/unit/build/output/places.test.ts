import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { checkOutput } from "../../../../src/build/output/places.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

let parent = "";

beforeEach(() => {
  parent = scratchFolder({ "other/content/site.yaml": "title: x\n", file: "" });
  mkdirSync(join(parent, "site", "content"), { recursive: true });
  symlinkSync("site", join(parent, "link"));
});

it.each([
  ["/", "disk-root"],
  ["site", "site-root"],
  ["link", "site-root"],
  ["site/../site/", "site-root"],
  [".", "holds-site"],
  ["site/content", "in-sources"],
  ["link/content/posts/_site", "in-sources"],
  ["site/public", "in-sources"],
  ["site/_data", "in-sources"],
  ["site/.git/x", "in-sources"],
  ["site/.cache/x", "in-sources"],
  ["other", "other-site"],
  ["file", "not-a-folder"],
])("refuses %s as an output: %s", (output, reason) => {
  expect(checkOutput(output === "/" ? "/" : join(parent, output), join(parent, "site"))).toBe(reason);
});

it.each(["site/_site", "site/contents", "site/..site", "elsewhere/deep/_site", "site2"])(
  "accepts %s as an output",
  (output) => {
    expect(checkOutput(join(parent, output), join(parent, "site"))).toBeUndefined();
  },
);

it("accepts a published site that has a page at /content/site.yaml", () => {
  writeFileSync(join(parent, "other", ".carnet"), "content/site.yaml\n");
  expect(checkOutput(join(parent, "other"), join(parent, "site"))).toBeUndefined();
});
