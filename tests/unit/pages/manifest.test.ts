import { describe, expect, it } from "vitest";
import { manifestFile } from "../../../src/pages/manifest.ts";
import { siteSchema } from "../../../src/site/schema.ts";
import { resolveSite } from "../../../src/site/site.ts";
import { siteOf } from "../feeds/samples.ts";

const read = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

describe("the web manifest", () => {
  it("gives the site's name, language and icons, one of them maskable", () => {
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

  it("stays under the base path, even if the home page has another address", () => {
    const settings = siteSchema.parse({ title: "Carnet", addresses: { home: "/accueil/" } });
    const site = resolveSite(settings, { root: "/site", basePath: "/blog/" });
    const manifest = read(manifestFile(site));
    expect(manifest).toMatchObject({ id: "/blog/", scope: "/blog/", start_url: "/blog/accueil/" });
    expect(JSON.stringify(manifest["icons"])).toContain('"/blog/icon-192.png"');
  });

  it("has no description if the site has none, and the direction of its language", () => {
    const manifest = read(manifestFile(siteOf({ lang: "ar" })));
    expect(manifest).not.toHaveProperty("description");
    expect(manifest).toMatchObject({ lang: "ar", dir: "rtl" });
  });
});
