// Small, complete values of types from other folders, for tests of what Eleventy receives.
import type { StaticPage } from "../../../src/content/types.ts";
import type { Rendered } from "../../../src/markdown/types.ts";
import { postOf } from "../feeds/samples.ts";

export function pageOf(changes: Partial<StaticPage> = {}): StaticPage {
  const { fields, placeOf, text } = postOf();
  return {
    kind: "page",
    file: "content/pages/aide.md",
    lang: "fr",
    title: "Aide",
    description: "",
    slug: "aide",
    url: "/aide/",
    layout: "page",
    text,
    bodyLine: 1,
    fields,
    redirectFrom: [],
    noindex: false,
    typography: true,
    corrections: [],
    translations: [],
    placeOf,
    ...changes,
  };
}

export function renderedOf(changes: Partial<Rendered> = {}): Rendered {
  return {
    html: "<p>Texte</p>",
    headings: [],
    references: [],
    ids: [],
    words: 1,
    pictures: [],
    shown: [],
    frameHosts: [],
    problems: [],
    ...changes,
  };
}
