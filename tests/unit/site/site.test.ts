// What follows from the settings of a site: colours, the state of its accessibility, who counts its readers, its words by language.
import { describe, expect, it } from "vitest";
import { contrast, movedUntil } from "../../../src/colour.ts";
import { accentFaults, accentTokens, PAPERS, type Scheme } from "../../../src/site/accent.ts";
import { allowedConformity, conformityOf, isExpired } from "../../../src/site/accessibility.ts";
import { accessibilitySchema, siteSchema } from "../../../src/site/schema.ts";
import { matomoFolder, resolveSite, siteTitle } from "../../../src/site/site.ts";

it.each([
  ["#000000", "#ffffff", 21],
  ["#777777", "#ffffff", 4.48],
  ["#ffffff", "#ffffff", 1],
])("the contrast of %s and %s is %d", (a, b, ratio) => {
  expect([contrast(a, b), contrast(b, a)].map((one) => one.toFixed(2))).toEqual(
    Array(2).fill(ratio.toFixed(2)),
  );
});

describe("an accent", () => {
  it.each([
    [{ accent: "#55269b", accentDark: "#c8b1ff" }, undefined],
    [{}, undefined],
    // It is changed as little as possible.
    [{ accent: "#e1000f" }, { key: "accent", nearest: "#d8000e" }],
    [{ accent: "#ffdd00" }, { key: "accent" }],
    [{ accent: "#ffffff" }, { key: "accent" }],
    [{ accent: "#55269b", accentDark: "#55269b" }, { key: "accentDark" }],
  ] as const)("%j is reported if it is unreadable, with the nearest readable one", (theme, expected) => {
    const faults = accentFaults(theme);
    expect(faults).toMatchObject(expected ? [expected] : []);
    for (const { key, ratio, nearest } of faults) {
      expect(ratio).toBeLessThan(4.5);
      expect(accentFaults({ [key]: nearest })).toEqual([]);
    }
  });
  it.each(["#55269b", "#000091", "#0b5e2b", "#8a1538", "#000000"])(
    "gives colours that are readable in both schemes: %s",
    (accent) => {
      for (const scheme of ["light", "dark"] as Scheme[]) {
        const tokens = accentTokens({ accent }, scheme);
        for (const colour of [tokens.accent, tokens["accent-strong"]])
          for (const ground of [...PAPERS[scheme], tokens.wash, tokens["on-accent"]])
            expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
  it("is unchanged in the light scheme, and adapted in the dark one unless `accentDark` is set", () => {
    expect(accentTokens({ accent: "#55269b" }, "light").accent).toBe("#55269b");
    expect(accentTokens({ accent: "#55269b" }, "dark").accent).not.toBe("#55269b");
    expect(accentTokens({ accent: "#55269b", accentDark: "#ffcc00" }, "dark").accent).toBe("#ffcc00");
    // White if nothing nearer passes.
    expect(movedUntil("#123456", "#ffffff", () => false)).toBe("#ffffff");
  });
});

describe("the conformity that a site declares", () => {
  const DAY = { auditedOn: "2026-03-02" };
  it.each([
    [{}, "none", "none"],
    [{ rate: 100 }, "none", "none"],
    [DAY, "none", "none"],
    [{ ...DAY, rate: 49.99 }, "none", "none"],
    [{ ...DAY, rate: 50 }, "partial", "partial"],
    [{ ...DAY, rate: 99.99 }, "partial", "partial"],
    [{ ...DAY, rate: 100, nonConformities: ["une carte"] }, "partial", "partial"],
    [{ ...DAY, rate: 100 }, "full", "full"],
    // The owner may lower it, and never raise it.
    [{ ...DAY, rate: 100, status: " Non conforme" }, "full", "none"],
    [{ ...DAY, rate: 100, status: "Partially Compliant" }, "full", "partial"],
    [{ ...DAY, rate: 60, status: "totalement conforme" }, "partial", "partial"],
    [{ status: "fully compliant" }, "none", "none"],
  ])("with %j is at most %s: %s", (written, allowed, declared) => {
    const audit = accessibilitySchema.parse(written);
    expect([allowedConformity(audit), conformityOf(audit)]).toEqual([allowed, declared]);
  });
  it("expires after three years, to the day", () => {
    expect(["2026-03-02", "2026-03-03"].map((today) => isExpired("2023-03-02", today))).toEqual([
      false,
      true,
    ]);
  });
});

describe("page views", () => {
  it.each([
    ["https://stats.example.org", "https://stats.example.org/"],
    ["https://stats.example.org/piwik", "https://stats.example.org/piwik/"],
    ["https://stats.example.org/matomo.php", "https://stats.example.org/"],
    ["https://stats.example.org/a/piwik.js", "https://stats.example.org/a/"],
    ["https://stats.example.org:8443/index.php", "https://stats.example.org:8443/"],
  ])("go for Matomo at %s to the folder %s", (written, folder) => {
    expect(matomoFolder(written)).toBe(folder);
  });
  it("are counted only on the site's own host, and in no preview", () => {
    const audience = { matomo: "https://stats.example.org/matomo.php", siteId: 12 };
    const measured = (url?: string, preview = false): unknown =>
      resolveSite(siteSchema.parse({ title: "T", audience, url }), { root: "/", preview }).measure;
    const endpoint = "https://stats.example.org/matomo.php";
    expect(measured("https://blog.example.org/carnet/")).toEqual({
      ...{ siteId: 12, endpoint, host: "blog.example.org" },
    });
    expect([measured("https://blog.example.org/", true), measured()]).toEqual([undefined, undefined]);
  });
});

describe("words by language", () => {
  it.each([
    ["en", "The notebook"],
    ["fr", "Le carnet"],
    ["de", "Le carnet"],
  ])("of the title in %s are its translation, unless there is none or it is empty", (lang, title) => {
    const translations = { en: { title: "The notebook", taxonomies: {} }, de: { title: "", taxonomies: {} } };
    expect(siteTitle({ title: "Le carnet", translations }, lang)).toBe(title);
  });
});
