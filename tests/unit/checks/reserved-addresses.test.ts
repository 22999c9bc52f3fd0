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

it("tells of a text that the first post of a declared term would be refused for, before it is written", async () => {
  const file = "content/posts/2026-01-01-a.md";
  expect(await check({ [file]: post("title: A", "permalink: /promotion/cinq/") })).toEqual([
    `${file}:3 duplicate-url permalink: /autre-adresse/`,
  ]);
  expect(await check({ "content/pages/en/x.md": post("title: X", "permalink: /promotion/cinq/") })).toEqual([
    "content/pages/en/x.md:3 duplicate-url permalink: /autre-adresse/",
  ]);
});

it("gives a page that differs by case the address at which it introduces the term", async () => {
  expect(await check({ "content/pages/promotion/Cinq.md": post("title: La cinquième") })).toEqual([
    "content/pages/promotion/Cinq.md:2 duplicate-url permalink: /promotion/cinq/",
  ]);
});

it("is silent of a page that introduces the term, and where the list is there, which is looked at elsewhere", async () => {
  const page = { "content/pages/promotion/cinq.md": post("title: La cinquième") };
  expect(await check(page)).toEqual([]);
  const used = { "content/posts/2026-01-01-a.md": post("title: A", "promotion: cinq") };
  const other = { "content/posts/2026-01-02-b.md": post("title: B", "permalink: /promotion/cinq/") };
  expect(await check({ ...used, ...page })).toEqual([]);
  expect(await check({ ...used, ...other })).toEqual([]);
});
