// Portraits of people, as the command builds them: what readers load of a large photo, and what builds make again.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { realJpeg } from "../unit/images/samples.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

const TERM = "_site/promotion/quatre/index.html";
const PERSON = "_site/auteurs/une/index.html";

/** A photo of 1,600 × 1,200, whose pixels vary so that it is as heavy as a camera's. */
let large: Buffer;
let other: Buffer;

beforeAll(async () => {
  large = await realJpeg({ width: 1600, height: 1200 });
  other = await realJpeg({ width: 640, height: 800 });
});

const withPortrait = (): TestSite =>
  makeSite({
    "content/site.yaml": `${SITE_YAML}taxonomies: { promotion: { label: Promotion } }\n`,
    "content/people.yaml": "une: { name: Équipe Une, promotion: quatre, photo: /img/une.jpg }\n",
    "content/posts/2021-03-02-premier.md": post("Premier").replace(/^author:.*$/m, "author: Équipe Une"),
    "public/img/une.jpg": large,
  });

function build(site: TestSite, ...args: string[]): string {
  const { status, stdout, stderr } = site.carnet([
    "build",
    "--no-search",
    "--base-path",
    "/carnet/",
    ...args,
  ]);
  expect(status, stdout + stderr).toBe(0);
  return stdout + stderr;
}

/** Files that the portrait of a page offers, by type: the path in the site, the width that `srcset` gives. */
function offered(html: string): { path: string; width: number }[] {
  const picture = /<picture>(?:(?!<\/picture>).)*class="person-photo".*?<\/picture>/s.exec(html)?.[0] ?? "";
  const listed = Array.from(picture.matchAll(/\/carnet(\/pictures\/[^ "]+) (\d+)w/g));
  const [, src = ""] = /<img [^>]*src="\/carnet([^"]+)"/.exec(picture) ?? [];
  return [
    ...listed.map(([, path = "", width]) => ({ path, width: Number(width) })),
    { path: src, width: 256 },
  ];
}

it("a photo of 1,600 pixels is shown as a square of a few kilobytes; its own address still answers", async () => {
  const site = withPortrait();
  build(site);
  expect(large.length).toBeGreaterThan(100_000);
  for (const page of [TERM, PERSON]) {
    const html = site.read(page);
    expect(html).toMatch(/<img class="person-photo" [^>]*width="256" height="256"/);
    expect(html).not.toMatch(/<img [^>]*une\.jpg/);
    const files = offered(html);
    expect(files.map(({ width }) => width)).toEqual([160, 256, 160, 256, 256]);
    for (const { path, width } of files) {
      const file = join(site.root, "_site", path);
      expect(await sharp(file).metadata(), path).toMatchObject({ width, height: width });
      expect(statSync(file).size, path).toBeLessThan(large.length / 10);
    }
  }
  expect(readFileSync(join(site.root, "_site/img/une.jpg")).equals(large)).toBe(true);
  // Search engines want the largest picture there is, and no reader loads it.
  expect(site.read(PERSON)).toContain('"image":"https://blog.example.org/carnet/img/une.jpg"');
});

it("another photo at the same address changes the pages that show it, as a clean build would make them", () => {
  const site = withPortrait();
  build(site);
  const before = [TERM, PERSON].map((page) => site.read(page));
  const files = site.list("_site/pictures");
  site.write({ "public/img/une.jpg": other });
  build(site);
  [TERM, PERSON].forEach((page, i) => {
    expect(site.read(page), page).not.toBe(before[i]);
  });
  expect(site.list("_site/pictures").filter((file) => file.includes("une-") && files.includes(file))).toEqual(
    [],
  );
  build(site, "--no-cache", "--output", "_nouveau");
  expect(site.list("_site").map((file) => [file, site.read(`_site/${file}`)])).toEqual(
    site.list("_nouveau").map((file) => [file, site.read(`_nouveau/${file}`)]),
  );

  // Only the body of a text: the portrait is the one that the last build made.
  const text = "content/posts/2021-03-02-premier.md";
  site.write({ [text]: `${site.read(text)}\nEncore.\n` });
  build(site);
  expect(site.list("_site")).toEqual(site.list("_nouveau"));
  expect(site.read(PERSON)).toBe(site.read(PERSON.replace("_site", "_nouveau")));
});

it("a layout of the owner's that shows `photo` keeps working, and may show `portrait`", () => {
  const site = withPortrait();
  site.write({
    "layouts/person.njk":
      '{% extends "carnet/person.njk" %}{% block person_photo %}<img src="{{ person.photo | url }}" alt=""><img src="{{ person.portrait.src | url }}" alt="">{% endblock %}',
  });
  build(site);
  expect(site.read(PERSON)).toMatch(
    /<img src="\/carnet\/img\/une\.jpg" alt="">\s*<img src="\/carnet\/pictures\/une-[0-9a-f]+-256x256\.jpg" alt="">/,
  );
});
