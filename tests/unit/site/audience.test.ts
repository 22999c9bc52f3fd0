import { expect, it } from "vitest";
import { siteSchema } from "../../../src/site/schema.ts";
import { matomoFolder, resolveSite } from "../../../src/site/site.ts";

it.each([
  ["https://stats.example.org", "https://stats.example.org/"],
  ["https://stats.example.org/piwik", "https://stats.example.org/piwik/"],
  ["https://stats.example.org/matomo.php", "https://stats.example.org/"],
  ["https://stats.example.org/a/piwik.js", "https://stats.example.org/a/"],
  ["https://stats.example.org:8443/index.php", "https://stats.example.org:8443/"],
])("finds for Matomo at %s the folder %s", (written, folder) => {
  expect(matomoFolder(written)).toBe(folder);
});

it("counts visits only on the site's own host, and not at all without one", () => {
  const audience = { matomo: "https://stats.example.org/matomo.php", siteId: 12 };
  const measured = (url?: string, preview = false): unknown =>
    resolveSite(siteSchema.parse({ title: "T", audience, url }), { root: "/", preview }).measure;
  expect(measured("https://blog.example.org/carnet/")).toEqual({
    siteId: 12,
    consent: "exempt",
    endpoint: "https://stats.example.org/matomo.php",
    counter: "stats.example.org",
    host: "blog.example.org",
  });
  expect(measured("https://blog.example.org/", true)).toBeUndefined();
  expect(measured()).toBeUndefined();
});
