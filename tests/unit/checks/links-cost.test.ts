import { expect, it } from "vitest";
import { checkLinks } from "../../../src/checks/links.ts";
import type { Reference } from "../../../src/markdown/types.ts";
import { busy } from "../../support/busy.ts";
import { file, url, inputOf } from "./link-input.ts";

it("takes less than 8 s when all 3,000 links of a large site are dead", () => {
  const pages = Array.from({ length: 3000 }, (_, n) => `/blog/un-titre-assez-long-numero-${String(n)}/`);
  const input = inputOf([], { answers: new Map(pages.map((page) => [page, undefined])) });
  const references = pages.map((page): Reference => ({
    kind: "link",
    href: page.replace("assez", "asez"),
    text: "",
    line: 1,
    column: 1,
  }));
  const taken = busy(() => {
    const entries = [{ file, url, references, ids: new Set<string>() }];
    expect(checkLinks({ ...input, entries })).toHaveLength(3000);
  });
  expect(taken).toBeLessThan(8000);
});
