import { describe, expect, it } from "vitest";
import { headIcons, iconColour } from "../../../src/pages/icons.ts";
import { siteOf } from "../feeds/samples.ts";

describe("the icons in the head of a page", () => {
  it.each([
    [undefined, "/icon.svg"],
    ["/img/icone.svg", "/img/icone.svg"],
    ["/img/icone.png", undefined],
  ])("with the icon %s, include the SVG %s", (icon, svg) => {
    expect(headIcons(siteOf({ icon }))).toEqual({
      ico: "/favicon.ico",
      ...(svg !== undefined && { svg }),
      apple: "/apple-touch-icon.png",
      manifest: "/site.webmanifest",
    });
  });
});

describe("the background of a generated icon", () => {
  it("is the accent of the site, or else that of the theme", () => {
    expect(iconColour(siteOf({ theme: { accent: "#0A0" } }))).toBe("#00aa00");
    expect(iconColour(siteOf())).toBe("#55269b");
  });
});
