import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { prepare, type Prepared } from "../../../../src/build/prepare.ts";
import { builtinLayouts } from "../../../../src/eleventy/builtin-layouts.ts";
import { holdsMetadata } from "../../../../src/images/metadata.ts";
import type { PersonView } from "../../../../src/pages/views.ts";
import { show, type ShownProblem } from "../../../../src/shown-problems.ts";
import { NOW, siteRoot, type Files } from "../../content/site-root.ts";
import { heic, photo, png, realJpeg, realPng } from "../../images/samples.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

let face: Buffer;
/** With the place where it was taken. */
let placed: Buffer;
/** A PNG whose header and end are valid, but whose pixels are missing. */
let hollow: Buffer;

beforeAll(async () => {
  face = await realJpeg({ width: 600, height: 400 });
  placed = await photo({ width: 600, height: 400 });
  const whole = await realPng();
  hollow = Buffer.concat([whole.subarray(0, whole.length / 2), whole.subarray(whole.length - 12)]);
});

interface Built {
  prepared: Prepared;
  problems: ShownProblem[];
  decoded: string[];
  /** Files made under `/pictures/` that are of a portrait, and their folder. */
  made: string[];
  out: string;
  person: PersonView;
}

async function build(root: string): Promise<Built> {
  const decoded: string[] = [];
  const { prepared, problems } = await prepare({
    ...{ root, now: NOW, builtin: builtinLayouts() },
    onDecode: (file) => decoded.push(file),
  });
  if (!prepared) throw new Error(JSON.stringify(problems));
  const out = scratchFolder();
  await prepared.pictures.publish(out);
  const person = prepared.plan.pages.find(({ kind }) => kind === "person")?.data["person"] as PersonView;
  const made = readdirSync(join(out, "pictures")).filter((name) => name.startsWith("une-"));
  return { prepared, problems: show(problems, { lang: "fr" }), decoded, made: made.sort(), out, person };
}

/** A site where `une`, whose photo is at `address`, signs a post. */
const site = (address: string, files: Files, text = "Texte."): string =>
  siteRoot({
    "content/people.yaml": `une:\n  name: Équipe Une\n  photo: ${address}\n`,
    "content/posts/2026-01-05-essai.md": `---\ntitle: Essai\nauthor: Équipe Une\n---\n\n${text}\n`,
    ...files,
  });

const told = ({ problems }: Built): string[] =>
  problems.flatMap(({ file, line, code }) =>
    /image|picture|dead/.test(code) ? `${file}:${String(line)} ${code}` : [],
  );
const copied = ({ prepared }: Built): string[] => prepared.copies.map(({ to }) => to);

describe("a portrait", () => {
  it("is made in two sizes, at the addresses that the page names, and its photo stays published", async () => {
    const built = await build(site("/img/une.jpg", { "public/img/une.jpg": face }));
    const { portrait, photo: address } = built.person;
    expect(address).toBe("/img/une.jpg");
    expect(portrait).toMatchObject({ width: 256, height: 256, sizes: "5rem" });
    const named = `${portrait?.src ?? ""} ${(portrait?.sources ?? []).map(({ srcset }) => srcset).join(" ")}`;
    const names = Array.from(named.matchAll(/\/pictures\/(\S+)/g), ([, name = ""]) => name).sort();
    expect(built.made).toEqual(names);
    expect(names.map((name) => name.replace(/^une-[0-9a-f]+-/, ""))).toEqual([
      ...["160x160.avif", "160x160.webp", "256x256.avif", "256x256.jpg", "256x256.webp"],
    ]);
    expect(copied(built)).toContain("img/une.jpg");
    expect(told(built)).toEqual([]);
  });

  it("is decoded by the first build only", async () => {
    const root = site("/img/une.jpg", { "public/img/une.jpg": face });
    // Once to check that it is whole, and once to make its files.
    expect((await build(root)).decoded).toEqual(Array(2).fill("public/img/une.jpg"));
    expect((await build(root)).decoded).toEqual([]);
  });

  it("does not say where its photo was taken; that the file of public/ does is reported", async () => {
    const built = await build(site("/img/une.jpg", { "public/img/une.jpg": placed }));
    expect(built.made.length).toBeGreaterThan(2);
    for (const name of built.made)
      expect(holdsMetadata(readFileSync(join(built.out, "pictures", name))), name).toBe(false);
    expect(told(built)).toEqual(["content/people.yaml:3 picture-location"]);
    // Nothing is to be moved beside a post.
    expect(built.problems.map(({ hint }) => hint)).toContain(
      "Exportez-le de nouveau, sans les données de localisation.",
    );
  });

  it("is not made for someone whom no page presents, though their photo is checked", async () => {
    const autre = "autre:\n  name: Pôle Autre\n  photo: /img/vide.png\n";
    const people = `une:\n  name: Équipe Deux\n  photo: /img/une.jpg\n${autre}`;
    const built = await build(
      site("", {
        ...{ "content/people.yaml": people, "public/img/une.jpg": face, "public/img/vide.png": hollow },
      }),
    );
    expect(built.made).toEqual([]);
    expect(told(built)).toEqual(["content/people.yaml:6 broken-image"]);
  });

  it("is not made of a drawing, which is shown as it is", async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const built = await build(site("/img/une.svg", { "public/img/une.svg": drawing }));
    expect([built.person.photo, built.person.portrait, built.made]).toEqual(["/img/une.svg", undefined, []]);
    expect(built.decoded).toEqual([]);
    expect(told(built)).toEqual([]);
  });
});

