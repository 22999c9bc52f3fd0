// Conditions, loops and variables of Jekyll in a text → what they showed, if all that they need is known without the old blog.
// The only file that imports liquidjs. It is given no file and no clock, and knows only tags and filters that mean the same
// here and in Jekyll: anything else, a value that is not known included, leaves the code as it is.
import { Context, Drop, Liquid, Value, type TagToken } from "liquidjs";
import { isMap } from "../../content/yaml/parse.ts";
import { belowBase, map, texts } from "../values.ts";
import { markdownify } from "./liquid-markdown.ts";

type Values = Readonly<Record<string, unknown>>;

export interface LiquidRun {
  /** What the code showed; undefined if something in it is not known. Its variables are kept for what follows. */
  show: (code: string, include?: Values) => string | undefined;
  /** Makes unknown the variables that the code gives a value; false if there are none. */
  forget: (code: string) => boolean;
  /** Names of variables that were given a value. */
  assigned: ReadonlySet<string>;
}

/**
 * A tag of Jekyll's own, with its variables replaced by their values → its text. `objects`: arguments that are lists or maps.
 */
export type ShowTag = (code: string, objects: Values) => string | undefined;

/** Milliseconds, and characters made, for one piece of code: what takes more was not written for a page. */
const LONGEST = { renderLimit: 1000, memoryLimit: 2e5, parseLimit: 1e5 };
const TAGS = "assign|capture|case|comment|cycle|for|break|continue|if|unless|raw|increment|decrement";
const FILTERS =
  "append|prepend|capitalize|ceil|compact|concat|default|downcase|escape|escape_once|first|floor|join|last|lstrip|map|minus|modulo|newline_to_br|plus|remove|remove_first|replace|replace_first|reverse|rstrip|size|slice|sort|sort_natural|split|strip|strip_html|strip_newlines|times|truncate|truncatewords|uniq|upcase|where";

/** Names that Jekyll fills in itself, whatever is written. */
const OF_SITE =
  /^(?:baseurl|categories|collections|data|docs_list|documents|github|html_files|html_pages|pages|posts|related_posts|static_files|tags|time)$/;
const OF_PAGE =
  /^(?:categor(?:y|ies)|collection|content|date|dir|excerpt|ext|id|name|next|output|path|previous|relative_path|slug|tags?|url)$/;

/** Values under their names; a name that is not there is not known, rather than empty. */
class Known extends Drop {
  readonly #values: Values;

  constructor(values: Values) {
    super();
    this.#values = values;
  }

