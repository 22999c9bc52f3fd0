import { expect, it } from "vitest";
import { createEnvironment } from "../../../src/eleventy/environment.ts";
import { ui } from "../../../src/strings/ui.ts";

const render = (license: { label: string; url?: string }): string =>
  createEnvironment("tests/unit/layouts/none", "layouts", {})
    .render("partials/license.njk", { license, t: ui("fr") })
    .trim();

it("links a known licence, with `rel`", () => {
  expect(render({ label: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" })).toBe(
    '<p class="post-license">Réutilisation : <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a></p>',
  );
});

it("shows other words unchanged, but escaped", () => {
  expect(render({ label: "Tous droits <réservés>" })).toBe(
    '<p class="post-license">Réutilisation : Tous droits &lt;réservés&gt;</p>',
  );
});
