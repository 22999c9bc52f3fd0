// Tests what an import writes besides texts: the files they name, and `site.yaml`.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Asset, OldSite } from "../../../src/importers/model.ts";
import type { NewEntry } from "../../../src/importers/new-entry.ts";
import { newFiles } from "../../../src/importers/new-files.ts";
import { redirectsYaml, siteYaml } from "../../../src/importers/site-files.ts";
import { isMedia, listSource } from "../../../src/importers/source-files.ts";
import { usedFiles } from "../../../src/importers/used-files.ts";
import { folder, NOTHING, oldEntry, oldSite } from "./old-blog.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const made = (body: string, data: NewEntry["data"] = {}): NewEntry => ({
  entry: oldEntry({ source: "_posts/a.md" }),
  target: "content/posts/a.md",
  written: "",
  data,
  body,
  url: undefined,
  changes: [],
  manual: [],
  shown: [],
  became: [],
  replaced: [],
});

describe("files that a text names", () => {
  const NAMES = ["img/a b.png", "img/a(1).png", "img/l_été&a.png", "img/l'eau.png", "static/b.png"];
  const FILES = folder(
    Object.fromEntries([...NAMES, "_posts/c.png", "secret.pem"].map((name) => [name, ""])),
  );
  const used = (body: string, data?: NewEntry["data"]): { copied: string[]; outside: string[] } => {
    const { assets, manual } = usedFiles(oldSite(), [made(body, data)], FILES);
    return {
      copied: assets.map(({ source, target }) => `${source} ${target}`),
      outside: manual.map(({ found }) => found),
    };
  };

  it.each([
    ["![](/img/a%20b.png)", ["img/a b.png public/img/a b.png"]],
    ['<img src="/b.png?x=1">', ["static/b.png public/b.png"]],
    ["[x]: c.png", ["_posts/c.png content/posts/c.png"]],
    ["![](</img/a b.png>)", ["img/a b.png public/img/a b.png"]],
    ['[voir](</img/a b.png> "Un titre")', ["img/a b.png public/img/a b.png"]],
    ["[x]: </img/a b.png> 'Un titre'", ["img/a b.png public/img/a b.png"]],
    ["  [x]: /img/a%20b.png", ["img/a b.png public/img/a b.png"]],
    ["![](\n  c.png (titre))", ["_posts/c.png content/posts/c.png"]],
    ["![](/img/a(1).png)", ["img/a(1).png public/img/a(1).png"]],
    ["![](/img/l\\_été&amp;a.png)", ["img/l_été&a.png public/img/l_été&a.png"]],
    ['<a href="/img/l\'eau.png">', ["img/l'eau.png public/img/l'eau.png"]],
    ["<img src=/b.png>", ["static/b.png public/b.png"]],
    ["::video[Un film]{url=https://v.example/x poster=/b.png}", ["static/b.png public/b.png"]],
    ["![](absent.png)", []],
    ["[la clé](/secret.pem)", []],
    ["![](https://a.example/img/a%20b.png)", []],
  ])("are copied to where the new text looks for them: %s", (body, copied) => {
    expect(used(body)).toEqual({ copied, outside: [] });
  });

  it("include its cover", () => {
    expect(used("", { image: "/b.png" }).copied).toEqual(["static/b.png public/b.png"]);
  });

  it("include those published on demand, unless a copied file has their place", () => {
    const asset = (source: string): Asset => ({ source, target: `public/img/${source.slice(-5)}` });
    const site = oldSite({
      assets: [asset("static/e.png")],
      onDemand: ["assets/d.png", "assets/e.png", "assets/f.png"].map(asset),
    });
    const { assets } = usedFiles(site, [made("![](/img/d.png) ![](/img/e.png)")], FILES);
    expect(assets).toEqual([asset("assets/d.png"), asset("static/e.png")]);
  });

  it("are not read outside the folder, but reported", () => {
    expect(used("![](../../../etc/a.png)")).toEqual({ copied: [], outside: ["../../../etc/a.png"] });
    expect(used("![](/../../etc/a.png)")).toEqual({ copied: [], outside: [] });
  });
});

