import { readFileSync } from "node:fs";
import { join } from "node:path";
import { satisfies } from "semver";
import { expect, it } from "vitest";
import { NODE_NEEDED, nodeRefusal } from "../../../src/cli/old-node.ts";
import { ROOT } from "../../support/site.ts";

it("requires the version of Node that package.json asks for", () => {
  const { engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    engines: { node: string };
  };
  expect(engines.node).toBe(`>=${NODE_NEEDED}`);
});

// Debian 13 has Node 20.19.2: a package that wants a later one begins the first `npm ci` with a warning.
it("has packages that run on this version too", () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version?: string; engines?: { node?: string } }>;
  };
  const refused = Object.entries(packages).filter(
    ([, { engines }]) => !satisfies(`${NODE_NEEDED}.0`, engines?.node ?? "*"),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(300);
  expect(refused.map(([name]) => name)).toEqual([]);
});

it.each(["20.19.0", "20.20.2", "21.0.0", "22.11.0", "24.1.0", "100.0.0", "25.0.0-nightly2025"])(
  "accepts Node %s",
  (version) => {
    expect(nodeRefusal(version, {})).toBeUndefined();
  },
);

it.each(["20.18.3", "20.9.0", "19.99.0", "18.20.8", "16.20.2"])("refuses Node %s", (version) => {
  const french = nodeRefusal(version, { LANG: "fr_FR.UTF-8" });
  expect(french).toContain(`il faut Node.js ${NODE_NEEDED}`);
  expect(french).toContain(version);
  expect(french).toMatch(/^carnet : [^\n]+\n$/);
  expect(nodeRefusal(version, { LANG: "en_GB.UTF-8" })).toContain(`needs Node.js ${NODE_NEEDED}`);
});
