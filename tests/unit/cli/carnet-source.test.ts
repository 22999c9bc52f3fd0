import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { carnetPackage } from "../../../src/cli/carnet-source.ts";
import { makeSite } from "../../support/site.ts";

/** A folder where npm was told `asked`, and put version 1.2.3 of a package `name`. */
function installed(asked: string | undefined, name = "carnet"): { root: string; folder: string } {
  const site = makeSite({
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: "1.2.3" }),
  });
  if (asked !== undefined)
    site.write({ "package.json": JSON.stringify({ dependencies: { [name]: asked } }) });
  return { root: site.root, folder: join(site.root, "node_modules", name) };
}

describe("a new site finds Carnet where npm found the one that runs", () => {
  it.each([
    ["^1.0.0", "^1.2.3"],
    ["1.2.3", "^1.2.3"],
    ["latest", "^1.2.3"],
    ["npm:@programme/carnet@^1.0.0", "npm:@programme/carnet@^1.0.0"],
    [
      "git+https://forge.example.org/carnet.git#semver:^1.0.0",
      "git+https://forge.example.org/carnet.git#semver:^1.0.0",
    ],
    ["github:programme/carnet", "github:programme/carnet"],
    ["https://forge.example.org/carnet-1.2.3.tgz", "https://forge.example.org/carnet-1.2.3.tgz"],
  ])("%s becomes %s", (asked, spec) => {
    expect(carnetPackage(installed(asked).folder)).toEqual({
      name: "carnet",
      version: "1.2.3",
      source: { kind: "spec", spec },
    });
  });

  it("whatever the name that its owners have on the registry", () => {
    const { name, source } = carnetPackage(installed("^1.0.0", "@programme/carnet").folder);
    expect([name, source]).toEqual(["@programme/carnet", { kind: "spec", spec: "^1.2.3" }]);
  });

  it.each(["file:carnet-1.2.3.tgz", "carnet-1.2.3.tgz", "./carnet-1.2.3.tgz"])(
    "%s is a file beside",
    (asked) => {
      const { root, folder } = installed(asked);
      writeFileSync(join(root, "carnet-1.2.3.tgz"), "x");
      const path = join(root, "carnet-1.2.3.tgz");
      expect(carnetPackage(folder).source).toEqual({ kind: "tarball", path });
    },
  );

  it("an absolute address of a file, as npx writes it, is that file", () => {
    const { root } = installed(undefined);
    const path = join(root, "carnet-1.2.3.tgz");
    writeFileSync(path, "x");
    for (const asked of [`file:${path}`, `file://${path}`, path])
      expect(carnetPackage(installed(asked).folder).source).toEqual({ kind: "tarball", path });
  });

  it("a file that is no longer there leaves the folder where Carnet runs", () => {
    const { folder } = installed("file:gone.tgz");
    expect(carnetPackage(folder).source).toEqual({ kind: "folder", path: folder });
  });

  it("a clone, or what is installed for all users, is a folder", () => {
    const { folder } = installed(undefined);
    expect(carnetPackage(folder).source).toEqual({ kind: "folder", path: folder });
    const { root } = makeSite({ "carnet/package.json": '{ "name": "carnet", "version": "1.2.3" }' });
    mkdirSync(join(root, "node_modules"));
    expect(carnetPackage(join(root, "carnet")).source).toEqual({
      kind: "folder",
      path: join(root, "carnet"),
    });
  });
});
