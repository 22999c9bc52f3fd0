import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { AROUND, layoutIds } from "../../../src/pages/anchors.ts";
import type { PageKind } from "../../../src/pages/types.ts";
import { post } from "../content/site-root.ts";
import { planned } from "./planned.ts";

const KINDS: readonly PageKind[] = ["home", "year", "month", "audience"];

/** Ids that are numbered, or those of the page that searches, of which nothing is said. */
const OTHERS = /^(?:\{\{ month\.id \}\}|page--feeds-\{\{ loop\.index \}\}|search--.*)$/;

it("knows every id that a layout of Carnet's gives", () => {
  const ids = readdirSync("layouts", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".njk"))
    .flatMap((file) => [...readFileSync(join("layouts", file), "utf8").matchAll(/\sid="([^"]*)"/g)])
    .map(([, id = ""]) => id);
  const known = new Set([...AROUND, ...KINDS.flatMap((kind) => [...(layoutIds({ kind }) ?? [])])]);
  expect(ids.filter((id) => !known.has(id) && !OTHERS.test(id))).toEqual([]);
});

it("gives a year the ids of its months that have posts, and a list none of its own", async () => {
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
