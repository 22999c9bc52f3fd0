// Values of settings that are shown as written, and contain Markdown or HTML tags → a warning each, with the line without them.
import { isLanguageTag, type KnownTerm } from "../../site/term-schema.ts";
import { markupIn } from "../marked-words.ts";
import { excerpt } from "../../excerpt.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { yamlOf } from "./lines.ts";
import type { SettingsFile } from "./settings-file.ts";

export function checkPlainWords(
  values: Iterable<{ path: KeyPath; value: string }>,
  loaded: SettingsFile,
): void {
  for (const { path, value } of values) {
    const { marked, words } = markupIn(value) ?? {};
    if (marked === undefined || words === undefined) continue;
    const fix = loaded.lineWith(path, yamlOf(words));
    const field = path.map(String).join(".");
    loaded.tell("plain-value", path, { field, marked: excerpt(marked), fix });
  }
}

/** The descriptions of terms in each language; `path` leads to the map of terms. */
export function* descriptionsOf(
  terms: ReadonlyMap<string, KnownTerm>,
  path: KeyPath,
): Generator<{ path: KeyPath; value: string }> {
  for (const [id, term] of terms)
    for (const [key, value] of Object.entries(term)) {
      if (key === "description" && typeof value === "string") yield { path: [...path, id, key], value };
      else if (isLanguageTag(key) && isWording(value))
        yield { path: [...path, id, key, "description"], value: value.description };
    }
}

function isWording(value: unknown): value is { description: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "description" in value &&
    typeof value.description === "string"
  );
}
