// The files of `_data` → `site.data`, as Jekyll's templates read it: YAML, JSON and CSV, by folder and name.
// https://jekyllrb.com/docs/datafiles/
import { isMap } from "../../content/yaml/parse.ts";
import type { SourceFiles } from "../source-files.ts";
import { readDataOrList } from "../source-text.ts";

/** A longer one is not for texts. */
const LONGEST = 500_000;

export function jekyllData(files: SourceFiles): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const file of files.files) {
    const [, path = "", kind = ""] = /^_data\/([\w/-]+)\.(ya?ml|json|csv|tsv)$/i.exec(file) ?? [];
    // A folder of this name would lead out of the data, to what all objects share.
    const isData = path !== "" && !path.split("/").includes("__proto__");
    const written = isData ? files.read(file) : undefined;
    if (written === undefined || written.length > LONGEST) continue;
    const parts = path.split("/");
    const name = parts.pop() ?? "";
    let folder = all;
    for (const part of parts) {
      const inner = folder[part];
      folder = isMap(inner) ? inner : (folder[part] = {});
    }
    folder[name] = valueOf(kind.toLowerCase(), file, written);
  }
  return all;
}

function valueOf(kind: string, file: string, written: string): unknown {
  if (kind === "csv" || kind === "tsv") return readTable(written, kind === "csv" ? "," : "\t");
  return readDataOrList(file, written);
}

/** One map per row, under the names of the first row; an empty cell has no value. */
function readTable(written: string, separator: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  const cell = new RegExp(
    String.raw`(?:"((?:[^"]|"")*)"|([^"${separator}\r\n]*))(${separator}|\r?\n|$)`,
    "gy",
  );
  for (const [whole, quoted, bare = "", end] of written.replace(/^\ufeff|(?:\r?\n)+$/g, "").matchAll(cell)) {
    if (whole === "" && rows.at(-1)?.length === 0) break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === "") break;
    if (end !== separator) rows.push([]);
  }
  const [names = [], ...others] = rows;
  return others.map((row) =>
    Object.fromEntries(names.flatMap((name, i) => ((row[i] ?? "") === "" ? [] : [[name, row[i] ?? ""]]))),
  );
}
