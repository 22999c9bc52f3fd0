import { expect, it } from "vitest";
import { publishedAddresses } from "../../../src/pages/published.ts";
import { post, type Files } from "../content/site-root.ts";
import { planned, settings } from "./planned.ts";

const nine = (): Files =>
  Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [
      `content/posts/2026-01-0${String(i + 1)}-b${String(i)}.md`,
      post(`title: B${String(i)}`, "tags: [Été]", ...(i === 0 ? ["redirect_from: /ancien/"] : [])),
    ]),
  );

it("lists pages, redirects and feeds, but no later page of a list, sitemap or robots.txt", async () => {
  const { pages } = await planned({ ...nine(), ...settings() });
  const urls = pages.map(({ url }) => url);
  expect(urls).toEqual(expect.arrayContaining(["/blog/page/2/", "/mots-cles/ete/page/2/", "/sitemap.xml"]));
  const kept = new Map(publishedAddresses(pages).map(({ url, ...one }) => [url, one]));
  for (const url of ["/blog/page/2/", "/mots-cles/ete/page/2/", "/sitemap.xml", "/robots.txt"])
    expect(kept.has(url), url).toBe(false);
  expect(kept.get("/blog/")).toEqual({ source: "blog", title: "Articles" });
  expect(kept.get("/mots-cles/ete/")).toEqual({ source: "tag", title: "Été" });
  expect(kept.get("/blog/2026/01/01/b0/")).toEqual({ source: "content/posts/2026-01-01-b0.md", title: "B0" });
  expect(kept.get("/ancien/")).toEqual({ source: "redirect", title: "/blog/2026/01/01/b0/" });
  expect(kept.get("/feed.xml")).toEqual({ source: "feed", title: "" });
});
