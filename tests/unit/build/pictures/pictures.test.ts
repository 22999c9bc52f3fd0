import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { forgetUnused, MOST_UNUSED } from "../../../../src/build/machine/unused.ts";
import { prepare, type Prepared, type PrepareOptions } from "../../../../src/build/prepare.ts";
import { builtinLayouts } from "../../../../src/eleventy/builtin-layouts.ts";
import { holdsMetadata } from "../../../../src/images/metadata.ts";
import type { Problem } from "../../../../src/problems.ts";
import { NOW, siteRoot, type Files } from "../../content/site-root.ts";
import { photo, png, realJpeg, realPng } from "../../images/samples.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

const POST = "content/posts/2026-01-05-essai/index.md";
const body = (text: string, lines = ""): string => `---\ntitle: Essai\n${lines}---\n\n${text}\n`;

let jpeg: Buffer;
let placed: Buffer;
/** A PNG whose header and end are valid, but whose pixels are missing. */
let hollow: Buffer;

beforeAll(async () => {
  jpeg = await realJpeg({ width: 60, height: 40 });
  placed = await photo();
  const whole = await realPng();
  hollow = Buffer.concat([whole.subarray(0, whole.length / 2), whole.subarray(whole.length - 12)]);
});

interface Built {
  prepared: Prepared;
  problems: Problem[];
  html: string;
  /** Sources whose pixels were read, in order. */
  decoded: string[];
  /** Files under `/pictures/`, and others that were made. */
  made: string[];
  out: string;
}

async function build(root: string, options: Partial<PrepareOptions> = {}): Promise<Built> {
  const decoded: string[] = [];
  const { prepared, problems } = await prepare({
    root,
    now: NOW,
    builtin: builtinLayouts(),
    onDecode: (file) => decoded.push(file),
    ...options,
  });
  if (!prepared) throw new Error(JSON.stringify(problems));
  const out = scratchFolder();
  await prepared.pictures.publish(out);
  const made = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((path) => /\.\w+$/.test(path));
  return { prepared, problems, html: prepared.rendered.get(POST)?.html ?? "", decoded, made, out };
}

const siteOf = (text: string, files: Files = {}, lines = ""): string =>
  siteRoot({ [POST]: body(text, lines), ...files });
/** Files of the site that are copied, without those of the theme. */
const copied = ({ prepared }: Built): string[] =>
  prepared.copies.map(({ to }) => to).filter((to) => !to.startsWith("assets/"));
const keys = ({ problems }: Built): string[] => problems.map(({ key, line }) => `${String(line)} ${key}`);

