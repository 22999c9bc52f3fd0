// A page through its layouts with Nunjucks alone, to the same bytes as Eleventy: the same data, layouts of the site's own with
// their front matter, and Eleventy's collections and universal filters.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";
import { isMap, loadYaml } from "../content/yaml.ts";
import { isFile, packageRoot, parsedJson, readText } from "../files.ts";
import { outputFile } from "../content/permalinks.ts";
import type { Page } from "../pages/types.ts";
import { UNDATED } from "./item.ts";
import type { LayoutFile, Rendering } from "./kept-model.ts";
import type { Model } from "./model.ts";
import { contentOf, fillData } from "./page-data.ts";

/** @throws what Nunjucks throws. */
export function renderAlone(page: Page, rendering: Rendering): string {
  const { model } = rendering;
  const { plan, assets, logo } = model.prepared;
  const data: Record<string, unknown> = { site: plan.content.site, assets, logo, ...globals(model) };
  data["page"] = pageValues(page, model);
  fillData(data, page, model);
  data["content"] = contentOf(page, model);
  return throughLayout(page.layout ?? page.kind, data, rendering);
}

/** Eleventy's own global data. */
const known = new WeakMap<Model, object>();
function globals(model: Model): object {
  const before = known.get(model);
  if (before) return before;
  const { dependencies } = parsedJson(readText(join(packageRoot, "package.json")) ?? "") as {
    dependencies: Record<string, string>;
  };
  const version = dependencies["@11ty/eleventy"] ?? "";
  const { root } = model.prepared.plan.content.site;
  const made = {
    pkg: parsedJson(readText(join(root, "package.json")) ?? "") ?? {},
    eleventy: { version, generator: `Eleventy v${version}` },
  };
  known.set(model, made);
  return made;
}

function pageValues({ entry, url }: Page, { items }: Model): Record<string, unknown> {
  const outputPath = `./${outputFile(url)}`;
  return (entry && items.get(entry.file)?.page) ?? { url, outputPath, date: UNDATED };
}

function throughLayout(name: string, data: Record<string, unknown>, rendering: Rendering): string {
  const { environment } = rendering;
  const file = `${name.replace(/\.njk$/, "")}.njk`;
  const own = layoutFile(file, rendering);
  if (!own) return environment.getTemplate(file).render(data);
  const { layout: above, ...given } = own.data;
  const values = { ...given, ...data };
  const content = own.template.render(values);
  return typeof above === "string" ? throughLayout(above, { ...values, content }, rendering) : content;
}

/** `undefined` for a layout without front matter, which Nunjucks finds by itself. */
function layoutFile(file: string, { model, environment, layouts }: Rendering): LayoutFile | undefined {
  const before = layouts.get(file);
  if (before !== undefined) return before ?? undefined;
  const path = join(model.prepared.plan.content.site.root, "layouts", file);
  const [, head, body = ""] =
    /^\ufeff?---\r?\n([^]*?)(?:^---[ \t]*(?:\r?\n|$))([^]*)$/m.exec(
      isFile(path) ? readFileSync(path, "utf8") : "",
    ) ?? [];
  const data = head === undefined ? undefined : loadYaml(head);
  const read =
    head === undefined
      ? null
      : { data: isMap(data) ? data : {}, template: new nunjucks.Template(body, environment, path, true) };
  layouts.set(file, read);
  return read ?? undefined;
}

/** The collections, which note the page that reads them: it then depends on the whole site. */
export function recordedCollections(model: Model): object {
  const read = (name: string | symbol): unknown => {
    const { page, readingSite } = model.rendering;
    if (page) readingSite.add(page);
    const { posts, pages, all, byTerm } = model.collections;
    if (name === "posts") return posts;
    if (name === "pages") return pages;
    return name === "all" ? all : typeof name === "string" ? byTerm.get(name) : undefined;
  };
  const names = (): string[] => [
    ...new Set(["posts", "pages", "all", ...(read("all"), model.collections.byTerm.keys())]),
  ];
  return new Proxy(
    {},
    {
      get: (_, name) => read(name),
      has: (_, name) => read(name) !== undefined,
      ownKeys: names,
      getOwnPropertyDescriptor: (_, name) => ({ enumerable: true, configurable: true, value: read(name) }),
    },
  );
}
