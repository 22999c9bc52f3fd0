import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { coverPage, createPreview } from "../../../src/cli/dev.ts";
import type { ShownProblem } from "../../../src/shown-problems.ts";
import { optionsFor, SILENT } from "../../support/command.ts";
import { makeSite, post, SITE_YAML, type Files } from "../../support/site.ts";

const POST = "content/posts/2026-01-05-a.md";
const WRONG = { [POST]: post("A", "x", "date: non\n") };
const settings = (text: string): Files => ({ "content/site.yaml": text });

/** What successive builds of a site print, each after the files of one of `steps` are written: results, and all else. */
async function refreshed(files: Files, steps: readonly Files[], args: readonly string[] = []) {
  const site = makeSite({ ...settings(SITE_YAML), ...files });
  const page = join(site.root, "_preview/blog/2026/01/05/a/index.html");
  const result = {
    root: site.root,
    said: [] as string[],
    beside: [] as string[],
    shown: [] as Awaited<ReturnType<ReturnType<typeof createPreview>["build"]>>[],
    watched: [] as string[],
    /** What is between `<b>` in the page of the post. */
    bold: [] as string[],
  };
  const preview = createPreview(
    optionsFor(site.root, ["dev", "--no-search", ...args], "2026-03-02T10:00:00Z"),
    {
      ...SILENT,
      out: (text) => void (text !== "" && result.said.push(text)),
      err: (text) => void result.beside.push(text),
    },
  );
  const before = process.cwd();
  process.chdir(site.root);
  try {
    for (const [i, step] of steps.entries()) {
      site.write(step);
      result.shown.push(await preview.build(i > 0 ? { changed: Object.keys(step) } : {}));
      result.watched.push([...preview.code.watched].join(" "));
      const html = existsSync(page) ? readFileSync(page, "utf8") : "";
      result.bold.push(/<b>(.*)<\/b>/.exec(html)?.[1] ?? "");
    }
  } finally {
    process.chdir(before);
  }
  return result;
}

