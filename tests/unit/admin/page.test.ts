import { describe, expect, it } from "vitest";
import { adminHeaders, isAdminPage } from "../../../src/admin/page.ts";
import { load } from "../content/site-root.ts";

/** The headers for a site whose `site.yaml` contains these lines. */
async function headersOf(...lines: string[]): Promise<ReturnType<typeof adminHeaders>> {
  const { content } = await load({ "content/site.yaml": ["title: Carnet", ...lines, ""].join("\n") });
  return adminHeaders(content.site);
}

/** One directive of the form's security policy. */
const allowed = (headers: ReturnType<typeof adminHeaders>, matter: string): string | undefined =>
  headers["Content-Security-Policy"].split("; ").find((rule) => rule.startsWith(`${matter} `));

describe("the form's page", () => {
  it("may connect to the site's forge, and to no other", async () => {
    const github = await headersOf("admin: oui", "repository: https://github.com/programme/blog");
    expect(allowed(github, "connect-src")).toBe("connect-src 'self' blob: data: https://api.github.com");
    expect(allowed(github, "img-src")).toBe(
      "img-src 'self' blob: data: https://avatars.githubusercontent.com",
    );
    const lab = await headersOf("admin: oui", "repository: https://gitlab.example.org/a/b");
    expect(allowed(lab, "connect-src")).toBe("connect-src 'self' blob: data: https://gitlab.example.org");
    expect(allowed(lab, "img-src")).toBe("img-src 'self' blob: data: https://gitlab.example.org");
    const none = await headersOf("repository: https://github.com/programme/blog");
    expect(allowed(none, "connect-src")?.trim()).toBe("connect-src 'self' blob: data:");
  });

  it("cannot be framed, and can receive messages from the sign-in window", async () => {
    const repository = "repository: https://framagit.org/a/b";
    const token = await headersOf("admin: oui", repository);
    expect(allowed(token, "frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(token["Cross-Origin-Opener-Policy"]).toBe("same-origin-allow-popups");
    const own = await headersOf("admin: { application: 4f1c }", repository);
    expect(own["Cross-Origin-Opener-Policy"]).toBe("unsafe-none");
  });

  it("is recognised by its script", () => {
    expect(isAdminPage('<script type="module" src="program/a.js"></script>')).toBe(true);
    expect(isAdminPage('<script type="module" src="/assets/a.js"></script>')).toBe(false);
  });
});
