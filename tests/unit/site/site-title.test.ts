import { expect, it } from "vitest";
import { siteTitle } from "../../../src/site/site.ts";

const site = {
  title: "Le carnet",
  translations: { en: { title: "The notebook", taxonomies: {} }, de: { title: "", taxonomies: {} } },
};

it.each([
  ["en", "The notebook"],
  ["fr", "Le carnet"],
  ["br", "Le carnet"],
  ["de", "Le carnet"],
])("the title of the site in %s is its translation, unless there is none or it is empty", (lang, title) => {
  expect(siteTitle(site, lang)).toBe(title);
});
