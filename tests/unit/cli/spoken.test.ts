import { describe, expect, it } from "vitest";
import { spokenOf } from "../../../src/cli/spoken.ts";
import { defaultSettings } from "../../../src/content/settings/settings.ts";

const french = { site: defaultSettings() };
const english = { site: { ...defaultSettings(), lang: "en-CA" } };

describe("the language of a command", () => {
  it("is the site's, unless another is asked for", () => {
    expect(spokenOf({ spoken: "en" }, french)).toBe("fr");
    expect(spokenOf({ spoken: "fr" }, english)).toBe("en");
    expect(spokenOf({ spoken: "fr", lang: "fr" }, english)).toBe("fr");
  });

  it("is the environment's when there is no site", () => {
    expect(spokenOf({ spoken: "en" }, { site: undefined })).toBe("en");
    expect(spokenOf({ spoken: "fr" }, { site: undefined })).toBe("fr");
  });
});
