// A Hugo blog → `OldSite`: texts in each language, page bundles with their files, sections, terms and authors.
// https://gohugo.io/content-management/
import { FRONT_MATTER_KEYS } from "../content/schema.ts";
import { isHeldBack, titleOf } from "./front-matter.ts";
import {
  ended,
  fileSlug,
  hugoAddress,
  hugoAlias,
  hugoConfig,
  type HugoConfig,
  type HugoLanguage,
} from "./hugo-config.ts";
import { readRedirects } from "./links.ts";
import * as model from "./model.ts";
import { setAddress, type OldSite } from "./model.ts";
import { addMenus, addPerson, readPeople } from "./people.ts";
import {
  dataIn,
  isMedia,
  isOtherMarkup,
  readText,
  TEXT,
  type SourceFiles,
  type SourceText,
} from "./source.ts";
import { at, datedName, defined, keysLowered, line, map, rooted, text, texts, type Data } from "./values.ts";

interface Reading {
  files: SourceFiles;
  site: OldSite;
  config: HugoConfig;
  /** Sections whose texts are posts, in lower case. */
  sections: ReadonlySet<string>;
  /** Folders, below those of languages, that one `index` makes a page of; their other texts have no address. */
  bundles: ReadonlySet<string>;
}

/** Where a file stands. */
interface Place {
  file: string;
  language: HugoLanguage;
  /** Folder of texts: `content`, `content/fr`. */
  root: string;
  /** Path below that folder, without language and extension: `posts/titre`, `posts/titre/index`. */
  path: string;
}

export function readHugo(files: SourceFiles): OldSite {
  const config = hugoConfig(files);
  const { languages, main, data } = config;
  const titles = languages.map(({ code, settings }): [string, Data] => [
    code,
    defined({ title: text(settings["title"]) }),
  ]);
  const site = model.newSite("hugo", [main.settings, data, config.params], {
    settings: {
      url: config.url,
      license: text(data["copyright"]),
      translations: Object.fromEntries(titles.slice(1)),
    },
    lang: main.code,
    base: config.url === undefined ? "" : new URL(config.url).pathname.replace(/\/$/, ""),
  });
  readPeople(site, dataIn("data", files));
  readRedirects(site, files, [...config.static.map((folder) => `${folder}/_redirects`), "_redirects"]);
  const places = files.files.flatMap((file) => placeOf(file, config) ?? []);
  const paths = new Set(places.filter(isText).map(({ path }) => path));
  const leaves = [...paths].flatMap((path) => /^(.+)\/index$/.exec(path)?.[1] ?? []);
  const bundles = new Set(leaves.filter((folder) => !paths.has(`${folder}/_index`)));
  const reading: Reading = { files, site, config, bundles, sections: sectionsOfPosts([...paths], config) };
  for (const file of files.files) {
    const folder = config.static.find((item) => file.startsWith(`${item}/`));
    if (folder !== undefined) model.addServedFile(site, file, file.slice(folder.length + 1));
  }
  for (const place of places) readPlace(place, reading);
  for (const { code, settings } of [{ code: undefined, settings: data }, ...languages])
    addMenus(site, settings["menus"] ?? settings["menu"], code);
  describeTerms(reading);
  for (const language of languages) addLists(language, reading);
  addAddresses(reading);
  return site;
}

const isText = ({ file }: Pick<Place, "file">): boolean => TEXT.test(file) || isOtherMarkup(file);

/** A language is that of its own folder, or of the suffix of the file name. */
function placeOf(file: string, { content, languages, main }: HugoConfig): Place | undefined {
  const [root] = [content, ...languages.flatMap(({ folder }) => folder ?? [])]
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length);
  if (root === undefined) return undefined;
  const bare = file.slice(root.length + 1).replace(/\.\w+$/, "");
  const suffixed = languages.find(({ code }) => bare.toLowerCase().endsWith(`.${code}`));
  const language = suffixed ?? languages.find(({ folder }) => folder === root) ?? main;
  const path = suffixed === undefined ? bare : bare.slice(0, -suffixed.code.length - 1);
  return { file, language, root, path };
}

const USUAL = "posts post blog blogue articles article billets actualites nouvelles news journal".split(" ");

