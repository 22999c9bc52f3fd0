import { expect, it } from "vitest";
import { checkReservedAddresses } from "../../../src/checks/reserved-addresses.ts";
import { show } from "../../../src/shown-problems.ts";
import { post, type Files } from "../content/site-root.ts";
import { planned, settings } from "../pages/planned.ts";

const SITE = settings("taxonomies: { promotion: { label: Promotion, terms: { cinq: Promotion 5 } } }");

async function check(files: Files): Promise<string[]> {
  const { content, pages } = await planned({ ...SITE, ...files });
  return show(checkReservedAddresses({ content, pages }), { lang: "fr" }).map(
    ({ file, line, code, hint, message }) => {
      expect(message).toContain("la page « Promotion 5 » de « Promotion »");
      return `${file}:${String(line)} ${code} ${hint}`;
    },
  );
}

it("reports a text at the address of a declared term that has no post yet", async () => {
  const file = "content/posts/2026-01-01-a.md";
  expect(await check({ [file]: post("title: A", "permalink: /promotion/cinq/") })).toEqual([
    `${file}:3 duplicate-url permalink: /autre-adresse/`,
  ]);
  expect(await check({ "content/pages/en/x.md": post("title: X", "permalink: /promotion/cinq/") })).toEqual([
    "content/pages/en/x.md:3 duplicate-url permalink: /autre-adresse/",
  ]);
});

it("suggests the address of the term for a page that differs from it only by case", async () => {
  expect(await check({ "content/pages/promotion/Cinq.md": post("title: La cinquième") })).toEqual([
    "content/pages/promotion/Cinq.md:2 duplicate-url permalink: /promotion/cinq/",
  ]);
});

it("does not report a page that introduces the term, nor any text once the term has a post", async () => {
  const page = { "content/pages/promotion/cinq.md": post("title: La cinquième") };
  expect(await check(page)).toEqual([]);
  const used = { "content/posts/2026-01-01-a.md": post("title: A", "promotion: cinq") };
  const other = { "content/posts/2026-01-02-b.md": post("title: B", "permalink: /promotion/cinq/") };
  expect(await check({ ...used, ...page })).toEqual([]);
  expect(await check({ ...used, ...other })).toEqual([]);
});
