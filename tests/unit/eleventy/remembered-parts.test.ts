// Parts that are rendered once for the same values: as often as necessary, to the same bytes.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nunjucks from "nunjucks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtinLayouts } from "../../../src/eleventy/builtin-layouts.ts";
import { compileLayouts, type CompiledLayouts } from "../../../src/eleventy/compiled-layouts.ts";
import { createEnvironment, type CarnetEnvironment } from "../../../src/eleventy/environment.ts";
import { InlinedLayouts } from "../../../src/eleventy/inlined-layouts.ts";
import { NUNJUCKS } from "../../../src/eleventy/nunjucks-options.ts";
import { langAttribute } from "../../../src/strings/direction.ts";
import { CALLED_IN_PARTS, RememberedParts } from "../../../src/eleventy/remembered-parts.ts";
import { ui } from "../../../src/strings/ui.ts";

let own: string;
let compiled: CompiledLayouts;
beforeAll(async () => {
  own = mkdtempSync(join(tmpdir(), "remembered-"));
  const file = join(own, "layouts.mjs");
  writeFileSync(file, compileLayouts());
  compiled = ((await import(file)) as { layouts: CompiledLayouts }).layouts;
});
afterAll(() => {
  rmSync(own, { recursive: true, force: true });
});

const { folder } = builtinLayouts();
const picture = {
  src: "/p.jpg",
  width: 2,
  height: 1,
  sources: [{ type: "image/avif", srcset: "/p.avif 2w" }],
};
const itemOf = (
  n: number,
  title = `Titre <${String(n)}> « d’ici »`,
): { url: string; data: { title: string } } => ({
  url: `/blog/${String(n)}/`,
  data: Object.assign(
    { title, lang: n % 3 === 0 ? "en" : "fr", day: "2026-01-02", description: n % 2 === 0 ? "D & d" : "" },
    { authors: [{ name: "Équipe" }, { name: "Pôle" }].slice(0, n % 3) },
    n % 3 === 1 && { deadline: { day: "2027-01-15", date: "2027-01-15", closed: n % 2 === 0 } },
    { image: n % 2 === 0 ? { kind: "shown", card: picture, thumb: picture } : undefined },
  ),
});

function environment(layouts: CompiledLayouts, dates: string[]): CarnetEnvironment {
  const longDate = (day: string): string => (dates.push(day), `le ${day}`);
  return createEnvironment(
    own,
    folder,
    {
      url: String,
      absolute: String,
      isoDate: String,
      longDate,
      tagged: String,
      langAttribute,
      shortened: String,
    },
    layouts,
  );
}

const pageOf = (posts: unknown[], lang = "fr"): object => ({
  ...{
    lang,
    posts,
    related: posts,
    headings: [],
    tags: [],
    authors: [],
    shareLinks: [],
    site: {},
    assets: {},
  },
  ...{ t: ui(lang, "fr"), total: posts.length, title: "T", day: "2026-01-02", image: {} },
});

describe("a post in lists", () => {
  it("is rendered once for all pages that show it alike, to the same bytes as by uncompiled layouts", () => {
    const posts = [1, 2, 3, 4, 5, 6].map((n) => itemOf(n));
    const now: string[] = [];
    const before: string[] = [];
    const [fast, slow] = [environment(compiled, now), environment({}, before)];
    for (const [name, data] of [
      ["tag.njk", pageOf(posts)],
      ["blog.njk", pageOf(posts.slice(2))],
      ["year.njk", pageOf(posts)],
      ["tag.njk", pageOf(posts, "en")],
      ["not-found.njk", pageOf(posts)],
      ["not-found.njk", pageOf(posts.slice(1, 3))],
    ] as const) {
      const expected = slow.render(name, data);
      expect(fast.render(name, data)).toBe(expected);
    }
    expect(before.length).toBeGreaterThan(now.length);
    // Rows in French, rows in English, and cards.
    expect(now).toHaveLength(3 * (posts.length + posts.filter(({ data }) => "deadline" in data).length));
  });

  it("is rendered on each page when an owner's filter may tell pages apart", () => {
    const fast = environment(compiled, []);
    fast.addFilter("longDate", function (this: { ctx: { title: string } }) {
      return this.ctx.title;
    });
    for (const title of ["Un", "Deux"])
      expect(fast.render("tag.njk", { ...pageOf([itemOf(1)]), title })).toContain(`>${title}</time>`);
  });

  it("is rendered again once the parts are forgotten", () => {
    const item = itemOf(1);
    const fast = environment(compiled, []);
    expect(fast.render("tag.njk", pageOf([item]))).toContain("d’ici");
    item.data.title = "Un autre titre";
    fast.parts.forget();
    expect(fast.render("tag.njk", pageOf([item]))).toContain("Un autre titre");
  });
});

