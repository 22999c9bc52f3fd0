import { expect, test } from "vitest";
import { staleInstall } from "../../../src/build/stale-install.ts";
import { problem, type Problem } from "../../../src/problems.ts";
import { makeSite } from "../../support/site.ts";

const PLACE = { file: "content/site.yaml", line: 2, column: 1 };
const KEY = { key: "audience", suggestion: "", taken: false, allowed: [] };
const UNKNOWN = problem("unknown-key/settings", PLACE, KEY);

function told(
  wanted: object | undefined,
  installed: object | undefined,
  problems: Problem[] = [UNKNOWN],
): string[] {
  const listed = (one: object): string => JSON.stringify({ packages: { "node_modules/carnet": one } });
  const { root } = makeSite({
    ...(wanted && { "package-lock.json": listed(wanted) }),
    ...(installed && { "node_modules/.package-lock.json": listed(installed) }),
  });
  return staleInstall(root, problems).map(({ key, file }) => `${file} ${key}`);
}

const OLD = { version: "0.1.0", resolved: "file:vendor/carnet-0.1.0.tgz", integrity: "sha512-a" };

test.each([
  ["an older version", { ...OLD, version: "0.2.0" }],
  ["another commit of the same version", { ...OLD, resolved: "git+https://forge.example.org/carnet.git#b" }],
  ["another file of the same name", { ...OLD, integrity: "sha512-b" }],
])("%s than the site asks for is reported when a key is unknown", (_, wanted) => {
  expect(told(wanted, OLD)).toEqual(["package-lock.json stale-install"]);
});

test("nothing is reported when the versions match, npm left no list, or no key is unknown", () => {
  expect(told(OLD, { ...OLD, integrity: undefined })).toEqual([]);
  expect(told(OLD, undefined)).toEqual([]);
  expect(told(undefined, OLD)).toEqual([]);
  expect(told({ ...OLD, version: "0.2.0" }, OLD, [])).toEqual([]);
});
