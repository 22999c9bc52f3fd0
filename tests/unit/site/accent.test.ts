import { describe, expect, it } from "vitest";
import { contrast, movedUntil } from "../../../src/colour.ts";
import { accentFaults, accentTokens, PAPERS, type Scheme } from "../../../src/site/accent.ts";

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.48],
    ["#ffffff", "#ffffff", 1],
  ])("of %s and %s is %d", (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2);
    expect(contrast(b, a)).toBeCloseTo(ratio, 2);
  });
});

describe("an accent", () => {
  it("is accepted if it is readable", () => {
    expect(accentFaults({ accent: "#55269b", accentDark: "#c8b1ff" })).toEqual([]);
    expect(accentFaults({})).toEqual([]);
  });

  it.each(["#00bb55", "#ffdd00", "#aaaaaa", "#e1000f", "#ffffff"])(
    "that is unreadable on light paper is reported with the nearest readable one: %s",
    (accent) => {
      const [fault, ...others] = accentFaults({ accent });
      expect(others).toEqual([]);
      expect(fault).toMatchObject({ key: "accent", found: accent });
      expect(fault?.ratio).toBeLessThan(4.5);
      expect(accentFaults({ accent: fault?.nearest })).toEqual([]);
    },
  );

  it("that is unreadable on dark paper is reported with the nearest readable one", () => {
    const [fault] = accentFaults({ accent: "#55269b", accentDark: "#55269b" });
    expect(fault).toMatchObject({ key: "accentDark", found: "#55269b" });
    expect(accentFaults({ accentDark: fault?.nearest })).toEqual([]);
  });

  it("that is slightly too light is changed as little as possible, and keeps its hue", () => {
    expect(accentFaults({ accent: "#e1000f" })[0]?.nearest).toBe("#d9000e");
  });

  it.each(["#55269b", "#000091", "#0b5e2b", "#8a1538", "#000000"])(
    "gives colours that are readable in both schemes: %s",
    (accent) => {
      for (const scheme of ["light", "dark"] as Scheme[]) {
        const tokens = accentTokens({ accent }, scheme);
        for (const colour of [tokens.accent, tokens["accent-strong"]]) {
          for (const ground of [...PAPERS[scheme], tokens.wash])
            expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5);
          expect(contrast(tokens["on-accent"], colour)).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );

  it("is unchanged in the light scheme, and adapted in the dark one unless `accentDark` is set", () => {
    expect(accentTokens({ accent: "#55269b" }, "light").accent).toBe("#55269b");
    expect(accentTokens({ accent: "#55269b" }, "dark").accent).not.toBe("#55269b");
    expect(accentTokens({ accent: "#55269b", accentDark: "#ffcc00" }, "dark").accent).toBe("#ffcc00");
  });
});

it("becomes black or white if nothing nearer passes", () => {
  expect(movedUntil("#123456", "black", () => false)).toBe("#000000");
  expect(movedUntil("#123456", "white", () => false)).toBe("#ffffff");
});
