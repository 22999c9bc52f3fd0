import { describe, expect, it } from "vitest";
import { linkCheckInput } from "../../../src/checks/content-checks.ts";
import { checkLinks } from "../../../src/checks/links.ts";
import type { Reference } from "../../../src/markdown/types.ts";
import { publishedAddresses } from "../../../src/pages/published.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { post, type Files } from "../content/site-root.ts";
import { A, SITE, URL, plan } from "./vanished-site.ts";

describe("a link to a feed", () => {
  it("gets a problem of its own if this run has no `url`", async () => {
    const reference = (href: string): Reference => ({ kind: "link", href, text: "a", line: 5, column: 1 });
    const linked = async (site: string): Promise<string[]> => {
      const hrefs = [
        ...["/feed.xml", "/feed.json", "/flux/", "/auteurs/jo-bel/feed.xml", "/mots-cles/design/feed.json"],
        ...["/auteurs/jo-bel/feed.json", "/blog/feed.xml"],
      ];
      const { content, pages } = await plan({ ...A, "content/site.yaml": site });
      const text = { ...renderedOf(), references: hrefs.map(reference) };
      const rendered = new Map([["content/posts/2026-01-05-alpha.md", text]]);
      return checkLinks(linkCheckInput({ content, pages, rendered, copies: [] })).map(
        ({ key, params }) => `${key} ${String(params["href"])}`,
      );
    };
    expect(await linked("title: T\n")).toEqual([
      ...["/feed.xml", "/feed.json", "/flux/"].map((href) => `dead-link/feed ${href}`),
      ...["/auteurs/jo-bel/feed.xml", "/mots-cles/design/feed.json"].map((href) => `dead-link/feed ${href}`),
      ...["/auteurs/jo-bel/feed.json", "/blog/feed.xml"].map((href) => `dead-link/missing ${href}`),
    ]);
    expect((await linked(SITE)).map((one) => one.replace(/ .*/, ""))).toEqual([
      "dead-link/near",
      "dead-link/near",
    ]);
  });
});

describe("a link to an address that was published before", () => {
  const B = "content/posts/2026-01-06-beta.md";
  const to = (href: string): Reference => ({ kind: "link", href, text: "Alpha", line: 6, column: 1 });

  /** Problems of a link from another text, once Alpha's file has another name. */
  async function linked(href: string, renamed: Files): Promise<string[]> {
    const first = publishedAddresses((await plan({ ...A, [B]: post("title: Beta") })).pages);
    const book = first.map(({ url, source, title }) => [url, source, title].join("\t")).join("\n");
    const { content, pages } = await plan({
      ...renamed,
      [B]: post("title: Beta"),
      "content/addresses.txt": book,
    });
    const rendered = new Map([[B, renderedOf({ references: [to(href)] })]]);
    const found = checkLinks(linkCheckInput({ content, pages, rendered, copies: [] }));
    return found.map(({ file, key, params }) => `${file} ${key} ${String(params["suggestion"])}`);
  }

  const MOVED = "/blog/2026/02/09/nouveau-nom/";
  const renamed = { "content/posts/2026-02-09-nouveau-nom.md": post("title: Alpha") };

  it.each([
    [URL, MOVED],
    [`${URL.slice(0, -1)}#suite`, `${MOVED}#suite`],
    [`https://blog.example.org${URL}`, MOVED],
    ["../2026-01-05-alpha.md", MOVED],
  ])("gets the current address as its fix: %s", async (href, suggestion) => {
    expect(await linked(href, renamed)).toEqual([`${B} dead-link/moved ${suggestion}`]);
  });

  it.each([URL.slice(0, -1), "../2026-01-05-alpha.md"])(
    "is not reported as moved if its page has not moved: %s",
    async (href) => {
      expect(await linked(href, A)).toEqual([`${B} dead-link/near ${URL}`]);
    },
  );

  it("by file name gets the current address, also if the address book does not know it yet", async () => {
    const later = { "content/posts/2026-01-05-alpha.md": post("title: Alpha", "date: 2026-02-09") };
    const known = `/blog/2026/02/09/alpha/`;
    expect(await linked("../2026-01-05-alpha.md", later)).toEqual([`${B} dead-link/near ${known}`]);
    expect(await linked(URL, later)).toEqual([`${B} dead-link/moved ${known}`]);
  });

  it("by file name gets the target of the old address, whatever its new day, name and title", async () => {
    const rewritten = {
      "content/posts/2026-01-05-alphas.md": post("title: Autre chose"),
      "content/posts/2026-02-09-nouveau-nom.md": post("title: Un titre", `redirect_from: [${URL}]`),
    };
    expect(await linked("../2026-01-05-alpha.md", rewritten)).toEqual([`${B} dead-link/moved ${MOVED}`]);
  });

  it("to a tag that is now an alias gets the page of the tag with that alias", async () => {
    const merged = {
      "content/posts/2026-01-05-alpha.md": post("title: Alpha", "tags: [Design]"),
      "content/tags.yaml": "conception: { label: Conception, aliases: [Design] }\n",
    };
    expect(await linked("/mots-cles/design/", merged)).toEqual([
      `${B} dead-link/moved /mots-cles/conception/`,
    ]);
  });

  it("gets a similar address if the page is gone", async () => {
    const other = { "content/posts/2026-01-05-alphas.md": post("title: Autre chose") };
    expect(await linked(URL, other)).toEqual([`${B} dead-link/near /blog/2026/01/05/alphas/`]);
  });
});
