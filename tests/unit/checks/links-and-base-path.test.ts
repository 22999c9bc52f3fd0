import { describe, expect, it } from "vitest";
import { checkLinks } from "../../../src/checks/links.ts";
import { show } from "../../../src/shown-problems.ts";
import { inputOf, found } from "./link-input.ts";

describe("under a base path", () => {
  const host = "blog.example.org";
  const under = {
    basePath: "/carnet/",
    homes: [
      { host, path: "/carnet/" },
      { host, path: "/" },
    ],
  };
  it("accepts addresses with or without the base path", () => {
    const hrefs = [
      "https://blog.example.org/carnet/a-propos/",
      "https://blog.example.org/a-propos/",
      "/a-propos/",
      "/carnet/a-propos/",
    ];
    expect(found(hrefs, under)).toEqual([]);
  });

  it("suggests an address without the base path", () => {
    expect(found(["/carnet/a-propo/"], under)).toEqual(["dead-link/near /a-propos/"]);
  });
});

describe("an address on the site's host outside the base path", () => {
  const only = { basePath: "/carnet/", homes: [{ host: "blog.example.org", path: "/carnet/" }] };

  it.each([
    ["https://blog.example.org/a-propos/#equipe", "/a-propos/#equipe"],
    ["https://blog.example.org/a-propos", "/a-propos/"],
  ])("is reported with the intended page: %s", (href, suggestion) => {
    expect(found([href], only)).toEqual([`dead-link/outside ${suggestion}`]);
  });

  it("is reported with `alsoServed` if another site may answer there", () => {
    const [one] = show(checkLinks(inputOf(["https://blog.example.org/communaute/2020/"], only)), {
      lang: "en",
    });
    expect(one).toMatchObject({
      line: 10,
      column: 3,
      code: "dead-link",
      message:
        "The link “https://blog.example.org/communaute/2020/” has this site’s own address, but leads out of /carnet/, where the site is served.",
      hint: "Correct the address. If another site answers there, write in content/site.yaml: alsoServed: [/defis/, /communaute/]",
    });
  });

  it.each([
    "https://blog.example.org/carnet/a-propos/",
    "https://blog.example.org/carnet",
    "https://blog.example.org/defis/x",
    "https://blog.example.org/carnet/defis/x",
    // Another site, since this one is in a folder of the host.
    "https://blog.example.org/",
    "https://blog.example.org",
  ])("is not reported if it is inside the base path or belongs to another site: %s", (href) => {
    expect(found([href], only)).toEqual([]);
  });
});
