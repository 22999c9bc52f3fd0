import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { say } from "../../support/command.ts";
import { makeSite } from "../../support/site.ts";

it("reports an unknown generator before a folder that does not exist", async () => {
  const { root } = makeSite({});
  const unknown = await say("import", root, "wordpress", "absent", "nouveau");
  expect(unknown).toMatchObject({ status: 2, out: "" });
  expect(unknown.err).toContain("« wordpress » n’est pas un générateur connu");
  expect(unknown.err).not.toContain("absent");
  const known = await say("import", root, "hugo", "absent", "nouveau");
  expect(known.err).toContain("« absent » n’existe pas");
});

describe("an imported blog", () => {
  const OLD = {
    "vieux/_config.yml": 'title: "Le blog d’avant"\n',
    "vieux/_posts/2020-01-01-a.md": "---\ntitle: A\n---\n\nTexte.\n",
  };
  const FRAME = [
    ...[".gitattributes", ".github/workflows/check.yml", ".github/workflows/publish.yml", ".gitignore"],
    ...[".gitlab-ci.yml", ".npmrc", "README.md", "eleventy.config.js", "package.json"],
  ];
  it("gets the files that install, check and publish a new site", async () => {
    const site = makeSite(OLD);
    const argv = ["jekyll", join(site.root, "vieux"), join(site.root, "nouveau"), "--lang", "fr"] as const;
    const first = await say("import", site.root, ...argv);
    expect(first.status).toBe(0);
    for (const file of FRAME) expect(first.err).toContain(file);
    expect(site.list("nouveau")).toEqual(expect.arrayContaining(FRAME));
    expect(site.list("nouveau/content")).toEqual(["posts/2020-01-01-a.md", "site.yaml"]);
    expect(site.read("nouveau/README.md")).toMatch(/^# Le blog d’avant\n/);
    expect(JSON.parse(site.read("nouveau/package.json"))).toMatchObject({
      scripts: { build: "carnet build" },
    });
  });
});
