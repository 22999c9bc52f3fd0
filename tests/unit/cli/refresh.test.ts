import { z } from "zod";
import { expect, it } from "vitest";
import { parseOptions } from "../../../src/cli/options.ts";
import { createRefresh } from "../../../src/cli/refresh.ts";
import { makeSite, post, SITE_YAML } from "../../support/site.ts";

const LIST = z.array(z.object({ file: z.string(), severity: z.string() }));

it("gives programs the whole list, and another once a layout is mended", async () => {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-01-05-a.md": post("A", "Voir [ici](/rien/)."),
    "layouts/post.njk": '{% extends "carnet/post.njk" %}\n',
  });
  const typed = { cwd: site.root, clock: () => new Date("2026-03-02T10:00:00Z"), preview: true };
  const parsed = parseOptions(["--no-search", "--format", "json"], typed);
  if (!parsed.ok) throw new Error("refused");
  const said: string[] = [];
  const out = (text: string): void => {
    if (text !== "") said.push(text);
  };
  const nothing = (): void => undefined;
  const refresh = createRefresh(parsed.options, { out, err: nothing, color: false, progress: nothing });
  const before = process.cwd();
  process.chdir(site.root);
  try {
    await refresh.build();
    site.write({ "layouts/post.njk": "{% if %}" });
    await refresh.build();
    site.write({ "layouts/post.njk": '{% extends "carnet/post.njk" %}\n' });
    await refresh.build();
  } finally {
    process.chdir(before);
  }
  const lists = said.map((text) => LIST.parse(JSON.parse(text)));
  const told = lists.map((list) => list.map(({ file, severity }) => `${severity} ${file}`).sort());
  const ofPost = told[0] ?? [];
  expect(ofPost.length).toBeGreaterThan(0);
  expect(told).toEqual([ofPost, [...ofPost, "error layouts/post.njk"].sort(), ofPost]);
});
