import { describe, expect, it } from "vitest";
import { allowedConformity, conformityOf, isExpired } from "../../../src/site/accessibility.ts";
import { accessibilitySchema } from "../../../src/site/schema.ts";

const audit = (more: object): ReturnType<typeof accessibilitySchema.parse> => accessibilitySchema.parse(more);
const DAY = { auditedOn: "2026-03-02" };

describe("the conformity that an audit allows", () => {
  it.each([
    ["no audit", {}, "none"],
    ["a rate without a day", { rate: 100 }, "none"],
    ["a day without a rate", DAY, "none"],
    ["a rate below 50", { ...DAY, rate: 49.99 }, "none"],
    ["a rate of 50", { ...DAY, rate: 50 }, "partial"],
    ["a rate just below 100", { ...DAY, rate: 99.99 }, "partial"],
    [
      "a rate of 100 and a listed non-conformity",
      { ...DAY, rate: 100, nonConformities: ["une carte"] },
      "partial",
    ],
    ["a rate of 100", { ...DAY, rate: 100 }, "full"],
  ])("with %s", (_, data, state) => {
    expect(allowedConformity(audit(data))).toBe(state);
    expect(conformityOf(audit(data))).toBe(state);
  });

  it("is lowered by the owner's `status`, but never raised", () => {
    expect(conformityOf(audit({ ...DAY, rate: 100, status: "non conforme" }))).toBe("none");
    expect(conformityOf(audit({ ...DAY, rate: 60, status: "totalement conforme" }))).toBe("partial");
    expect(conformityOf(audit({ status: "fully compliant" }))).toBe("none");
    expect(conformityOf(audit({ ...DAY, rate: 100, status: " Non conforme" }))).toBe("none");
    expect(conformityOf(audit({ ...DAY, rate: 100, status: "Partially Compliant" }))).toBe("partial");
  });

  it("expires after three years, to the day", () => {
    expect(isExpired("2023-03-02", "2026-03-02")).toBe(false);
    expect(isExpired("2023-03-02", "2026-03-03")).toBe(true);
  });
});
