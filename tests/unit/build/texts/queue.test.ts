import { describe, expect, it } from "vitest";
import { TextQueue } from "../../../../src/build/texts/queue.ts";
import type { RenderedText, Text } from "../../../../src/build/texts/renderer.ts";

const FENCE = "```js\nlet a;\n```\n";

/** Texts, a quarter of which contain code. */
function texts(count: number): Text[] {
  return Array.from({ length: count }, (_, i) => ({
    file: `${i % 4 === 0 ? "code" : "plain"}-${String(i)}.md`,
    ...{ bodyLine: 1, lang: "fr", url: "/", title: "", typography: true },
    body: Buffer.from(i % 4 === 0 ? FENCE : "Un mot.\n"),
  }));
}

const render = ({ file }: Text): RenderedText => ({ digest: file }) as unknown as RenderedText;

/** Takes all batches, and returns their files. */
function takeAll(queue: TextQueue, how?: { code: boolean }): string[][] {
  const taken: string[][] = [];
  for (let batch = queue.take(how); batch; batch = queue.take(how)) {
    queue.put(batch.number, batch.texts.map(render));
    taken.push(batch.texts.map(({ file }) => file));
  }
  return taken;
}

const kinds = (files: readonly string[]): string =>
  [...new Set(files.map((file) => file.split("-")[0]))].join(" ");

describe("texts to render", () => {
  it("come with those that contain code first, or without them, and their results in the original order", () => {
    const all = texts(100);
    const told: string[] = [];
    const onProgress = (done: number, total: number): void =>
      void told.push(`${String(done)}/${String(total)}`);
    const queue = new TextQueue(all, { hasCode: true, onProgress });
    queue.add(() => true);
    expect(queue.leftWithCode).toBe(25);
    const first = queue.take();
    expect(kinds(first?.texts.map(({ file }) => file) ?? [])).toBe("code");
    queue.put(first?.number ?? -1, first?.texts.map(render) ?? []);
    const plain = takeAll(queue, { code: false });
    expect(kinds(plain.flat())).toBe("plain");
    expect(plain.flat()).toHaveLength(75);
    expect(kinds(takeAll(queue).flat())).toBe("code");
    expect(queue.results.map((one) => one?.digest)).toEqual(all.map(({ file }) => file));
    expect(told.at(-1)).toBe("100/100");
  });

  it("are all treated as plain when no code is highlighted", () => {
    const queue = new TextQueue(texts(8), { hasCode: false });
    queue.add(() => true);
    expect(queue.leftWithCode).toBe(0);
    expect(takeAll(queue, { code: false }).flat()).toHaveLength(8);
  });

  it("come in ever smaller batches towards the end", () => {
    const queue = new TextQueue(texts(400), { hasCode: false });
    queue.add(() => true);
    const sizes = takeAll(queue).map((batch) => batch.length);
    expect(sizes[0]).toBe(32);
    expect(sizes.at(-1)).toBe(1);
  });

  it("are not given out when already known", () => {
    const all = texts(8);
    const told: number[] = [];
    const queue = new TextQueue(all, { hasCode: true, onProgress: (done) => void told.push(done) });
    queue.add(({ file }) => file.startsWith("code"), render);
    queue.add(({ file }) => file.startsWith("plain"));
    expect(takeAll(queue).flat()).toHaveLength(6);
    expect(queue.results.map((one) => one?.digest)).toEqual(all.map(({ file }) => file));
    expect(told.at(-1)).toBe(8);
  });
});