describe("the comment that marks a part", () => {
  const partials = readdirSync(join(folder, "partials"));
  const marked = partials.flatMap((file) => {
    const text = new InlinedLayouts(folder, join(folder, "none")).getSource(`partials/${file}`).src;
    const parts = [...text.matchAll(/\{# remembered (\w+) of ([\w., ]+) #\}([^]*?)\{# end remembered #\}/g)];
    return parts.map(([, name = "", given = "", part = ""]) => ({
      file,
      name,
      given: given.split(", "),
      part,
    }));
  });

  it("is in layouts, each with a name of its own", () => {
    expect(marked.map(({ name }) => name)).toEqual([...new Set(marked.map(({ name }) => name))]);
    expect(marked.length).toBeGreaterThan(1);
  });

  it.each(marked)("lists every value that $name of $file reads", ({ given, part }) => {
    // A part may read a name once it has set it, and `loop` within a loop that it contains whole.
    const set = [...part.matchAll(/\{% (?:set|for) (\w+)/g)].map(([, name]) => name);
    const within = part.replace(/\{% for [^]*?\{% endfor %\}/g, "");
    expect(within).not.toMatch(/\bloop\b/);
    const code = nunjucks.precompileString(part, {
      name: "a",
      env: new nunjucks.Environment(null, NUNJUCKS),
    });
    const read = [...code.matchAll(/contextOrFrameLookup\(context, frame, "(\w+)"\)/g)].map(
      ([, name]) => name,
    );
    expect(read).toContain("lang");
    const named = new Set(["loop", ...set, ...given.map((name) => name.split(".")[0])]);
    expect(read.filter((name = "") => !named.has(name))).toEqual([]);
    // Of `t`, it may read only what is given.
    for (const [one] of part.matchAll(/\bt\.\w+/g)) expect(given).toContain(one);
    for (const [, filter = ""] of code.matchAll(/getFilter\("(\w+)"\)/g))
      expect(CALLED_IN_PARTS).toContain(filter);
  });
});

describe("remembered parts", () => {
  it("differ when the name, a value or the object differs", () => {
    const parts = new RememberedParts();
    let made = 0;
    const make = (): string => String(made++);
    const [a, b] = [{}, {}];
    const all = [
      parts.part(make, "row", a, ["fr", 2]),
      parts.part(make, "card", a, ["fr", 2]),
      parts.part(make, "row", a, ["fr", 3]),
      parts.part(make, "row", a, ["fr", undefined]),
      parts.part(make, "row", a, [1, 23]),
      parts.part(make, "row", a, [12, 3]),
      parts.part(make, "row", b, ["fr", 2]),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(parts.part(make, "row", a, ["fr", 2])).toBe(all[0]);
    // Strings are not remembered, since two different things may have the same one.
    expect(parts.part(make, "row", "a", [])).not.toBe(parts.part(make, "row", "a", []));
  });

  it("are kept for a limited number of objects, and made each time for further ones", () => {
    const parts = new RememberedParts();
    let made = 0;
    const things = Array.from({ length: 2500 }, () => ({}));
    for (let i = 0; i < 2; i++)
      for (const thing of things) parts.part(() => String(made++), "row", thing, []);
    expect(made).toBe(2500 + 500);
  });

  it.each([
    ["longDate", "1"],
    ["uneAutre", "0"],
  ])("are made each time once the owner's filter %s may change them: %s", (name, expected) => {
    const env = environment(compiled, []);
    const thing = {};
    let made = 0;
    const part = (): string => env.parts.part(() => String(made++), "row", thing, []);
    part();
    env.addFilter(name, String);
    expect(part()).toBe(expected);
  });
});
