import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, headersFile, safetyHeaders, XML_POLICY } from "../../../src/pages/policy.ts";
import { siteSchema } from "../../../src/site/schema.ts";
import { resolveSite, type Site } from "../../../src/site/site.ts";
import { siteOf } from "../feeds/samples.ts";
import { planned, settings } from "./planned.ts";

const HOSTS = ["geo.dailymotion.com", "player.vimeo.com"];
const site = siteOf();

/** The directives of a page's policy. */
function policy(hosts: readonly string[], of: Site = site, options = {}): Map<string, string> {
  return new Map(
    contentSecurityPolicy(of, hosts, options)
      .split("; ")
      .map((rule): [string, string] => [rule.split(" ", 1)[0] ?? "", rule.slice(rule.indexOf(" ") + 1)]),
  );
}

describe("the content security policy", () => {
  it("refuses everything that the site does not serve itself", () => {
    const of = policy([]);
    expect(of.get("default-src")).toBe("'none'");
    for (const name of ["script-src", "style-src", "img-src", "font-src", "form-action", "connect-src"])
      expect(of.get(name), name).toBe("'self'");
    for (const name of ["frame-src", "frame-ancestors", "base-uri"])
      expect(of.get(name), name).toBe("'none'");
    expect(contentSecurityPolicy(site, [])).not.toContain("unsafe");
  });

  it("allows frames of the hosts of the site's players, over HTTPS only", () => {
    expect(policy(HOSTS).get("frame-src")).toBe("https://geo.dailymotion.com https://player.vimeo.com");
  });

  it("is widened by `policy` of site.yaml, and by the host that counts visits", () => {
    const wide = siteOf({
      audience: { matomo: "https://stats.example.org/m/", siteId: 1 },
      policy: {
        scripts: ["https://plausible.io/"],
        connect: ["https://plausible.io"],
        images: ["https://img.example.org"],
        frames: ["https://cartes.example.org"],
      },
    });
    const of = policy(HOSTS.slice(0, 1), wide);
    expect(of.get("script-src")).toBe("'self' https://plausible.io");
    expect(of.get("connect-src")).toBe("'self' https://stats.example.org https://plausible.io");
    expect(of.get("img-src")).toBe("'self' https://img.example.org");
    expect(of.get("frame-src")).toBe("https://geo.dailymotion.com https://cartes.example.org");
    expect(of.get("style-src")).toBe("'self'");
    expect(() => siteOf({ policy: { scripts: ["https://a.example; script-src *"] } })).toThrow();
  });

  it("allows WebAssembly on the search page, but not `eval`", () => {
    expect(policy([], site, { searches: true }).get("script-src")).toBe("'self' 'wasm-unsafe-eval'");
  });

  it("omits, in a page, what browsers accept only in a header", () => {
    const inPage = contentSecurityPolicy(site, HOSTS, { inPage: true });
    expect(`${inPage}; frame-ancestors 'none'`).toBe(contentSecurityPolicy(site, HOSTS));
  });
});

