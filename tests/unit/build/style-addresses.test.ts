import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { styleAddresses } from "../../../src/build/style-addresses.ts";
import { packageRoot } from "../../../src/package-root.ts";

/** Addresses found in a site with these files, as `file:line:column address`. */
function found(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), "carnet-styles-"));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const all = styleAddresses(root, [join(root, "layouts"), join(packageRoot, "layouts")]);
  return all.map(
    ({ href, place: { file, line, column } }) => `${file}:${String(line)}:${String(column)} ${href}`,
  );
}

const CSS = "layouts/assets/css/maison.css";

it("are none where a site has no stylesheet of its own, whatever Carnet's name", () => {
  expect(found({ "content/site.yaml": "title: A\n" })).toEqual([]);
});

it("are named with their places, in each file of css/", () => {
  expect(
    found({
      [CSS]: 'a {\n  background: url("/a.png");\n}\n/* url(/b.png) */\n@import url(c.css);\n',
      "layouts/assets/css/post.css": "b { background: url(d.png) }",
    }),
  ).toEqual(["layouts/assets/css/post.css:1:17 d.png", `${CSS}:2:15 /a.png`, `${CSS}:5:9 c.css`]);
});

it("leave out fonts of the theme and of the site, and tell those that are not there", () => {
  const css = "a { src: url(../fonts/maison.woff2), url('fonts/literata.woff2'), url(fonts/rien.woff2) }";
  expect(found({ [CSS]: css, "layouts/assets/fonts/maison.woff2": "x" })).toEqual([
    `${CSS}:1:67 fonts/rien.woff2`,
  ]);
});

it("are those of carnet.css alone where it stands for all files", () => {
  const whole = "layouts/assets/carnet.css";
  expect(found({ [CSS]: "a { b: url(x) }", [whole]: "a { b: url(y) }" })).toEqual([`${whole}:1:8 y`]);
});
