import { z } from "zod";
import { expect, it } from "vitest";
import { parseOptions } from "../../../src/cli/options.ts";
import { createRefresh, type Shown } from "../../../src/cli/refresh.ts";
import { makeSite, post, SITE_YAML } from "../../support/site.ts";

const LIST = z.array(z.object({ file: z.string(), severity: z.string() }));

type Site = ReturnType<typeof makeSite>;

/** What standard output was given by builds of a site, each of which follows what `steps` writes. */
async function refreshed(
  site: Site,
  { args = [], steps }: { args?: readonly string[]; steps: readonly Record<string, string>[] },
): Promise<{ said: string[]; shown: Shown[] }> {
  const typed = { cwd: site.root, clock: () => new Date("2026-03-02T10:00:00Z"), preview: true };
  const parsed = parseOptions(["--no-search", ...args], typed);
  if (!parsed.ok) throw new Error("refused");
  const said: string[] = [];
  const out = (text: string): void => {
    if (text !== "") said.push(text);
  };
  const nothing = (): void => undefined;
  const refresh = createRefresh(parsed.options, { out, err: nothing, color: false, progress: nothing });
  const shown: Shown[] = [];
  const before = process.cwd();
  process.chdir(site.root);
  try {
    for (const files of steps) {
      site.write(files);
      shown.push(await refresh.build());
    }
  } finally {
    process.chdir(before);
  }
  return { said, shown };
}

it("gives programs the whole list, and another once a layout is mended", async () => {
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

it("speaks the site's language, and serves it where it stands, while its settings cannot be read", async () => {
  const yaml = "title: A\nlang: en\nurl: https://example.org/mag/\n";
  const settings = (text: string): Record<string, string> => ({ "content/site.yaml": text });
  const site = makeSite({ ...settings(yaml), "content/posts/2026-01-05-a.md": post("A") });
  const moved = yaml.replace("/mag/", "/autre/");
  const wrong = { ...settings(moved), "content/posts/2026-01-05-a.md": post("A", "x", "date: non\n") };
  const steps = [{}, settings(`${yaml}nav: [\n`), wrong, { "content/posts/2026-01-05-a.md": post("A") }];
  const { shown } = await refreshed(site, { steps });
  expect(shown.map(({ lang, basePath, errors }) => [lang, basePath, errors.length])).toEqual([
    ["en", "/mag/", 0],
    ["en", "/mag/", 1],
    ["en", "/mag/", 1],
    ["en", "/autre/", 0],
  ]);
});
