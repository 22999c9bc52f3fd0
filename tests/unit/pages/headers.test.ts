import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { headersFile } from "../../../src/pages/headers.ts";
import { XML_POLICY } from "../../../src/pages/policy.ts";
import { resolveSite } from "../../../src/site/site.ts";
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

describe("the `_headers` file", () => {
  it("protects every page and sets cache lifetimes", () => {
    const of = rules(headersFile(siteOf(), { ...NOTHING, feedUrls: ["/feed.xml"] }));
    expect(of.get("/*")?.[0]).toMatch(/^ {2}Content-Security-Policy: default-src 'none'; /);
    expect(of.get("/*")).toContain("  X-Content-Type-Options: nosniff");
    for (const path of ["/assets/*", "/pictures/*"])
      expect(of.get(path)).toEqual(["  Cache-Control: public, max-age=31536000, immutable"]);
    expect(of.get("/media/*")).toEqual(["  Cache-Control: public, max-age=86400"]);
    expect(of.get("/feed.xml")).toEqual(["  Cache-Control: public, max-age=600"]);
  });

  it("sandboxes XML files and drawings, instead of giving them the policy of pages", () => {
    const of = rules(headersFile(siteOf(), NOTHING));
    for (const path of ["/*.xml", "/*.XML", "/*.svg", "/*.SVG", "/*.xhtml", "/*.xsl", "/*.rdf"])
      expect([path, of.get(path)]).toEqual([
        path,
        [
          "  ! Content-Security-Policy",
          expect.stringContaining("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
        ],
      ]);
  });

  it("keeps the pieces of a search index for ever, in whatever folder, but not the files that name them", () => {
    const text = headersFile(siteOf(), { ...NOTHING, searchUrls: ["/recherche/"] });
    const kept = [...rules(text)].flatMap(([path, [line]]) =>
      line === "  Cache-Control: public, max-age=31536000, immutable" ? [path] : [],
    );
    const patterns = kept.map((path) => new RegExp(`^${path.replaceAll("*", ".*")}$`));
    const isKept = (path: string): boolean => patterns.some((pattern) => pattern.test(path));
    expect(isKept("/pagefind/fragment/fr_18eae98.pf_fragment")).toBe(true);
    expect(isKept("/pagefind/fr-2/index/fr_da59299.pf_index")).toBe(true);
    for (const name of ["pagefind-entry.json", "pagefind.js", "wasm.fr.pagefind"])
      expect(isKept(`/pagefind/${name}`), name).toBe(false);
    expect(headersFile(siteOf(), NOTHING)).not.toContain("pf_");
  });

  it("hides a whole preview from search engines, and nothing of the site", () => {
    expect(headersFile(siteOf(), NOTHING)).not.toContain("X-Robots-Tag");
    const of = rules(headersFile(siteOf(), { ...NOTHING, preview: true }));
    expect(of.get("/*")).toContain("  X-Robots-Tag: noindex");
  });

  it("gives no address two cache lifetimes, which Cloudflare would join", () => {
    const served = { ...NOTHING, feedUrls: ["/feed.xml", "/en/feed.xml"], searchUrls: ["/recherche/"] };
    const paths = [...rules(headersFile(siteOf(), served))]
      .filter(([, lines]) => lines.some((line) => line.startsWith("  Cache-Control")))
      .map(([path]) => path);
    const patterns = paths.map((path) => new RegExp(`^${path.replaceAll("*", ".*")}$`));
    for (const path of paths)
      expect(
        patterns.filter((pattern) => pattern.test(path)),
        path,
      ).toHaveLength(1);
  });

  it("replaces the policy of all pages on the search page", () => {
    const of = rules(headersFile(siteOf(), { ...NOTHING, searchUrls: ["/recherche/"] })).get("/recherche/");
    expect(of?.[0]).toBe("  ! Content-Security-Policy");
    expect(of?.[1]).toContain("'wasm-unsafe-eval'");
  });

  it("gives the form its own policy, which allows connections to the forge and to no other host", () => {
    const site = { ...siteOf(), admin: {}, repository: "https://gitlab.example.org/a/b" };
    const of = rules(headersFile(site, NOTHING));
    const [csp, opener, policy = "", popups] = of.get("/admin/*") ?? [];
    expect([csp, opener]).toEqual(["  ! Content-Security-Policy", "  ! Cross-Origin-Opener-Policy"]);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' blob: data: https://gitlab.example.org;");
    expect(popups).toBe("  Cross-Origin-Opener-Policy: same-origin-allow-popups");
    // After sign-in, the application's window returns from the forge to this page, which must still be its opener.
    const signing = headersFile({ ...site, admin: { application: "abc" } }, NOTHING);
    expect(rules(signing).get("/admin/*")?.[3]).toBe("  Cross-Origin-Opener-Policy: unsafe-none");
    expect(of.get("/admin/program/*")).toEqual(["  Cache-Control: public, max-age=31536000, immutable"]);
    expect(headersFile(siteOf(), NOTHING)).not.toContain("admin");
  });

  it("has its paths under the base path", () => {
    const site = resolveSite(siteOf(), { root: "/site", basePath: "/b" });
    for (const path of rules(headersFile(site, NOTHING)).keys()) expect(path).toMatch(/^\/b\/\S/);
  });
});

it.each(["htaccess.example", "nginx.conf.example"])("%s sandboxes whatever is served as XML", (name) => {
  const text = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");
  const line = text.split("\n").find((one) => one.includes(XML_POLICY)) ?? "";
  const [, pattern = "nothing"] = /(?:m#|"~)(\w+)[#"]/.exec(line) ?? [];
  for (const type of ["application/xml", "text/xml", "image/svg+xml", "application/xhtml+xml"])
    expect(type).toMatch(pattern);
});
