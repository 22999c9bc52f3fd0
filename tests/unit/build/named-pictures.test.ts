import { describe, expect, it } from "vitest";
import {
  findCovers,
  findLogo,
  findPortraits,
  settleCovers,
  undescribedCovers,
  type Covers,
} from "../../../src/build/pictures/named.ts";
import type { PictureIndex } from "../../../src/images/facts.ts";
import type { CoverCopy } from "../../../src/markdown/types.ts";
import { show } from "../../../src/shown-problems.ts";
import { load, post } from "../content/site-root.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { postOf } from "../feeds/samples.ts";
import { knownPicture } from "../markdown/support.ts";

type Index = Pick<PictureIndex, "picture">;

const PICTURE = knownPicture("/img/p.png", { format: "png", width: 2000, height: 1000 });
const HERE: Index = { picture: () => ({ found: true, picture: PICTURE }) };
const NOWHERE: Index = { picture: () => ({ found: false, problem: { kind: "missing" } }) };
const { file: FILE } = postOf();

describe("a cover", () => {
  const cover = (src: string, remote: boolean, index: Index, alt = "Pont"): Covers =>
    findCovers([postOf({ image: { src, alt, remote } })], index, "/blog");

  it("of the site is shown uncropped above the text, and cropped elsewhere", () => {
    const { found, pictures, problems } = cover("p.png", false, HERE);
    expect([...found.values()]).toMatchObject([
      {
        ...{ kind: "shown", alt: "Pont", width: 1728, height: 864 },
        sources: [{ type: "image/webp", srcset: expect.stringMatching(/^\/blog\/pictures\//) as string }],
        card: { width: 1056, height: 660 },
        thumb: { width: 352, height: 220 },
        share: "/pictures/p-0123456789ab-1200x630.jpg",
      },
    ]);
    expect([[...pictures.values()], problems]).toEqual([[PICTURE], []]);
  });

  it("that is missing is reported, and its description shown", () => {
    const { found, problems } = cover("p.png", false, NOWHERE);
    expect([...found.values()]).toEqual([{ kind: "missing", alt: "Pont" }]);
    expect(problems).toMatchObject([{ key: "missing-image" }]);
  });

  it("of another host is linked to, and this site's picture at the same path suggested", () => {
    const src = "https://x.example/p.png";
    const { found, problems } = cover(src, true, {
      picture: () => ({ found: false, problem: { kind: "remote", here: "/p.png" } }),
    });
    expect([...found.values()]).toEqual([{ kind: "remote", src, alt: "Pont" }]);
    expect(problems).toMatchObject([{ key: "third-party-image", fix: "/p.png" }]);
  });

  it("takes the description of the copy removed from the text, and is not shown twice when the text keeps it", () => {
    const { found } = cover("p.png", false, HERE, "");
    const given = new Map([...found].map(([key, one]) => [key, { ...one, credit: "© Jo" }]));
    const settle = (copy: CoverCopy): unknown =>
      settleCovers(given, new Map([[FILE, renderedOf({ cover: copy })]])).get(FILE);
    expect(settle({ kept: false, alt: "Le pont" })).toMatchObject({ alt: "Le pont" });
    expect(settle({ kept: false, alt: "Le pont" })).not.toHaveProperty("inText");
    expect(settle({ kept: true })).toMatchObject({ alt: "", inText: true, credit: "© Jo" });
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
    "is to be described only if nothing describes it: one %s",
    (_, undescribed, index, copy, count) => {
      const image = { src: "p.png", alt: "", remote: false, ...(undescribed && { undescribed }) };
      const posts = [postOf({ image })];
      const { found } = findCovers(posts, index, "");
      const texts = new Map([[FILE, renderedOf(copy && { cover: copy })]]);
      const told = show(undescribedCovers(posts, found, texts), { lang: "fr" });
      expect(told.map(({ code }) => code)).toEqual(Array(count).fill("missing-alt"));
    },
  );
});

describe("a photo", () => {
  it.each([
    ["has a portrait made of it", "/a.jpg", HERE, { src: "/pictures/p-0123456789ab-256x256.jpg" }],
    ["is left out if it has no file", "/a.jpg", NOWHERE, false],
    ["may be of another site on the host", "/annuaire/a.jpg", NOWHERE, undefined],
    ["may be on another host, and no layout of Carnet’s shows it", "//y.example/a.jpg", NOWHERE, undefined],
  ])("%s", async (_, photo, index, portrait) => {
    const { content } = await load({
      "content/posts/2026-01-05-titre.md": post("title: A"),
      "content/site.yaml": "title: T\nalsoServed: [/annuaire/]\n",
      "content/people.yaml": `une: { name: Équipe Une, photo: ${photo} }\n`,
    });
    const { of } = findPortraits(content, index, "");
    if (typeof portrait === "object") expect(of(photo)).toMatchObject(portrait);
    else expect(of(photo)).toBe(portrait);
  });
});

describe("a logo", () => {
  const logoOf = async (theme: string, index: Index): Promise<ReturnType<typeof findLogo>> => {
    const { content } = await load({
      "content/posts/2026-01-05-titre.md": post("title: A"),
      "content/site.yaml": `title: T\ntheme: { logo: /logo.svg${theme} }\n`,
    });
    return findLogo(content, index);
  };

  it.each([
    ["is as high as the header", "", 300, 150, { alt: "", width: 88, height: 44 }],
    [
      "is lower if it is wide",
      ", logoAlt: République",
      1000,
      100,
      { alt: "République", width: 220, height: 22 },
    ],
    ["is as high as its owner wants", ", logoHeight: 80", 120, 100, { alt: "", width: 96, height: 80 }],
    ["is never too wide for the header", ", logoHeight: 80", 400, 100, { alt: "", width: 220, height: 55 }],
  ])("%s", async (_, theme, width, height, shown) => {
    const picture = knownPicture("/logo.svg", { format: "svg", width, height });
    const { logo, problems } = await logoOf(theme, { picture: () => ({ found: true, picture }) });
    expect([logo, problems]).toEqual([{ src: "/logo.svg", ...shown }, []]);
  });

  it("that is missing is reported at its key, and not shown", async () => {
    const { logo, problems } = await logoOf("", NOWHERE);
    expect(logo).toBeUndefined();
    expect(problems).toMatchObject([
      { key: "missing-image", file: "content/site.yaml", line: 2, column: 16 },
    ]);
  });
});
