import { describe, expect, it } from "vitest";
import { loadSettings } from "../site-root.ts";

const GITHUB = "repository: https://github.com/programme/blog";

describe("the form for editors", () => {
  it("is enabled only if `admin` says so", async () => {
    expect((await loadSettings(GITHUB, "admin: oui")).content.site.admin).toEqual({});
    for (const lines of [[GITHUB], [GITHUB, "admin: non"]])
      expect((await loadSettings(...lines)).content.site.admin).toBeUndefined();
  });

  it("is refused without a repository to save to", async () => {
    const { problems, content } = await loadSettings("admin: oui");
    expect(problems).toMatchObject([
      {
        ...{ line: 2, column: 1, code: "settings", severity: "error" },
        hint: "Ajoutez son adresse : repository: https://github.com/programme/blog",
      },
    ]);
    expect(content.site.admin).toBeUndefined();
  });

  it("is not refused a second time for a repository that is refused itself", async () => {
    const { problems } = await loadSettings("repository: git@github.com:programme/blog.git", "admin: oui");
    expect(problems).toMatchObject([{ line: 2, hint: GITHUB }]);
  });

  it("is refused if the forge of the repository is unknown", async () => {
    const unknown = "repository: https://git.example.org/a/b";
    const { problems } = await loadSettings(unknown, "admin: oui");
    expect(problems).toMatchObject([
      {
        ...{ line: 3, column: 1, code: "settings", severity: "error" },
        hint: "Ajoutez son nom, github, gitlab ou forgejo : forge: gitlab",
      },
    ]);
    expect((await loadSettings(unknown, "forge: gitlab", "admin: oui")).problems).toEqual([]);
  });

  it("gets a warning for a key that its forge does not use", async () => {
    const { problems } = await loadSettings(GITHUB, "admin:", "  application: 4f1c");
    expect(problems).toMatchObject([
      {
        ...{ line: 4, column: 3, code: "unknown-key", severity: "warn" },
        message: expect.stringContaining("est sur GitHub") as string,
      },
    ]);
    const lab = await loadSettings(
      "repository: https://gitlab.com/a/b",
      "admin: { signIn: https://a.example.org }",
    );
    expect(lab.problems).toMatchObject([
      { code: "unknown-key", message: expect.stringContaining("est sur GitLab") as string },
    ]);
  });
});

describe("the branch of a site", () => {
  const folder = "repository: https://github.com/programme/outils/tree/feature/x/blog";

  it("gets a warning if the address of the repository names another one", async () => {
    const { problems } = await loadSettings(folder, "branch: main");
    expect(problems).toMatchObject([
      {
        ...{ line: 3, column: 1, code: "unknown-key", severity: "warn" },
        message: expect.stringContaining("nomme la branche « feature »") as string,
      },
    ]);
  });

  it("gets no warning if the address begins with it, or if only one of the two is given", async () => {
    for (const lines of [[folder, "branch: feature/x"], [folder], [GITHUB, "branch: next"], ["branch: next"]])
      expect((await loadSettings(...lines)).problems, lines.join()).toEqual([]);
  });
});
