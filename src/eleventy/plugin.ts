// Carnet as an Eleventy plugin: gives Eleventy the planned pages as templates of its own, and no other file to open.
// No file of `content/` is ever given to a template engine: every path is ignored, and pages are added one by one.
import { loadYaml } from "../content/yaml.ts";
import type { Page } from "../pages/types.ts";
import type { LayoutEnvironment } from "./environment.ts";
import { UNDATED, type Model } from "./model.ts";
import type { CollectionApi, EleventyConfig, TemplateData } from "./types.ts";

/** One run of Eleventy. */
export interface EleventyRun {
  model: Model;
  environment: LayoutEnvironment;
  /** The pages to render; collections contain every post, whatever the run renders. */
  pages: readonly Page[];
  /** Returns the text of a page's file; `data` is what Eleventy gives to every page. */
  render: (page: Page, data: TemplateData) => Promise<unknown>;
  /**
   * Set by the plugin: whether the owner declares that what their code returns depends on its arguments alone. If it is absent at the
   * end, nobody added the plugin.
   */
  isPure?: boolean;
}

const RUN = Symbol.for("carnet.run");

type WithRun = EleventyConfig & { [RUN]?: EleventyRun };

export function setRun(config: WithRun, run: EleventyRun): void {
  config[RUN] = run;
}

/** What the running command asked for; `undefined` under plain Eleventy. */
export function runOf(config: WithRun): EleventyRun | undefined {
  return config[RUN];
}

/** Sets Eleventy up for one run. */
export function register(config: EleventyConfig, run: EleventyRun): void {
  const { model, environment } = run;
  const { plan, assets, logo } = model.prepared;
  // This pattern holds wherever the site root is.
  config.ignores.add("**/*");
  config.setDataFileSuffixes([]);
  config.setLibrary("njk", environment);
  // Eleventy adds the owner's filters and shortcodes to the environment once it has a template to render with it.
  config.addTemplate("carnet.njk", "", {
    permalink: false,
    layout: false,
    eleventyExcludeFromCollections: true,
  });
  // Eleventy's own does not write the base path twice where a page has that address: `/blog/blog/`.
  config.addFilter("url", environment.getFilter("url"));
  keepBasePath(config, plan.content.site.basePath);
  config.addGlobalData("site", Object.assign(Object.create(SITE_PROTOTYPE) as object, plan.content.site));
  config.addGlobalData("assets", assets);
  config.addGlobalData("logo", logo);
  // As in the site's own settings; a format that the owner has already added stays the owner's.
  for (const extension of ["yaml", "yml"])
    if (!config.dataExtensions.has(extension)) config.addDataExtension(extension, parseYaml);
  addPages(config, run);
  addCollections(config, model);
}

/** Eleventy copies plain objects into every page's data, but shares an object with a prototype. */
const SITE_PROTOTYPE = {};

/**
 * Eleventy's `HtmlBasePlugin`, which its feed plugin adds too, writes the base path before each address of a page, where Carnet's
 * layouts have already done so: it receives them without.
 */
function keepBasePath(config: EleventyConfig, base: string): void {
  const without = (url: string): string =>
    url.trim().startsWith(base) ? url.trim().slice(base.length - 1) : url;
  config.htmlTransformer.addUrlTransform("html", without, {
    // Just before that plugin's own.
    priority: -1,
    enabled: () => base !== "/" && config.getFilter("htmlBaseUrl") !== undefined,
  });
}

/** @throws an error of one line, which ends with the place: `bad indentation of a mapping entry (3:1)`. */
function parseYaml(text: string): unknown {
  try {
    return loadYaml(text);
  } catch (error) {
    // The lines around it would be taken for the message.
    if (error instanceof Error) error.message = error.message.replace(/\n[^]*/, "");
    throw error;
  }
}

/** Extension of generated pages, which no template engine uses. */
const GENERATED = "carnet";

/** Pages: texts are templates at the path of their source, the others at their own; all are rendered from values that already exist. */
function addPages(config: EleventyConfig, { pages, render }: EleventyRun): void {
  const byPath = new Map<string, Page>();
  for (const page of pages) {
    const { entry, output } = page;
    const path = entry?.file ?? `${output}.${GENERATED}`;
    byPath.set(`./${path}`, page);
    config.addTemplate(path, undefined, {
      // What plugins may read before rendering; the rest is added with the content.
      ...(entry && { title: entry.title, lang: entry.lang }),
      // Not one that global data sets for all pages: a feed would be wrapped in it.
      layout: false,
      // Eleventy writes an address that ends in a slash as `index.html`, any other as it is.
      permalink: `/${output}`.replace(/(^|\/)index\.html$/, "$1"),
      date: entry?.kind === "post" ? entry.date : UNDATED,
      eleventyExcludeFromCollections: true,
      eleventyAllowMissingExtension: true,
    });
  }
  config.addTemplateFormats(["markdown", GENERATED]);
  for (const extension of ["md", "markdown", GENERATED])
    config.addExtension(extension, {
      read: false,
      compileOptions: { permalink: "raw", cache: false },
      compile(_, inputPath) {
        const page = byPath.get(inputPath);
        // Text that a layout asks Eleventy to render as Markdown: `{% renderTemplate "md" %}`.
        return page ? (data) => render(page, data) : this.defaultRenderer;
      },
    });
}

/**
 * Collections as owners know them: Carnet's by name, and Carnet's items in what the callbacks of `addCollection` receive. Posts
 * stay out of Eleventy's own, which scan the whole template map once for each item of each. This runs when a build begins: by
 * then, every plugin has added its collections. One of the owner's keeps its name.
 */
function addCollections(config: EleventyConfig, model: Model): void {
  let done = false;
  config.on("eleventy.before", () => {
    if (done) return;
    done = true;
    const all = config.getCollections();
    for (const [name, callback] of Object.entries(all)) all[name] = (api) => callback(filled(api, model));
    // Eleventy treats JavaScript's own names (`constructor`), which are in every object, as collections.
    for (const [name, items] of Object.entries(model.collections))
      if (!(name in all)) config.addCollection(name, () => items);
  });
}

/** Eleventy's object for callbacks, with Carnet's items: all callbacks of a build share one. */
function filled(api: CollectionApi, { collections }: Model): CollectionApi {
  if (api.items.length > 0) return api;
  const items = collections["all"] ?? [];
  for (const item of items) api.add(item);
  // Eleventy compares tags as strings; Carnet's are terms, known by label and by slug.
  api.getFilteredByTag = (tag) => api.getFilteredByTags(tag);
  api.getFilteredByTags = (...tags) => {
    const tagged = new Set<unknown>(items.filter((item) => tags.every((tag) => item.terms.has(tag))));
    return api.getAllSorted().filter((item) => tagged.has(item));
  };
  return api;
}
