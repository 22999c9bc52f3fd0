// Files that texts refer to (pictures, documents) → those to copy, in addition to those that the old site itself copied.
// Nothing outside the imported folder is ever read: a path that leads out of it is reported.
import { posix } from "node:path";
import { byCodeUnit } from "../content/text.ts";
import type { Asset, Manual, OldSite } from "./model.ts";
import { namedFiles } from "./named-files.ts";
import type { NewEntry } from "./new-entry.ts";
import { isMedia, type SourceFiles } from "./source-files.ts";
import { text } from "./values.ts";
import { decodeComponent } from "../percent-codes.ts";

/** `made` are the texts as they will be written. */
export function usedFiles(
  site: OldSite,
  made: readonly NewEntry[],
  files: SourceFiles,
): { assets: Asset[]; manual: Manual[] } {
  const assets = new Map(site.assets.map((asset) => [asset.target, asset]));
  for (const { entry } of made) for (const asset of entry.beside) assets.set(asset.target, asset);
  const places = { assets, files, onDemand: new Map(site.onDemand.map((asset) => [asset.target, asset])) };
  const manual: Manual[] = [];
  const photos = Object.values(site.people).flatMap((person) =>
    typeof person === "object" && person !== null && "photo" in person ? (text(person.photo) ?? []) : [],
  );
  for (const photo of photos) add(photo, "", "", places);
  for (const one of made) {
    const named = namedFiles(one.body);
    const image = text(one.data["image"]);
    for (const path of image === undefined ? named : [...named, image]) {
      const outside = add(path, one.entry.source, one.target, places);
      if (outside) manual.push({ kind: "outside", file: one.entry.source, line: 0, found: path });
    }
  }
  return { assets: [...assets.values()].sort((a, b) => byCodeUnit(a.target, b.target)), manual };
}

interface Places {
  /** Files to copy, by their place in the new site. */
  assets: Map<string, Asset>;
  onDemand: ReadonlyMap<string, Asset>;
  files: SourceFiles;
}

/** True for a path that leads out of the folder. */
function add(written: string, source: string, target: string, places: Places): boolean {
  const { assets, onDemand, files } = places;
  if (/^([a-z][a-z\d+.-]*:|\/\/|#|\?)/i.test(written) || /[{}]/.test(written)) return false;
  const path = decodeComponent(written.replace(/[?#].*$/, ""));
  if (path === undefined || !isMedia(path)) return false;
  if (path.startsWith("/")) {
    const file = posix.normalize(path).slice(1);
    const to = `public/${file}`;
    const found = onDemand.get(to)?.source ?? [file, `static/${file}`, to, `src/${file}`].find(files.has);
    if (found !== undefined && !assets.has(to)) assets.set(to, { source: found, target: to });
    return false;
  }
  const beside = posix.normalize(posix.join(posix.dirname(source), path));
  if (beside.startsWith("../") || beside === "..") return true;
  const to = posix.normalize(posix.join(posix.dirname(target), path));
  if (files.has(beside) && /^content\/(posts|pages)\//.test(to) && !assets.has(to))
    assets.set(to, { source: beside, target: to });
  return false;
}