it("cameras and microphones are denied to the site and its players, which may play", () => {
  const headers = safetyHeaders(HOSTS);
  expect(headers["Permissions-Policy"]).toContain("camera=(), ");
  expect(headers["Permissions-Policy"]).toContain(
    'fullscreen=(self "https://geo.dailymotion.com" "https://player.vimeo.com")',
  );
  expect(headers).toMatchObject({
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
  });
});

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
    const of = rules(headersFile(site, { ...NOTHING, feedUrls: ["/feed.xml"] }));
    expect(of.get("/*")?.[0]).toMatch(/^ {2}Content-Security-Policy: default-src 'none'; /);
    expect(of.get("/*")).toContain("  X-Content-Type-Options: nosniff");
    for (const path of ["/assets/*", "/pictures/*"])
      expect(of.get(path)).toEqual(["  Cache-Control: public, max-age=31536000, immutable"]);
    expect(of.get("/media/*")).toEqual(["  Cache-Control: public, max-age=86400"]);
    expect(of.get("/feed.xml")).toEqual(["  Cache-Control: public, max-age=600"]);
  });

  it("sandboxes XML files and drawings, instead of giving them the policy of pages", () => {
    const of = rules(headersFile(site, NOTHING));
    for (const path of ["/*.xml", "/*.XML", "/*.svg", "/*.SVG", "/*.xhtml", "/*.xsl", "/*.rdf"])
      expect([path, of.get(path)]).toEqual([
        path,
        ["  ! Content-Security-Policy", `  Content-Security-Policy: ${XML_POLICY}`],
      ]);
  });

  it("hides a whole preview from search engines, and nothing of the site", () => {
    expect(headersFile(site, NOTHING)).not.toContain("X-Robots-Tag");
    expect(rules(headersFile(site, { ...NOTHING, preview: true })).get("/*")).toContain(
      "  X-Robots-Tag: noindex",
    );
  });

  it("gives no address two cache lifetimes, which Cloudflare would join", () => {
    const served = { ...NOTHING, feedUrls: ["/feed.xml", "/en/feed.xml"], searchUrls: ["/recherche/"] };
    const paths = [...rules(headersFile(site, served))]
      .filter(([, lines]) => lines.some((line) => line.startsWith("  Cache-Control")))
      .map(([path]) => path);
    const patterns = paths.map((path) => new RegExp(`^${path.replaceAll("*", ".*")}$`));
    for (const path of paths)
      expect([path, patterns.filter((pattern) => pattern.test(path)).length]).toEqual([path, 1]);
  });

  it("replaces the policy of all pages on the search page, and that of the editors' form", () => {
    const form = { ...site, admin: {}, repository: "https://gitlab.example.org/a/b" };
    const of = rules(headersFile(form, { ...NOTHING, searchUrls: ["/recherche/"] }));
    expect(of.get("/recherche/")?.[0]).toBe("  ! Content-Security-Policy");
    expect(of.get("/recherche/")?.[1]).toContain("'wasm-unsafe-eval'");
    expect(of.get("/*.pf_index")).toEqual(["  Cache-Control: public, max-age=31536000, immutable"]);
    const [csp, opener, own = "", popups] = of.get("/admin/*") ?? [];
    expect([csp, opener]).toEqual(["  ! Content-Security-Policy", "  ! Cross-Origin-Opener-Policy"]);
    expect(own).toContain("connect-src 'self' blob: data: https://gitlab.example.org;");
    expect(popups).toBe("  Cross-Origin-Opener-Policy: same-origin-allow-popups");
    expect(headersFile(site, NOTHING)).not.toMatch(/admin|pf_/);
  });

  it("has its paths under the base path", () => {
    const under = resolveSite(siteSchema.parse({ title: "T" }), { root: "/site", basePath: "/b" });
    for (const path of rules(headersFile(under, NOTHING)).keys()) expect(path).toMatch(/^\/b\/\S/);
  });
});

it.each(["htaccess.example", "nginx.conf.example"])("%s sandboxes whatever is served as XML", (name) => {
  const text = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");
  const line = text.split("\n").find((one) => one.includes(XML_POLICY)) ?? "";
  const [, pattern = "nothing"] = /(?:m#|"~)(\w+)[#"]/.exec(line) ?? [];
  for (const type of ["application/xml", "text/xml", "image/svg+xml", "application/xhtml+xml"])
    expect(type).toMatch(pattern);
});

it("the web manifest gives the site's name, direction and icons, under the base path", async () => {
  const { at } = await planned(settings("lang: ar", "addresses: { home: /accueil/ }"));
  const manifest = JSON.parse(at("/site.webmanifest").text?.() ?? "") as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: "Carnet", lang: "ar", dir: "rtl", id: "/", start_url: "/accueil/" });
  expect(manifest["icons"]).toContainEqual({
    src: "/icon-maskable.png",
    sizes: "512x512",
    type: "image/png",
    purpose: "maskable",
  });
});
