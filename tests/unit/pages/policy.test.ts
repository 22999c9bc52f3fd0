import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, headersFile, safetyHeaders, XML_POLICY } from "../../../src/pages/policy.ts";
import { siteSchema } from "../../../src/site/schema.ts";
import { resolveSite } from "../../../src/site/site.ts";
import { siteOf } from "../feeds/samples.ts";

const HOSTS = ["geo.dailymotion.com", "player.vimeo.com"];
const site = siteOf();

describe("the content security policy", () => {
  it("refuses everything that the site does not serve itself", () => {
    expect(contentSecurityPolicy(site, [])).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
  });

  it("is widened by the site's players, by `policy` of site.yaml, and by the host that counts visits", () => {
    const wide = siteOf({
      audience: { matomo: "https://stats.example.org/m/", siteId: 1 },
      policy: {
        scripts: ["https://plausible.io/"],
        connect: ["https://plausible.io"],
        images: ["https://img.example.org"],
        frames: ["https://cartes.example.org"],
      },
    });
    const rules = contentSecurityPolicy(wide, HOSTS).split("; ");
    expect(rules).toEqual(
      expect.arrayContaining([
        "script-src 'self' https://plausible.io",
        "connect-src 'self' https://stats.example.org https://plausible.io",
        "img-src 'self' https://img.example.org",
        "frame-src https://geo.dailymotion.com https://player.vimeo.com https://cartes.example.org",
        "style-src 'self'",
      ]),
    );
    expect(() => siteOf({ policy: { scripts: ["https://a.example; script-src *"] } })).toThrow();
  });

  it("allows WebAssembly on the search page, but not `eval`, and omits in a page what only a header may say", () => {
    expect(contentSecurityPolicy(site, [], { searches: true })).toContain(
      "script-src 'self' 'wasm-unsafe-eval';",
    );
    const inPage = contentSecurityPolicy(site, HOSTS, { inPage: true });
    expect(`${inPage}; frame-ancestors 'none'`).toBe(contentSecurityPolicy(site, HOSTS));
  });
});

it("cameras and microphones are denied to the site and its players, which may play", () => {
  expect(safetyHeaders(HOSTS)).toEqual({
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": expect.stringMatching(
      /camera=\(\), .*microphone=\(\), .*fullscreen=\(self "https:\/\/geo\.dailymotion\.com" "https:\/\/player\.vimeo\.com"\)/,
    ) as string,
  });
});

const NOTHING = { frameHosts: [], searchUrls: [], feedUrls: [] };

/** Paths of the rules → their lines. */
function rules(...of: Parameters<typeof headersFile>): Map<string, string[]> {
  const blocks = headersFile(...of)
    .trimEnd()
    .split("\n\n");
  return new Map(
    blocks
      .map((block) => block.split("\n  "))
      .map(([path = "", ...lines]): [string, string[]] => [path, lines]),
  );
}

describe("the `_headers` file", () => {
  const FOREVER = ["Cache-Control: public, max-age=31536000, immutable"];

  it("protects every page and sets cache lifetimes, no address twice, since Cloudflare would join them", () => {
    const served = { ...NOTHING, feedUrls: ["/feed.xml", "/en/feed.xml"], searchUrls: ["/recherche/"] };
    const of = rules(site, served);
    expect(of.get("/*")?.[0]).toMatch(/^Content-Security-Policy: default-src 'none'; /);
    expect(of.get("/*")).toContain("X-Content-Type-Options: nosniff");
    for (const path of ["/assets/*", "/pictures/*", "/*.pf_index"]) expect(of.get(path)).toEqual(FOREVER);
    expect(of.get("/media/*")).toEqual(["Cache-Control: public, max-age=86400"]);
    expect(of.get("/feed.xml")).toEqual(["Cache-Control: public, max-age=600"]);
    const cached = [...of].flatMap(([path, lines]) =>
      lines.join("\n").includes("Cache-Control") ? path : [],
    );
    const patterns = cached.map((path) => new RegExp(`^${path.replaceAll("*", ".*")}$`));
    for (const path of cached)
      expect([path, patterns.filter((pattern) => pattern.test(path)).length]).toEqual([path, 1]);
  });

  it("sandboxes XML files and drawings, instead of giving them the policy of pages", () => {
    const of = rules(site, NOTHING);
    for (const path of ["/*.xml", "/*.XML", "/*.svg", "/*.SVG", "/*.xhtml", "/*.xsl", "/*.rdf"])
      expect(of.get(path), path).toEqual([
        "! Content-Security-Policy",
        `Content-Security-Policy: ${XML_POLICY}`,
      ]);
  });

  it("hides a whole preview from search engines, and nothing of the site", () => {
    expect(headersFile(site, NOTHING)).not.toContain("X-Robots-Tag");
    expect(headersFile(site, { ...NOTHING, preview: true })).toContain("X-Robots-Tag: noindex");
  });

  it("replaces the policy of all pages on the search page, and that of the editors' form", () => {
    const form = { ...site, admin: {}, repository: "https://gitlab.example.org/a/b" };
    const of = rules(form, { ...NOTHING, searchUrls: ["/recherche/"] });
    expect(of.get("/recherche/")).toEqual([
      "! Content-Security-Policy",
      expect.stringContaining("'wasm-unsafe-eval'") as string,
    ]);
    expect(of.get("/admin/*")).toEqual([
      "! Content-Security-Policy",
      "! Cross-Origin-Opener-Policy",
      expect.stringContaining("connect-src 'self' blob: data: https://gitlab.example.org;") as string,
      "Cross-Origin-Opener-Policy: same-origin-allow-popups",
    ]);
    expect(headersFile(site, NOTHING)).not.toMatch(/admin|pf_/);
  });

  it("has its paths under the base path", () => {
    const under = resolveSite(siteSchema.parse({ title: "T" }), { root: "/site", basePath: "/b" });
    for (const path of rules(under, NOTHING).keys()) expect(path).toMatch(/^\/b\/\S/);
  });
});

it.each(["htaccess.example", "nginx.conf.example"])("%s sandboxes whatever is served as XML", (name) => {
  const line = readFileSync(`docs/${name}`, "utf8")
    .split("\n")
    .find((one) => one.includes(XML_POLICY));
  const [, pattern = "nothing"] = /(?:m#|"~)(\w+)[#"]/.exec(line ?? "") ?? [];
  for (const type of ["application/xml", "text/xml", "image/svg+xml", "application/xhtml+xml"])
    expect(type).toMatch(pattern);
});
