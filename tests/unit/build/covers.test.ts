import { expect, it } from "vitest";
import { findCovers } from "../../../src/build/covers.ts";
import type { MarkdownSite } from "../../../src/markdown/types.ts";
import { postOf } from "../feeds/samples.ts";

const HERE: MarkdownSite["picture"] = () => ({ found: true, url: "/img/p.png", width: 4, height: 3 });
const NOWHERE: MarkdownSite["picture"] = () => ({ found: false, problem: { kind: "missing" } });

const cover = (
  src: string,
  remote: boolean,
  picture: MarkdownSite["picture"],
): ReturnType<typeof findCovers> => findCovers([postOf({ image: { src, alt: "Pont", remote } })], picture);

it("shows a picture of the site at its own address and size", () => {
  const { found, problems } = cover("p.png", false, HERE);
  expect([...found.values()]).toEqual([
    { kind: "shown", src: "/img/p.png", alt: "Pont", width: 4, height: 3 },
  ]);
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
