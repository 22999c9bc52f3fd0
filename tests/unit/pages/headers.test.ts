import { describe, expect, it } from "vitest";
import { headersFile } from "../../../src/pages/headers.ts";
import { resolveSite } from "../../../src/site.ts";
import { siteOf } from "../feeds/samples.ts";

const NOTHING = { frameHosts: [], searchUrls: [], feedUrls: [] };

/** Paths of the rules → their lines. */
function rules(text: string): Map<string, string[]> {
  return new Map(
    text
      .trimEnd()
      .split("\n\n")
      .map((rule): [string, string[]] => {
        const [path = "", ...lines] = rule.split("\n");
        return [path, lines];
      }),
  );
}

describe("the hosts' headers", () => {
  it("hold for every page, forbid scripts in SVG files, and say how long a file may be kept", () => {
    const of = rules(headersFile(siteOf(), { ...NOTHING, feedUrls: ["/feed.xml"] }));
    expect(of.get("/*")?.[0]).toMatch(/^ {2}Content-Security-Policy: default-src 'none'; /);
    expect(of.get("/*")).toContain("  X-Content-Type-Options: nosniff");
    for (const path of ["/*.svg", "/*.SVG"]) expect(of.get(path)?.[0]).toContain("sandbox");
    for (const path of ["/assets/*", "/pictures/*"])
      expect(of.get(path)).toEqual(["  Cache-Control: public, max-age=31536000, immutable"]);
    expect(of.get("/media/*")).toEqual(["  Cache-Control: public, max-age=86400"]);
    expect(of.get("/feed.xml")).toEqual(["  Cache-Control: public, max-age=600"]);
  });

  it("keep all of a preview from search engines, its feeds and pictures too, and nothing of the site", () => {
    expect(headersFile(siteOf(), NOTHING)).not.toContain("X-Robots-Tag");
    const of = rules(headersFile(siteOf(), { ...NOTHING, preview: true }));
    expect(of.get("/*")).toContain("  X-Robots-Tag: noindex");
  });

  it("give no address two lifetimes, which Cloudflare would join", () => {
    const paths = [...rules(headersFile(siteOf(), { ...NOTHING, feedUrls: ["/feed.xml", "/en/feed.xml"] }))]
      .filter(([, lines]) => lines.some((line) => line.startsWith("  Cache-Control")))
      .map(([path]) => path);
    const patterns = paths.map((path) => new RegExp(`^${path.replaceAll("*", ".*")}$`));
    for (const path of paths)
      expect(
        patterns.filter((pattern) => pattern.test(path)),
        path,
      ).toHaveLength(1);
  });

  it("take the policy of all pages off the page that searches, and give it its own", () => {
    const of = rules(headersFile(siteOf(), { ...NOTHING, searchUrls: ["/recherche/"] })).get("/recherche/");
    expect(of?.[0]).toBe("  ! Content-Security-Policy");
    expect(of?.[1]).toContain("'wasm-unsafe-eval'");
  });

  it("give the form a policy of its own, that lets it speak to the forge and to no other", () => {
    const site = { ...siteOf(), admin: {}, repository: "https://gitlab.example.org/a/b" };
    const of = rules(headersFile(site, NOTHING));
    const [csp, opener, policy = "", popups] = of.get("/admin/*") ?? [];
    expect([csp, opener]).toEqual(["  ! Content-Security-Policy", "  ! Cross-Origin-Opener-Policy"]);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' blob: data: https://gitlab.example.org;");
    expect(popups).toBe("  Cross-Origin-Opener-Policy: same-origin-allow-popups");
    // The window of an application comes back from the forge to this page, which has to be its opener still.
    const signing = headersFile({ ...site, admin: { application: "abc" } }, NOTHING);
    expect(rules(signing).get("/admin/*")?.[3]).toBe("  Cross-Origin-Opener-Policy: unsafe-none");
    expect(of.get("/admin/program/*")).toEqual(["  Cache-Control: public, max-age=31536000, immutable"]);
    expect(headersFile(siteOf(), NOTHING)).not.toContain("admin");
  });

  it("stand under the base path", () => {
    const site = resolveSite(siteOf(), { root: "/site", basePath: "/b" });
    expect([...rules(headersFile(site, NOTHING)).keys()]).toEqual([
      "/b/*",
      "/b/*.svg",
      "/b/*.SVG",
      "/b/assets/*",
      "/b/pictures/*",
      "/b/media/*",
    ]);
  });
});
