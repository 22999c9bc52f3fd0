import { describe, expect, it } from "vitest";
import { show } from "../../../../src/shown-problems.ts";
import { loadContent } from "../../../../src/content/load.ts";
import { load, type LoadedSite, loadSettings, NOW, post, siteRoot } from "../site-root.ts";

const POST = { "content/posts/2026-01-05-titre.md": post("title: A") };

const loaded = (lines: readonly string[], head = "url: https://blog.example.org"): Promise<LoadedSite> =>
  loadSettings(head, "audience:", ...lines.map((line) => `  ${line}`));

const GOOD = ["matomo: https://stats.example.org/", "siteId: 12"];

describe("a valid audience", () => {
  it("is measured without asking, unless it says otherwise", async () => {
    const { content, problems } = await loaded(GOOD);
    expect(problems).toEqual([]);
    expect(content.site.audience?.consent).toBe("exempt");
    expect(content.site.measure?.endpoint).toBe("https://stats.example.org/matomo.php");
    const asked = await loaded([...GOOD, "consent: ask"]);
    expect(asked.content.site.measure?.consent).toBe("ask");
  });

  it("is not measured in a preview with drafts or future texts", async () => {
    const files = {
      ...POST,
      "content/site.yaml": `title: T\nurl: https://b.example.org\naudience:\n  ${GOOD.join("\n  ")}\n`,
    };
    for (const preview of [{ drafts: true }, { future: true }]) {
      const { site } = (await load(files, preview)).content;
      expect(site.measure).toBeUndefined();
      expect(site.audience).toBeDefined();
    }
  });

  it("is measured for the host of site.yaml, even if a build has another address", async () => {
    const files = {
      ...POST,
      "content/site.yaml": `title: T\nurl: https://b.example.org\naudience:\n  ${GOOD.join("\n  ")}\n`,
    };
    const { content } = await load(files, { url: "https://preview.example.net/12/" });
    expect(content.site.measure?.host).toBe("b.example.org");
  });

  it("gets a note that nothing is measured if the site has no address", async () => {
    const { content, problems } = await loaded(GOOD, "lang: fr");
    expect(problems).toMatchObject([
      {
        file: "content/site.yaml",
        line: 3,
        code: "audience",
        severity: "note",
        hint: "url: https://blog.example.org",
      },
    ]);
    expect(content.site.measure).toBeUndefined();
  });
});

describe("an invalid audience is not measured, and is reported at its place", () => {
  const SITE = "siteId: 12";
  it.each([
    [
      "plain http",
      ["matomo: http://stats.example.org/", SITE],
      4,
      11,
      "  matomo: https://stats.example.org/",
    ],
    [
      "plain http, with a PHP file in the address",
      ["matomo: http://stats.example.org/matomo.php", SITE],
      4,
      11,
      "  matomo: https://stats.example.org/",
    ],
    [
      "a query string",
      ["matomo: https://stats.example.org/matomo.php?idsite=3", SITE],
      4,
      11,
      "  matomo: https://stats.example.org/",
    ],
    [
      "a password in the address",
      ["matomo: https://me:secret@stats.example.org/m/", SITE],
      4,
      11,
      "  matomo: https://stats.example.org/m/",
    ],
  ])("%s", async (_, lines, line, column, hint) => {
    const { content, problems } = await loaded(lines);
    expect(problems).toMatchObject([
      { file: "content/site.yaml", line, column, severity: "error", code: "audience", hint },
    ]);
    expect(JSON.stringify(problems)).not.toContain("secret");
    expect(content.site.audience).toBeUndefined();
  });

  it.each([
    ["no scheme", ["matomo: stats.example.org", "siteId: 12"], 4, "  matomo: https://stats.example.org"],
    ["no site id", ["matomo: https://stats.example.org/"], 3, "  siteId: 12"],
    ["a site id that is text", ["matomo: https://stats.example.org/", 'siteId: "n° 7"'], 5, "  siteId: 7"],
    ["a site id of zero", ["matomo: https://stats.example.org/", "siteId: 0"], 5, "  siteId: 12"],
    ["a fractional site id", ["matomo: https://stats.example.org/", "siteId: 1.5"], 5, "  siteId: 12"],
    ["an unknown consent mode", [...GOOD, "consent: never"], 6, "  consent: ask"],
  ])("%s", async (_, lines, line, hint) => {
    const { content, problems } = await loaded(lines);
    expect(problems).toMatchObject([
      { file: "content/site.yaml", line, severity: "error", code: "settings", hint },
    ]);
    expect(content.site.audience).toBeUndefined();
  });

  it("an unknown key, which may be a misspelt `consent`", async () => {
    for (const line of ["consant: ask", "consentement: ask", "accord: oui", "consentement:"]) {
      const { content, problems } = await loaded([...GOOD, line]);
      expect(problems).toMatchObject([
        { line: 6, column: 3, severity: "error", code: "audience", hint: "  consent: ask" },
      ]);
      expect(problems[0]?.message).toContain("« consent »");
      expect(content.site.audience).toBeUndefined();
    }
  });

  it("an unknown key, a duplicate or a misspelt `siteId`", async () => {
    const far = await loaded([...GOOD, "cookies: false"]);
    expect(far.problems).toMatchObject([
      { line: 6, code: "audience", hint: "Supprimez la ligne « cookies »." },
    ]);
    const twice = await loaded([...GOOD, "consent: ask", "consentement: non"]);
    expect(twice.problems).toMatchObject([{ line: 7, hint: "Supprimez la ligne « consentement »." }]);
    const other = await loaded(["matomo: https://stats.example.org/", "idSite: 4"]);
    expect(other.problems).toMatchObject([
      { line: 3, code: "settings" },
      { line: 5, code: "audience", hint: "  siteId: 4" },
    ]);
  });

  it("in English too", async () => {
    const root = siteRoot({
      ...POST,
      "content/site.yaml": "title: T\naudience: { matomo: http://x.example/, siteId: 1 }\n",
    });
    const { problems } = await loadContent({ root, now: NOW, builtinLayouts: ["base", "page", "post"] });
    const [one] = show(problems, { lang: "en" });
    expect(one?.message).toMatch(/^The address of your Matomo .* https:$/);
    expect(one?.hint).toBe("audience: { matomo: https://x.example/, siteId: 1 }");
  });
});
