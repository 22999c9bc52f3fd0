// What links, pictures and menus of an old blog name → texts and files of the new site.
import { posix } from "node:path";
import { addressKey } from "../content/permalinks.ts";
import { decoded, type Placed } from "./addresses.ts";
import type { OldSite, OldText } from "./model.ts";
import { belowBase } from "./redirects.ts";
import { isMedia, type SourceFiles } from "./source.ts";
import { rooted, text } from "./values.ts";

export class Links {
  readonly #site: OldSite;
  readonly #files: SourceFiles;
  /** Public paths of files, and their sources. */
  readonly #served = new Map<string, string>();
  readonly #assets = new Set<string>();
  /** Name, in the language of a text or in any → its place. */
  readonly #names = new Map<string, OldText>();
  readonly #urls = new Map<string, string>();

  constructor(site: OldSite, files: SourceFiles) {
    this.#site = site;
    this.#files = files;
    for (const { source, target } of site.assets) this.#note(source, target);
    for (const old of site.texts)
      for (const name of old.names.map(nameKey))
        for (const key of [`${old.lang ?? ""}:${name}`, name])
          if (!this.#names.has(key)) this.#names.set(key, old);
  }

  #note(source: string, target: string): void {
    this.#assets.add(target);
    if (target.startsWith("public/")) this.#served.set(target.slice("public".length), source);
  }

  /** Tells the new addresses, once they are known. */
  addAddresses(placed: readonly Placed[]): void {
    for (const { old, url } of placed)
      for (const from of [old.source, ...(old.oldUrl === undefined ? [] : [addressKey(old.oldUrl)])])
        if (url !== undefined && !this.#urls.has(from)) this.#urls.set(from, decoded(url));
  }

  /** The new address of what was at an old one. */
  movedTo = (oldUrl: string): string | undefined => this.#urls.get(addressKey(oldUrl));

  isServed = (path: string): boolean => this.#served.has(path);

  /** The address of a text, by a name that another gives it: a path, a file name, or an address; with its `#…`. */
  textNamed = (name: string, of: Pick<OldText, "lang" | "source">): string | undefined => {
    const [, path = "", anchor = ""] = /^([^#]*)(#.*)?$/.exec(name.trim()) ?? [];
    if (path === "") return anchor === "" ? undefined : anchor;
    const near = posix.join(posix.dirname(of.source), path);
    const found = [near, path]
      .map(nameKey)
      .flatMap((key) => this.#names.get(`${of.lang ?? ""}:${key}`) ?? this.#names.get(key) ?? [])[0];
    const url =
      found === undefined ? this.movedTo(belowBase(path, this.#site)) : this.#urls.get(found.source);
    return url === undefined ? undefined : url + anchor;
  };

  /** The new address of a file or page of the old site; undefined for one that is right as it is. */
  target = (written: string, old: OldText): string | undefined => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|\{|\?)/i.test(written)) return undefined;
    const [, given = "", end = ""] = /^([^?#]*)(.*)$/.exec(written) ?? [];
    const path = decoded(given);
    const file = this.#file(path, old);
    if (file !== undefined) return file === path ? undefined : file.replaceAll(" ", "%20") + end;
    if (/\.(md|markdown)$/i.test(path)) return this.textNamed(path + end, old);
    const below = belowBase(path, this.#site);
    const from =
      path.startsWith("/") || old.oldUrl === undefined
        ? below
        : posix.join(folderOf(decoded(old.oldUrl)), path);
    const moved = from.startsWith("/") ? this.movedTo(from) : undefined;
    if (moved !== undefined && !path.startsWith("/")) return moved + end;
    return below === path ? undefined : below + end;
  };

  /** The file that an address names, as served or beside its text; one that nothing copied is added. */
  #file(path: string, old: OldText): string | undefined {
    const { roots } = this.#site;
    const below = belowBase(path, this.#site);
    const beside = posix.join(posix.dirname(old.source), path);
    const besideNew = posix.join(posix.dirname(old.target), path);
    if (!path.startsWith("/") && this.#assets.has(besideNew)) return path;
    const shown = old.oldUrl === undefined ? rooted(below) : posix.join(folderOf(decoded(old.oldUrl)), path);
    for (const served of path.startsWith("/") ? [below] : [shown, rooted(below)])
      if (this.#served.has(served)) return served;
    if (!isMedia(path)) return undefined;
    if (!path.startsWith("/") && this.#files.has(beside)) {
      // Beside a text in a folder of its own; elsewhere, the folder of all texts is no place for it.
      const target = old.target.endsWith("/index.md")
        ? besideNew
        : `public/${beside.replace(/(^|\/)_/g, "$1")}`;
      return this.#add(beside, target.startsWith("content/") ? target : target, path);
    }
    const plain = below.replace(/^\/|^(\.\.?\/)+/g, "");
    const folder = [...roots, ""].find((root) => this.#files.has(posix.join(root, plain)));
    return folder === undefined ? undefined : this.#add(posix.join(folder, plain), `public/${plain}`, path);
  }

  #add(source: string, target: string, path: string): string {
    if (!this.#assets.has(target)) this.#site.assets.push({ source, target });
    this.#note(source, target);
    return target.startsWith("public/") ? target.slice("public".length) : path;
  }

  /** The new address of an entry of a menu. */
  menuTarget(to: string, lang: string | undefined, known: ReadonlySet<string>): string | undefined {
    const home = text(this.#site.settings["url"]);
    const path = home !== undefined && to.startsWith(home) ? rooted(to.slice(home.length)) : to;
    if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return path;
    const below = rooted(belowBase(path, this.#site));
    const [bare = ""] = below.split("#");
    const named = this.textNamed(path, { lang, source: "" });
    if (named !== undefined) return named;
    return known.has(addressKey(bare)) || this.#served.has(bare) ? below : undefined;
  }
}

const nameKey = (name: string): string =>
  name.replace(/^\.?\/+|\/+$|\.(md|markdown|html?)$/gi, "").toLowerCase();

/** `/a/b.html` and `/a/` are both in `/a/`. */
const folderOf = (url: string): string => url.replace(/[^/]*$/, "");
