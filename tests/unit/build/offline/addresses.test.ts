import { describe, expect, it } from "vitest";
import { createLocalize } from "../../../../src/build/offline/addresses.ts";

const FILES = ["index.html", "a propos/index.html", "blog/un/index.html", "été.png", "img/x.png", "404.html"];
const ONLINE = { basePath: "/", origin: "https://blog.example.org", alsoServed: ["/defis/"] };
const localize = createLocalize(FILES, ONLINE);

describe("an address in an offline copy", () => {
  it.each([
    ["a page", "/blog/un/", "index.html", "blog/un/index.html"],
    ["the home page, from another page", "/", "blog/un/index.html", "../../index.html"],
    ["a page without its final slash", "/blog/un", "index.html", "blog/un/index.html"],
    ["a file", "/img/x.png", "blog/un/index.html", "../../img/x.png"],
    ["a fragment of another page", "/blog/un/#la-suite", "index.html", "blog/un/index.html#la-suite"],
    ["a fragment of the same page", "#la-suite", "index.html", "#la-suite"],
    ["a file with a query string", "/img/x.png?v=2", "index.html", "img/x.png"],
    ["a page, with the site’s host", "https://blog.example.org/blog/un/", "index.html", "blog/un/index.html"],
    ["a relative address", "../../img/x.png", "blog/un/index.html", "../../img/x.png"],
    ["percent-encoded letters", "/%C3%A9t%C3%A9.png", "index.html", "%C3%A9t%C3%A9.png"],
    ["a percent-encoded space", "/a%20propos/", "index.html", "a%20propos/index.html"],
    ["another host", "https://example.net/x/", "index.html", "https://example.net/x/"],
    ["another host, without a scheme", "//example.net/x.js", "index.html", "https://example.net/x.js"],
    ["an email address", "mailto:a@example.org", "index.html", "mailto:a@example.org"],
    ["a path that another site serves", "/defis/un/", "index.html", "https://blog.example.org/defis/un/"],
    ["a page that does not exist", "/parti/", "index.html", "https://blog.example.org/parti/"],
    ["an empty address", "", "index.html", ""],
  ])("%s: %s", (_, href, from, expected) => {
    expect(localize(href, from)).toBe(expected);
  });

  it("loses the site's base path", () => {
    const based = createLocalize(FILES, { basePath: "/carnet/", origin: "https://example.org" });
    expect(based("/carnet/blog/un/", "index.html")).toBe("blog/un/index.html");
    expect(based("/carnet/", "blog/un/index.html")).toBe("../../index.html");
    expect(based("/autre/", "index.html")).toBe("https://example.org/autre/");
  });

  it("stays as it is when it leads nowhere and the site has no address", () => {
    expect(createLocalize(FILES, { basePath: "/" })("/parti/", "index.html")).toBe("/parti/");
  });
});
