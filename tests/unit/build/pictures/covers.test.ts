import { expect, it } from "vitest";
import {
  findCovers,
  settleCovers,
  undescribedCovers,
  type Covers,
} from "../../../../src/build/pictures/covers.ts";
import type { CoverCopy, MarkdownSite } from "../../../../src/markdown/types.ts";
import { renderedOf } from "../../eleventy/samples.ts";
import { show } from "../../../../src/shown-problems.ts";
import { postOf } from "../../feeds/samples.ts";
import { knownPicture } from "../../markdown/support.ts";

const PICTURE = knownPicture("/img/p.png", { format: "png", width: 2000, height: 1000 });
const HERE: MarkdownSite["picture"] = () => ({ found: true, picture: PICTURE });
const NOWHERE: MarkdownSite["picture"] = () => ({ found: false, problem: { kind: "missing" } });

const cover = (src: string, remote: boolean, picture: MarkdownSite["picture"], alt = "Pont"): Covers =>
  findCovers([postOf({ image: { src, alt, remote } })], picture, "/blog");

it("shows a picture of the site uncropped above the text, and cropped elsewhere", () => {
  const { found, pictures, problems } = cover("p.png", false, HERE);
  const name = "/pictures/p-0123456789ab";
  expect([...found.values()]).toMatchObject([
    {
      kind: "shown",
      alt: "Pont",
      src: `${name}-768.png`,
      width: 1728,
      height: 864,
      sources: [{ type: "image/webp" }],
      card: { src: `${name}-704x440.png`, width: 1056, height: 660 },
      thumb: { src: `${name}-352x220.png`, width: 352, height: 220 },
      share: `${name}-1200x630.jpg`,
    },
  ]);
  expect(JSON.stringify([...found.values()])).toContain(`/blog${name}-672.webp 672w, /blog${name}-768.webp`);
  expect([...pictures.values()]).toEqual([PICTURE]);
  expect(problems).toEqual([]);
});

it("shows the description of a missing picture, and reports it", () => {
  const { found, problems } = cover("p.png", false, NOWHERE);
  expect([...found.values()]).toEqual([{ kind: "missing", alt: "Pont" }]);
  expect(problems).toMatchObject([{ key: "missing-image" }]);
});

it("links to a picture of another host, and suggests this site's picture at the same path", () => {
  const REMOTE: MarkdownSite["picture"] = () => ({
    found: false,
    problem: { kind: "remote", here: "/p.png" },
  });
  const { found, problems } = cover("https://x.example/p.png", true, REMOTE);
  expect([...found.values()]).toEqual([{ kind: "remote", src: "https://x.example/p.png", alt: "Pont" }]);
  expect(problems).toMatchObject([{ key: "third-party-image" }]);
});

it("takes the description of the copy removed from the text, and is not shown twice when the text keeps it", () => {
  const file = postOf().file;
  const { found } = cover("p.png", false, HERE, "");
  const settle = (copy: { kept: boolean; alt?: string }): unknown =>
    settleCovers(found, new Map([[file, renderedOf({ cover: copy })]])).get(file);
  expect(settle({ kept: false, alt: "Le pont" })).toMatchObject({ alt: "Le pont" });
  expect(settle({ kept: false, alt: "Le pont" })).not.toHaveProperty("inText");
  expect(settle({ kept: true })).toMatchObject({ alt: "", inText: true });
});

it("keeps its credit when the text shows it without one", () => {
  const { found } = cover("p.png", false, HERE, "");
  const file = postOf().file;
  const given = new Map([...found].map(([key, one]) => [key, { ...one, credit: "© Jo" }]));
  const settle = (copy: CoverCopy): unknown =>
    settleCovers(given, new Map([[file, renderedOf({ cover: copy })]])).get(file);
  expect(settle({ kept: true })).toMatchObject({ inText: true, credit: "© Jo" });
  expect(settle({ kept: true, credited: true })).not.toHaveProperty("credit");
});

it.each([
  ["shown without a description", true, HERE, undefined, 1],
  ["marked as decorative", undefined, HERE, undefined, 0],
  ["missing, which is already reported", true, NOWHERE, undefined, 0],
  ["described where the text repeats it", true, HERE, { kept: false, alt: "Le pont" }, 0],
  ["shown by the text, which describes it", true, HERE, { kept: true }, 0],
  ["repeated in the text without a description", true, HERE, { kept: false, alt: "" }, 1],
] as const)(
  "asks for the description of a cover only if it has none: one %s",
  (_title, undescribed, picture, copy, count) => {
    const image = { src: "p.png", alt: "", remote: false, ...(undescribed && { undescribed }) };
    const posts = [postOf({ image })];
    const { found } = findCovers(posts, picture, "");
    const texts = new Map([[posts[0]?.file ?? "", renderedOf(copy && { cover: copy })]]);
    const told = show(undescribedCovers(posts, found, texts), { lang: "fr" });
    expect(told.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      Array(count).fill("note missing-alt"),
    );
  },
);
