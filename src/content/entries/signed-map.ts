// Who signs, as other tools write it: a map with a name among much else → a signature, a name and a role after a comma.
import type { YamlMap } from "../yaml/parse.ts";

/** Undefined where it holds no name. */
export function signatureOf(value: YamlMap): string | undefined {
  const of = (key: string): string | undefined => {
    const found = value[key];
    return typeof found === "string" && found.trim() !== "" ? found.trim() : undefined;
  };
  const name = of("name") ?? of("display_name") ?? of("login") ?? of("id");
  const role = of("role") ?? of("title");
  return name === undefined || role === undefined ? name : `${name}, ${role}`;
}
