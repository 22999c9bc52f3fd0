import { expect, it } from "vitest";
import { extraArgument } from "../../../src/cli/extra-argument.ts";
import { usageWords } from "../../../src/strings/usage.ts";
import { makeSite } from "../../support/site.ts";

it("takes a folder for the site's folder, and a file for one of its texts", () => {
  const { root } = makeSite({ "blog/content/posts/a.md": "x", "content/posts/a.md": "x", notes: "x" });
  const told = (value: string, command = "check"): string =>
    extraArgument(value, { command, cwd: root, words: usageWords("fr") });
  expect(told("blog")).toContain("--site blog");
  expect(told("mon-site")).toContain("--site mon-site");
  expect(told("content/posts/a.md")).toMatch(/est un fichier.*écrivez : carnet check$/);
  expect(told("blog/content/posts/a.md", "build")).toMatch(/écrivez : carnet build --site blog$/);
  expect(told("mon site")).toContain('--site "mon site"');
  expect(told("mon site/content/posts/a.md")).toMatch(/écrivez : carnet check --site "mon site"$/);
  expect(told("content/posts/absent.md")).toMatch(/écrivez : carnet check$/);
  expect(told("notes")).toMatch(/écrivez : carnet check$/);
  expect(told(`${root}/content/posts/a.md`)).toContain(`carnet check --site ${root}`);
});
