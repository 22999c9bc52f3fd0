import { expect, it } from "vitest";
import { findCovers, settleCovers, type Covers } from "../../../src/build/covers.ts";
import type { MarkdownSite } from "../../../src/markdown/types.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { postOf } from "../feeds/samples.ts";
import { knownPicture } from "../markdown/support.ts";

const PICTURE = knownPicture("/img/p.png", { format: "png", width: 2000, height: 1000 });
const HERE: MarkdownSite["picture"] = () => ({ found: true, picture: PICTURE });
const NOWHERE: MarkdownSite["picture"] = () => ({ found: false, problem: { kind: "missing" } });

const cover = (src: string, remote: boolean, picture: MarkdownSite["picture"], alt = "Pont"): Covers =>
  findCovers([postOf({ image: { src, alt, remote } })], picture, "/blog");

it("shows a picture of the site whole above the text, and cropped elsewhere", () => {
  const { found, pictures, problems } = cover("p.png", false, HERE);
  const name = "/pictures/p-0123456789ab";
  expect([...found.values()]).toMatchObject([
    {
      kind: "shown",
      alt: "Pont",
      src: `${name}-800-1.png`,
      width: 1728,
      height: 864,
      sources: [{ type: "image/avif" }, { type: "image/webp" }],
      card: { src: `${name}-704x440-1.png`, width: 1056, height: 660 },
      thumb: { src: `${name}-352x220-1.png`, width: 352, height: 220 },
      share: `${name}-1200x630-1.jpg`,
    },
  ]);
  expect(JSON.stringify([...found.values()])).toContain(
    `/blog${name}-480-1.avif 480w, /blog${name}-800-1.avif`,
  );
  expect([...pictures.values()]).toEqual([PICTURE]);
  expect(problems).toEqual([]);
});

it("describes a missing picture instead of showing it, and says so", () => {
  const { found, problems } = cover("p.png", false, NOWHERE);
  expect([...found.values()]).toEqual([{ kind: "missing", alt: "Pont" }]);
  expect(problems).toMatchObject([{ key: "missing-image" }]);
});

it("links to a picture of another host, which it never looks for", () => {
  const { found, problems } = cover("https://x.example/p.png", true, () => {
    throw new Error("looked for");
  });
  expect([...found.values()]).toEqual([{ kind: "remote", src: "https://x.example/p.png", alt: "Pont" }]);
  expect(problems).toMatchObject([{ key: "third-party-image" }]);
});

it("says where a photo of public/ tells where it was taken", () => {
  const { problems } = cover("p.png", false, () => ({ found: true, picture: PICTURE, holds: "location" }));
  expect(problems).toMatchObject([{ key: "picture-location", line: 1, column: 1 }]);
});

it("takes the description of the copy that its text gave up, and stays away where the text keeps it", () => {
  const file = postOf().file;
  const { found } = cover("p.png", false, HERE, "");
  const settle = (copy: { kept: boolean; alt?: string }): unknown =>
    settleCovers(found, new Map([[file, renderedOf({ cover: copy })]])).get(file);
  expect(settle({ kept: false, alt: "Le pont" })).toMatchObject({ alt: "Le pont" });
  expect(settle({ kept: false, alt: "Le pont" })).not.toHaveProperty("inText");
  expect(settle({ kept: true })).toMatchObject({ alt: "", inText: true });
});
