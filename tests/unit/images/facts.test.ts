import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { createPictureIndex, type PictureIndex } from "../../../src/images/facts.ts";
import { writeFiles, type Files } from "../../support/files.ts";
import { photo, png, realJpeg } from "./samples.ts";

const root = mkdtempSync(join(tmpdir(), "pictures-"));
afterAll(() => {
  rmSync(root, { recursive: true });
});

function indexOf(files: Files, broken?: ReadonlySet<string>): PictureIndex {
  writeFiles(root, files);
  const sources = Object.entries(files).map(([file, { length: size }]) => ({
    file,
    path: join(root, file),
    size,
  }));
  return createPictureIndex(
    sources.map((source) => ({ ...source, mtimeMs: 0, ctimeMs: 0 })),
    broken,
  );
}

const FOLDER = "content/posts/2026-03-02-titre";
const POST = `${FOLDER}/index.md`;
const whole = png(40, 30);
const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
const beside: Files = {
  ...{ "photo.png": whole, ["Été 1.PNG".normalize("NFD")]: whole, "100%.png": whole, "rapport.pdf": "%PDF" },
  ...{
    "vide.png": "",
    "texte.jpg": "Ceci n’est pas une image.",
    "coupee.jpg": (await realJpeg()).subarray(0, -2),
  },
  ...{ "coupee.png": whole.subarray(0, whole.length - 12), "geante.png": png(16_000, 16_000) },
  // As many empty segments as fit: it is not read to its end.
  "segments.jpg": Buffer.concat([
    (await realJpeg()).subarray(0, 2),
    Buffer.alloc(400_000, "ffe00002", "hex"),
    (await realJpeg()).subarray(2),
  ]),
  ...{ "telephone.HEIC": heic, "telephone.jpg": heic, "tournee.jpg": await photo() },
};
const index = indexOf({
  ...Object.fromEntries(Object.entries(beside).map(([name, bytes]) => [`${FOLDER}/${name}`, bytes])),
  "content/pages/salle.png": whole,
  "content/posts/2025-01-01-a/plan.png": whole,
  "content/posts/2025-02-01-b/plan.png": whole,
  "content/posts/2025-02-01-b/film.mp4": "",
  "public/img/Logo.png": whole,
  "public/img/dessin.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"></svg>',
  "public/img/sans-taille.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
});

it.each([
  ["photo.png", "/media/2026-03-02-titre/photo.png", "40x30"],
  ["./photo.png?x#y", "/media/2026-03-02-titre/photo.png", "40x30"],
  ["/media/2026-03-02-titre/photo.png", "/media/2026-03-02-titre/photo.png", "40x30"],
  ["../../../public/img/Logo.png", "/img/Logo.png", "40x30"],
  ["/img/dessin.svg", "/img/dessin.svg", "20x10"],
  ["/img/sans-taille.svg", "/img/sans-taille.svg", "undefinedxundefined"],
  ["tournee.jpg", "/media/2026-03-02-titre/tournee.jpg", "48x64"],
  ["100%25.png", "/media/2026-03-02-titre/100%25.png", "40x30"],
  ["100%.png", "/media/2026-03-02-titre/100%25.png", "40x30"],
])("finds %s", (src, address, size) => {
  const finding = index.picture(src, POST);
  if (!finding.found) throw new Error("not found");
  const { url, facts } = finding.picture;
  expect([url, `${String(facts.width)}x${String(facts.height)}`]).toEqual([address, size]);
});

it.each(["%C3%89t%C3%A9%201.PNG", "Été 1.PNG".normalize("NFD")])(
  "finds an accented name, encoded or not: %s",
  (src) => {
    const url = encodeURI("/media/2026-03-02-titre/Été 1.PNG".normalize("NFD"));
    expect(index.picture(src, POST)).toMatchObject({ found: true, picture: { url } });
  },
);

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
  ...["vide.png", "texte.jpg", "coupee.png", "coupee.jpg", "rapport.pdf", "geante.png", "segments.jpg"],
  // Formats that browsers do not show, whatever their name.
  ...["telephone.HEIC", "telephone.jpg"],
])("reports %s as broken", (src) => {
  const file = `content/posts/2026-03-02-titre/${src}`;
  expect(index.picture(src, POST)).toEqual({ found: false, problem: { kind: "broken", file } });
});

it("reports pictures that an earlier build found broken", () => {
  const hash = index.known("public/img/Logo.png")?.facts.hash ?? "";
  const without = indexOf({ "public/img/Logo.png": whole }, new Set([hash]));
  expect(without.picture("/img/Logo.png", POST)).toMatchObject({ problem: { kind: "broken" } });
});

it.each([
  ["https://old.example.org/img/Logo.png?v=2", { here: "/img/Logo.png" }],
  ["https://old.example.org/img/logo.png", {}],
  ["https://old.example.org", {}],
  ["//example.org/a.png", {}],
])("reports %s as remote, with the site's own picture at the same path: %j", (src, here) => {
  expect(index.picture(src, POST)).toEqual({ found: false, problem: { kind: "remote", ...here } });
});

it("files beside posts are published under /media/, those of pages under /media/pages/, and found by relative links", () => {
  const paths = index.beside.map((one) => one.path);
  expect(paths).toContain("/media/2026-03-02-titre/rapport.pdf");
  expect(paths).toContain("/media/pages/salle.png");
  expect(paths.filter((path) => path.startsWith("/img/"))).toEqual([]);
  const found = ["rapport.pdf", "absent.pdf", "/img/Logo.png"].map((href) => index.file(href, POST));
  expect(found).toEqual(["/media/2026-03-02-titre/rapport.pdf", undefined, undefined]);
});

it.each([
  ["/docs/%C3%A9t%C3%A9%201.pdf", 3],
  ["/docs/e\u0301te\u0301 1.pdf", 3],
  ["/media/2026-03-02-titre/%C3%A9.csv", 4],
  ["/DOCS/%C3%A9t%C3%A9%201.pdf", undefined],
  ["public/docs/\u00e9t\u00e9 1.pdf", undefined],
])("finds the size of a file by its path on the site, however encoded: %s is %s", (path, size) => {
  const sized = indexOf({ "public/docs/\u00e9t\u00e9 1.pdf": "xxx", [`${FOLDER}/e\u0301.csv`]: "xxxx" });
  expect(sized.size(path)).toBe(size);
});
