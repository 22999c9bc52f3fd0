// Nunjucks as Carnet sets it up: a site's layouts first, then its theme's, then the built-in ones; each may extend the next.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import nunjucks from "nunjucks";
import { whereIs, type LayoutFolders } from "../build/theme/own-layouts.ts";
import { isMap, loadYaml } from "../content/yaml.ts";
import { builtinLayouts, digestOf, isFile, packageRoot } from "../files.ts";
import type { Filters } from "./filters.ts";

/** Autoescape: layouts mark only `content` as safe, which Markdown's allow-list made. `dev` keeps the message of a filter that throws. */
const OPTIONS = { autoescape: true, trimBlocks: true, lstripBlocks: true, dev: true } as const;

export class LayoutEnvironment extends nunjucks.Environment {
  /** Values that all layouts have. Nunjucks' own, which its types do not mention. */
  declare readonly globals: object;
  readonly #layouts: LayoutLoader;

  constructor(folders: LayoutFolders, filters: Filters, compiled?: CompiledLayouts) {
    const layouts = new LayoutLoader(folders, compiled);
    super(layouts, OPTIONS);
    this.#layouts = layouts;
    for (const [name, filter] of Object.entries(filters)) this.addFilter(name, filter);
  }

  /** Renders values with a layout, and the result with the layout that its front matter names. @throws what Nunjucks throws. */
  async renderLayout(name: string, data: Record<string, unknown>): Promise<string> {
    const file = `${name.replace(/\.njk$/, "")}.njk`;
    const template = this.getTemplate(file);
    const given = this.#layouts.frontMatter.get(file);
    const values = given ? { ...given, ...data, layout: undefined } : data;
    const content = await new Promise<string>((resolve, reject) => {
      template.render(values, (error, text) => {
        if (error) reject(error);
        else resolve(text ?? "");
      });
    });
    const above = given?.["layout"];
    return typeof above === "string" ? this.renderLayout(above, { ...values, content }) : content;
  }

  /**
   * Empties the environment when nothing more will be rendered. Eleventy keeps every environment that it was ever given, and
   * each holds the whole site through its filters: a development server would fill the memory.
   */
  release(): void {
    for (const key of Reflect.ownKeys(this)) Reflect.deleteProperty(this, key);
  }
}

/** An include of a partial by name, with the space around it that `trimBlocks` and `lstripBlocks` remove. */
const INCLUDE = /(?:^[ \t]+)?\{% include "(partials\/[\w-]+\.njk)" %\}\n?/gm;

const FRONT_MATTER = /^\ufeff?---\r?\n([^]*?)(?:^---[ \t]*(?:\r?\n|$))([^]*)$/m;

/**
 * Finds layouts. Carnet's own contain the partials that they include: Nunjucks copies all data of a page for each include, and a
 * page has some twenty. A partial that was replaced stays an include, so that messages about it have its name and lines.
 */
class LayoutLoader extends nunjucks.Loader implements nunjucks.ILoader {
  /** That of the layouts which have some, by their file; Carnet's have none. */
  readonly frontMatter = new Map<string, Record<string, unknown>>();
  readonly #folders: LayoutFolders;
  readonly #compiled: CompiledLayouts;

  constructor(folders: LayoutFolders, compiled: CompiledLayouts = {}) {
    super();
    this.#folders = folders;
    this.#compiled = compiled;
  }

  getSource(name: string): nunjucks.LoaderSource {
    const { file, among } = whereIs(name, this.#folders);
    const folder = among.find((one) => isFile(join(one, file)));
    // Nunjucks says that there is no such layout, and accepts code instead of a text, whatever its types say.
    if (folder === undefined) return null as unknown as nunjucks.LoaderSource;
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    if (folder !== this.#folders.carnet) {
      const [, head, body = text] = FRONT_MATTER.exec(text) ?? [];
      const data = head === undefined ? undefined : loadYaml(head);
      if (head !== undefined) this.frontMatter.set(name, isMap(data) ? data : {});
      return { src: body, path, noCache: false };
    }
    const src = this.#withPartials(text);
    const code = this.#compiled[digestOf(src)];
    const source = code ? ({ type: "code", obj: code() } as unknown as string) : src;
    return { src: source, path, noCache: false };
  }

  #withPartials(text: string): string {
    const { site, theme, carnet } = this.#folders;
    return text.replace(INCLUDE, (tag, name: string) =>
      [site, theme].some((folder) => folder !== undefined && existsSync(join(folder, name)))
        ? tag
        : this.#withPartials(readFileSync(join(carnet, name), "utf8")),
    );
  }
}

/**
 * Carnet's own layouts as Nunjucks compiles them, by the digest of their text: made when Carnet itself is compiled, since compiling
 * them takes as long as all the rest of a small build.
 */
type CompiledLayouts = Readonly<Record<string, () => object>>;

/** Written by `scripts/compile.mjs`. */
const FILE = "dist/eleventy/layouts.js";

/** Those of this Carnet; none if its sources run without having been compiled. */
export async function loadCompiledLayouts(): Promise<CompiledLayouts> {
  const path = join(packageRoot, FILE);
  if (!existsSync(path)) return {};
  const loaded = (await import(pathToFileURL(path).href)) as { layouts: CompiledLayouts };
  return loaded.layouts;
}

/** The text of that file. */
export function compileLayouts(): string {
  const { folder, names } = builtinLayouts();
  const loader = new LayoutLoader({ carnet: folder });
  const env = new nunjucks.Environment(loader, OPTIONS);
  // Nunjucks passes a list, whatever its types say.
  const wrapper = (([{ template }]: [{ template: string }]) => template) as unknown as Wrapper;
  const entries = names.map((layout) => {
    const name = `${layout}.njk`;
    const { src } = loader.getSource(name);
    const code = nunjucks.precompileString(src, { name, env, wrapper });
    return `${JSON.stringify(digestOf(src))}: () => {\n${code}\n},`;
  });
  return `export const layouts = {\n${entries.join("\n")}\n};\n`;
}

type Wrapper = NonNullable<nunjucks.PrecompileOptions["wrapper"]>;
