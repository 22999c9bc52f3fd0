import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceFile } from "../../../src/files.ts";
import { jpeg, onItsSide, png } from "./samples.ts";
import { createPictureIndex, type PictureIndex } from "../../../src/images/facts.ts";

const FOLDER = "content/posts/2026-03-02-titre";
const POST = `${FOLDER}/index.md`;
let root: string;
let index: PictureIndex;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "pictures-"));
  const whole = png(40, 30);
  const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
  const beside: Record<string, Uint8Array | string> = {
    ...{
      "photo.png": whole,
      ["Été 1.PNG".normalize("NFD")]: whole,
      "100%.png": whole,
      "rapport.pdf": "%PDF",
    },
    ...{ "vide.png": "", "texte.jpg": "Ceci n’est pas une image.", "coupee.jpg": jpeg(1).subarray(0, 40) },
    ...{ "coupee.png": whole.subarray(0, whole.length - 12), "geante.png": png(16_000, 16_000) },
    ...{ "telephone.HEIC": heic, "telephone.jpg": heic, "tournee.jpg": jpeg(6) },
  };
  for (const format of ["webp", "png", "avif"] as const)
    beside[`tournee.${format}`] = await onItsSide(format);
  const files: typeof beside = {
    ...Object.fromEntries(Object.entries(beside).map(([name, bytes]) => [`${FOLDER}/${name}`, bytes])),
    "content/pages/salle.png": whole,
    "content/posts/2025-01-01-a/plan.png": whole,
    "content/posts/2025-02-01-b/plan.png": whole,
    "content/posts/2025-02-01-b/film.mp4": "",
    "public/img/Logo.png": whole,
    "public/img/dessin.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"></svg>',
    "public/img/sans-taille.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  };
  index = createPictureIndex(Object.entries(files).map(([file, bytes]) => write(file, bytes)));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe("the picture index", () => {
  it.each([
    ["photo.png", "/media/2026-03-02-titre/photo.png", "40x30"],
    ["./photo.png?x#y", "/media/2026-03-02-titre/photo.png", "40x30"],
    ["/media/2026-03-02-titre/photo.png", "/media/2026-03-02-titre/photo.png", "40x30"],
    ["../../../public/img/Logo.png", "/img/Logo.png", "40x30"],
    ["/img/dessin.svg", "/img/dessin.svg", "20x10"],
    ["/img/sans-taille.svg", "/img/sans-taille.svg", "undefinedxundefined"],
    ["tournee.jpg", "/media/2026-03-02-titre/tournee.jpg", "30x40"],
    ["tournee.webp", "/media/2026-03-02-titre/tournee.webp", "48x64"],
    ["tournee.png", "/media/2026-03-02-titre/tournee.png", "48x64"],
    ["tournee.avif", "/media/2026-03-02-titre/tournee.avif", "48x64"],
    ["100%25.png", "/media/2026-03-02-titre/100%25.png", "40x30"],
    ["100%.png", "/media/2026-03-02-titre/100%25.png", "40x30"],
  ])("finds %s", (src, address, size) => {
    const finding = index.picture(src, POST);
    if (!finding.found) throw new Error("not found");
    const { url, facts } = finding.picture;
    expect([url, `${String(facts.width)}x${String(facts.height)}`]).toEqual([address, size]);
  });

  it("finds an accented name in either Unicode form, with a space", () => {
    const url = encodeURI("/media/2026-03-02-titre/Été 1.PNG".normalize("NFD"));
    expect(index.picture("%C3%89t%C3%A9%201.PNG", POST)).toMatchObject({ found: true, picture: { url } });
    expect(index.picture("Été 1.PNG".normalize("NFD"), POST)).toMatchObject({
      found: true,
      picture: { url },
    });
  });

  it.each([
    ["Photo.PNG", "photo.png"],
    ["/img/logo.png", "/img/Logo.png"],
  ])("finds %s whatever its case, and gives the exact name", (src, actual) => {
    expect(index.picture(src, POST)).toMatchObject({ found: true, problem: { kind: "case", actual } });
  });

  it.each([
    ["img/logo.png", "/img/Logo.png"],
    ["salle.png", "../../pages/salle.png"],
    ["/img/photo.png", "photo.png"],
    // A picture converted to another format is still the same one.
    ["photo.jpg", "photo.png"],
    ["/img/dessin.png", "/img/dessin.svg"],
    // A slip of the keyboard; numbered pictures are not slips of each other.
    ["/img/Lgo.png", "/img/Logo.png"],
    ["/img/dessni.svg", "/img/dessin.svg"],
    ["/img/logo-2.png", undefined],
    ["/img/dossier.svg", undefined],
    // Several files have that name: suggesting one would be a guess.
    ["plan.png", undefined],
    ["rapport.png", undefined],
    ["../2025-02-01-b/film.jpg", undefined],
    ["rien.png#1", undefined],
    ["rien.png", undefined],
    ["../../../../../etc/passwd", undefined],
    ["file:///etc/passwd", undefined],
  ])("reports %s as missing, and suggests %s", (src, suggestion) => {
    expect(index.picture(src, POST)).toEqual({
      found: false,
      problem: { kind: "missing", ...(suggestion === undefined ? {} : { suggestion }) },
    });
  });

  it.each([
    ...["vide.png", "texte.jpg", "coupee.png", "coupee.jpg", "rapport.pdf", "geante.png"],
    // Formats that browsers do not show, whatever their name.
    ...["telephone.HEIC", "telephone.jpg"],
  ])("reports %s as broken", (src) => {
    const file = `content/posts/2026-03-02-titre/${src}`;
    expect(index.picture(src, POST)).toEqual({ found: false, problem: { kind: "broken", file } });
  });

  it("reports pictures that an earlier build found broken", () => {
    const found = index.known("public/img/Logo.png");
    const files = [write("public/img/Logo.png", readFileSync(join(root, "public/img/Logo.png")))];
    const without = createPictureIndex(files, new Set([found?.facts.hash ?? ""]));
    expect(without.picture("/img/Logo.png", POST)).toMatchObject({ problem: { kind: "broken" } });
    expect(without.known("public/img/Logo.png")).toBeUndefined();
  });

  it("finds the site's own picture at the same path as a remote one", () => {
    const of = (src: string): unknown => index.picture(src, POST).problem;
    expect(of("https://old.example.org/img/Logo.png?v=2")).toEqual({ kind: "remote", here: "/img/Logo.png" });
    expect(of("https://old.example.org/img/logo.png")).toEqual({ kind: "remote" });
    expect(of("https://old.example.org")).toEqual({ kind: "remote" });
  });

  it.each(["https://example.org/a.png", "//example.org/a.png"])("reports %s as remote", (src) => {
    expect(index.picture(src, POST)).toEqual({ found: false, problem: { kind: "remote" } });
  });
});

describe("files beside posts", () => {
  it("are published under /media/, those of pages under /media/pages/", () => {
    const paths = index.beside.map((one) => one.path);
    expect(paths).toContain("/media/2026-03-02-titre/rapport.pdf");
    expect(paths).toContain("/media/pages/salle.png");
    expect(paths.filter((path) => path.startsWith("/img/"))).toEqual([]);
  });

  it("are found by relative links only", () => {
    expect(index.file("rapport.pdf", POST)).toBe("/media/2026-03-02-titre/rapport.pdf");
    expect(index.file("absent.pdf", POST)).toBeUndefined();
    expect(index.file("/img/Logo.png", POST)).toBeUndefined();
  });
});

describe("the size of a file", () => {
  it("is found by its path on the site, however encoded", () => {
    const names = ["public/docs/\u00e9t\u00e9 1.pdf", "content/posts/2026-03-02-titre/e\u0301.csv"];
    const sized = createPictureIndex(names.map((file, i) => write(file, "x".repeat(3 + i))));
    expect(sized.size("/docs/%C3%A9t%C3%A9%201.pdf")).toBe(3);
    expect(sized.size("/docs/e\u0301te\u0301 1.pdf")).toBe(3);
    expect(sized.size("/media/2026-03-02-titre/%C3%A9.csv")).toBe(4);
  });

  it("is undefined for any other path", () => {
    const sized = createPictureIndex([write("public/a.pdf", "x")]);
    for (const path of ["/A.pdf", "/b.pdf", "a.pdf", "public/a.pdf"])
      expect(sized.size(path)).toBeUndefined();
  });
});

function write(file: string, bytes: Uint8Array | string): SourceFile {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return { file, path, size: bytes.length, mtimeMs: 0, ctimeMs: 0 };
}
