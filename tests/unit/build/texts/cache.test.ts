import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { isLostText } from "../../../../src/build/texts/kept-text.ts";
import type { Lookups } from "../../../../src/build/texts/lookups.ts";
import { openTextCache, type TextCache } from "../../../../src/build/texts/cache.ts";
import type { RenderedText, Text } from "../../../../src/build/texts/renderer.ts";
import { siteRoot } from "../../content/site-root.ts";

const BOTH = { trust: true, keep: true };

function text(body: string, changes: Partial<Text> = {}): Text {
  return {
    ...{ file: "content/posts/a.md", bodyLine: 4, lang: "fr", url: "/a/", title: "A", typography: true },
    body: Buffer.from(body),
    ...changes,
  };
}

function rendered(html: string, asked: RenderedText["asked"] = []): RenderedText {
  return {
    ...{ html: Buffer.from(html), digest: html, headings: [], references: [], ids: ["x"], words: 3 },
    ...{ pictures: [], shown: [], frameHosts: [], problems: [], asked },
  };
}

/** A site in which these paths exist, and no file. */
const lookups = (...paths: string[]): Lookups => ({
  picture: () => ({ found: false }),
  file: () => undefined,
  size: () => undefined,
  text: () => undefined,
  has: (path) => paths.includes(path),
});

function found(cache: TextCache, one: Text, around = "s", answers = lookups()): string | undefined {
  const known = cache.find(one, around, answers);
  return known && Buffer.from(known.html).toString();
}

/** True if the error thrown is that of a lost text, also inside the errors that a layout or a template wraps around it. */
function lostBy(work: () => unknown): boolean {
  try {
    work();
  } catch (error) {
    const around = [
      new Error("A layout.", { cause: error }),
      Object.assign(new Error("A template."), { originalError: error }),
    ];
    return [error, ...around].every((one) => isLostText(one)) && !isLostText(new Error("A"));
  }
  return false;
}

const many = (count: number): [Text, RenderedText][] =>
  Array.from({ length: count }, (_, i) => [text(String(i)), rendered("h")]);

function keptIn(root: string, ...texts: [Text, RenderedText][]): void {
  const cache = openTextCache(root, "1", BOTH);
  for (const [one, made] of texts) cache.keep(one, "s", made);
  cache.save();
}

