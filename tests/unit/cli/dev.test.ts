import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { expect, it } from "vitest";
import { readCommandLine } from "../../../src/cli/arguments.ts";
import { createRefresh, type Refresh } from "../../../src/cli/dev.ts";
import { makeSite, post, SITE_YAML } from "../../support/site.ts";

const LIST = z.array(z.object({ file: z.string(), severity: z.string() }));

type Shown = Awaited<ReturnType<Refresh["build"]>>;
type Site = ReturnType<typeof makeSite>;

/** What successive builds of a site print, each after the files of one of `steps` are written: results, and all else. */
async function refreshed(
  site: Site,
  {
    args = [],
    steps,
    look = () => "",
  }: { args?: readonly string[]; steps: readonly Record<string, string>[]; look?: () => string },
): Promise<{ said: string[]; beside: string[]; shown: Shown[]; watched: string[]; looks: string[] }> {
  const clock = (): Date => new Date("2026-03-02T10:00:00Z");
  const typed = { cwd: site.root, clock, env: {}, version: "1.2.3" };
  const asked = readCommandLine(["dev", "--no-search", ...args], typed);
  if (!("command" in asked)) throw new Error("refused");
  const said: string[] = [];
  const out = (text: string): void => {
    if (text !== "") said.push(text);
  };
  const beside: string[] = [];
  const err = (text: string): void => void beside.push(text);
  const refresh = createRefresh(asked.options, { out, err, color: false, progress: () => undefined });
  const shown: Shown[] = [];
  const watched: string[] = [];
  const looks: string[] = [];
  const before = process.cwd();
  process.chdir(site.root);
  try {
    for (const files of steps) {
      site.write(files);
      shown.push(await refresh.build({ ...(shown.length > 0 && { changed: Object.keys(files) }) }));
      looks.push(look());
      watched.push(refresh.watched().join(" "));
    }
  } finally {
    process.chdir(before);
  }
  return { said, beside, shown, watched, looks };
}

it("gives programs the whole list of problems, and a new one once a layout is fixed", async () => {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-01-05-a.md": post("A", "Voir [ici](/rien/)."),
    "layouts/post.njk": '{% extends "carnet/post.njk" %}\n',
  });
  const mended = { "layouts/post.njk": '{% extends "carnet/post.njk" %}\n' };
  const steps = [{}, { "layouts/post.njk": "{% if %}" }, mended];
  const { said } = await refreshed(site, { args: ["--format", "json"], steps });
  const lists = said.map((text) => LIST.parse(JSON.parse(text)));
  const told = lists.map((list) => list.map(({ file, severity }) => `${severity} ${file}`).sort());
  const ofPost = told[0] ?? [];
  expect(ofPost.length).toBeGreaterThan(0);
  expect(told).toEqual([ofPost, [...ofPost, "error layouts/post.njk"].sort(), ofPost]);
});

it("prints all problems at first, then those of the files that were saved", async () => {
  const [a, b] = ["content/posts/2026-01-05-a.md", "content/posts/2026-01-06-b.md"] as const;
  const files = { [a]: post("A", "[un lien](/rien/)"), [b]: post("B", "[un lien](/rien/)") };
  const site = makeSite({ "content/site.yaml": SITE_YAML, ...files });
  const { said } = await refreshed(site, { steps: [{}, { [b]: post("B", "[un autre](/rien/)") }] });
  const lists = said.filter((text) => text.includes("dead-link"));
  expect(lists.map((text) => [text.includes(a), text.includes(b)])).toEqual([
    [true, true],
    [false, true],
  ]);
});

it("keeps the base path until a save without errors", async () => {
  const yaml = "title: A\nlang: en\nurl: https://example.org/mag/\n";
  const settings = (text: string): Record<string, string> => ({ "content/site.yaml": text });
  const site = makeSite({ ...settings(yaml), "content/posts/2026-01-05-a.md": post("A") });
  const moved = yaml.replace("/mag/", "/autre/");
  const wrong = { ...settings(moved), "content/posts/2026-01-05-a.md": post("A", "x", "date: non\n") };
  const steps = [{}, settings(`${yaml}nav: [\n`), wrong, { "content/posts/2026-01-05-a.md": post("A") }];
  const { shown } = await refreshed(site, { steps });
  expect(shown.map(({ basePath, errors }) => [basePath, errors.length])).toEqual([
    ["/mag/", 0],
    ["/mag/", 1],
    ["/mag/", 1],
    ["/autre/", 0],
  ]);
});

