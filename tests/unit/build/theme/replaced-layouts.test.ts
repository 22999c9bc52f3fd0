import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  keepReplacedLayouts,
  replacedLayouts,
  REPLACED,
} from "../../../../src/build/theme/replaced-layouts.ts";
import { makeSite, type TestSite } from "../../../support/site.ts";

const BUILTIN = {
  "carnet/post.njk": "<p>1</p>\n",
  "carnet/partials/nav.njk": "<nav>1</nav>\n",
  "carnet/assets/css/post.css": "p{}\n",
};

/** A site in `blog/`, with Carnet's own layouts in `carnet/`. */
function place(own: Record<string, string>): TestSite & { codes(): string[]; keep(): number } {
  const site = makeSite({
    ...BUILTIN,
    ...Object.fromEntries(Object.entries(own).map(([path, text]) => [`blog/layouts/${path}`, text])),
  });
  const root = join(site.root, "blog");
  const look = (): ReturnType<typeof replacedLayouts> => replacedLayouts(root, join(site.root, "carnet"));
  return {
    ...site,
    codes: () => look().problems.map(({ key, file }) => `${key} ${file}`),
    keep: () => keepReplacedLayouts(root, look(), "fr"),
  };
}

describe("a layout that a site replaced", () => {
  it("is reported once Carnet's own has changed since the build that recorded it", () => {
    const site = place({
      "post.njk": "<p>à moi</p>",
      "partials/nav.njk": "<nav>à moi</nav>",
      "assets/css/post.css": "b{}",
    });
    expect(site.codes()).toEqual([]);
    expect(site.keep()).toBe(3);
    site.write({ "carnet/post.njk": "<p>2</p>\n", "carnet/assets/css/post.css": "i{}\n" });
    expect(site.codes()).toEqual([
      "layout-changed layouts/assets/css/post.css",
      "layout-changed layouts/post.njk",
    ]);
  });

  it("is also a copy when a comment says what it was copied from", () => {
    const site = place({ "post.njk": "{# Copie de carnet/post.njk #}\n<p>à moi</p>" });
    expect(site.keep()).toBe(1);
    site.write({ "carnet/post.njk": "<p>2</p>\n" });
    expect(site.codes()).toEqual(["layout-changed layouts/post.njk"]);
  });

  it("is reported by every build until its line is deleted; the next build records the new version", () => {
    const site = place({ "post.njk": "<p>à moi</p>" });
    site.keep();
    const noted = site.read(`blog/${REPLACED}`);
    site.write({ "carnet/post.njk": "<p>2</p>\n" });
    expect(site.keep()).toBe(0);
    expect(site.read(`blog/${REPLACED}`)).toBe(noted);
    expect(site.codes()).toHaveLength(1);
    site.write({ [`blog/${REPLACED}`]: noted.replace(/^post\.njk.*\n/m, "") });
    expect(site.codes()).toEqual([]);
    expect(site.keep()).toBe(1);
    expect(site.codes()).toEqual([]);
    expect(site.read(`blog/${REPLACED}`)).not.toBe(noted);
  });

  it("is reported when Carnet has removed its own", () => {
    const site = place({ "post.njk": "<p>à moi</p>" });
    site.write({
      [`blog/${REPLACED}`]: "post.njk 0123456789ab\npartials/old.njk 0123456789ab\n",
      "blog/layouts/partials/old.njk": "x",
    });
    expect(site.codes()).toEqual([
      "layout-changed layouts/partials/old.njk",
      "layout-changed layouts/post.njk",
    ]);
  });

  it("is not a copy if it extends Carnet's", () => {
    const site = place({ "post.njk": '{% extends "carnet/post.njk" %}' });
    expect(site.keep()).toBe(0);
    site.write({ "carnet/post.njk": "<p>2</p>\n" });
    expect(site.codes()).toEqual([]);
    expect(site.list("blog")).toEqual(["layouts/post.njk"]);
  });

  it("is forgotten when deleted, and one of the site's own is never recorded", () => {
    const site = place({ "post.njk": "<p>à moi</p>", "fiche.njk": "<p>fiche</p>" });
    expect(site.keep()).toBe(1);
    expect(site.read(`blog/${REPLACED}`)).not.toContain("fiche");
    site.write({ [`blog/${REPLACED}`]: `partials/nav.njk 0123456789ab\n${site.read(`blog/${REPLACED}`)}` });
    site.keep();
    expect(site.read(`blog/${REPLACED}`)).not.toContain("nav.njk");
  });

  it("is unchanged when Git has changed the line endings of Carnet's layout or of the list", () => {
    const site = place({ "post.njk": "<p>à moi</p>" });
    site.keep();
    site.write({
      "carnet/post.njk": "<p>1</p>\r\n",
      [`blog/${REPLACED}`]: site.read(`blog/${REPLACED}`).replaceAll("\n", "\r\n"),
    });
    expect(site.codes()).toEqual([]);
  });

  it("is recorded in the same bytes each time, sorted, under a heading that says what the file is for", () => {
    const site = place({ "post.njk": "a", "partials/nav.njk": "b", "assets/css/post.css": "c" });
    site.keep();
    const text = site.read(`blog/${REPLACED}`);
    expect(text).toMatch(
      /^# Les fichiers de ce dossier[^\n]+\n# [^\n]+\nassets\/css\/post\.css [0-9a-f]{12}\npartials\/nav\.njk [0-9a-f]{12}\npost\.njk [0-9a-f]{12}\n$/,
    );
    expect(site.keep()).toBe(0);
    expect(site.read(`blog/${REPLACED}`)).toBe(text);
    expect(site.list("blog").filter((path) => path.includes("carnet-"))).toEqual([]);
  });

  it("does not prevent publication when the list cannot be written", () => {
    const site = place({ "post.njk": "a", "replaced.txt/in-the-way": "" });
    expect(site.keep()).toBe(0);
    expect(site.list("blog")).toEqual(["layouts/post.njk", "layouts/replaced.txt/in-the-way"]);
  });

  it("does not exist in a site without layouts, nor in Carnet's own site", () => {
    const site = makeSite({ ...BUILTIN, "blog/content/site.yaml": "title: x\n" });
    expect(replacedLayouts(join(site.root, "blog"), join(site.root, "carnet")).problems).toEqual([]);
    const own = makeSite({ "layouts/post.njk": "x" });
    expect(replacedLayouts(own.root, join(own.root, "layouts")).marks.size).toBe(0);
    expect(site.list("blog")).toEqual(["content/site.yaml"]);
  });
});
