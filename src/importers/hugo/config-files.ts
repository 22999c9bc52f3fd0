// The files of Hugo's configuration → their values in one map, those of a language under `languages`.
// https://gohugo.io/configuration/introduction/#configuration-directory
import { isMap, type YamlMap } from "../../content/yaml/parse.ts";
import type { SourceFiles } from "../source-files.ts";
import { readData } from "../source-text.ts";
import { at, map } from "../values.ts";

const NAMES = ["hugo", "config"];
const EXTENSIONS = ["toml", "yaml", "yml", "json"];

/** Hugo's configuration files, the root's first, and those of what is published last. */
export function hugoConfigFiles(files: SourceFiles): string[] {
  const root = NAMES.flatMap((name) => EXTENSIONS.map((extension) => `${name}.${extension}`)).filter(
    files.has,
  );
  return [
    ...root.slice(0, 1),
    ...files.files.filter((file) => /^config\/(_default|production)\/[\w.-]+\.(toml|ya?ml|json)$/.test(file)),
  ];
}

/** Values of the whole site, with the keys of the map itself in lower case. */
export function readHugoData(files: SourceFiles): YamlMap {
  const data: YamlMap = {};
  const languages = new Map<string, YamlMap>();
  for (const file of hugoConfigFiles(files)) {
    const own = readData(file, files.read(file));
    const [, name = "", lang] = /([\w-]+)(?:\.([\w-]+))?\.\w+$/.exec(file) ?? [];
    const key = name === "menus" ? "menu" : name;
    if (NAMES.includes(name)) merge(data, own);
    else if (lang === undefined) merge(data, { [key]: own });
    // `languages.fr.toml` has the settings of a language, `params.fr.toml` and `menus.fr.toml` a part of them.
    else {
      const language = languages.get(lang) ?? {};
      merge(language, name === "languages" ? own : { [key]: own });
      languages.set(lang, language);
    }
  }
  for (const [lang, own] of languages) {
    const all = { ...map(at(data, `languages.${lang}`)) };
    merge(all, own);
    merge(data, { languages: { [lang]: all } });
  }
  return data;
}

function merge(data: YamlMap, more: YamlMap): void {
  for (const [key, value] of Object.entries(more)) {
    const name = key.toLowerCase();
    data[name] = isMap(value) ? { ...map(data[name]), ...value } : value;
  }
}