it("reports each error once, and says whether the last good pages are still shown", async () => {
  const [good, wrong] = [post("A"), post("A", "x", "date: non\n")].map((text) => ({
    "content/posts/2026-01-05-a.md": text,
  }));
  const site = makeSite({ "content/site.yaml": SITE_YAML });
  const steps = [wrong ?? {}, good ?? {}, wrong ?? {}];
  const { said, beside } = await refreshed(site, { steps });
  expect(said.map((text) => text.match(/bad-date/g)?.length ?? 0)).toEqual([1, 0, 1]);
  expect(said[1]).toMatch(/^Mis à jour en [\d,]+ s\.\n$/);
  expect(beside).toEqual([
    "Le site apparaîtra dès qu’un enregistrement sera sans erreur.\n",
    "La dernière version correcte reste affichée.\n",
  ]);
});

it("prints only errors with --quiet, and serves --base-path while there are no settings", async () => {
  const site = makeSite({ "content/site.yaml": "title: [\n", "content/posts/2026-01-05-a.md": post("A") });
  const steps = [{}, { "content/site.yaml": SITE_YAML }];
  const { said, shown } = await refreshed(site, { args: ["--quiet", "--base-path", "/x/"], steps });
  expect(said).toHaveLength(1);
  expect(shown.map(({ basePath, errors }) => [basePath, errors.length])).toEqual([
    ["/x/", 1],
    ["/x/", 0],
  ]);
});

it("watches what a configuration reads, also while it fails because of that", async () => {
  const config = `import carnet from "carnet";
import { existsSync, readFileSync } from "node:fs";
export default (config) => {
  config.addPlugin(carnet);
  config.addWatchTarget("./data/");
  config.addGlobalData("n", JSON.parse(readFileSync("data/n.json", "utf8")));
  config.addPassthroughCopy("extra");
};
`;
  const [good, wrong] = [{ "data/n.json": "[1]" }, { "data/n.json": "[1" }];
  const site = makeSite({ "content/site.yaml": SITE_YAML, ".eleventy.ts": config });
  const { shown, watched } = await refreshed(site, {
    steps: [wrong, good, wrong, good, { ".eleventy.ts": "" }],
  });
  expect(shown.map(({ errors }) => errors.length)).toEqual([1, 0, 1, 0, 1]);
  const all = "./data/ extra";
  expect(watched).toEqual(["./data/", all, all, all, all]);
});

it("runs a configuration again when what it reads or lacks was saved since", async () => {
  const config = `import carnet from "carnet";
import { existsSync, readFileSync } from "node:fs";
import { sign } from "signs";
const numbers = JSON.parse(readFileSync("data/n.json", "utf8"));
export default (config) => {
  config.addPlugin(carnet);
  config.addWatchTarget("./data/");
  config.addFilter("numbers", () => numbers.join(sign));
};
`;
  const [one, two, cut] = ["[1]", "[1, 2]", "[1, 2"].map((text) => ({ "data/n.json": text }));
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-01-05-a.md": post("A"),
    "layouts/post.njk":
      '{% extends "carnet/post.njk" %}{% block article_footer %}<b>{{ "" | numbers }}</b>{% endblock %}',
    ".eleventy.ts": config,
  });
  const installed = {
    ".eleventy.ts": config,
    "node_modules/signs/package.json": '{ "type": "module", "exports": "./signs.js" }',
    "node_modules/signs/signs.js": 'export const sign = "+";',
  };
  const page = join(site.root, "_preview/blog/2026/01/05/a/index.html");
  const look = (): string =>
    existsSync(page) ? (/<b>(.*)<\/b>/.exec(readFileSync(page, "utf8"))?.[1] ?? "") : "none";
  const steps = [one, installed, two, cut, two, one].map((files) => files ?? {});
  const { shown, looks } = await refreshed(site, { steps, look });
  expect(shown.map(({ errors }) => errors.length)).toEqual([1, 0, 0, 1, 0, 0]);
  expect(looks).toEqual(["none", "1", "1+2", "1+2", "1+2", "1"]);
});

it("tells a save that changes a page from one that changes none", async () => {
  const file = "content/posts/2026-01-05-a.md";
  const [one, two, wrong] = [post("A"), post("A", "Autre."), post("A", "x", "date: non\n")].map((text) => ({
    [file]: text,
  }));
  const site = makeSite({ "content/site.yaml": SITE_YAML, ...one });
  const beside = { "content/posts/.DS_Store": "x", "content/posts/2026-01-05-a.md.crswap": "x" };
  const steps = [{}, one, beside, two, two, wrong, wrong, two, two].map((files) => files ?? {});
  const { shown } = await refreshed(site, { steps });
  expect(shown.map(({ isSame }) => isSame)).toEqual([
    ...[false, true, true, false, true],
    ...[false, false, false, true],
  ]);
});
