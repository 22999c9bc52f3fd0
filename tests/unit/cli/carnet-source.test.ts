import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { carnetPackage } from "../../../src/cli/carnet-source.ts";
import { makeSite } from "../../support/site.ts";

/** A folder in which npm was asked for `asked`, and installed version 1.2.3 of a package `name`. */
function installed(asked: string | undefined, name = "carnet"): { root: string; folder: string } {
  const site = makeSite({
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: "1.2.3" }),
  });
  if (asked !== undefined)
    site.write({ "package.json": JSON.stringify({ dependencies: { [name]: asked } }) });
  return { root: site.root, folder: join(site.root, "node_modules", name) };
}

describe("the source of Carnet for a new site", () => {
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

  it("keeps the name that the package has on the registry", () => {
    const { name, source } = carnetPackage(installed("^1.0.0", "@programme/carnet").folder);
    expect([name, source]).toEqual(["@programme/carnet", { kind: "spec", spec: "^1.2.3" }]);
  });

  it.each(["file:carnet-1.2.3.tgz", "carnet-1.2.3.tgz", "./carnet-1.2.3.tgz"])(
    "%s is a file in the site's folder",
    (asked) => {
      const { root, folder } = installed(asked);
      writeFileSync(join(root, "carnet-1.2.3.tgz"), "x");
      const path = join(root, "carnet-1.2.3.tgz");
      expect(carnetPackage(folder).source).toEqual({ kind: "tarball", path });
    },
  );

  it("is the file at an absolute path, as npx writes it", () => {
    const { root } = installed(undefined);
    const path = join(root, "carnet-1.2.3.tgz");
    writeFileSync(path, "x");
    for (const asked of [`file:${path}`, `file://${path}`, path])
      expect(carnetPackage(installed(asked).folder).source).toEqual({ kind: "tarball", path });
  });

  it("is the folder that Carnet runs from when the file no longer exists", () => {
    const { folder } = installed("file:gone.tgz");
    expect(carnetPackage(folder).source).toEqual({ kind: "folder", path: folder });
  });

  it("is a folder for a clone, or for an installation for all users", () => {
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