describe("`site.yaml`", () => {
  const yaml = (site: Partial<OldSite>, texts: NewEntry[] = [], proposed: string[] = []): string =>
    siteYaml(oldSite(site), texts, proposed).text;

  it("has the settings in the guide's order, without empty ones", () => {
    const text = yaml({ settings: { url: "https://a.example", title: "A", addresses: {} } });
    expect(text.split("\n").slice(1)).toEqual(["title: A", "url: https://a.example", "lang: fr", ""]);
  });

  it.each([
    ["url", "localhost:4000"],
    ["email", "ana [at] example"],
    ["postsPerPage", 500],
    ["newsletter", "https://"],
    ["lang", "fr-FR.UTF-8"],
  ])("has no %s that every build would refuse: %s is left to do", (key, value) => {
    const lang = key === "lang" ? { lang: String(value) } : {};
    const { text, manual } = siteYaml(oldSite({ settings: { title: "A", [key]: value }, ...lang }), [], []);
    expect(text).not.toContain(`${key}:`);
    expect(manual).toEqual([{ kind: "mixed-field", file: "", line: 0, found: `${key}: ${String(value)}` }]);
  });

  it("declares unknown keys, with a type that all their values have", () => {
    const texts = [
      made("", { title: "A", lat: 1, lieu: "Lyon", x: [1] }),
      made("", { lat: "2", x: { a: 1 } }),
    ];
    const { text, manual } = siteYaml(oldSite(), texts, []);
    expect(text).toContain("fields:\n  lat:\n    type: string\n  lieu:\n    type: string\n");
    expect(manual).toEqual([{ kind: "mixed-field", file: "_posts/a.md", line: 0, found: "x" }]);
  });

  it("names only taxonomies with terms", () => {
    const settings = {
      taxonomies: { categories: { label: "", address: "/c/:slug/" }, séries: { label: "" } },
    };
    expect(yaml({ settings }, [made("", { categories: ["a"] })])).toContain(
      "taxonomies:\n  categories:\n    label: Catégories\n    address: /c/:slug/\n",
    );
    expect(yaml({ settings })).not.toContain("taxonomies");
  });

  it("allows the hosts of frames in texts, except those of known players", () => {
    const body =
      '<iframe src="https://carte.example.org/x"></iframe>\n<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>';
    expect(yaml({}, [made(body)])).toContain("embeds:\n  allow:\n    - carte.example.org\n");
  });

  it("proposes `alsoServed` in a comment", () => {
    expect(yaml({}, [], ["/docs/"])).toMatch(/\n# alsoServed: \[\/docs\/\]\n$/);
  });
});

it("`redirects.yaml` lists each old address once, in order", () => {
  const one = (from: string, to: string): OldSite["redirects"][number] => ({ from, to, file: "", line: 0 });
  expect(redirectsYaml([one("/b", "/x/"), one("/a", "/y/"), one("/b", "/z/")])).toBe("/a: /y/\n/b: /x/\n");
  expect(redirectsYaml([])).toBeUndefined();
});

describe("the imported folder", () => {
  it("is listed without generated files, and without following symbolic links", () => {
    const root = scratchFolder();
    const made = ["_site", "vendor", "resources", "node_modules", "themes/x/node_modules", "sortie"];
    for (const path of ["_posts", "content/resources", ...made]) {
      mkdirSync(join(root, path), { recursive: true });
      writeFileSync(join(root, path, "a.md"), "x");
    }
    symlinkSync("/etc", join(root, "lien"));
    const { files, manual, read } = listSource(root, ["sortie"]);
    expect(files).toEqual(["_posts/a.md", "content/resources/a.md"]);
    expect(manual).toEqual([{ kind: "symlink", file: "lien", line: 0, found: "lien" }]);
    expect(read("_posts/a.md")).toBe("x");
    expect(read("../a.md")).toBeUndefined();
  });

  it("is listed without invalid file names, which are reported", () => {
    const root = scratchFolder();
    const latin = Buffer.from(`${root}/\xe9t\xe9`, "latin1");
    mkdirSync(latin);
    writeFileSync(Buffer.concat([latin, Buffer.from("/a.md")]), "x");
    for (const name of ["a\nb.md", "c\u202egnp.md", "d\\e.md", "f g.md"])
      writeFileSync(join(root, name), "x");
    const { files, manual } = listSource(root);
    expect(files).toEqual(["f g.md"]);
    expect(manual.map(({ kind, file }) => `${kind} ${file}`).sort()).toEqual([
      "file-name a\\u000ab.md",
      "file-name c\\u202egnp.md",
      "file-name d\\e.md",
      "file-name \ufffdt\ufffd",
    ]);
  });

  it.each([
    ["a.PNG", true],
    ["notes.txt", true],
    ["trace.gpx", true],
    ["archive.tgz", true],
    ["a.png.md", false],
    ["robots.txt", false],
    ["README.txt", false],
    ["docs/License.TXT", false],
    ["CHANGELOG.txt", false],
    ["style.css", false],
    ["a.js", false],
  ])("counts %s among media: %s", (file, is) => {
    expect(isMedia(file)).toBe(is);
  });
});

it("tags are all declared if the old blog described some of them", () => {
  const tagsYaml = (tags: Record<string, unknown>): string | undefined => {
    const entries = [["Été", "ux"], ["été", "Usages"], ["Données ouvertes"]].map((own) => ({
      made: made("", { tags: own }),
      compared: NOTHING,
    }));
    const plan = { entries, redirects: [], old: [], addressOf: () => () => undefined };
    return newFiles(oldSite({ tags }), plan, folder({})).output.get("content/tags.yaml")?.read().toString();
  };
  expect(tagsYaml({ ux: { label: "Usages", description: "Ce qui sert." } })).toBe(
    "ux:\n  label: Usages\n  description: Ce qui sert.\ndonnees-ouvertes:\n  label: Données ouvertes\nete:\n  label: Été\n",
  );
  expect(tagsYaml({})).toBeUndefined();
});
