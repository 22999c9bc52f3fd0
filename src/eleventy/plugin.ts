// Carnet as an Eleventy plugin: gives Eleventy the planned pages as templates of its own, and no other file to open.
// No file of `content/` is ever given to a template engine: every path is ignored, and pages are added one by one.
import { mkdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { writeCopies, type Copy } from "../build/machine/copies.ts";
import { hasFrontMatter } from "../build/theme/layout-texts.ts";
import { readText } from "../files.ts";
import { groupBy } from "../iterate.ts";
import type { Page } from "../pages/types.ts";
import { builtinLayouts } from "./builtin-layouts.ts";
import { registerCollections } from "./collections.ts";
import { addDataFormats } from "./data-formats.ts";
import { UNDATED } from "./item.ts";
import type { Model } from "./model.ts";
import { contentOf, fillData } from "./page-data.ts";
import type { CarnetEnvironment } from "./environment.ts";
import type { EleventyConfig, TemplateData } from "./types.ts";

/** Extension of generated pages, which no template engine uses. */
const GENERATED = "carnet";

/** Extensions of texts, as in `content/tree.ts`. */
const TEXT_FORMATS = ["md", "markdown"] as const;

/** Sets Eleventy up for one run. */
export function register(config: EleventyConfig, run: EleventyRun): void {
  const { model } = run;
  run.registered = true;
  const { content } = model.prepared.plan;
  // This pattern holds wherever the site root is.
  config.ignores.add("**/*");
  config.setDataFileSuffixes([]);
  config.addTemplateFormats([...TEXT_FORMATS, GENERATED]);
  config.setLibrary("njk", run.environment);
  config.addGlobalData("site", Object.assign(Object.create(SITE_PROTOTYPE) as object, content.site));
  addLayouts(config, model);
  addDataFormats(config);
  config.addGlobalData("assets", model.prepared.assets);
  config.addGlobalData("logo", model.prepared.logo);
  if (run.copy) copyFiles(config, model);
  addEntries(config, run);
  addGenerated(config, run);
  registerCollections(config, model);
}

/** Eleventy copies plain objects into every page's data, but shares an object with a prototype. */
const SITE_PROTOTYPE = {};

/**
 * A one-line layout for each name, with which Nunjucks finds the site's file, or the built-in one.
 * Eleventy itself reads a layout of the site that has front matter (a `layout` of its own, data).
 */
function addLayouts(config: EleventyConfig, { prepared }: Model): void {
  const { site, layouts } = prepared.plan.content;
  const builtin = builtinLayouts().names.map((name) => `carnet/${name}`);
  for (const name of [...layouts, ...builtin]) {
    const file = `${name}.njk`;
    if (!hasFrontMatter(readText(join(site.root, "layouts", file)) ?? ""))
      config.addTemplate(`layouts/${file}`, `{% extends "${file}" %}`);
    // Without its extension, Eleventy finds a layout only among the formats of pages.
    config.addLayoutAlias(name, file);
  }
}

/** Copies `public/` as a whole; files beside posts one by one, since only some are published, at other paths. */
function copyFiles(config: EleventyConfig, { prepared }: Model): void {
  const { site, files } = prepared.plan.content;
  const isWithin = (folder: string, { from }: Copy): boolean => from.startsWith(join(folder, sep));
  const [own, theme] = parted(prepared.copies, (copy) => isWithin(site.root, copy));
  copyTheme(config, theme);
  const [ofPublic, beside] = parted(own, (copy) => isWithin(join(site.root, "public"), copy));
  // As a whole, unless a broken picture must be left out, or a name is published in another Unicode form.
  const asNamed = new Set(ofPublic.map(({ to }) => `public/${to}`));
  const whole = files.every(({ file }) => !file.startsWith("public/") || asNamed.has(file));
  if (whole && ofPublic.length > 0) config.addPassthroughCopy({ public: "/" });
  for (const { from, to } of whole ? beside : own)
    config.addPassthroughCopy({ [relative(site.root, from)]: to });
}

/** Eleventy does not copy these: it would watch files outside the site, and then recognise none of the site's by its name. */
function copyTheme(config: EleventyConfig, copies: readonly Copy[]): void {
  config.on("eleventy.after", async ({ directories: { output } }: { directories: { output: string } }) => {
    // With `--dryrun` or `--to`, Eleventy has written nothing.
    await mkdir(output, { recursive: true });
    await writeCopies(copies, output);
  });
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/**
 * The fields of a text, except those that control Eleventy itself: a text may not do so, even if `site.yaml` declares a field
 * of that name.
 */
function pluginFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !STEERING.has(name)));
}

