import { expect, it } from "vitest";
import { checkHeavyFiles } from "../../../src/checks/heavy-files.ts";
import { show } from "../../../src/shown-problems.ts";

const MB = 1_000_000;

const check = (file: string, size: number, lang: "fr" | "en" = "fr"): ReturnType<typeof show> =>
  show(checkHeavyFiles([{ file, path: `/site/${file}`, size, mtimeMs: 0, ctimeMs: 0 }]), { lang });

it.each([
  ["public/img/demo.GIF", 1],
  ["content/posts/2026-01-05-a/plan.svg", 1],
  ["content/posts/2026-01-05-a/scan.bmp", 1],
  ["public/media/film.mp4", 25],
  ["public/media/son.wav", 25],
  ["content/pages/rapport.pdf", 10],
])("notes %s above %d MB, and not at it", (file, limit) => {
  expect(check(file, limit * MB)).toEqual([]);
  expect(check(file, limit * MB + 1)).toMatchObject([
    { file, line: 1, column: 1, severity: "note", code: "heavy-file" },
  ]);
});

it.each(["jpg", "png", "webp", "avif", "csv", "zip"])("leaves .%s alone, whatever it weighs", (end) => {
  expect(check(`public/a.${end}`, 60 * MB)).toEqual([]);
});

it("says what to write instead of an animation, from where its text names it", () => {
  const [beside] = check("content/posts/2026-01-05-a/demo.gif", 5 * MB);
  expect(beside?.message).toContain("`demo.gif` pèse 5\u00a0Mo");
  expect(beside?.hint).toContain('`<video src="demo.mp4" poster="demo.jpg" muted></video>`');
  const [shared] = check("public/img/demo.gif", 5 * MB, "en");
  expect(shared?.message).toContain("`/img/demo.gif` weighs 5\u00a0MB");
  expect(shared?.hint).toContain('`<video src="/img/demo.mp4" poster="/img/demo.jpg" muted></video>`');
});
