// The files of a page bundle: those beside its text, and those that it names from the same bundle in another language.
// Hugo shares the files of a bundle among its translations. https://gohugo.io/content-management/page-bundles/
import type { Asset } from "../model.ts";
import { besideText, type Reading } from "../reading.ts";
import type { SourceText } from "../source-text.ts";
import type { HugoConfig } from "./config.ts";

/** `source` and `target` are paths of the text, `path` that of the bundle below the folder of its language. */
export function bundleFiles(
  source: string,
  target: string,
  path: string,
  { head, body }: SourceText,
  { files, config }: Reading<HugoConfig>,
): Asset[] {
  const found = new Map(besideText(source, target, files).map((asset) => [asset.target, asset]));
  const folder = target.replace(/[^/]+$/, "");
  const roots = [config.content, ...config.languages.flatMap((one) => one.folder ?? [])];
  for (const shared of roots.flatMap((root) => besideText(`${root}/${path}/index.md`, target, files))) {
    const name = shared.target.slice(folder.length);
    const isNamed = [name, encodeURI(name)].some((one) => head.includes(one) || body.includes(one));
    if (isNamed && !found.has(shared.target)) found.set(shared.target, shared);
  }
  return [...found.values()];
}