/** Those that the settings name; otherwise those with a usual name, or the one with most texts. */
function sectionsOfPosts(paths: readonly string[], { params, data, languages }: HugoConfig): Set<string> {
  const settings = [params, data, ...languages.map((language) => keysLowered(language.settings["params"]))];
  const named = settings.flatMap((item) => texts(item["mainsections"]));
  if (named.length > 0) return new Set(named.map((name) => name.toLowerCase()));
  const all = paths.flatMap((path) => /^([^/]+)\//.exec(path.toLowerCase())?.[1] ?? []);
  const times = (section: string): number => all.filter((item) => item === section).length;
  const sections = [...new Set(all)];
  const usual = sections.filter((name) => USUAL.includes(name));
  const [most = ""] = sections.sort((a, b) => times(b) - times(a));
  return new Set(usual.length > 0 ? usual : [most]);
}

function readPlace(place: Place, reading: Reading): void {
  const { files, site, bundles, config } = reading;
  const { file, path, language } = place;
  const parts = path.split("/");
  const bundle = parts.map((_, i) => parts.slice(0, i).join("/")).find((folder) => bundles.has(folder));
  if (!isText(place)) {
    // A file of a bundle goes beside its text; another of the folders of texts is served at its path.
    const below = file.slice(place.root.length + 1);
    const beside = bundle && `${targetOf(bundle, language, reading)}/${below.slice(bundle.length + 1)}`;
    if (isMedia(file)) site.assets.push({ source: file, target: beside ?? `public/${below}` });
  } else if (bundle !== undefined && path !== `${bundle}/index`)
    site.todo.push({ kind: "resource", file, found: bundle });
  else if (isOtherMarkup(file)) site.todo.push({ kind: "markup", file, found: file });
  else {
    const read = model.openText(site, files, file);
    if (read === undefined) return;
    const known = { ...read, data: knownKeys(read.data, config) };
    if (parts.at(-1) === "_index") readList(place, known, reading);
    else readPage(place, known, reading);
  }
}

/** The new path of a text without its extension: the section of posts means nothing to Carnet. */
function targetOf(
  path: string,
  language: HugoLanguage,
  { config, sections }: Reading,
  isPost?: boolean,
): string {
  const [section = "", ...rest] = path.split("/");
  const isInPosts = isPost ?? (rest.length > 0 && sections.has(section.toLowerCase()));
  const lang = language === config.main ? [] : [language.code];
  return ["content", isInPosts ? "posts" : "pages", ...lang, ...(isInPosts ? rest : [section, ...rest])].join(
    "/",
  );
}

function readPage(place: Place, { data: own, body }: SourceText, reading: Reading): void {
  const { config, site } = reading;
  const { file, path, language } = place;
  const folders = path.split("/");
  const isBundle = path.endsWith("/index") && folders.pop() !== undefined;
  const whole = folders.join("/");
  const name = folders.pop() ?? "";
  const inherited = inheritedBy(folders[0], place, reading);
  const data = { ...inherited, ...own };
  const { day } = datedName(name, data["date"] ?? data["publishDate"]);
  const isOfPosts = reading.sections.has((folders[0] ?? "").toLowerCase()) && text(data["type"]) !== "page";
  const title = text(data["title"]) ?? titleOf(name);
  const render = text(at(data, "build.render") ?? at(data, "_build.render")) ?? "";
  const isPage = data["headless"] !== true && !/never|false|link/.test(render);
  const url = hugoAddress({ language, folders, name, title, day, data }, config);
  const layout = text(data["layout"]) ?? text(data["type"]) ?? "";
  if (body.trim() === "" && /^(archives?|search|tags|categories|terms|timeline|list)$/i.test(layout)) {
    const lang = language === config.main ? undefined : language.code;
    model.addTemplatePage(site, file, isPage && !isHeldBack(data) ? url : undefined, lang);
    return;
  }
  const isPost = isOfPosts && (day !== undefined || !isPage || isHeldBack(data));
  model.addText(site, {
    isOfPosts,
    source: file,
    target: `${targetOf(whole, language, reading, isPost)}${isBundle ? "/index" : ""}.md`,
    data: own,
    inherited,
    body,
    lang: language.code,
    url: isPage && url,
    day,
    title,
    aliases: texts(data["aliases"]).map((alias) => hugoAlias(alias, url ?? "/")),
    terms: Object.fromEntries(config.taxonomies.map((taxonomy) => [taxonomy, texts(data[taxonomy])])),
    group: text(data["translationKey"]) ?? whole,
    names: [path, whole, name, file],
  });
}

/** Texts about terms that posts name: what they say goes to the term, whose page Carnet makes at the same address. */
function describeTerms({ site, config }: Reading): void {
  const named = new Set(
    site.texts.flatMap(({ kind, draft, terms }) =>
      kind === "post" && !draft
        ? Object.entries(terms).flatMap(([taxonomy, all]) =>
            all.map((term) => `${taxonomy}/${fileSlug(term, config)}`),
          )
        : [],
    ),
  );
  site.texts = site.texts.filter(({ kind, lang, names: [, path = ""], data, body, title, oldUrl }) => {
    const [taxonomy = "", name = "", ...below] = path.split("/");
    const slug = fileSlug(name, config);
    if (kind === "post" || lang !== site.lang || below.length > 0 || !named.has(`${taxonomy}/${slug}`))
      return true;
    const terms = (site.terms[taxonomy] ??= {});
    const description = line(`${text(data["description"]) ?? ""} ${body}`);
    terms[slug] = defined({ label: text(data["title"]) ?? title, description });
    if (oldUrl !== undefined) site.described.push(oldUrl);
    site.templates++;
    return false;
  });
}

/** Keys of front matter do not depend on their case; `params` complete them. */
function knownKeys(data: Data, { taxonomies }: HugoConfig): Data {
  const known = new Map([...taxonomies, ...FRONT_MATTER_KEYS].map((key) => [key.toLowerCase(), key]));
  const spelt = (written: Data): [string, unknown][] =>
    Object.entries(written).map(([key, value]) => [known.get(key.toLowerCase()) ?? key, value]);
  const { params, ...own } = Object.fromEntries(spelt(data));
  const more = spelt(map(params)).filter(([key]) => !/^(url|slug|date|draft|type|aliases)$/.test(key));
  return { ...Object.fromEntries(more), ...own };
}

/** What the `_index` of the section hands down, without targets. */
function inheritedBy(section: string | undefined, place: Place, { files, config }: Reading): Data {
  const folder = [place.root, section].filter((part) => part !== undefined).join("/");
  const names = [`${folder}/_index.${place.language.code}.md`, `${folder}/_index.md`];
  const read = readText(files.read(names.find(files.has) ?? "") ?? "");
  const handed = "data" in read ? map(read.data["cascade"]) : {};
  return "target" in handed || "_target" in handed ? {} : knownKeys(handed, config);
}

/** An `_index.md`: an author, the name of a term, the text of a list. */
function readList({ file, path, language }: Place, { data, body }: SourceText, reading: Reading): void {
  const { site, config, sections } = reading;
  const folders = path.split("/").slice(0, -1);
  const [top = "", term] = folders;
  const lang = language === config.main ? undefined : language.code;
  const isAuthor = /^authors?$/.test(top) && term !== undefined;
  if (isAuthor) addPerson(site, term, { description: body.trim(), ...data }, term);
  const name = folders.at(-1) ?? "";
  // Patterns are those of pages, not of their lists.
  const bare = { language: { ...language, permalinks: {} }, folders: folders.slice(0, -1) };
  const url = hugoAddress({ ...bare, name, title: "", day: undefined, data }, config);
  const isTaxonomy = config.taxonomies.includes(top);
  const isOfPosts = sections.has(folders.join("/").toLowerCase());
  if (body.trim() === "" || name === "" || isAuthor || isOfPosts || (isTaxonomy && term === undefined)) {
    site.templates++;
    if (body.trim() !== "" && (!isAuthor || line(map(site.people[term])["description"]) !== line(body)))
      site.todo.push({ kind: "template-page", file, found: file });
    else if (url !== undefined && !isTaxonomy)
      site.lists.push({ url, of: isOfPosts ? "blog" : "home", lang });
    return;
  }
  model.addText(site, {
    isOfPosts: false,
    source: file,
    target: `${targetOf(folders.join("/"), language, reading, false)}.md`,
    data,
    body,
    lang: language.code,
    aliases: texts(data["aliases"]).map(rooted),
    url,
    title: titleOf(name),
    group: path,
    names: [path, folders.join("/"), file],
  });
}

/** The lists that Hugo makes by itself: of sections and terms. https://gohugo.io/templates/types/ */
function addLists({ prefix, code }: HugoLanguage, { site, config, sections }: Reading): void {
  const add = (path: string, of: model.OldList["of"]): void => {
    const url = path === "" ? `${prefix}/` : ended(`${prefix}/${fileSlug(path, config)}`, config);
    site.lists.push({ url, of, lang: code, feed: `${url.replace(/\.html$/, "/")}index.xml` });
  };
  add("", "home");
  const published = site.texts.filter((old) => old.lang === code && !old.draft);
  const top = new Set(published.flatMap(({ names: [path = ""] }) => /^([^/]+)\//.exec(path)?.[1] ?? []));
  for (const folder of top)
    if (!config.taxonomies.includes(folder))
      add(folder, sections.has(folder.toLowerCase()) ? "blog" : "home");
  for (const taxonomy of config.taxonomies) {
    add(taxonomy, taxonomy === "tags" ? "tags" : "blog");
    for (const name of new Set(published.flatMap(({ terms }) => terms[taxonomy] ?? [])))
      add(`${taxonomy}/${name.replaceAll("/", "-")}`, { taxonomy, name });
  }
  // The name of the main language leads to its home page, even if its texts are at the root.
  if (config.languages.length > 1 && code === config.main.code)
    site.redirects.push({ from: `/${code}/`, to: "/" });
}

/** Carnet's lists where Hugo had them. */
function addAddresses({ site, config, sections }: Reading): void {
  const posts = site.texts.filter(({ kind }) => kind === "post");
  const section = posts
    .flatMap(({ names: [path = ""] }) => path.split("/")[0] ?? [])
    .find((name) => sections.has(name.toLowerCase()));
  if (section !== undefined) setAddress(site, "blog", `/${fileSlug(section, config)}/`);
  const people = config.taxonomies.find((name) => /^authors?$/.test(name));
  const own = people === undefined ? {} : { people: `/${people}/`, person: `/${people}/:slug/` };
  const lists = { feed: "/index.xml", page: "page/:n/", tags: "/tags/", tag: "/tags/:slug/", ...own };
  for (const [name, address] of Object.entries(lists)) setAddress(site, name, address);
  const others = config.taxonomies.filter((name) => name !== "tags" && !/^authors?$/.test(name));
  site.settings["taxonomies"] = Object.fromEntries(
    others.map((name) => [
      name,
      defined({ address: `/${fileSlug(name, config)}/:slug/`, terms: site.terms[name] }),
    ]),
  );
}
