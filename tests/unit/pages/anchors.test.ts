import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { AROUND, layoutIds } from "../../../src/pages/anchors.ts";
import type { PageKind } from "../../../src/pages/types.ts";
import { post } from "../content/site-root.ts";
import { planned } from "./planned.ts";

const KINDS: readonly PageKind[] = ["home", "tags", "tag", "year", "month", "audience"];

/** Ids computed in a layout, and those of the search page, whose ids are not listed. */
const OTHERS = /^(?:\{\{ month\.id \}\}|\{\{ letter\.id \}\}|page--feeds-\{\{ loop\.index \}\}|search--.*)$/;

it("lists every id of the built-in layouts", () => {
  const ids = readdirSync("layouts", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".njk"))
    .flatMap((file) => [...readFileSync(join("layouts", file), "utf8").matchAll(/\sid="([^"]*)"/g)])
    .map(([, id = ""]) => id);
  const known = new Set([...AROUND, ...KINDS.flatMap((kind) => [...(layoutIds({ kind }) ?? [])])]);
  expect(ids.filter((id) => !known.has(id) && !OTHERS.test(id))).toEqual([]);
});

it("lists for a year its months with posts, and no id for the list of posts", async () => {
  const { pages } = await planned({
    "content/posts/2026-01-05-a.md": post("title: A"),
    "content/posts/2026-02-05-b.md": post("title: B"),
  });
  const idsOf = (kind: PageKind): string[] | undefined => {
    const page = pages.find((one) => one.kind === kind);
    const ids = page && layoutIds(page);
    return ids && [...ids].sort();
  };
  expect(idsOf("year")).toEqual(["page--01", "page--02", "page--months", "page--years"]);
  expect(idsOf("feeds")).toEqual(["page--feeds-1"]);
  expect(idsOf("blog")).toEqual([]);
  expect(idsOf("sitemap")).toBeUndefined();
});
