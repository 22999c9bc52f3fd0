// An author written as a map, as in other tools, with a name among other keys → a signature: the name, and the role after a
// comma.
import type { YamlMap } from "../yaml/parse.ts";

/** Undefined if the map has no name. */
export function signatureOf(value: YamlMap): string | undefined {
  const of = (key: string): string | undefined => {
    const found = value[key];
    return typeof found === "string" && found.trim() !== "" ? found.trim() : undefined;
  };
  const name = of("name") ?? of("display_name") ?? of("login") ?? of("id");
  const role = of("role") ?? of("title");
  return name === undefined || role === undefined ? name : `${name}, ${role}`;
}
