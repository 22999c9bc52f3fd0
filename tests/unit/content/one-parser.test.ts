// A site without a fault is read without the second YAML parser, which only finds places for messages: to load it and to parse every
// head again would take an eighth of a first build, and no other test would fail.
import { createRequire } from "node:module";
import { beforeEach, expect, test } from "vitest";
import { load, post } from "./site-root.ts";

const { cache } = createRequire(import.meta.url);
const parsers = (): string[] =>
  Object.keys(cache).filter((path) => /[\\/]node_modules[\\/]yaml[\\/]/.test(path));

// Other test files share this process.
beforeEach(() => {
  for (const path of parsers()) Reflect.deleteProperty(cache, path);
});

const FULL = [
  "title: Un titre",
  "author: Équipe projet, rédaction et Pôle données",
  "description: Un point d’étape.",
  "tags: [bilan]",
  "image: /img/a.png",
];

test("a site without a fault is read by one YAML parser", async () => {
  const { problems } = await load({
    "content/posts/2026-01-05-court.md": post("title: A"),
    "content/posts/2026-01-06-entier.md": post(...FULL, "imageAlt: Une équipe"),
    "content/posts/2026-01-07-corrige.md": post(...FULL, "imageAlt: Une équipe", "corrections: [Une date.]"),
    "content/pages/a-propos.md": post("title: À propos"),
  });
  expect(problems).toEqual([]);
  expect(parsers()).toEqual([]);
});

test("one with a fault deep in a value needs the second", async () => {
  const { problems } = await load({
    "content/posts/2026-01-05-titre.md": post(
      "title: A",
      'corrections: [{ date: 2026-01-06, text: "Le **chiffre**" }]',
    ),
  });
  expect(problems).toHaveLength(1);
  expect(parsers()).not.toEqual([]);
});
