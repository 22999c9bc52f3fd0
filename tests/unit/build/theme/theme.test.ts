import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../../../src/files.ts";
import { MINIFIED, minifyAll, themeAssets, type ThemeAssets } from "../../../../src/build/theme/theme.ts";
import { ROOT } from "../../../support/site.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

const BUILTIN = join(ROOT, "layouts");

/** The theme of a site that has these files in `layouts/`. */
const assetsOf = (files: Record<string, string> = {}, theme = {}, audience = false): ThemeAssets =>
  themeAssets(
    { site: scratchFolder(files), carnet: BUILTIN },
    {
      theme: { logoAlt: "", logoHeight: 44, settings: {}, ...theme },
      audience,
    },
  );

const textOf = ({ files, urls }: ThemeAssets, name: string): string =>
  files.find(({ url }) => url === urls[name])?.text ?? "";

const css = (files: Record<string, string> = {}, theme = {}): string => textOf(assetsOf(files, theme), "css");

describe("the stylesheet", () => {
  it("is one file, with colours first and media last", () => {
    const text = css();
    const places = ["@font-face", "--paper:", ".site-header{", ".prose{", "@media print"].map((part) =>
      text.indexOf(part),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("uses a site's own file in place of the built-in one of the same name, and of no other", () => {
    const text = css({ "assets/css/code.css": ".tok-comment { color: teal }" });
    expect(text).toContain("color: teal");
    expect(text).not.toContain(".tok-keyword");
    expect(text).toContain(".site-header");
  });

  it("adds a site's other files at its end, in order of name", () => {
    const text = css({
      "assets/css/b.css": ".b {}",
      "assets/css/a.css": ".a {}",
      "assets/css/note.txt": "no",
    });
    expect(text.trimEnd().endsWith(".a {}\n.b {}")).toBe(true);
  });

  it("is only a site's own carnet.css when there is one", () => {
    expect(css({ "assets/carnet.css": ".mine {}" })).toBe(".mine {}");
  });

  it("has the accent of site.yaml after the colours it replaces, and before the print sheet", () => {
    const text = css({}, { accent: "#000091" });
    const accent = text.indexOf("--accent: light-dark(#000091,");
    expect(accent).toBeGreaterThan(text.indexOf("--accent: light-dark(#55269b,"));
    expect(accent).toBeLessThan(text.indexOf("@media print"));
    expect(css()).not.toContain("site.yaml");
  });

  it("names its fonts beside itself, by their digest, and has them copied", () => {
    const { copies, urls } = assetsOf();
    const named = [...css().matchAll(/url\("([^"]+)"\)/g)].map(([, name]) => `assets/${name ?? ""}`);
    expect(named).toHaveLength(3);
    expect(named.every((name) => /^assets\/literata[\w-]*-[0-9a-f]{10}\.woff2$/.test(name))).toBe(true);
    expect(copies.map(({ to }) => to).sort()).toEqual([...named].sort());
    expect(named).toContain(urls["font"]?.slice(1));
  });

  it.each(['url("fonts/maison.woff2")', "url(../fonts/maison.woff2)", "url( '../fonts/maison.woff2' )"])(
    "finds a font of the site's own, written as %s",
    (written) => {
      const own = assetsOf({
        "assets/css/maison.css": `@font-face { font-family: Maison; src: ${written} format("woff2"); }`,
        "assets/fonts/maison.woff2": "x",
      });
      const name =
        /src: url\("(maison-[0-9a-f]{10}\.woff2)"\) format/.exec(textOf(own, "css"))?.[1] ?? "none";
      expect(own.copies.map(({ to }) => to)).toContain(`assets/${name}`);
    },
  );

  it("links to files of the site relative to its own folder, and keeps other addresses", () => {
    const text = css({
      "assets/css/maison.css":
        '.a { background: url("/img/a.png") } .b { src: url( /b.woff2) } .c { src: url(//e.org/c) } .d { src: url("fonts/none.woff2") }',
    });
    for (const one of [
      'url("../img/a.png")',
      'url("../b.woff2")',
      "url(//e.org/c)",
      'url("fonts/none.woff2")',
    ])
      expect(text).toContain(one);
  });

  it("removes a byte order mark, which would break the first rule", () => {
    expect(css({ "assets/css/maison.css": "\ufeff:root { --paper: red }" })).not.toContain("\ufeff");
    expect(css({ "assets/carnet.css": "\ufeffa { color: red }" })).toBe("a { color: red }");
  });

  it("publishes a font of any name under a name with its digest, and keeps the fragment asked for", () => {
    const own = assetsOf({
      "assets/css/maison.css": 'a { src: url("fonts/Ma%20Police.svg?x#é") }',
      "assets/fonts/Ma Police.svg": "x",
    });
    const [, name = "none"] = /url\("(Ma-Police-[0-9a-f]{10}\.svg)#é"\)/.exec(textOf(own, "css")) ?? [];
    expect(own.copies.map(({ to }) => to)).toContain(`assets/${name}`);
  });

  it("preloads no font of Carnet's where texts begin with another", () => {
    const { urls } = assetsOf({ "assets/css/maison.css": ":root { --serif: Georgia, serif }" });
    expect(urls["font"]).toBeUndefined();
  });
});

describe("a site that measures its audience", () => {
  const measured = (files: Record<string, string> = {}): ThemeAssets => assetsOf(files, {}, true);

  it("has a script that no other site has", () => {
    expect(Object.keys(measured().urls)).toContain("audience");
    expect(Object.keys(assetsOf().urls)).not.toContain("audience");
  });

  it("counts with a script of 1.5 kB at most", () => {
    expect(gzipSync(textOf(measured(), "audience")).length).toBeLessThan(1_500);
  });
});

it("publishes each style and script without its comments and blanks, found by its text", async () => {
  const texts = JSON.parse(readFileSync(join(ROOT, MINIFIED), "utf8")) as Record<string, string>;
  const assets = join(BUILTIN, "assets");
  const names = readdirSync(assets, { recursive: true, encoding: "utf8" });
  for (const name of names.filter((one) => /\.(?:css|js)$/.test(one))) {
    const text = readFileSync(join(assets, name), "utf8");
    const short = texts[digestOf(text)];
    if (short === undefined) throw new Error(`${name}: dist/ is missing or old: npm run compile`);
    expect(short.length, name).toBeLessThan(text.length);
    expect(short, name).not.toMatch(/^\s*\/[/*]/m);
  }
  const made = await minifyAll({ "a.css": "A" }, (name, text) => Promise.resolve(`${name} ${text}`));
  expect(JSON.parse(made)).toEqual({ [digestOf("A")]: "a.css A" });
});
