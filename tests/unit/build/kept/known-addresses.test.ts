import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadKnownAddresses, saveKnownAddresses } from "../../../../src/build/kept/known-addresses.ts";
import type { KnownAddresses } from "../../../../src/checks/external/known.ts";
import { NOW, siteRoot } from "../../content/site-root.ts";

const KNOWN: KnownAddresses = new Map([["https://e.org/a", { at: NOW, verdict: { is: "alive" } }]]);

it("loads in the next run what one saved, and leaves no other file beside it", () => {
  const root = siteRoot({});
  expect(loadKnownAddresses(root, NOW)).toEqual(new Map());
  saveKnownAddresses(root, KNOWN);
  saveKnownAddresses(root, KNOWN);
  expect(loadKnownAddresses(root, NOW)).toEqual(KNOWN);
  expect(readdirSync(join(root, ".cache"))).toEqual(["links.json"]);
});

it("saves nothing, without an error, when a file or a folder is in the way", () => {
  const file = siteRoot({ ".cache": "" });
  saveKnownAddresses(file, KNOWN);
  expect(loadKnownAddresses(file, NOW)).toEqual(new Map());
  const folder = siteRoot({ ".cache/links.json/a": "" });
  saveKnownAddresses(folder, KNOWN);
  expect(readdirSync(join(folder, ".cache"))).toEqual(["links.json"]);
});

it("ignores and replaces a symbolic link, whose target may have no end", () => {
  const [root, elsewhere] = [siteRoot({ ".cache/a": "" }), siteRoot({})];
  saveKnownAddresses(elsewhere, KNOWN);
  symlinkSync(join(elsewhere, ".cache/links.json"), join(root, ".cache/links.json"));
  expect(loadKnownAddresses(root, NOW)).toEqual(new Map());
  saveKnownAddresses(root, KNOWN);
  expect(loadKnownAddresses(root, NOW)).toEqual(KNOWN);
});

it("follows no link out of the site", () => {
  const [root, outside] = [siteRoot({}), siteRoot({})];
  symlinkSync(outside, join(root, ".cache"));
  saveKnownAddresses(root, KNOWN);
  expect(readdirSync(outside)).toEqual(["content"]);
});