describe("a photo that cannot be shown", () => {
  it.each([
    ["whose pixels are missing", "/img/une.png", () => hollow, "n’est pas une image lisible"],
    ["too large to be decoded", "/img/une.png", () => png(16_000, 16_000), "est trop grande"],
    [
      "in a format that browsers do not know",
      "/img/une.heic",
      () => heic(40, 30),
      "(HEIC, TIFF, Photoshop…)",
    ],
  ])(
    "is left out and reported at its line, and its file stays published: one %s",
    async (_case, address, bytes, words) => {
      const built = await build(site(address, { [`public${address}`]: bytes() }, `[Le fichier](${address})`));
      expect(built.person).not.toHaveProperty("photo");
      expect(built.person).not.toHaveProperty("portrait");
      expect(built.made).toEqual([]);
      // The link to the file leads somewhere.
      expect(told(built)).toEqual(["content/people.yaml:3 broken-image"]);
      expect(built.problems.find(({ code }) => code === "broken-image")?.message).toContain(words);
      expect(copied(built)).toContain(address.slice(1));
    },
  );

  it("is a document of which a page may be exported", async () => {
    const { problems } = await build(site("/img/une.pdf", { "public/img/une.pdf": "%PDF-1.4\n" }));
    expect(problems.find(({ code }) => code === "broken-image")).toMatchObject({
      message:
        "Le fichier `/img/une.pdf` est un document, et non une image : cette personne n’a pas de portrait.",
      hint: "Choisissez une photo, ou exportez cette page en JPEG, et écrivez `photo: /img/une.jpg`",
    });
  });

  it("is not published if a text shows it too", async () => {
    const text = "![La salle](/img/une.png)\n\n[Le fichier](/img/une.png)";
    const built = await build(site("/img/une.png", { "public/img/une.png": hollow }, text));
    expect(told(built).sort()).toEqual([
      "content/people.yaml:3 broken-image",
      "content/posts/2026-01-05-essai.md:6 broken-image",
      "content/posts/2026-01-05-essai.md:8 dead-link",
    ]);
    expect(copied(built)).not.toContain("img/une.png");
  });

  it.each([
    ["/img/absente.jpg", "missing-image"],
    ["/img/UNE.jpg", "missing-image"],
    ["img/une.jpg", "missing-image"],
    ["https://autre.example/une.jpg", "missing-image"],
  ])(
    "is reported once by the checks of links if its address is not one of this site: %s",
    async (address, code) => {
      const built = await build(site(address, { "public/img/une.jpg": face }));
      expect(told(built)).toEqual([`content/people.yaml:3 ${code}`]);
      expect(built.made).toEqual([]);
      expect(built.decoded).toEqual([]);
    },
  );
});