describe("each save", () => {
  it("gives programs the whole list of problems, and a new one once a layout is fixed", async () => {
    const good = { "layouts/post.njk": '{% extends "carnet/post.njk" %}\n' };
    const steps = [good, { "layouts/post.njk": "{% if %}" }, good];
    const { said } = await refreshed({ [POST]: post("A", "[un lien](/rien/)") }, steps, ["--format", "json"]);
    const told = said.map((text) =>
      (JSON.parse(text) as ShownProblem[]).map(({ file, severity }) => `${severity} ${file}`).sort(),
    );
    const [ofPost = []] = told;
    expect(ofPost.length).toBeGreaterThan(0);
    expect(told).toEqual([ofPost, [...ofPost, "error layouts/post.njk"].sort(), ofPost]);
  });

  it("prints all problems at first, then those of the files that were saved, and drafts so", async () => {
    const [b, draft] = ["content/posts/2026-01-06-b.md", "content/posts/_c.md"];
    const files = { [POST]: post("A", "[un](/rien/)"), [b]: post("B", "[un](/rien/)"), [draft]: post("C") };
    const { said } = await refreshed(files, [{}, { [b]: post("B", "[un autre](/rien/)") }]);
    const lists = said.filter((one) => one.includes("dead-link"));
    expect(lists.map((one) => [one.includes(POST), one.includes(b)])).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(said.filter((one) => one.includes("_c.md n’est pas montré (brouillon)"))).toHaveLength(1);
  });

  it("prints what it breaks in other files, once", async () => {
    const b = "content/posts/2026-01-06-b.md";
    const files = { [POST]: post("A", "[un titre](/blog/2026/01/06/b/#un)"), [b]: post("B", "## Un") };
    const renamed = (text: string): Files => ({ [b]: post("B", `## Deux\n\n${text}`) });
    const { said } = await refreshed(files, [{}, renamed("x"), renamed("y")]);
    const lists = said.join("").split("Mis à jour");
    expect(lists.map((one) => one.includes("dead-anchor"))).toEqual([false, true, false, false]);
  });

  it("keeps the base path until a save without errors", async () => {
    const yaml = "title: A\nlang: en\nurl: https://example.org/mag/\n";
    const wrong = { ...settings(yaml.replace("/mag/", "/autre/")), ...WRONG };
    const steps = [settings(yaml), settings(`${yaml}nav: [\n`), wrong, { [POST]: post("A") }];
    const { shown } = await refreshed({ [POST]: post("A") }, steps);
    expect(shown.map(({ basePath, errors }) => [basePath, errors.length])).toEqual([
      ["/mag/", 0],
      ["/mag/", 1],
      ["/mag/", 1],
      ["/autre/", 0],
    ]);
  });

  it("reports each error once, and says whether the last good pages are still shown", async () => {
    const { said, beside } = await refreshed({}, [WRONG, { [POST]: post("A") }, WRONG]);
    expect(said.map((text) => text.match(/bad-date/g)?.length ?? 0)).toEqual([1, 0, 1]);
    expect(said[1]).toMatch(/^Mis à jour en [\d,]+ s\.\n$/);
    expect(beside).toEqual([
      "Le site apparaîtra dès qu’un enregistrement sera sans erreur.\n",
      "La dernière version correcte reste affichée.\n",
    ]);
  });

  it("prints only errors with --quiet, and serves --base-path while there are no settings", async () => {
    const steps = [settings("title: [\n"), settings(SITE_YAML)];
    const { said, shown } = await refreshed({ [POST]: post("A") }, steps, ["--quiet", "--base-path", "/x/"]);
    expect(said).toHaveLength(1);
    expect(shown.map(({ basePath, errors }) => [basePath, errors.length])).toEqual([
      ["/x/", 1],
      ["/x/", 0],
    ]);
  });

  it("watches what a configuration reads, also while it fails, and runs it again when that is saved", async () => {
    const config = {
      ".eleventy.ts": `import carnet from "carnet";
import { readFileSync } from "node:fs";
import { sign } from "signs";
const numbers = JSON.parse(readFileSync("data/n.json", "utf8"));
export default (config) => {
  config.addPlugin(carnet);
  config.addWatchTarget("./data/");
  config.addFilter("numbers", () => numbers.join(sign));
};
`,
    };
    const layout =
      '{% extends "carnet/post.njk" %}{% block article_footer %}<b>{{ "" | numbers }}</b>{% endblock %}';
    const installed = {
      ...config,
      "node_modules/signs/package.json": '{ "type": "module", "exports": "./signs.js" }',
      "node_modules/signs/signs.js": 'export const sign = "+";',
    };
    const [one, two, cut] = ["[1]", "[1, 2]", "[1, 2"].map((text) => ({ "data/n.json": text }));
    const steps = [one, installed, two, cut, two, one].map((files) => files ?? {});
    const files = { ...config, [POST]: post("A"), "layouts/post.njk": layout };
    const { shown, bold, watched } = await refreshed(files, steps);
    expect(shown.map(({ errors }) => errors.length)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(bold).toEqual(["", "1", "1+2", "1+2", "1+2", "1"]);
    for (const paths of watched.slice(1)) expect(paths).toContain("./data/");
  });

  it("leaves nothing behind when an owner's transform fails on one page while others are being written", async () => {
    const config = {
      ".eleventy.ts": `import carnet from "carnet";
export default (config) => {
  config.addPlugin(carnet);
  config.addTransform("essai", async function (html) {
    if (this.page.url === "/blog/2026/01/05/a/") throw new Error("en panne");
    await new Promise((resolve) => setTimeout(resolve, 200));
    return html;
  });
};
`,
    };
    const { root, said, shown } = await refreshed({ ...config, [POST]: post("A") }, [{}]);
    await setTimeout(400);
    expect(shown.map(({ errors }) => errors.length)).toEqual([1]);
    expect(said.join("")).toContain("Transform `essai`");
    expect(said.join("")).toContain("en panne");
    expect(readdirSync(root).filter((name) => name.startsWith("._preview"))).toEqual([]);
  });

  it("counts the files that it changed", async () => {
    const [one, two] = [{ [POST]: post("A") }, { [POST]: post("A", "Autre.") }];
    const beside = { "content/posts/.DS_Store": "x", [`${POST}.crswap`]: "x" };
    const { shown } = await refreshed(one, [{}, one, beside, two, two, WRONG, two]);
    const isChanged = [true, false, false, true, false, false, false];
    expect(shown.map(({ changes }) => changes > 0)).toEqual(isChanged);
  });
});

describe("errors over a page", () => {
  const ERROR: ShownProblem = {
    ...{ file: "content/posts/2026-03-02-un.md", line: 3, column: 7, code: "bad-date", severity: "error" },
    message: "Le mois de février 2026 n’a que 28 jours.",
    hint: "date: 2026-02-28",
  };
  const PAGE =
    '<!DOCTYPE html><html lang="fr"><head><title>Un</title></head><body class="post"><h1>Un</h1></body></html>';

  it("come first, as an alert with file, line, message and correction, and in the title", () => {
    const html = coverPage(PAGE, [ERROR], "fr");
    expect(html).toMatch(/<body class="post"><section [^>]*role="alert"/);
    for (const text of ["content/posts/2026-03-02-un.md, ligne 3", ERROR.message, "date: 2026-02-28"])
      expect(html).toContain(text);
    expect(html).toContain("</section><h1>Un</h1></body>");
    expect(html).toContain("<title>Erreur – Un</title>");
  });

  it("are all shown, in the language of messages", () => {
    const html = coverPage(PAGE, [ERROR, { ...ERROR, line: 9 }], "en");
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html).toContain('lang="en"');
    expect(html).toContain("What was just saved has an error");
  });

  it("say whether there is a page below", () => {
    expect(coverPage(PAGE, [ERROR], "fr")).toContain("la dernière version correcte");
    const missing = coverPage(PAGE, [ERROR], "fr", false);
    expect(missing).toContain("Si c’est celle d’un de ces textes");
    const alone = coverPage(undefined, [ERROR], "fr");
    expect(alone).toMatch(/^<!doctype html><html lang="fr">[^]*la page apparaîtra ici/);
    for (const html of [missing, alone]) expect(html).not.toContain("la dernière version correcte");
    expect(coverPage("<p>Un</p>", [ERROR], "fr")).toMatch(/role="alert"[^]*<p>Un<\/p>$/);
  });

  it("are escaped, and replacement patterns such as `$&` stay as they are", () => {
    const hostile = { ...ERROR, file: "<img>.md", message: "« <script>x</script> »", hint: '"&<b> $& $1 $$' };
    const html = coverPage(PAGE, [hostile], "fr");
    expect(html).not.toMatch(/<script>|<img>/);
    expect(html).toContain("&lt;script&gt;");
    expect(html).toContain("&lt;b&gt; $&amp; $1 $$");
  });

  it("are styled, without the security policy of the page below, which would forbid it", () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="style-src 'self'">`;
    const html = coverPage(PAGE.replace("<title>", `${policy}<title>`), [ERROR], "fr");
    expect(html).not.toContain("Content-Security-Policy");
    const declarations = [...html.matchAll(/style="([^"]*)"/g)].flatMap(([, style = ""]) => style.split(";"));
    for (const one of declarations) expect(one).toMatch(/^[a-z-]+:[^:;]+$/);
  });
});
