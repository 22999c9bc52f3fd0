import { expect, it } from "vitest";
import { createEnvironment } from "../../../src/eleventy/environment.ts";

it("keeps nothing of a shortcode that was given another meaning: a preview gives all of them anew at each save", () => {
  const environment = createEnvironment("layouts", "layouts", {});
  const shortcode = (): { tags: string[]; parse(): void } => ({ tags: ["bonjour"], parse: () => undefined });
  const [first, other, second] = [shortcode(), shortcode(), shortcode()];
  environment.addExtension("Bonjour", first).addExtension("Salut", other).addExtension("Bonjour", second);
  expect(environment.getExtension("Bonjour")).toBe(second);
  expect(Reflect.get(environment, "extensionsList")).toHaveLength(2);
});
