import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceFile } from "../../../src/source-file.ts";
import { createPictureIndex, type PictureIndex } from "../../../src/images/facts.ts";

const POST = "content/posts/2026-03-02-titre/index.md";
let root: string;
let index: PictureIndex;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "pictures-"));
  const whole = png(40, 30);
  const files: Record<string, Uint8Array | string> = {
    "content/posts/2026-03-02-titre/photo.png": whole,
    ["content/posts/2026-03-02-titre/Été 1.PNG".normalize("NFD")]: whole,
    "content/posts/2026-03-02-titre/100%.png": whole,
    "content/posts/2026-03-02-titre/rapport.pdf": "%PDF",
    "content/posts/2026-03-02-titre/vide.png": "",
    "content/posts/2026-03-02-titre/texte.jpg": "Ceci n’est pas une image.",
    "content/posts/2026-03-02-titre/coupee.png": whole.subarray(0, whole.length - 12),
    "content/posts/2026-03-02-titre/coupee.jpg": jpeg(1).subarray(0, 40),
    "content/posts/2026-03-02-titre/geante.png": png(16_000, 16_000),
    "content/posts/2026-03-02-titre/tournee.jpg": jpeg(6),
    "content/pages/salle.png": whole,
    "public/img/Logo.png": whole,
    "public/img/dessin.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"></svg>',
    "public/img/sans-taille.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  };
  index = createPictureIndex(Object.entries(files).map(([file, bytes]) => write(file, bytes)));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe("picture", () => {
  it.each([
    ["photo.png", { found: true, url: "/media/2026-03-02-titre/photo.png", width: 40, height: 30 }],
    ["./photo.png?x#y", { found: true, url: "/media/2026-03-02-titre/photo.png", width: 40, height: 30 }],
    [
      "/media/2026-03-02-titre/photo.png",
      { found: true, url: "/media/2026-03-02-titre/photo.png", width: 40, height: 30 },
    ],
    ["../../../public/img/Logo.png", { found: true, url: "/img/Logo.png", width: 40, height: 30 }],
    ["/img/dessin.svg", { found: true, url: "/img/dessin.svg", width: 20, height: 10 }],
    ["/img/sans-taille.svg", { found: true, url: "/img/sans-taille.svg" }],
    ["tournee.jpg", { found: true, url: "/media/2026-03-02-titre/tournee.jpg", width: 30, height: 40 }],
    ["100%25.png", { found: true, url: "/media/2026-03-02-titre/100%25.png", width: 40, height: 30 }],
    ["100%.png", { found: true, url: "/media/2026-03-02-titre/100%25.png", width: 40, height: 30 }],
  ])("finds %s", (src, finding) => {
    expect(index.picture(src, POST)).toEqual(finding);
  });

  it("finds an accented name in either Unicode form, with a space", () => {
    const url = encodeURI("/media/2026-03-02-titre/Été 1.PNG".normalize("NFD"));
    expect(index.picture("%C3%89t%C3%A9%201.PNG", POST)).toMatchObject({ found: true, url });
    expect(index.picture("Été 1.PNG".normalize("NFD"), POST)).toMatchObject({ found: true, url });
  });

  it.each([
    ["Photo.PNG", "photo.png"],
    ["/img/logo.png", "/img/Logo.png"],
  ])("uses the real file for %s, and says what to write", (src, actual) => {
    expect(index.picture(src, POST)).toMatchObject({ found: true, problem: { kind: "case", actual } });
  });

  it.each([
    ["img/logo.png", "/img/Logo.png"],
    ["salle.png", "../../pages/salle.png"],
    ["/img/photo.png", "photo.png"],
    ["rien.png", undefined],
    ["../../../../../etc/passwd", undefined],
    ["file:///etc/passwd", undefined],
  ])("misses %s, and suggests %s", (src, suggestion) => {
    expect(index.picture(src, POST)).toEqual({
      found: false,
      problem: { kind: "missing", ...(suggestion === undefined ? {} : { suggestion }) },
    });
  });

  it.each(["vide.png", "texte.jpg", "coupee.png", "coupee.jpg", "geante.png", "rapport.pdf"])(
    "calls %s broken",
    (src) => {
      expect(index.picture(src, POST)).toEqual({ found: false, problem: { kind: "broken" } });
    },
  );

  it.each(["https://example.org/a.png", "//example.org/a.png", "http://127.0.0.1/a.png"])(
    "never asks for %s",
    (src) => {
      expect(index.picture(src, POST)).toEqual({ found: false, problem: { kind: "remote" } });
    },
  );
});

describe("files beside posts", () => {
  it("are published under /media/, those of pages apart", () => {
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

function write(file: string, bytes: Uint8Array | string): SourceFile {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return { file, path, size: bytes.length, mtimeMs: 0 };
}

/** The frame of a PNG: enough for its size and its end. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(33);
  header.write("\x89PNG\r\n\x1a\n", "latin1");
  header.writeUInt32BE(13, 8);
  header.write("IHDR", 12, "latin1");
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.set([8, 2, 0, 0, 0], 24);
  return Buffer.concat([header, Buffer.from("\0\0\0\0IEND\xaeB`\x82", "latin1")]);
}

/** A JPEG of 40 × 30 with an EXIF orientation. */
function jpeg(orientation: number): Buffer {
  const exif = Buffer.from(
    "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" +
      String.fromCharCode(orientation) +
      "\0\0\0\0\0\0",
    "latin1",
  );
  const segment = (marker: number, body: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
  const frame = Buffer.from([8, 0, 30, 0, 40, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 3, 0xff, 0xd9]),
  ]);
}