describe("the pictures of a site", () => {
  it("are made once: a second build decodes none, and writes the same bytes", async () => {
    const root = siteOf("![Un](a.jpg)", { "content/posts/2026-01-05-essai/a.jpg": jpeg }, "image: a.jpg\n");
    const first = await build(root);
    const again = await build(root);
    // Once to check it, by whichever part of the site names it first, and once to make all its derivatives.
    expect(first.decoded).toEqual(Array(2).fill("content/posts/2026-01-05-essai/a.jpg"));
    expect(again.decoded).toEqual([]);
    expect(again.made).toEqual(first.made);
    expect(first.made.length).toBeGreaterThan(5);
    for (const path of first.made)
      expect(readFileSync(join(again.out, path)).equals(readFileSync(join(first.out, path)))).toBe(true);
  });

  it("of a post with sixty of them are decoded only by the first build, whatever their times after a checkout", async () => {
    const names = Array.from({ length: 60 }, (_, i) => `p${String(i)}.png`);
    const pixels = await Promise.all(names.map((_, i) => realPng({ width: 30 + i, height: 20 })));
    const folder = "content/posts/2026-01-05-essai";
    const root = siteOf(
      names.map((name) => `![Une vue](${name})`).join("\n\n"),
      Object.fromEntries(names.map((name, i) => [`${folder}/${name}`, pixels[i] ?? ""])),
    );
    const first = await build(root);
    expect(new Set(first.decoded).size).toBe(60);
    for (const name of names) utimesSync(join(root, folder, name), 1, 1);
    const again = await build(root);
    expect(again.decoded).toEqual([]);
    expect(again.made).toEqual(first.made);
  }, 60_000);

  it("exist at each address that the page names", async () => {
    const built = await build(siteOf("![Un](/img/a.jpg)", { "public/img/a.jpg": jpeg }));
    const named = [...built.html.matchAll(/\/(pictures\/[^\s",]+)/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(2);
    for (const path of named) expect(built.made).toContain(path);
  });

  it("are one file each as posters of films, unless the text shows the same picture", async () => {
    const film = '<video src="/f.mp4" poster="/img/a.jpg" muted></video>';
    const files = { "public/img/a.jpg": jpeg, "public/f.mp4": "" };
    const ofA = ({ made }: Built): string[] => made.filter((path) => /pictures\/.*-60\./.test(path));
    const built = await build(siteOf(film, files));
    const [, address] = /poster="\/([^"]+)"/.exec(built.html) ?? [];
    expect(ofA(built)).toEqual([address]);
    expect(ofA(await build(siteOf(`${film}\n\n![Un](/img/a.jpg)`, files)))).toHaveLength(3);
    const config = "title: T\nurl: https://x.org/blog/\n";
    const below = siteOf("![Un](/img/a.jpg)", { ...files, "content/site.yaml": config });
    expect(ofA(await build(below))).toHaveLength(3);
  });

  it("are made once for all posts that show the same one", async () => {
    const posts = Array.from({ length: 30 }, (_, i) => [
      `content/posts/2026-01-05-p${String(i)}.md`,
      body("Texte.", "image: /img/a.jpg\n"),
    ]);
    const { decoded } = await build(
      siteRoot({ ...(Object.fromEntries(posts) as Files), "public/img/a.jpg": jpeg }),
    );
    // Once to check that it is whole, and once to make all its derivatives.
    expect(decoded).toEqual(["public/img/a.jpg", "public/img/a.jpg"]);
  });

  it("are made again when a cached file is truncated, corrupted or not trusted", async () => {
    const root = siteOf("![Un](/img/a.jpg)", { "public/img/a.jpg": jpeg });
    const first = await build(root);
    const kept = join(root, ".cache/pictures");
    const [name = ""] = readdirSync(kept).filter((one) => one.endsWith(".avif"));
    const whole = readFileSync(join(kept, name));
    const flipped = Buffer.from(whole);
    flipped[60] = (flipped[60] ?? 0) ^ 1;
    for (const bytes of [Buffer.alloc(0), whole.subarray(0, 50), flipped]) {
      writeFileSync(join(kept, name), bytes);
      const built = await build(root);
      expect(built.decoded).toEqual(["public/img/a.jpg"]);
      expect(readFileSync(join(kept, name)).equals(whole)).toBe(true);
      // Its address does not say how it was made.
      const path = join("pictures", name.replace("1-", ""));
      expect(readFileSync(join(built.out, path))).toEqual(readFileSync(join(first.out, path)));
    }
    expect((await build(root, { cache: { trust: false, keep: true } })).decoded).toHaveLength(2);
  });

  it("leave the cache after a while without use, except those of the site and the results for broken ones", async () => {
    const files = { "public/img/a.jpg": jpeg, "public/img/b.png": hollow, "public/img/c.jpg": jpeg };
    const root = siteOf("![Un](/img/a.jpg)\n\n![Deux](/img/b.png)", files);
    await build(root);
    const folder = join(root, ".cache/pictures");
    const kept = readdirSync(folder);
    writeFileSync(join(folder, "z.webp"), "d’un texte qui n’est plus");
    for (let i = 1; i < MOST_UNUSED; i++) forgetUnused(folder, () => false);
    // A build that makes nothing new deletes nothing.
    await build(root);
    expect(readdirSync(folder)).toEqual([...kept, "unused", "z.webp"].sort());
    writeFileSync(join(root, POST), body("![Un](/img/a.jpg)\n\n![Deux](/img/b.png)\n\n![Trois](/img/c.jpg)"));
    await build(root);
    const now = readdirSync(folder);
    expect(now).toEqual(expect.arrayContaining(kept));
    expect(now).not.toContain("z.webp");
  });

  it("are not cached when nothing is to be kept", async () => {
    const root = siteOf("![Un](/img/a.jpg)", { "public/img/a.jpg": jpeg });
    const { made } = await build(root, { cache: { trust: true, keep: false } });
    expect(made.length).toBeGreaterThan(2);
    expect(existsSync(join(root, ".cache"))).toBe(false);
  });

  it("are made even if the cache cannot be written", async () => {
    const root = siteOf("![Un](/img/a.jpg)", { "public/img/a.jpg": jpeg, ".cache": "un fichier" });
    expect((await build(root)).made.length).toBeGreaterThan(2);
  });

  it("are no longer made once the build is aborted", async () => {
    const root = siteOf("![Un](/img/a.jpg)", { "public/img/a.jpg": jpeg });
    const { prepared } = await prepare({ root, now: NOW, builtin: builtinLayouts() });
    const out = join(root, "out");
    mkdirSync(out);
    await prepared?.pictures.publish(out, { signal: AbortSignal.abort() });
    expect(readdirSync(out)).toEqual([]);
  });
});

describe("a picture whose pixels are missing", () => {
  it("is replaced by its description in a text, reported at its line, and not published", async () => {
    const built = await build(siteOf("Début.\n\n![La salle](/img/a.png)", { "public/img/a.png": hollow }));
    expect(keys(built)).toContain("7 broken-image/unreadable");
    expect(built.html).toContain('<span class="missing-image">La salle</span>');
    expect(built.made.filter((name) => name.startsWith("pictures/a"))).toEqual([]);
    expect(copied(built)).not.toContain("img/a.png");
  });

  it("is replaced by its description as a cover, and not used as a share image", async () => {
    const lines = "image: /img/a.png\nimageAlt: La salle\n";
    const built = await build(siteOf("Texte.", { "public/img/a.png": hollow }, lines));
    expect(keys(built)).toContain("3 broken-image/unreadable");
    expect([...built.prepared.covers.values()]).toEqual([{ kind: "missing", alt: "La salle" }]);
    expect(JSON.stringify(built.prepared.plan.pages.map(({ data }) => data.shareImage))).not.toContain("/a-");
  });

  it("is replaced by its description in a text that also has it as its cover, whose next picture loads first", async () => {
    const lines = "image: /img/a.png\nimageAlt: La salle\n";
    const files = { "public/img/a.png": hollow, "public/img/b.jpg": jpeg };
    const { html } = await build(siteOf("![Vide](/img/a.png)\n\n![Deux](/img/b.jpg)", files, lines));
    expect(html).toContain('<span class="missing-image">Vide</span>');
    const alone = await build(siteOf("![Deux](/img/b.jpg)", files, lines));
    expect(alone.html).toContain("<picture>");
    expect(alone.html).not.toContain("lazy");
  });

  it("does not change how the text shows its cover", async () => {
    const files = { "public/img/a.png": hollow, "public/img/b.jpg": jpeg };
    const lines = "image: /img/b.jpg\nimageAlt: La salle\n";
    const { html } = await build(siteOf("![La salle](/img/b.jpg)\n\n![Vide](/img/a.png)", files, lines));
    expect(html.trim()).toBe('<p><span class="missing-image">Vide</span></p>');
  });

  it("is decoded once, and reported by each build", async () => {
    const root = siteOf("![La salle](/img/a.png)", { "public/img/a.png": hollow });
    expect((await build(root)).decoded).toEqual(["public/img/a.png"]);
    const again = await build(root);
    expect(again.decoded).toEqual([]);
    expect(keys(again)).toContain("5 broken-image/unreadable");
  });

  it("does not affect other texts", async () => {
    const other = "content/posts/2026-01-06-b.md";
    const files = {
      "public/img/a.png": hollow,
      "public/img/b.jpg": jpeg,
      [other]: body("![Deux](/img/b.jpg)"),
    };
    const { prepared } = await build(siteOf("![La salle](/img/a.png)", files));
    expect(prepared.rendered.get(other)?.html).toContain("<picture>");
  });
});

describe("pictures of 16,000 × 16,000 and empty ones", () => {
  it("are refused without being decoded", async () => {
    const built = await build(
      siteOf("![Un](/img/a.png)\n\n![Deux](/img/b.png)", {
        "public/img/a.png": png(16_000, 16_000),
        "public/img/b.png": "",
      }),
    );
    expect(keys(built)).toEqual(expect.arrayContaining(["5 broken-image/size", "7 broken-image/unreadable"]));
    expect(built.decoded).toEqual([]);
    expect(copied(built)).toEqual([]);
  });
});

describe("pictures beside a post", () => {
  const BESIDE = "content/posts/2026-01-05-essai/";
  const TO = "media/2026-01-05-essai/";

  it("are published only as derivatives, other files as they are", async () => {
    const built = await build(
      siteOf("![Un](a.jpg)", {
        [`${BESIDE}a.jpg`]: placed,
        [`${BESIDE}autre.jpg`]: placed,
        [`${BESIDE}rapport.pdf`]: "%PDF",
      }),
    );
    expect(copied(built)).toEqual([`${TO}rapport.pdf`]);
    expect(built.made.filter((path) => !/^pictures\/|icon/.test(path))).toEqual([]);
    expect(keys(built)).not.toContain("5 picture-location");
  });

  it("are published whole, without camera metadata, when a text links to them", async () => {
    const built = await build(siteOf("[En grand](a.jpg)", { [`${BESIDE}a.jpg`]: placed }));
    expect(built.made).toContain(`${TO}a.jpg`);
    expect(holdsMetadata(placed)).toBe(true);
    expect(holdsMetadata(readFileSync(join(built.out, `${TO}a.jpg`)))).toBe(false);
    expect(keys(built)).not.toContain("5 dead-link");
  });

  it("are reported at the link when they cannot be read, and not published", async () => {
    const [torn, scan] = [jpeg.subarray(0, 200), Buffer.from("II*\0")];
    const built = await build(
      siteOf("[Coupée](a.jpg) [Scan](b.tiff)", { [`${BESIDE}a.jpg`]: torn, [`${BESIDE}b.tiff`]: scan }),
    );
    expect(copied(built)).toEqual([]);
    expect(keys(built).filter((key) => key === "5 dead-link/unreadable")).toHaveLength(2);
  });

  it("are published as they are when they are drawings that a text shows", async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"></svg>';
    const built = await build(siteOf("![Plan](plan.svg)", { [`${BESIDE}plan.svg`]: drawing }));
    expect(copied(built)).toEqual([`${TO}plan.svg`]);
    expect(built.html).toContain(`<img src="/${TO}plan.svg"`);
  });

  it("of a draft are not published", async () => {
    const built = await build(siteOf("![Un](a.jpg)", { [`${BESIDE}a.jpg`]: jpeg }, "draft: true\n"));
    expect(built.made.filter((path) => path.startsWith("pictures/a"))).toEqual([]);
  });
});

describe("documents beside a post", () => {
  const DRAFT = "content/posts/2026-01-06-brouillon";
  const draft = "---\ntitle: Brouillon\ndraft: true\n---\n\n";
  const media = (built: Built): string[] => copied(built).filter((to) => to.startsWith("media/"));

  it("of a draft or a scheduled text are not published, in its folder and below", async () => {
    const files = {
      [`${DRAFT}/index.md`]: draft,
      [`${DRAFT}/rapport.pdf`]: "%PDF",
      [`${DRAFT}/annexes/a.csv`]: "x",
      "content/posts/2027-05-05-embargo.md": "---\ntitle: Embargo\n---\n",
      "content/posts/2027-05-05-embargo/chiffres.csv": "x",
      "content/posts/2026-01-05-essai/rapport.pdf": "%PDF",
      "content/posts/communs/charte.pdf": "%PDF",
    };
    const root = siteOf("Texte.", files);
    expect(media(await build(root))).toEqual([
      "media/2026-01-05-essai/rapport.pdf",
      "media/communs/charte.pdf",
    ]);
    expect(media(await build(root, { drafts: true, future: true }))).toHaveLength(5);
  });

  it("are not published when only a draft links to them, and are when a published text does too", async () => {
    const files = {
      [`${DRAFT}.md`]: `${draft}[a](a.pdf) et [b](b.pdf)`,
      "content/posts/a.pdf": "%PDF",
      "content/posts/b.pdf": "%PDF",
    };
    expect(media(await build(siteOf("[b](../b.pdf)", files)))).toEqual(["media/b.pdf"]);
  });

  it.each([
    ["YAML", "---\ntitle: Un : deux\n---\n\n"],
    ["layout", "---\ntitle: Un\nlayout: x\n---\n\n"],
  ])(
    "of a draft with an error in its %s are not published, be they in its folder or linked",
    async (_, head) => {
      const files = {
        "content/posts/_2026-01-06-un/index.md": `${head}[a](../fichiers/a%20b.pdf) et [c](../fichiers/c.pdf)`,
        "content/posts/_2026-01-06-un/plan.pdf": "%PDF",
        "content/posts/fichiers/a b.pdf": "%PDF",
        "content/posts/fichiers/c.pdf": "%PDF",
        "content/posts/fichiers/d.pdf": "%PDF",
      };
      expect(media(await build(siteOf("[c](../fichiers/c.pdf)", files)))).toEqual([
        "media/fichiers/c.pdf",
        "media/fichiers/d.pdf",
      ]);
    },
  );

  it("of a folder of drafts, or in the folder that a draft will have, are not published", async () => {
    const files = {
      "content/posts/_brouillons/2026-01-06-un.md": "---\ntitle: Un\n---\n",
      "content/posts/_brouillons/plan.pdf": "%PDF",
      "content/posts/_brouillons/annexes/a.csv": "x",
      "content/posts/_2026-01-07-deux.md": "---\ntitle: Deux\n---\n",
      "content/posts/2026-01-07-deux/rapport.pdf": "%PDF",
    };
    const root = siteOf("Texte.", files);
    expect(media(await build(root))).toEqual([]);
    expect(media(await build(root, { drafts: true }))).toHaveLength(3);
  });

  it("of a draft are published when a published text or a menu links to them", async () => {
    const files = {
      [`${DRAFT}/index.md`]: draft,
      [`${DRAFT}/a.pdf`]: "%PDF",
      [`${DRAFT}/b.pdf`]: "%PDF",
      [`${DRAFT}/c.pdf`]: "%PDF",
      "content/site.yaml": "title: Blog\nnav:\n  - { label: B, url: /media/2026-01-06-brouillon/b.pdf }\n",
    };
    const built = await build(siteOf("[a](../2026-01-06-brouillon/a.pdf)", files));
    expect(media(built)).toEqual(["media/2026-01-06-brouillon/a.pdf", "media/2026-01-06-brouillon/b.pdf"]);
    expect(keys(built).filter((key) => key.includes("link"))).toEqual([]);
  });

  it("are published when one language of a text is, even if the other is a draft", async () => {
    const built = await build(
      siteOf("Texte.", {
        "content/posts/2026-01-05-essai/index.en.md": draft,
        "content/posts/2026-01-05-essai/rapport.pdf": "%PDF",
      }),
    );
    expect(media(built)).toEqual(["media/2026-01-05-essai/rapport.pdf"]);
  });
});

describe("a file of public/ whose name has decomposed accents, as some systems write them", () => {
  it("is published under the composed name that keyboards type, and found by either", async () => {
    const [path, drawing] = ["docs/résumé.pdf", "img/été.svg"];
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"></svg>';
    const text = `[a](/${path}) [b](/${path.normalize("NFD")}) ![c](/${drawing}) ![d](/${drawing.normalize("NFD")})`;
    const built = await build(
      siteOf(text, {
        [`public/${path}`.normalize("NFD")]: "%PDF",
        [`public/${drawing}`.normalize("NFD")]: svg,
      }),
    );
    expect(copied(built)).toEqual([path, drawing]);
    expect([...built.html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual(
      [path, path, drawing, drawing].map((one) => encodeURI(`/${one}`)),
    );
    expect(keys(built).filter((key) => /link|image/.test(key))).toEqual([]);
  });
});

describe("a photo of public/", () => {
  it("is copied as it is, with a warning if it contains a location", async () => {
    const built = await build(siteOf("![Un](/img/a.jpg)", { "public/img/a.jpg": placed }));
    expect(copied(built)).toEqual(["img/a.jpg"]);
    expect(keys(built)).toContain("5 picture-location");
  });
});

describe("a social card", () => {
  it("is drawn for a post without a picture, and for the site", async () => {
    const built = await build(siteOf("Texte."));
    expect(built.made.filter((path) => path.startsWith("pictures/card-"))).toHaveLength(2);
    const images = new Set(built.prepared.plan.pages.flatMap(({ data }) => data.shareImage?.url ?? []));
    for (const url of images) expect(built.made).toContain(new URL(url).pathname.slice(1));
  });
});
