import { expect, it } from "vitest";
import { createFindNear } from "../../../src/checks/near.ts";

it("chooses among names that are as near by the rest of the address", () => {
  const urls = [3, 2, 1].map((n): [string, string] => {
    const url = `/blog/2026/10/0${String(n)}/semaine-${String(n)}/`;
    return [url, url];
  });
  const near = createFindNear(() => urls);
  expect(near("/blog/2026/10/01/semaine-un/")).toBe("/blog/2026/10/01/semaine-1/");
  expect(near("/blog/2026/10/02/semaine-un/")).toBe("/blog/2026/10/02/semaine-2/");
});
