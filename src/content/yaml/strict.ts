// js-yaml with Carnet's rules: dates stay text, numbers that would be written otherwise stay text, and nothing may follow the
// closing quote of a text.
// After a quoted text of several lines, js-yaml takes what follows for the next key. YAML allows nothing there: a forgotten
// quotation mark would extend the text to the next one that an editor wrote.
import { CORE_SCHEMA, load, Type, YAMLException, type State } from "js-yaml";

/** A quote that opens a value and is not closed on its line: only such texts are followed while they are parsed. */
const OPEN_AT_END = /(?:^|[:[{,-])[ \t]*(?:"(?:[^"\\\n]|\\.)*\\?|'(?:[^'\n]|'')*)$/m;
const GOES_ON = /[^\s#,\]}:]/;

/**
 * `08` and `2024.10` are names more often than numbers, and a number would lose their form; `numeric` reads them as numbers.
 */
const SCHEMA = CORE_SCHEMA.extend({ implicit: [plain("int", /^-?\d+$/), plain("float", /^-?\d+\.\d+$/)] });

/**
 * Parses YAML.
 * @throws a `YAMLException` if the text is not YAML, or has a key twice.
 */
export function loadStrict(text: string): unknown {
  const options = { schema: SCHEMA, json: false };
  if (!OPEN_AT_END.test(text)) return load(text, options);
  const opened: number[] = [];
  const listener = (event: "open" | "close", state: State): void => {
    if (event === "open") opened.push(state.line);
    else if ((opened.pop() ?? state.line) < state.line && goesOn(state))
      throw new YAMLException("a text goes on after its quotes");
  };
  return load(text, { ...options, listener });
}

/** Whether a text is YAML, and its value a map. */
export function readsAsMap(text: string): boolean {
  try {
    const value = loadStrict(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Reads a number only if it would be written in the same way; everything else is text. */
function plain(name: string, pattern: RegExp): Type {
  return new Type(`tag:yaml.org,2002:${name}`, {
    kind: "scalar",
    resolve: (text: unknown) =>
      typeof text === "string" && pattern.test(text) && String(Number(text)) === text,
    construct: Number,
  });
}

function goesOn({ kind, input, position }: State): boolean {
  if (kind !== "scalar" || !/["']/.test(input.charAt(position - 1))) return false;
  const end = input.indexOf("\n", position);
  const [next = ""] = input.slice(position, end < 0 ? undefined : end).trimStart();
  return GOES_ON.test(next) && next !== "\0";
}
