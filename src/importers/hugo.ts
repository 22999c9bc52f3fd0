// A Hugo blog → what the import works on: texts of each language, page bundles with their files, terms and authors.
// A language is told by its content folder, by the suffix of a file's name, or by the folder that it begins with.
import { readFileName } from "../content/file-names.ts";
import type { Day } from "../content/types.ts";
import { readDate } from "./dates.ts";
import { FRONT_MATTER_KEYS } from "../content/schema.ts";
import { fileSlug, hugoAddress, hugoAlias } from "./hugo-addresses.ts";
import { hugoConfig, hugoSettings, type HugoConfig, type HugoLanguage } from "./hugo-config.ts";
import { hugoLists } from "./hugo-lists.ts";
import type { Asset, Manual, OldSite, SourceEntry } from "./model.ts";
import { addPerson, readPeople } from "./people.ts";
import { readNetlify } from "./redirects.ts";
import { isMedia, type SourceFiles } from "./source-files.ts";
import { readText, type SourceText } from "./source-text.ts";
import { at, map, text, texts } from "./values.ts";

const TEXT = /\.(md|markdown|html?)$/i;

interface Reading {
  files: SourceFiles;
  config: HugoConfig;
  site: OldSite;
  manual: Manual[];
  /** Folders of page bundles. */
  bundles: ReadonlySet<string>;
  /** Folders of each text below those of its language. */
  folders: Map<SourceEntry, readonly string[]>;
}

/** Where a text stands. */
interface Located {
  language: HugoLanguage;
  /** Path below the language's folder, without language and extension: `posts/titre`, `posts/titre/index`. */
  path: string;
}

export function readHugo(files: SourceFiles): OldSite {
  const config = hugoConfig(files);
  const redirects = readNetlify(files, ["static/_redirects", "_redirects"]);
  const settings = hugoSettings(config);
  const { data, main } = config;
  const url = text(settings["url"]);
  const site: OldSite = {
    kind: "hugo",
    settings,
    lang: main.code,
    zone: config.zone ?? "Europe/Paris",
    base: url === undefined ? "" : new URL(url).pathname.replace(/\/+$/, ""),
    listAtRoot: true,
    entries: [],
    people: readPeople(
      files,
      /^data\/(authors|people|team|auteurs)\.(toml|ya?ml|json)$/i,
      /^data\/(?:authors|people|team|auteurs)\/([^/]+)\.(?:toml|ya?ml|json)$/i,
    ),
    tags: {},
    redirects: redirects.list,
    assets: [],
    addresses: [],
    elsewhere: [],
    manual: [...files.manual, ...redirects.manual],
    values: { site: { ...data, title: settings["title"] } },
    include: () => undefined,
  };
  const bundles = new Set(
    files.files.flatMap((file) => /^(.*)\/index(\.[a-z-]+)?\.(md|markdown|html?)$/i.exec(file)?.[1] ?? []),
  );
  const reading: Reading = { files, config, site, manual: site.manual, bundles, folders: new Map() };
  for (const file of files.files) readFile(file, reading);
  addAddresses(site, config);
  site.lists = (published) => hugoLists(site, config, published, (entry) => reading.folders.get(entry) ?? []);
  return site;
}

function readFile(file: string, reading: Reading): void {
  const { config, site, bundles } = reading;
  if (file.startsWith("static/")) {
    const path = file.slice("static/".length);
    if (isMedia(path) || /^(CNAME|favicon[^/]*|\.well-known\/.*|humans\.txt)$/.test(path))
      site.assets.push({ source: file, target: `public/${path}` });
    return;
  }
  const located = locate(file, config);
  if (located === undefined) return;
  if (TEXT.test(file)) readEntry(file, located, reading);
  else if (isMedia(file) && ![...parents(file)].some((folder) => bundles.has(folder)))
    // A file of a section is served beside its list.
    site.assets.push({ source: file, target: `public/${located.path}` });
}

function* parents(file: string): Generator<string> {
  for (let slash = file.lastIndexOf("/"); slash > 0; slash = file.lastIndexOf("/", slash - 1))
    yield file.slice(0, slash);
}

function locate(file: string, config: HugoConfig): Located | undefined {
  const { languages, main, content } = config;
  const own = languages.find(
    ({ folder }) => folder !== undefined && file.startsWith(`${folder.replace(/\/$/, "")}/`),
  );
  const root = own?.folder?.replace(/\/$/, "") ?? content;
  if (!file.startsWith(`${root}/`)) return undefined;
  const path = file.slice(root.length + 1);
  if (!TEXT.test(path)) return { language: own ?? main, path };
  const bare = path.replace(TEXT, "");
  const suffix = /\.([a-z]{2,3}(?:-[a-z]{2,4})?)$/i.exec(bare)?.[1]?.toLowerCase();
  const bySuffix = languages.find(({ code }) => code === suffix);
  return {
    language: bySuffix ?? own ?? main,
    path: bySuffix === undefined ? bare : bare.slice(0, -(suffix?.length ?? 0) - 1),
  };
}

