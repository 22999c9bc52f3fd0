import { describe, expect, it } from "vitest";
import { prepare, type Prepared } from "../../../src/build/prepare.ts";
import { builtinLayouts } from "../../../src/eleventy/builtin-layouts.ts";
import { KeptModel } from "../../../src/eleventy/kept-model.ts";
import { NOW, post, siteRoot } from "../content/site-root.ts";
import { renderedOf } from "./samples.ts";

const FILE = "content/posts/2026-01-05-a.md";

async function prepared(): Promise<Prepared> {
  const made = await prepare({
    root: siteRoot({ [FILE]: post("title: A") }),
    now: NOW,
    builtin: builtinLayouts(),
  });
  if (!made.prepared) throw new Error("refused");
  return made.prepared;
}

describe("the model kept from the last rendering", () => {
  it("is reused for the same site, with the texts saved since", async () => {
    const kept = new KeptModel();
    const site = await prepared();
    const first = await kept.of(site);
    const item = first.model.items.get(FILE);
    expect(first.model.items.get(FILE)).toBe(item);
    expect(item?.content).toContain("Texte.");
    const row = (): string => first.environment.parts.part(() => item?.content ?? "", "row", item, []);
    expect(row()).toContain("Texte.");
    const saved = { ...renderedOf({ html: "<p>Autre." }), digest: "" };
    Object.assign(site, { rendered: new Map([...site.rendered, [FILE, saved]]) });
    expect(await kept.of(site)).toBe(first);
    expect(item?.content).toBe("<p>Autre.");
    expect(row()).toBe("<p>Autre.");
  });

  it("is dropped for another site, and its environment emptied", async () => {
    const kept = new KeptModel();
    const first = await kept.of(await prepared());
    const second = await kept.of(await prepared());
    expect(second.model).not.toBe(first.model);
    expect(Reflect.ownKeys(first.environment)).toEqual([]);
    kept.release();
    expect(Reflect.ownKeys(second.environment)).toEqual([]);
  });
});
