import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, headersFile } from "../../../src/pages/headers.ts";
import { resolveSite } from "../../../src/site.ts";
import { siteOf } from "../feeds/samples.ts";

const policy = (hosts: readonly string[]): Map<string, string> =>
  new Map(
    contentSecurityPolicy(hosts)
      .split("; ")
      .map((rule): [string, string] => [rule.split(" ", 1)[0] ?? "", rule.slice(rule.indexOf(" ") + 1)]),
  );

describe("the content security policy", () => {
  it("refuses all that the site does not serve itself", () => {
    const rules = policy([]);
    expect(rules.get("default-src")).toBe("'none'");
    for (const name of ["script-src", "style-src", "img-src", "font-src"])
      expect(rules.get(name), name).toBe("'self'");
    for (const name of ["frame-src", "frame-ancestors", "base-uri"])
      expect(rules.get(name), name).toBe("'none'");
    expect(contentSecurityPolicy([])).not.toContain("unsafe");
  });

  it("lets in the hosts of the players that the site holds, over HTTPS only", () => {
    const hosts = ["geo.dailymotion.com", "player.vimeo.com"];
    expect(policy(hosts).get("frame-src")).toBe("https://geo.dailymotion.com https://player.vimeo.com");
  });
});

describe("the hosts' headers", () => {
  it("hold for every page, forbid scripts in SVG files, and keep files of the theme for a year", () => {
    const rules = headersFile(siteOf(), []).trimEnd().split("\n\n");
    expect(rules.map((rule) => rule.split("\n")[0])).toEqual(["/*", "/*.svg", "/assets/*"]);
    expect(rules[0]).toContain("\n  Content-Security-Policy: default-src 'none'");
    expect(rules[0]).toContain("\n  X-Content-Type-Options: nosniff");
    expect(rules[1]).toContain("sandbox");
    expect(rules[2]).toContain("immutable");
  });

  it("stand under the base path", () => {
    const site = resolveSite(siteOf(), { root: "/site", basePath: "/b" });
    expect(headersFile(site, [])).toMatch(/^\/b\/\*\n/);
  });
});
