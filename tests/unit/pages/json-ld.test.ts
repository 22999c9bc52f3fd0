import { expect, it } from "vitest";
import { jsonLd } from "../../../src/pages/json-ld.ts";
import { post } from "../content/site-root.ts";
import { planned, settings } from "./planned.ts";

it("says that an archived site and its blog are, and of no other", async () => {
  const files = { "content/posts/2026-01-01-a.md": post("title: A") };
  for (const [line, said] of [
    ["archived: 2026-02-01", true],
    ["archived: 2027-02-01", false],
  ] as const) {
    const { at, content } = await planned({ ...files, ...settings(line) });
    for (const url of ["/", "/blog/"]) {
      const text = jsonLd({ page: at(url), site: content.site }) ?? "";
      expect(text.includes('"creativeWorkStatus":"Archived"'), `${line} ${url}`).toBe(said);
    }
  }
});
