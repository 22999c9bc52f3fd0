import { describe, expect, it } from "vitest";
import { createTagFacts } from "../../../src/checks/tag-facts.ts";

describe("the facts of a tag", () => {
  it.each([
    ["", [], []],
    [' class="a"', [], []],
    [' href=" /a/ " src=b poster="/c.jpg"', ["/a/", "b", "/c.jpg"], []],
    [' srcset="/a.jpg 1x, /b.jpg 2x" src="/a.jpg"', ["/a.jpg", "/a.jpg", "/b.jpg"], []],
    [' onclick="x" style="y"', [], ['onclick="…"', 'style="…"']],
    [' href="java' + 'script:x"', ["javascript:x"], ["javascript:"]],
  ])("list the addresses and forbidden attributes of %j", (written, addresses, forbidden) => {
    const facts = createTagFacts()(written);
    expect(facts.addresses).toEqual(addresses);
    expect(facts.forbidden).toEqual(forbidden);
  });

  it("are the same each time, for cached tags and after many others", () => {
    const facts = createTagFacts();
    const of = (i: number): unknown => facts(` id="i${String(i)}" alt href="/p/${String(i)}/"`);
    const all = Array.from({ length: 5000 }, (_, i) => i);
    const first = all.map(of);
    expect(all.map(of)).toEqual(first);
    expect(of(0)).toBe(first[0]);
    expect(of(4999)).toEqual({
      attributes: new Map([
        ["id", "i4999"],
        ["alt", ""],
        ["href", "/p/4999/"],
      ]),
      addresses: ["/p/4999/"],
      forbidden: [],
    });
  });
});
