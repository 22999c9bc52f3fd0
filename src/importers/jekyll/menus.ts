// The menus of a Jekyll blog: data files and settings of the most common themes.
import type { YamlMap } from "../../content/yaml/parse.ts";
import { menuLevels, menuPlace } from "../menus.ts";
import type { OldMenu } from "../model.ts";
import type { SourceFiles } from "../source-files.ts";
import { readData, readList } from "../source-text.ts";
import { map, text, texts } from "../values.ts";

const FILE = /^_data\/(nav|navigation|navbar|menus?)\.(ya?ml|json)$/i;

/** `data` is the content of `_config.yml`, in `file`. */
export function jekyllMenus(files: SourceFiles, file: string, data: YamlMap): OldMenu[] {
  const links = Object.entries(map(data["navbar-links"])).flatMap(([label, to]) => {
    const url = text(to);
    return url === undefined ? [] : [{ title: label, url }];
  });
  const main = (from: string, written: unknown): OldMenu[] => menuLevels("nav", undefined, from, written);
  return [
    ...files.files
      .filter((one) => FILE.test(one))
      .flatMap((one) => [
        ...main(one, readList(files.read(one))),
        ...Object.entries(readData(one, files.read(one))).flatMap(([name, menu]) =>
          menuLevels(menuPlace(name), undefined, one, menu),
        ),
      ]),
    ...main(file, data["navigation"] ?? data["nav"]),
    ...main(file, links),
    ...main(file, headerPages(texts(data["header_pages"]), files)),
  ];
}

/** Minima names files, and shows their titles. */
function headerPages(names: readonly string[], files: SourceFiles): YamlMap[] {
  return names.map((name) => {
    const [, title = name] = /^title:[ \t]*["']?(.*?)["']?[ \t]*\r?$/m.exec(files.read(name) ?? "") ?? [];
    return { title, url: name };
  });
}
