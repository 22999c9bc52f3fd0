// Small, complete values of types from other folders, for tests of what layouts receive.
import type { Prepared } from "../../../src/build/prepare.ts";
import { Store } from "../../../src/build/store.ts";
import type { StaticPage } from "../../../src/content/types.ts";
import { Model } from "../../../src/eleventy/model.ts";
import type { Rendered } from "../../../src/markdown/types.ts";
import { planSite } from "../../../src/pages/plan.ts";
import { load, type Files } from "../content/site-root.ts";
import { postOf } from "../feeds/samples.ts";

export function pageOf(changes: Partial<StaticPage> = {}): StaticPage {
  const { fields, placeOf, body } = postOf();
  return {
    kind: "page",
    file: "content/pages/aide.md",
    lang: "fr",
    title: "Aide",
    description: "",
    slug: "aide",
    url: "/aide/",
    layout: "page",
    body,
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

/** The model of a site with these files, each text of which is `<p>Texte</p>`. */
export async function modelOf(files: Files, search?: "indexed"): Promise<Model> {
  const { content } = await load(files);
  const entries = [...content.posts, ...content.pages, ...content.withheld];
  const rendered = () => renderedOf();
  return new Model({
    plan: planSite(content, { rendered, cover: () => undefined, assets: [], search }),
    rendered: new Map(entries.map(({ file }) => [file, { ...renderedOf(), digest: "", media: [] }])),
    layouts: { carnet: "layouts" },
    ...{ covers: new Map(), assets: {}, copies: [], jobs: [] },
    store: new Store("/nowhere", { trust: false, keep: false }),
    settled: { fingerprints: { pages: new Map(), entries: new Map() } } as unknown as Prepared["settled"],
  });
}
