import { expect, it } from "vitest";
import type { ShownCover } from "../../../src/pages/types.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { planned, settings } from "./planned.ts";

const view = (src: string): { src: string; sources: []; sizes: string } => ({ src, sources: [], sizes: "" });
const cover: ShownCover = {
  kind: "shown",
  alt: "Une photo",
  card: view("/pictures/a-704.png"),
  thumb: view("/pictures/a-352.png"),
  ...view("/pictures/a-864.png"),
};

async function listed(kept: boolean): Promise<string[]> {
  const files = { ...settings(), "content/posts/2026-03-02-a.md": "---\ntitle: Un titre\n---\nTexte\n" };
  const { pages } = await planned(files, {
    cover: () => cover,
    rendered: () => ({ ...renderedOf(), shown: ["/pictures/a-800.png"], cover: { kept } }),
  });
  const map = pages.find(({ kind }) => kind === "sitemap")?.text?.() ?? "";
  return Array.from(map.matchAll(/<image:loc>[^<]*\/([^<]+)</g), ([, name = ""]) => name);
}

it("lists the pictures of a text after its cover", async () => {
  expect(await listed(false)).toEqual(["a-864.png", "a-800.png"]);
});

it("leaves out a cover that the text shows itself, at another size", async () => {
  expect(await listed(true)).toEqual(["a-800.png"]);
});
