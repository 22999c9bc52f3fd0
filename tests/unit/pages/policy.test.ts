import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, safetyHeaders } from "../../../src/pages/policy.ts";

const rules = (text: string): Map<string, string> =>
  new Map(
    text
      .split("; ")
      .map((rule): [string, string] => [rule.split(" ", 1)[0] ?? "", rule.slice(rule.indexOf(" ") + 1)]),
  );
const policy = (hosts: readonly string[]): Map<string, string> => rules(contentSecurityPolicy(hosts));

const HOSTS = ["geo.dailymotion.com", "player.vimeo.com"];

describe("the content security policy", () => {
  it("refuses everything that the site does not serve itself", () => {
    const of = policy([]);
    expect(of.get("default-src")).toBe("'none'");
    for (const name of ["script-src", "style-src", "img-src", "font-src", "form-action"])
      expect(of.get(name), name).toBe("'self'");
    for (const name of ["frame-src", "frame-ancestors", "base-uri"])
      expect(of.get(name), name).toBe("'none'");
    expect(contentSecurityPolicy([])).not.toContain("unsafe");
  });

  it("allows frames of the hosts of the site's players, over HTTPS only", () => {
    expect(policy(HOSTS).get("frame-src")).toBe("https://geo.dailymotion.com https://player.vimeo.com");
  });

  it("allows connections to the host that counts visits, if there is one", () => {
    const counted = rules(contentSecurityPolicy([], { endpoint: "https://stats.example.org/m/matomo.php" }));
    expect(counted.get("connect-src")).toBe("'self' https://stats.example.org");
    expect(policy([]).get("connect-src")).toBe("'self'");
  });

  it("allows WebAssembly on the search page, but not `eval`", () => {
    expect(rules(contentSecurityPolicy([], { searches: true })).get("script-src")).toBe(
      "'self' 'wasm-unsafe-eval'",
    );
  });

  it("omits, in a page, what browsers accept only in a header", () => {
    const inPage = contentSecurityPolicy(HOSTS, { inPage: true });
    expect(inPage).not.toContain("frame-ancestors");
    expect(`${inPage}; frame-ancestors 'none'`).toBe(contentSecurityPolicy(HOSTS));
  });
});

describe("the other security headers", () => {
  const features = (hosts: readonly string[]): Map<string, string> =>
    new Map(
      (safetyHeaders(hosts)["Permissions-Policy"] ?? "").split(", ").map((one): [string, string] => {
        const [name = "", value = ""] = one.split("=");
        return [name, value];
      }),
    );

  it("deny cameras, microphones and the like to the site and its players", () => {
    for (const name of ["camera", "microphone", "geolocation", "payment", "usb"])
      expect(features(HOSTS).get(name), name).toBe("()");
  });

  it("allow what playing needs to the site and its players only", () => {
    const players = '(self "https://geo.dailymotion.com" "https://player.vimeo.com")';
    for (const name of ["autoplay", "encrypted-media", "fullscreen", "picture-in-picture"]) {
      expect(features(HOSTS).get(name), name).toBe(players);
      expect(features([]).get(name), name).toBe("(self)");
    }
  });

  it("prevent guessed types, full referrers to other sites and access by openers", () => {
    expect(safetyHeaders([])).toMatchObject({
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
    });
  });
});
