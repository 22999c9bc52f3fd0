import { describe, expect, it } from "vitest";
import { manifestFile } from "../../../src/pages/manifest.ts";
import { siteSchema } from "../../../src/site-schema.ts";
import { resolveSite } from "../../../src/site.ts";
import { siteOf } from "../feeds/samples.ts";

const read = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

describe("the web manifest", () => {
  it("names the site, its language and its icons, one of which a phone may cut", () => {
    expect(read(manifestFile(siteOf({ description: "Notes." })))).toEqual({
      name: "Carnet",
      description: "Notes.",
      lang: "fr",
      dir: "ltr",
      id: "/",
      start_url: "/",
      scope: "/",
      display: "browser",
      background_color: "#fbf8f1",
      theme_color: "#fbf8f1",
      icons: [
        { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
        { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
        { src: "/icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      ],
    });
  });

  it("stays under the base path, where the home page may have an address of its own", () => {
    const settings = siteSchema.parse({ title: "Carnet", addresses: { home: "/accueil/" } });
    const site = resolveSite(settings, { root: "/site", basePath: "/blog/" });
    const manifest = read(manifestFile(site));
    expect(manifest).toMatchObject({ id: "/blog/", scope: "/blog/", start_url: "/blog/accueil/" });
    expect(JSON.stringify(manifest["icons"])).toContain('"/blog/icon-192.png"');
  });

  it("has no description where the site has none, and goes from right to left with its language", () => {
    const manifest = read(manifestFile(siteOf({ lang: "ar" })));
    expect(manifest).not.toHaveProperty("description");
    expect(manifest).toMatchObject({ lang: "ar", dir: "rtl" });
  });
});