  override liquidMethodMissing(key: string | number): unknown {
    const value = Object.hasOwn(this.#values, key) ? this.#values[key] : undefined;
    if (value === undefined || !isPlain(value)) throw new Error(`unknown: ${String(key)}`);
    return value;
  }

  /** Shown as a whole, or run through, it would need every name. */
  override valueOf(): never {
    throw new Error("unknown as a whole");
  }
}

/** `site` and `page` are what is known of them; `showTag` gives the text of includes and links. */
export function liquidRun(site: Values, page: Values, base: string, showTag: ShowTag): LiquidRun {
  // Most texts have no code, and making an engine takes longer than reading one of them.
  let made: Liquid | undefined;
  const listed = site["collections"];
  const collections = new Set(Array.isArray(listed) ? texts(listed) : Object.keys(map(listed)));
  const known = Object.entries(site).filter(([key]) => !OF_SITE.test(key) && !collections.has(key));
  const given = {
    site: new Known({ ...Object.fromEntries(known), baseurl: "", data: new Known(map(site["data"])) }),
    page: new Known(Object.fromEntries(Object.entries(page).filter(([key]) => !OF_PAGE.test(key)))),
  };
  const variables: Record<string, unknown> = {};
  const lost = new Set<string>();
  const assigned = new Set<string>();
  let depth = 0;
  return {
    assigned,
    forget(code) {
      for (const name of namesIn(code)) lost.add(name);
      return namesIn(code).length > 0;
    },
    show(code, include) {
      const names = namesIn(code);
      const engine = (made ??= engineFor(base, showTag));
      depth += 1;
      try {
        if (Math.max(depth, nestingOf(code)) > DEEPEST) throw new Error("too deep");
        if ([...lost].some((name) => mentions(code, name))) throw new Error("unknown variable");
        const scope = { ...given, ...(include !== undefined && { include }), ...variables };
        const context = new Context(
          scope,
          engine.options,
          { globals: new Known({}), sync: true },
          { liquid: engine },
        );
        const shown: unknown = engine.renderSync(engine.parse(code), context);
        if (typeof shown !== "string" || shown.includes("[object ")) throw new Error("not text");
        Object.assign(variables, context.bottom());
        for (const name of names) assigned.add(name);
        return shown;
      } catch {
        // Nobody knows what these would be from here on.
        for (const name of names) lost.add(name);
        return undefined;
      } finally {
        depth -= 1;
      }
    },
  };
}

/**
 * Tags and brackets within each other, and includes that include: liquidjs follows all of them by calls. It must not reach the
 * end of the stack, where V8 may end the process if it has a pattern to compile.
 */
const DEEPEST = 20;

function nestingOf(code: string): number {
  let [tags, brackets, deepest] = [0, 0, 0];
  for (const [sign, end] of code.matchAll(
    /\{%-?\s*(end)?(?:if|unless|case|for|capture|comment|raw)\b|[[\]]/g,
  )) {
    if (sign === "[" || sign === "]") brackets += sign === "[" ? 1 : -1;
    else tags += end === undefined ? 1 : -1;
    deepest = Math.max(deepest, tags, brackets);
  }
  return deepest;
}

const ASSIGNED = /\{%-?\s*(?:assign|capture|increment|decrement)\s+["']?([\w-]+)/g;

const namesIn = (code: string): string[] => Array.from(code.matchAll(ASSIGNED), ([, name = ""]) => name);

export const mentions = (code: string, name: string): boolean =>
  new RegExp(String.raw`(?<![\w.-])${name}(?![\w-])`).test(code);

/**
 * False for values that Ruby reads in another way, or keeps in another order: `no` and `on`, times, several numbers as keys.
 */
function isPlain(value: unknown): boolean {
  if (value instanceof Known) return true;
  if (typeof value === "string")
    return !/^(?:y|n|yes|no|on|off)$/i.test(value) && !/^\d{4}-\d\d?-\d\d?(?:[Tt ].*)?$/.test(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (!isMap(value)) return true;
  return (
    Object.keys(value).filter((key) => /^\d+$/.test(key)).length < 2 && Object.values(value).every(isPlain)
  );
}

function engineFor(base: string, showTag: ShowTag): Liquid {
  const engine = new Liquid({
    ...LONGEST,
    strictFilters: true,
    ownPropertyOnly: true,
    jekyllWhere: true,
    templates: {},
  });
  const allowed = (name: string, list: string): boolean => list.split("|").includes(name);
  for (const name of Object.keys(engine.tags))
    if (!allowed(name, TAGS)) Reflect.deleteProperty(engine.tags, name);
  for (const name of Object.keys(engine.filters))
    if (!allowed(name, FILTERS)) Reflect.deleteProperty(engine.filters, name);
  for (const name of ["relative_url", "absolute_url"])
    engine.registerFilter(name, (value) => ownAddress(value, base));
  engine.registerFilter("markdownify", markdownify);
  for (const name of ["include", "include_cached", "include_relative", "post_url", "link"])
    engine.registerTag(name, tagShownBy(showTag));
  return engine;
}

/** Carnet adds the base path itself. */
function ownAddress(value: unknown, base: string): string {
  if (typeof value !== "string") throw new Error("not an address");
  if (/^([a-z][a-z\d+.-]*:|\/\/|#)/i.test(value)) return value;
  const path = value.startsWith("/") ? value : `/${value}`;
  return belowBase(path, base);
}

/** Jekyll's own tags: their variables are replaced by their values, and `showTag` knows the rest. */
function tagShownBy(showTag: ShowTag): Parameters<Liquid["registerTag"]>[1] {
  return {
    *render(this: { token: TagToken; liquid: Liquid }, context: Context): Generator<unknown, string, string> {
      const written = `${this.token.name} ${this.token.args}`;
      const objects: Record<string, unknown> = {};
      let code = "";
      let at = 0;
      for (const { 0: whole, 1: name = "", 2: variable = "", index } of written.matchAll(BARE)) {
        const value: unknown = yield new Value(variable, this.liquid).value(context);
        const isText = typeof value === "string" || typeof value === "number";
        if (!isText && (typeof value !== "object" || value === null || value instanceof Known))
          throw new Error(`unknown: ${variable}`);
        if (!isText) objects[name.replace(/\s*=\s*$/, "")] = value;
        const literal = isText ? `${name}"${String(value).replace(/["\\]/g, "\\$&")}"` : "";
        code += written.slice(at, index) + literal;
        at = index + whole.length;
      }
      const shown = showTag(`{% ${code}${written.slice(at)} %}`, objects);
      if (shown === undefined) throw new Error("unknown tag");
      return shown;
    },
  };
}

/** `name=variable`, where it is not within quotes. */
export const BARE =
  /(?<=^(?:[^"']|"[^"]*"|'[^']*')*?\s)([\w-]+\s*=\s*)(?!["'\d]|(?:true|false|nil)\b)([\w.[\]-]+)/g;
