// What links, pictures and menus of an old blog name → texts and files of the new site.
import { posix } from "node:path";
import { addressKey } from "../content/permalinks.ts";
import { decoded, type Placed } from "./addresses.ts";
import type { OldSite, OldText } from "./model.ts";
import { belowBase } from "./redirects.ts";
import { isMedia, type SourceFiles } from "./source.ts";
import { rooted, text } from "./values.ts";

/** What a name is read from; a menu or a portrait has neither text nor folder. */
export type From = Pick<OldText, "lang" | "source" | "target" | "oldUrl">;

export const ROOT: From = { lang: undefined, source: "", target: "content/pages/x.md", oldUrl: "/" };

export class Links {
  readonly #site: OldSite;
  readonly #files: SourceFiles;
  /** Paths in the new site of the files that are copied. */
  readonly #copied: Set<string>;
  /** Name, in the language of a text or in any → the text. */
  readonly #names = new Map<string, OldText>();
  /** Source or old address of a text → its new address. */
  readonly #urls = new Map<string, string>();

  constructor(site: OldSite, files: SourceFiles) {
    this.#site = site;
    this.#files = files;
    this.#copied = new Set(site.assets.map(({ target }) => target));
    for (const old of site.texts)
      for (const name of old.names.map(nameKey))
        for (const key of [`${old.lang ?? ""}:${name}`, name])
          if (!this.#names.has(key)) this.#names.set(key, old);
  }

  /** Tells the new addresses, once they are known. */
  addAddresses(placed: readonly Placed[]): void {
    for (const { old, url } of placed)
      for (const from of [old.source, addressKey(old.oldUrl ?? old.source)])
        if (url !== undefined && !this.#urls.has(from)) this.#urls.set(from, url);
  }

  /** The address of a text, by a name that another gives it: a path, a file name, or an address; with its `#…`. */
  textNamed = (name: string, { lang = "", source }: From): string | undefined => {
    const [, path = "", anchor = ""] = /^([^#]*)(#.*)?$/.exec(name.trim()) ?? [];
    if (path === "") return anchor || undefined;
    const keys = [posix.join(posix.dirname(source), path), path].map(nameKey);
    const [found] = keys.flatMap((key) => this.#names.get(`${lang}:${key}`) ?? this.#names.get(key) ?? []);
    const url = this.#urls.get(found?.source ?? addressKey(belowBase(path, this.#site)));
    return url === undefined ? undefined : url + anchor;
  };

  /** The new address of a file or page of the old site; undefined for one that is right as it is. */
  target = (written: string, from: From): string | undefined => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|\{|\?)/i.test(written)) return undefined;
    const [, given = "", end = ""] = /^([^?#]*)(.*)$/.exec(written) ?? [];
    const path = decoded(given);
    const file = this.#file(path, from);
    if (file !== undefined) return file === path ? undefined : file.replaceAll(" ", "%20") + end;
    if (/\.(md|markdown)$/i.test(path)) return this.textNamed(path + end, from);
    const below = belowBase(path, this.#site);
    // A relative link to another page, as readers followed it.
    const moved = path.startsWith("/") ? undefined : this.#urls.get(addressKey(shownAt(path, from)));
    return moved === undefined ? (below === path ? undefined : below + end) : moved + end;
  };

  /** The file that an address names, as served or beside its text; one that nothing copied is added. */
  #file(path: string, from: From): string | undefined {
    const below = belowBase(path, this.#site);
    const isRelative = !path.startsWith("/");
    const beside = posix.join(posix.dirname(from.target), path);
    if (isRelative && this.#copied.has(beside)) return path;
    const served = [shownAt(path, from), rooted(below)].map((item) => belowBase(item, this.#site));
    const known = served.find((item) => this.#copied.has(`public${item}`));
    if (known !== undefined || !isMedia(path)) return known;
    const plain = below.replace(/^\/|^(\.\.?\/)+/g, "");
    const near = posix.join(posix.dirname(from.source), path);
    if (isRelative && this.#files.has(near))
      // Beside a text in a folder of its own; elsewhere, the folder of all texts is no place for it.
      return from.target.endsWith("/index.md")
        ? this.#copy(near, beside, path)
        : this.#copy(near, `public/${near.replace(/(^|\/)_/g, "$1")}`, path);
    const folder = [...this.#site.roots, ""].find((root) => this.#files.has(posix.join(root, plain)));
    return folder === undefined ? undefined : this.#copy(posix.join(folder, plain), `public/${plain}`, path);
  }

  #copy(source: string, target: string, path: string): string {
    if (!this.#copied.has(target)) this.#site.assets.push({ source, target });
    this.#copied.add(target);
    return target.startsWith("public/") ? target.slice("public".length) : path;
  }

  /** The new address of an entry of a menu; `known`: keys of the addresses of pages and lists. */
  menuTarget(to: string, lang: string | undefined, known: ReadonlySet<string>): string | undefined {
    const home = text(this.#site.settings["url"]);
    const path = home !== undefined && to.startsWith(home) ? rooted(to.slice(home.length)) : to;
    if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return path;
    const below = rooted(belowBase(path, this.#site));
    const isThere = known.has(addressKey(below.replace(/#.*/, ""))) || this.#copied.has(`public${below}`);
    return this.textNamed(path, { ...ROOT, lang }) ?? (isThere ? below : undefined);
  }
}

const nameKey = (name: string): string =>
  name.replace(/^\.?\/+|\/+$|\.(md|markdown|html?)$/gi, "").toLowerCase();

/** A relative address as readers followed it: `/a/b.html` and `/a/` are both in `/a/`. */
const shownAt = (path: string, { oldUrl = "/" }: From): string =>
  path.startsWith("/") ? path : posix.join(oldUrl.replace(/[^/]*$/, ""), path);
