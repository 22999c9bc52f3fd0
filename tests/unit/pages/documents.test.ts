import { parseJsonFeed } from "feedsmith";
import { expect, it } from "vitest";
import type { Rendered } from "../../../src/markdown/types.ts";
import { post } from "../content/site-root.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { planned } from "./planned.ts";

const view = { src: "/pictures/pont.jpg", width: 8, height: 6, sources: [], sizes: "" };
const shown = { kind: "shown", ...view, card: view, thumb: view } as const;

/** The HTML in the JSON feed of a post with a cover of this site. */
async function carried(
  described: { alt: string; credit?: string },
  copy?: Rendered["cover"],
): Promise<unknown> {
  const { at } = await planned(
    {
      "content/posts/2026-01-01-a.md": post("title: A", "image: pont.png"),
      "content/site.yaml": "title: Carnet\nurl: https://blog.example.org/b/\n",
    },
    {
      cover: () => ({ ...shown, ...described }),
      rendered: () => renderedOf(copy && { cover: copy }),
    },
  );
  return parseJsonFeed(at("/feed.json").text?.() ?? "").items?.[0]?.content_html;
}

it("feeds give a deadline in words that do not change once it has passed", async () => {
  const carriedWith = async (...lines: string[]): Promise<unknown> => {
    const { at } = await planned({ "content/posts/2026-01-01-a.md": post("title: A", ...lines) });
    return parseJsonFeed(at("/feed.json").text?.() ?? "").items?.[0]?.content_html;
  };
  expect(await carriedWith("deadline: 2026-03-01")).toBe(
    "<p><strong>Jusqu’au 1er mars 2026</strong></p>\n<p>Texte</p>",
  );
  expect(await carriedWith("deadline: 2027-01-15 17:00")).toBe(
    "<p><strong>Jusqu’au 15 janvier 2027 à 17\u00a0h\u00a000</strong></p>\n<p>Texte</p>",
  );
});

it("feeds show the cover above the text, with its credit, as the page does", async () => {
  expect(await carried({ alt: "Le <pont>", credit: "© Jo & Li" })).toBe(
    '<figure><img src="https://blog.example.org/b/pictures/pont.jpg" alt="Le &lt;pont&gt;" width="8" height="6">' +
      "<figcaption>© Jo &amp; Li</figcaption></figure>\n<p>Texte</p>",
  );
});

it("feeds show the cover once if the first picture of the text repeats it", async () => {
  expect(await carried({ alt: "" }, { kept: false, alt: "Un pont" })).toContain('jpg" alt="Un pont"');
  expect(await carried({ alt: "" }, { kept: true })).toBe("<p>Texte</p>");
  expect(await carried({ alt: "", credit: "© Jo & Li" }, { kept: true })).toBe(
    "<p>© Jo &amp; Li</p>\n<p>Texte</p>",
  );
});
