// Data written as JavaScript → values, if it consists of literals only. A program is never run: anything else has no value.
import { isMap, type YamlMap } from "../content/yaml/parse.ts";

/** The value of a module such as `export default { … };`; undefined if something in it would have to be run. */
export function literalModule(code: string): YamlMap | undefined {
  const start = /^(?:export\s+default|module\.exports\s*=)/;
  return mapOf(code, (reader) => (reader.take(start) === undefined ? undefined : reader.value()));
}

/** The values of Eleventy's `---js` front matter: an object, or constants. https://www.11ty.dev/docs/data-frontmatter/ */
export function literalFrontMatter(code: string): YamlMap | undefined {
  return mapOf(code, (reader) => {
    if (reader.take(/^(?=\{)/) !== undefined) return reader.value();
    const found: YamlMap = {};
    for (;;) {
      const [, name] = reader.take(/^(?:const|let|var)\s+([A-Za-z_]\w*)\s*=/) ?? [];
      if (name === undefined) return found;
      found[name] = reader.value();
      reader.take(/^;/);
    }
  });
}

function mapOf(code: string, read: (reader: Reader) => unknown): YamlMap | undefined {
  const reader = new Reader(code);
  try {
    const found = read(reader);
    reader.take(/^;/);
    return reader.isAtEnd() && isMap(found) ? found : undefined;
  } catch (error) {
    if (error instanceof NotLiteral) return undefined;
    throw error;
  }
}

class NotLiteral extends Error {}

const STRING = /^(?:"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\$])*)`)/;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t" };

/** Deeper values are not those of settings. */
const DEEPEST = 50;

class Reader {
  #rest: string;

  constructor(code: string) {
    this.#rest = code;
  }

  isAtEnd(): boolean {
    return this.take(/^$/) !== undefined;
  }

  /** What matches after spaces and comments; undefined, and nothing is consumed, if nothing does. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    this.#rest = this.#rest.replace(/^(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)+/, "");
    const found = pattern.exec(this.#rest) ?? undefined;
    if (found !== undefined) this.#rest = this.#rest.slice(found[0].length);
    return found;
  }

  value(depth = 0): unknown {
    if (depth > DEEPEST) throw new NotLiteral();
    const quoted = this.take(STRING);
    if (quoted !== undefined) return unescaped(quoted[1] ?? quoted[2] ?? quoted[3] ?? "");
    const [plain] = this.take(/^(?:-?\d+(?:\.\d+)?|true|false|null)(?![\w.])/) ?? [];
    if (plain !== undefined) return JSON.parse(plain) as unknown;
    if (this.take(/^\[/) !== undefined) return this.#list(depth);
    if (this.take(/^\{/) !== undefined) return this.#object(depth);
    throw new NotLiteral();
  }

  #list(depth: number): unknown[] {
    const list: unknown[] = [];
    while (this.take(/^\]/) === undefined) {
      list.push(this.value(depth + 1));
      if (this.take(/^,/) === undefined && this.take(/^(?=\])/) === undefined) throw new NotLiteral();
    }
    return list;
  }

  #object(depth: number): YamlMap {
    const entries: [string, unknown][] = [];
    while (this.take(/^\}/) === undefined) {
      const quoted = this.take(STRING);
      const key = quoted?.[1] ?? quoted?.[2] ?? this.take(/^[A-Za-z_$][\w$]*/)?.[0];
      if (key === undefined || this.take(/^:/) === undefined) throw new NotLiteral();
      entries.push([key, this.value(depth + 1)]);
      if (this.take(/^,/) === undefined && this.take(/^(?=\})/) === undefined) throw new NotLiteral();
    }
    return Object.fromEntries(entries);
  }
}

function unescaped(written: string): string {
  return written.replace(/\\(?:u([\da-fA-F]{4})|u\{([\da-fA-F]{1,5})\}|(.))/g, (_, four, some, sign) =>
    typeof sign === "string"
      ? (ESCAPES[sign] ?? sign)
      : String.fromCodePoint(Number.parseInt(String(four ?? some), 16)),
  );
}