function readEntry(source: string, { language, path }: Located, reading: Reading): void {
  const { config, site } = reading;
  const read = open(source, reading);
  if (read === undefined) return;
  const parts = path.split("/");
  const stem = parts.pop() ?? "";
  if (stem === "_index") {
    readList(source, parts, language, read, reading);
    return;
  }
  const isBundle = stem === "index" && parts.length > 0;
  const name = isBundle ? (parts.pop() ?? stem) : stem;
  const [section = ""] = parts;
  const inherited = cascade(source, parts, reading);
  const isPost = config.sections.has(section.toLowerCase()) && text(read.data["type"]) !== "page";
  const named = readFileName(`content/posts/${name}.md`, new Set()).day;
  const written = text(read.data["date"]) ?? text(read.data["publishDate"]);
  const dated = written === undefined ? undefined : readDate(written, config.zone, named);
  const day: Day | undefined = dated !== undefined && "day" in dated ? dated.day : undefined;
  const title = text(read.data["title"]) ?? name.replace(/[-_]+/g, " ");
  const draft =
    read.data["draft"] === true ||
    read.data["draft"] === "true" ||
    map(read.data["build"])["render"] === "never" ||
    read.data["headless"] === true;
  const oldUrl = draft
    ? undefined
    : hugoAddress({ folders: parts, name, title, day, data: read.data }, language, config);
  const isMain = language.code === config.main.code;
  const folder = isPost ? "posts" : "pages";
  const below = (isPost ? parts.slice(1) : parts).join("/");
  const place = [
    "content",
    folder,
    ...(isMain ? [] : [language.code]),
    below,
    isBundle ? `${name}/index.md` : `${name}.md`,
  ]
    .filter((part) => part !== "")
    .join("/");
  const entry: SourceEntry = {
    kind: isPost ? "post" : "page",
    source,
    target: place,
    text: read,
    lang: language.code,
    langInPath: !isMain,
    draft,
    draftInPath: false,
    ...(oldUrl !== undefined && { oldUrl }),
    ...(day !== undefined && { day }),
    title,
    aliases: texts(read.data["aliases"]).map((alias) => hugoAlias(alias, parts, language)),
    inherited,
    tags: read.data["tags"] === undefined ? undefined : texts(read.data["tags"]),
    categories: texts(read.data["categories"]),
    group: text(read.data["translationKey"]) ?? `${parts.join("/")}/${name}`.replace(/^\//, ""),
    names: [path, `${parts.join("/")}/${name}`, name, source],
    beside: isBundle ? besideOf(source, place, reading) : [],
  };
  reading.folders.set(entry, parts);
  site.entries.push(entry);
}

/** Files of a bundle, for each language that has a text in it. */
function besideOf(source: string, target: string, { files }: Reading): Asset[] {
  const folder = source.replace(/[^/]+$/, "");
  const to = target.replace(/[^/]+$/, "");
  return files.files
    .filter((file) => file.startsWith(folder) && isMedia(file))
    .map((file) => ({ source: file, target: to + file.slice(folder.length) }));
}

/** What sections above hand down; the closest wins. */
function cascade(
  source: string,
  parts: readonly string[],
  { files, config }: Reading,
): Record<string, unknown> {
  const root = source.slice(0, source.indexOf("/") + 1);
  const values: Record<string, unknown> = {};
  for (let i = 0; i <= parts.length; i++) {
    const file = `${[config.content === root.slice(0, -1) ? config.content : root.slice(0, -1), ...parts.slice(0, i)].join("/")}/_index.md`;
    const written = files.read(file);
    const read = written === undefined ? undefined : readText(written);
    if (read !== undefined && "text" in read)
      Object.assign(values, map(read.text.data["cascade"]), map(at(read.text.data, "cascade.params")));
  }
  return values;
}

/** A list's own page: a term's name, an author, or a text that Carnet's lists have no place for. */
function readList(
  source: string,
  parts: readonly string[],
  language: HugoLanguage,
  read: SourceText,
  { config, site, manual }: Reading,
): void {
  const [top = "", term] = parts;
  const title = text(read.data["title"]);
  const body = read.body.trim();
  if (top === "tags" && term !== undefined) {
    site.tags[term] = {
      label: title ?? term,
      ...(text(read.data["description"]) !== undefined && { description: text(read.data["description"]) }),
    };
    return;
  }
  if (top === "authors" && term !== undefined) {
    addPerson(site.people, term, {
      description: body === "" ? undefined : body.replace(/\s+/g, " "),
      ...map(read.data["params"]),
      ...read.data,
      name: title,
    });
    return;
  }
  const isOwn =
    parts.length === 0 || config.sections.has(top.toLowerCase()) || config.taxonomies.includes(top);
  const url = hugoAddress(
    {
      folders: parts.slice(0, -1),
      name: parts.at(-1) ?? "",
      title: title ?? "",
      day: undefined,
      data: read.data,
    },
    language,
    config,
  );
  if (url !== undefined && parts.length > 0) site.addresses.push({ url, what: "list" });
  if (body !== "" || !isOwn)
    manual.push({ kind: "list-text", file: source, line: read.bodyLine, found: url ?? source });
}

/** Lists stay where they were; taxonomies besides tags are declared by the name that their key has. */
function addAddresses(site: OldSite, config: HugoConfig): void {
  const section = [...config.sections][0] ?? "posts";
  site.settings["addresses"] = {
    blog: `/${section}/`,
    page: "page/:n/",
    tags: "/tags/",
    tag: "/tags/:slug/",
    feed: "/index.xml",
  };
  site.settings["taxonomies"] = Object.fromEntries(
    config.taxonomies
      .filter((name) => name !== "tags" && !FRONT_MATTER_KEYS.includes(name))
      .map((name) => [name, { label: "", address: `/${fileSlug(name, config)}/:slug/` }]),
  );
}

function open(file: string, { files, manual }: Reading): SourceText | undefined {
  const written = files.read(file);
  const read = written === undefined ? { broken: { line: 0, found: "5 Mo" } } : readText(written);
  if ("text" in read) return read.text;
  manual.push({ kind: "broken", file, line: read.broken.line, found: read.broken.found });
  return undefined;
}
