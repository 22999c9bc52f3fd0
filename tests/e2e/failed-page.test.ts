// A page that fails ends a build while threads are at work in the staging folder, which is then removed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { IndexesUnderWay } from "../../src/build/search/under-way.ts";
import { buildHere } from "../support/in-process.ts";
import { makeSite, post, SITE_YAML } from "../support/site.ts";

it("a build with a failing page stops the search indexes before it removes the staging folder", async () => {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-premier.md": post("Premier"),
    "layouts/post.njk": "{{ title | absent }}",
  });
  const stood: boolean[] = [];
  const halt: (this: IndexesUnderWay) => void = Reflect.get(IndexesUnderWay.prototype, "halt");
  vi.spyOn(IndexesUnderWay.prototype, "halt").mockImplementation(function (this: IndexesUnderWay) {
    stood.push(existsSync(join(site.root, "._site.carnet-new")));
    halt.call(this);
  });
  const { session, put } = await buildHere(site.root, { now: "2026-04-01T09:00:00Z", search: true });
  expect(put).toBeUndefined();
  expect(session.shown).toMatchObject([{ file: "layouts/post.njk", severity: "error" }]);
  expect(stood[0]).toBe(true);
});
