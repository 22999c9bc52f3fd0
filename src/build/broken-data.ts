// Files of `_data/` that are neither YAML nor JSON, though their names say so → errors. A build would find them through Eleventy,
// one at each run; `carnet check` not at all.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { firstMark } from "../content/merge-marks.ts";
import { yamlProblem } from "../content/parse.ts";
import { loadYaml, parseYaml, unsafeIn } from "../content/yaml/parse.ts";
import { filesBelow, isFile, readText } from "../files.ts";
import { placeAt } from "../lines.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import { configWords } from "./config-words.ts";
import { faultIn } from "./json-fault.ts";

/** As Eleventy finds them. */
const DATA = /\.(?:(json|JSON)|yaml|yml|YAML|YML)$/;

/** A configuration that adds a format, by itself or by a plugin, reads these files in a way of its own. */
const OTHER_FORMATS = /addDataExtension|ya?ml/i;

/** `root` is the absolute path of the site root. */
export function brokenData(root: string): Problem[] {
  const folder = join(root, "_data");
  if (!existsSync(folder) || isFile(folder) || OTHER_FORMATS.test(configWords(root).code)) return [];
  return filesBelow(folder)
    .filter((name) => DATA.test(name))
    .map((name) => `_data/${name}`)
    .flatMap((file) => faultOf(file, readText(join(root, file))?.replace(/^\ufeff/, "")) ?? []);
}

function faultOf(file: string, text: string | undefined): Problem | undefined {
  // Eleventy takes an empty file for no data.
  if (text === undefined || text === "") return undefined;
  const found = DATA.exec(file)?.[1] === undefined ? yamlFault(file, text) : jsonFault(file, text);
  if (found === undefined) return undefined;
  const mark = firstMark(text.split("\n"));
  return mark < 0 ? found : problem("merge-conflict", { file, line: mark + 1, column: 1 }, {});
}

function yamlFault(file: string, text: string): Problem | undefined {
  if (isData(text)) return undefined;
  const read = parseYaml(text);
  return "failure" in read ? yamlProblem(file, read.failure) : undefined;
}

/** Lists and single values too, unlike in a file of settings. */
function isData(text: string): boolean {
  try {
    return unsafeIn(text, loadYaml(text)) === undefined;
  } catch {
    return false;
  }
}

function jsonFault(file: string, text: string): Problem | undefined {
  const at = faultIn(text);
  if (at === undefined) return undefined;
  const place: Place = { file, ...placeAt(text, at) };
  const found = text.slice(at).split("\n", 1)[0]?.trim() ?? "";
  return problem("settings/json", place, {
    found,
    comma: /,\s*$/.test(text.slice(0, at)) && /^[}\]]/.test(found),
  });
}