const STEERING = new Set([
  ...["pagination", "tags", "eleventyComputed", "eleventyDataSchema", "eleventyImport", "dynamicPermalink"],
  ...[
    "permalinkBypassOutputDir",
    "templateEngineOverride",
    "collections",
    "eleventy",
    "page",
    "pkg",
    "content",
  ],
]);

/** Posts and static pages: templates at the path of their source, rendered from values that already exist. */
function addEntries(config: EleventyConfig, { model, pages: planned }: EleventyRun): void {
  const pages = new Map<string, Page>();
  for (const page of planned) {
    const item = page.entry && model.items.get(page.entry.file);
    if (!item || !page.entry) continue;
    pages.set(item.inputPath, page);
    config.addTemplate(page.entry.file, undefined, {
      // What plugins may read before rendering; the rest is added with the content, below.
      ...pluginFields(page.entry.fields),
      title: page.entry.title,
      lang: page.entry.lang,
      layout: `${page.layout ?? page.kind}.njk`,
      permalink: permalinkOf(page),
      date: item.date,
      eleventyExcludeFromCollections: true,
    });
  }
  for (const extension of TEXT_FORMATS)
    config.addExtension(extension, {
      read: false,
      compileOptions: { permalink: "raw", cache: false },
      compile(_, inputPath) {
        const page = pages.get(inputPath);
        // Text that a layout asks Eleventy to render as Markdown: `{% renderTemplate "md" %}`.
        return page ? (data) => complete(data, page, model) : this.defaultRenderer;
      },
    });
}

/** Lists, feeds and other generated pages: one template for each layout, which paginates over the planned pages. */
function addGenerated(config: EleventyConfig, { model, pages }: EleventyRun): void {
  const generated = pages.filter((page) => !page.entry);
  const byLayout = groupBy(
    generated.map((page) => new Planned(page)),
    ({ page }) => page.layout ?? "",
  );
  for (const [layout, planned] of byLayout) {
    config.addTemplate(`${layout || "documents"}.${GENERATED}`, undefined, {
      // `false` overrides a layout that global data sets for all pages: a feed would be wrapped in it.
      layout: layout ? `${layout}.njk` : false,
      pagination: { data: "plannedPages", size: 1, alias: "planned" },
      plannedPages: planned,
      permalink: ({ planned: one }: { planned: Planned }) => permalinkOf(one.page),
      date: UNDATED,
      eleventyExcludeFromCollections: true,
      eleventyAllowMissingExtension: true,
    });
  }
  config.addExtension(GENERATED, {
    read: false,
    compileOptions: { permalink: "raw" },
    compile: () => (data) =>
      data["planned"] instanceof Planned ? complete(data, data["planned"].page, model) : undefined,
  });
}

/** A planned page for Eleventy's pagination: an instance, so that it is never copied. */
class Planned {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
}

/** Gives a page's data to its layout, and returns its content. */
function complete(data: TemplateData, page: Page, model: Model): string {
  if (page.text) return page.text();
  fillData(data, page, model);
  return contentOf(page, model);
}

/** Eleventy writes an address that ends in a slash as `index.html`, any other as it is. */
function permalinkOf(page: Page): string {
  return `/${page.output}`.replace(/(^|\/)index\.html$/, "$1");
}

/** One run of Eleventy. */
export interface EleventyRun {
  model: Model;
  /** Shared by the runs of one build, so that layouts are compiled only in the first. */
  environment: CarnetEnvironment;
  /** The pages to render; collections contain every post, whatever the run renders. */
  pages: readonly Page[];
  /** True if Eleventy copies files too, as it does without the command line. */
  copy: boolean;
  /** Set by the plugin: if it is still false at the end, nobody added the plugin. */
  registered: boolean;
  /** Set by the plugin: true if the owner declares that what their code returns depends on its arguments alone. */
  isPure: boolean;
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
