import { join } from "node:path";
import { expect, it } from "vitest";
import { styleAddresses } from "../../../../src/build/theme/style-addresses.ts";
import { packageRoot } from "../../../../src/package-root.ts";
import { siteRoot } from "../../content/site-root.ts";

/** Addresses found in a site with these files, as `file:line:column address`. */
function found(files: Record<string, string>): string[] {
  const root = siteRoot(files);
  const all = styleAddresses(root, [join(root, "layouts"), join(packageRoot, "layouts")]);
  return all.map(({ href, place: { file, line, column }, meant = "", isLost }) => {
    const said = (isLost === true ? " lost" : "") + (meant && ` → ${meant}`);
    return `${file}:${String(line)}:${String(column)} ${href}${said}`;
  });
}

const CSS = "layouts/assets/css/maison.css";

it("are not reported when a site has no stylesheet of its own", () => {
  expect(found({ "content/site.yaml": "title: A\n" })).toEqual([]);
});

it("are listed with their places, for each file of css/", () => {
  expect(
    found({
      [CSS]: 'a {\n  background: url("/a.png");\n}\n/* url(/b.png) */\n@import url(c.css);\n',
      "layouts/assets/css/mon-carnet.css": "@import 'e.css';",
      "layouts/assets/css/post.css": "b { background: url(d.png) }",
    }),
  ).toEqual([
    "layouts/assets/css/post.css:1:17 d.png",
    `${CSS}:2:15 /a.png`,
    `${CSS}:5:1 c.css lost`,
    "layouts/assets/css/mon-carnet.css:1:1 e.css lost",
  ]);
});

it("leave out fonts of the theme and of the site, and include missing fonts", () => {
  const css = "a { src: url(../fonts/maison.woff2), url('fonts/literata.woff2'), url(fonts/rien.woff2) }";
  expect(found({ [CSS]: css, "layouts/assets/fonts/maison.woff2": "x" })).toEqual([
    `${CSS}:1:67 fonts/rien.woff2`,
  ]);
});

it("suggest the intended font, and find one however its name is written", () => {
  const there = { "layouts/assets/fonts/maison.woff2": "x", "layouts/assets/fonts/Ma Police é.woff2": "x" };
  const css = (href: string): string => `a { src: url("${href}") }`;
  for (const href of [
    "./fonts/maison.woff2",
    "fonts/maison.woff2?#iefix",
    "fonts/Ma Police é.woff2",
    "../fonts/Ma%20Police%20%C3%A9.woff2",
  ])
    expect(found({ ...there, [CSS]: css(href) }), href).toEqual([]);
  for (const href of ["fonts/Maison.woff2", "../fonts/maison.woff"])
    expect(found({ ...there, [CSS]: css(href) })).toEqual([`${CSS}:1:10 ${href} → ../fonts/maison.woff2`]);
});

it("have the columns that an editor shows, also after a byte order mark", () => {
  expect(found({ [CSS]: "\ufeffa { b: url(x) }" })).toEqual([`${CSS}:1:8 x`]);
});

it("skip a folder named like a stylesheet", () => {
  expect(found({ "layouts/assets/css/dossier.css/a.txt": "x" })).toEqual([]);
});

it("are only those of carnet.css when it replaces all files", () => {
  const whole = "layouts/assets/carnet.css";
  expect(found({ [CSS]: "a { b: url(x) }", [whole]: "@import url(/z.css); a { b: url(y) }" })).toEqual([
    `${whole}:1:1 /z.css`,
    `${whole}:1:29 y`,
  ]);
});
