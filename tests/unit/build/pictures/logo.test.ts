import { expect, it } from "vitest";
import { findLogo } from "../../../../src/build/pictures/logo.ts";
import type { Content } from "../../../../src/content/types.ts";
import { createPictureIndex } from "../../../../src/images/facts.ts";
import { makeSite } from "../../../support/site.ts";
import { load, post } from "../../content/site-root.ts";

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"></svg>`;

async function logoOf(theme: string, files: Record<string, string>): Promise<ReturnType<typeof findLogo>> {
  const { content } = await load({
    "content/posts/2026-01-05-titre.md": post("title: A"),
    "content/site.yaml": `title: T\ntheme: ${theme}\n`,
  });
  const { root } = makeSite(files);
  const sources: Content["files"] = Object.keys(files).map((file) => ({
    file,
    path: `${root}/${file}`,
    size: 1,
    mtimeMs: 0,
    ctimeMs: 0,
  }));
  return findLogo(content, createPictureIndex(sources));
}

it("gives the logo's size, at the full height of the header", async () => {
  expect(await logoOf("{ logo: /img/logo.svg }", { "public/img/logo.svg": svg(300, 150) })).toEqual({
    logo: { src: "/img/logo.svg", alt: "", width: 88, height: 44 },
    problems: [],
  });
});

it("shows a wide logo lower, with the description that its owner gave", async () => {
  const { logo } = await logoOf("{ logo: /logo.svg, logoAlt: République }", {
    "public/logo.svg": svg(1000, 100),
  });
  expect(logo).toEqual({ src: "/logo.svg", alt: "République", width: 220, height: 22 });
});

it("shows a logo as high as its owner wants", async () => {
  const { logo } = await logoOf("{ logo: /logo.svg, logoHeight: 80 }", { "public/logo.svg": svg(120, 100) });
  expect(logo).toEqual({ src: "/logo.svg", alt: "", width: 96, height: 80 });
});

it("shows a logo lower than its owner wants if it would be wider than the header can hold", async () => {
  const { logo } = await logoOf("{ logo: /logo.svg, logoHeight: 80 }", { "public/logo.svg": svg(400, 100) });
  expect(logo).toEqual({ src: "/logo.svg", alt: "", width: 220, height: 55 });
});

it("reports a missing logo at its key, and shows none", async () => {
  const { logo, problems } = await logoOf("{ logo: /img/logo.svg }", {});
  expect(logo).toBeUndefined();
  expect(problems).toMatchObject([
    {
      key: "missing-image",
      file: "content/site.yaml",
      line: 2,
      column: 16,
      params: { src: "/img/logo.svg" },
    },
  ]);
});