describe("a cache of texts", () => {
  it("returns the facts and HTML that an earlier run stored", () => {
    const root = siteRoot({});
    keptIn(root, [text("un"), rendered("<p>un</p>")], [text("deux"), rendered("<p>é</p>")]);
    const cache = openTextCache(root, "1", BOTH);
    expect(found(cache, text("deux"))).toBe("<p>é</p>");
    expect(cache.find(text("un"), "s", lookups())).toMatchObject({ ids: ["x"], words: 3 });
  });

  it("returns all that is known of a text", () => {
    const root = siteRoot({});
    const whole: RenderedText = {
      ...rendered("<h2>h</h2>", [["has /b/", "false"]]),
      headings: [{ level: 2, id: "h", text: "h" }],
      references: [{ kind: "link", href: "/b/", text: "b", line: 4, column: 2 }],
      pictures: ["public/a.png"],
      shown: ["/a.png"],
      cover: { kept: true },
      frameHosts: ["player.vimeo.com"],
      problems: [{ key: "missing-image", file: "content/posts/a.md", line: 4, column: 1, params: {} }],
    };
    keptIn(root, [text("un"), whole]);
    const known = openTextCache(root, "1", BOTH).find(text("un"), "s", lookups());
    const { html, headings, references, ids, asked } = known ?? whole;
    expect({ ...known, html, headings, references, ids, asked }).toMatchObject(whole);
  });

  it("finds nothing when the text, its place, the settings or the version differ", () => {
    const root = siteRoot({});
    keptIn(root, [text("un"), rendered("h")]);
    const cache = openTextCache(root, "1", BOTH);
    expect(found(cache, text("deux"))).toBeUndefined();
    for (const changes of [
      { file: "b.md" },
      { bodyLine: 5 },
      { url: "/b/" },
      { lang: "en" },
      { title: "B" },
      { typography: false },
      { cover: "c" },
    ])
      expect(found(cache, text("un", changes)), JSON.stringify(changes)).toBeUndefined();
    expect(found(cache, text("un"), "other")).toBeUndefined();
    expect(found(openTextCache(root, "2", BOTH), text("un"))).toBeUndefined();
    expect(found(openTextCache(root, "1", { trust: false, keep: true }), text("un"))).toBeUndefined();
  });

  it("finds nothing when the site would give other answers", () => {
    const root = siteRoot({});
    keptIn(root, [text("un"), rendered("h", [["has /b/", "true"]])]);
    const cache = openTextCache(root, "1", BOTH);
    expect(found(cache, text("un"), "s", lookups("/b/"))).toBe("h");
    expect(found(cache, text("un"), "s", lookups())).toBeUndefined();
  });

  it.each(["cut short", "flipped", "emptied"])("ignores a file that was %s", (how) => {
    const root = siteRoot({});
    keptIn(root, [text("un"), rendered("<p>un</p>")]);
    const folder = join(root, ".cache/texts");
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      const damaged = {
        "cut short": bytes.subarray(0, bytes.length - 1),
        flipped: Buffer.from(bytes.map((byte, i) => (i === bytes.length - 2 ? byte ^ 1 : byte))),
        emptied: Buffer.alloc(0),
      }[how];
      writeFileSync(join(folder, name), damaged ?? "");
      expect(found(openTextCache(root, "1", BOTH), text("un")), name).toBeUndefined();
      writeFileSync(join(folder, name), bytes);
    }
    expect(found(openTextCache(root, "1", BOTH), text("un"))).toBe("<p>un</p>");
  });

  it("returns the latest result for a text once the site's answers have changed", () => {
    const root = siteRoot({});
    // Enough other texts that later results are written to a separate index.
    keptIn(root, [text("un"), rendered("h", [["has /b/", "true"]])], ...many(20));
    keptIn(root, [text("un"), rendered("again", [["has /b/", "false"]])]);
    expect(readdirSync(join(root, ".cache/texts"))).toContain("index-since");
    const cache = openTextCache(root, "1", BOTH);
    expect(found(cache, text("un"), "s", lookups())).toBe("again");
    expect(found(cache, text("un"), "s", lookups("/b/"))).toBeUndefined();
  });

  it("returns a text by name, and reads its HTML only when asked for", () => {
    const root = siteRoot({});
    keptIn(root, [text("un"), rendered("<p>un</p>")], [text("deux", { file: "b.md" }), rendered("<p>é</p>")]);
    const asked = openTextCache(root, "1", BOTH);
    found(asked, text("un"));
    const name = asked.names.get("content/posts/a.md") ?? "";
    const named = (): RenderedText | undefined =>
      openTextCache(root, "1", BOTH).named(name, "content/posts/a.md");
    expect(named()).toMatchObject({ words: 3, ids: ["x"], html: Buffer.from("<p>un</p>") });
    expect(openTextCache(root, "1", BOTH).named("other", "content/posts/a.md")).toBeUndefined();
    const folder = join(root, ".cache/texts");
    const path = join(folder, readdirSync(folder).find((one) => one.endsWith(".html")) ?? "");
    const before = named();
    const bytes = readFileSync(path, "latin1");
    for (const damaged of [bytes.replace("<p>un", "<p>no"), bytes.slice(0, 5), undefined]) {
      if (damaged === undefined) rmSync(path);
      else writeFileSync(path, damaged, "latin1");
      expect(named()?.words).toBe(3);
      expect(lostBy(() => named()?.html)).toBe(true);
      expect(lostBy(() => named()?.ids)).toBe(true);
    }
    expect(lostBy(() => before?.html)).toBe(true);
  });

  it("returns nothing by a name under which another output's site has stored other answers since", () => {
    const root = siteRoot({});
    const cache = openTextCache(root, "1", BOTH);
    cache.keep(text("un"), "s", rendered("h", [["has /b/", "false"]]));
    const early = cache.names.get("content/posts/a.md") ?? "none";
    expect(early).not.toBe("none");
    cache.save();
    const name = cache.names.get("content/posts/a.md") ?? "";
    const named = (one: string): RenderedText | undefined =>
      openTextCache(root, "1", BOTH).named(one, "content/posts/a.md");
    expect(named(name)?.asked).toEqual([["has /b/", "false"]]);
    // As in a cache that could not be written.
    expect(named(early)).toBeUndefined();
    keptIn(root, [text("un"), rendered("h", [["has /b/", "true"]])]);
    expect(named(name)).toBeUndefined();
  });

  it("does not take another error for a lost text, not even one that is its own cause", () => {
    const error = new Error("A filter.");
    error.cause = error;
    expect(isLostText(error)).toBe(false);
    expect(isLostText("a text")).toBe(false);
  });

  it("still returns the texts beside a damaged one", () => {
    const root = siteRoot({});
    keptIn(root, [text("un"), rendered("<p>un</p>")], [text("deux"), rendered("<p>é</p>")]);
    const folder = join(root, ".cache/texts");
    const path = join(folder, readdirSync(folder).find((one) => one.endsWith(".html")) ?? "");
    writeFileSync(path, readFileSync(path, "latin1").replace("<p>un", "<p>no"), "latin1");
    const cache = openTextCache(root, "1", BOTH);
    expect(found(cache, text("un"))).toBeUndefined();
    expect(found(cache, text("deux"))).toBe("<p>é</p>");
  });

  it("drops a text that no build has asked for in a while, and keeps few files", () => {
    const root = siteRoot({});
    keptIn(root, [text("un"), rendered("h")]);
    for (let i = 0; i < 40; i++) {
      const cache = openTextCache(root, "1", BOTH);
      if (i < 10) expect(found(cache, text("un"))).toBe("h");
      cache.keep(text(`n${String(i)}`), "s", rendered(`n${String(i)}`));
      cache.save();
    }
    const cache = openTextCache(root, "1", BOTH);
    expect(found(cache, text("un"))).toBeUndefined();
    expect(found(cache, text("n39"))).toBe("n39");
    const index = readFileSync(join(root, ".cache/texts/index"), "utf8");
    expect((JSON.parse(index.slice(44)) as { files: string[] }).files.length).toBeLessThan(14);
  });

  it("keeps a text that builds ask for only by name", () => {
    const root = siteRoot({});
    const first = openTextCache(root, "1", BOTH);
    first.keep(text("un"), "s", rendered("h"));
    first.save();
    const name = first.names.get("content/posts/a.md") ?? "";
    for (let i = 0; i < 30; i++) {
      const cache = openTextCache(root, "1", BOTH);
      expect(cache.named(name, "content/posts/a.md")?.words).toBe(3);
      expect(cache.names.get("content/posts/a.md")).toBe(name);
      cache.keep(text(`n${String(i)}`, { file: "b.md" }), "s", rendered("n"));
      cache.save();
    }
  });

  it("keeps a text that a build asks for now and then, and drops none for builds that store nothing", () => {
    const root = siteRoot({});
    keptIn(root, [text("un"), rendered("h")], ...many(20));
    for (let i = 0; i < 50; i++) {
      const cache = openTextCache(root, "1", BOTH);
      if (i % 25 === 0) expect(found(cache, text("un"))).toBe("h");
      if (i % 25 < 8) cache.keep(text(`n${String(i)}`), "s", rendered("n"));
      cache.save();
    }
    expect(found(openTextCache(root, "1", BOTH), text("un"))).toBe("h");
  });

  it("deletes no file that holds a text, however old, and has no more files than it needs", () => {
    const root = siteRoot({});
    const folder = join(root, ".cache/texts");
    const files = (): string[] => readdirSync(folder).filter((name) => name.endsWith(".html"));
    keptIn(root, ...many(20));
    let most = 0;
    for (let i = 0; i < 20; i++) {
      for (const name of files()) utimesSync(join(folder, name), 1, 1);
      const cache = openTextCache(root, "1", BOTH);
      for (let n = 0; n < 20; n++) expect(found(cache, text(String(n)))).toBe("h");
      for (let n = 0; n < i; n++) expect(found(cache, text(`n${String(n)}`))).toBe("n");
      cache.keep(text(`n${String(i)}`), "s", rendered("n"));
      cache.save();
      most = Math.max(most, files().length);
    }
    expect(most).toBe(12);
  });

  it("rewrites what is still used once most of its contents are not", () => {
    const root = siteRoot({});
    const folder = join(root, ".cache/texts");
    for (const html of ["a", "b", "c", "d"]) keptIn(root, [text("un"), rendered(html.repeat(5000))]);
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".html")))
      utimesSync(join(folder, name), 1, 1);
    keptIn(root, [text("un"), rendered("e".repeat(5000))]);
    expect(found(openTextCache(root, "1", BOTH), text("un"))).toBe("e".repeat(5000));
    expect(readdirSync(folder).filter((one) => one.endsWith(".html")).length).toBeLessThan(4);
  });

  it("writes only what is new when little is, and ignores the additions to another index", () => {
    const root = siteRoot({});
    const folder = join(root, ".cache/texts");
    keptIn(root, ...many(20));
    const index = readFileSync(join(folder, "index"));
    const more = openTextCache(root, "1", BOTH);
    for (let i = 0; i < 20; i++) found(more, text(String(i)));
    more.keep(text("un de plus"), "s", rendered("<p>plus</p>"));
    more.save();
    expect(readFileSync(join(folder, "index"))).toEqual(index);
    expect(readFileSync(join(folder, "index-since")).length).toBeLessThan(1000);
    const cache = openTextCache(root, "1", BOTH);
    expect(found(cache, text("un de plus"))).toBe("<p>plus</p>");
    expect(found(cache, text("7"))).toBe("h");
    const since = readFileSync(join(folder, "index-since"));
    rmSync(join(folder, "index"));
    keptIn(root, [text("un"), rendered("h")]);
    writeFileSync(join(folder, "index-since"), since);
    expect(found(openTextCache(root, "1", BOTH), text("un de plus"))).toBeUndefined();
    expect(found(openTextCache(root, "1", BOTH), text("un"))).toBe("h");
  });

  it("leaves no part of a file that could not be written", () => {
    const root = siteRoot({});
    keptIn(root, [text("un"), rendered("h")]);
    const folder = join(root, ".cache/texts");
    const before = readdirSync(folder);
    const cache = openTextCache(root, "1", BOTH);
    const fails = (): never => {
      throw new Error("No room.");
    };
    cache.keep(text("deux"), "s", { ...rendered("d"), ids: [{ toJSON: fails } as never] });
    cache.save();
    expect(readdirSync(folder)).toEqual(before);
    expect(found(openTextCache(root, "1", BOTH), text("un"))).toBe("h");
  });

  it("deletes what killed builds left after a while, and nothing else", () => {
    const root = siteRoot({});
    const folder = join(root, ".cache/texts");
    keptIn(root, [text("un"), rendered("h")]);
    const before = readdirSync(folder);
    for (const name of ["index.part", "index-since.part", "a.html", "a.html.part", "new.part"])
      writeFileSync(join(folder, name), "");
    for (const name of readdirSync(folder).filter((one) => one !== "new.part"))
      utimesSync(join(folder, name), 1, 1);
    keptIn(root, [text("deux"), rendered("d")], ...many(250));
    expect(readdirSync(folder)).toEqual(expect.arrayContaining([...before, "new.part"]));
    expect(readdirSync(folder)).toHaveLength(before.length + 2);
    expect(found(openTextCache(root, "1", BOTH), text("un"))).toBe("h");
  });

  it("stores new texts when earlier files were deleted", () => {
    const root = siteRoot({});
    const folder = join(root, ".cache/texts");
    keptIn(root, [text("un"), rendered("h")]);
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".html"))) rmSync(join(folder, name));
    keptIn(root, [text("deux"), rendered("d")]);
    const cache = openTextCache(root, "1", BOTH);
    expect(found(cache, text("un"))).toBeUndefined();
    expect(found(cache, text("deux"))).toBe("d");
  });

  it("stores texts beside what it cannot delete", () => {
    const root = siteRoot({});
    const folder = join(root, ".cache/texts");
    mkdirSync(join(folder, "theirs"), { recursive: true });
    utimesSync(join(folder, "theirs"), 1, 1);
    keptIn(root, [text("un"), rendered("h")]);
    expect(found(openTextCache(root, "1", BOTH), text("un"))).toBe("h");
  });

  it("writes nothing when not allowed to, nor through a link", () => {
    const root = siteRoot({});
    const cache = openTextCache(root, "1", { trust: true, keep: false });
    cache.keep(text("un"), "s", rendered("h"));
    cache.save();
    expect(readdirSync(root)).not.toContain(".cache");
    mkdirSync(join(root, "elsewhere"));
    symlinkSync("elsewhere", join(root, ".cache"));
    keptIn(root, [text("un"), rendered("h")]);
    expect(readdirSync(join(root, "elsewhere"))).toEqual([]);
  });

  it.each([".cache", ".cache/texts"])("ignores everything behind a link in place of %s", (name) => {
    const [theirs, root] = [siteRoot({}), siteRoot({})];
    keptIn(theirs, [text("un"), rendered("h")]);
    mkdirSync(dirname(join(root, name)), { recursive: true });
    symlinkSync(join(theirs, name), join(root, name));
    expect(found(openTextCache(root, "1", BOTH), text("un"))).toBeUndefined();
  });
});
