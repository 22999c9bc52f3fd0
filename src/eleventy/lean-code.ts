// The code that Nunjucks makes of a layout → code with the same output that does less work, in two thirds of the time.
// Only forms that Nunjucks writes are recognised, and no text of Carnet's layouts looks like one; other code is unchanged.
import nunjucks from "nunjucks";
import type { RememberedParts } from "./remembered-parts.ts";

/** What lean code calls besides Nunjucks' own runtime. */
export interface LeanRuntime {
  /** A value as the page shows it: `runtime.suppressValue`. */
  text(value: unknown, autoescape: boolean): unknown;
  /** Sets a variable in the scope that has it, otherwise in this one: `frame.set`, for a name without dots. */
  set(frame: Frame, name: string, value: unknown): void;
  /** The variables of a loop: `loop` in its scope. */
  loop(frame: Frame): Record<string, unknown>;
  /** A part of a layout that is rendered once for the same values; the last of `others` is the function that renders it. */
  part(name: string, one: unknown, ...others: unknown[]): string;
}

/** A scope of variables, as Nunjucks' runtime has it. */
interface Frame {
  variables: Record<string, unknown>;
  resolve(name: string, forWrite: boolean): Frame | undefined;
}

/** Characters that Nunjucks escapes. */
const SIGNS = /[&"'<>\\]/;

/** Nunjucks' types lack it. */
const { suppressValue } = nunjucks.runtime as unknown as {
  suppressValue: (value: unknown, autoescape: boolean) => unknown;
};

/** For the layouts of one environment, whose rendered parts are cached in `parts`. */
export function leanRuntime(parts: RememberedParts): LeanRuntime {
  return {
    text(value, autoescape) {
      // Most values are strings without such a character, and a test is faster than replacing nothing.
      if (typeof value === "string" && !(autoescape && SIGNS.test(value))) return value;
      return suppressValue(value, autoescape);
    },
    set(frame, name, value) {
      (frame.resolve(name, true) ?? frame).variables[name] = value;
    },
    loop({ variables }) {
      return (variables["loop"] ??= {}) as Record<string, unknown>;
    },
    part(name, one, ...others) {
      const make = others.pop() as () => string;
      return parts.part(make, name, one, others);
    },
  };
}

export function leanCode(code: string): string {
  return withOwnMembers(withoutUnreadLoops(code))
    .replaceAll('env.getExtension("remembered")["run"](context,', "lean.part(")
    .replaceAll("runtime.suppressValue(", "lean.text(")
    .replace(/frame\.set\("loop\.(\w+)", (.*)\);/g, "lean.loop(frame).$1 = $2;")
    .replace(/frame\.set\("(\w+)", (\w+)\);/g, "frame.variables.$1 = $2;")
    .replace(/frame\.set\("(\w+)", (\w+), true\);/g, 'lean.set(frame, "$1", $2);');
}

/**
 * Nunjucks sets seven variables of a loop at each iteration (`loop.index`, `loop.last`…), which takes a third of the time of a
 * list. Those that the layout never reads are left out.
 */
function withoutUnreadLoops(code: string): string {
  const all = code.match(/contextOrFrameLookup\(context, frame, "loop"\)/g)?.length ?? 0;
  const read = [...code.matchAll(/contextOrFrameLookup\(context, frame, "loop"\)\),"(\w+)"/g)];
  if (read.length !== all) return code;
  const names = new Set(read.map(([, name]) => name));
  return code.replace(/^frame\.set\("loop\.(\w+)", .*\);\n/gm, (line, name: string) =>
    names.has(name) ? line : "",
  );
}

/** A member by its name, of an expression in which parentheses are nested at most three deep. */
const MEMBER = /runtime\.memberLookup\(\(((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*)\),"(\w+)"\)/;

/**
 * One function that reads the members of all values by all names is slow each time; one function for each name is fast. Like
 * Nunjucks', it returns `undefined` for a missing value, and binds a method to its object.
 */
function withOwnMembers(code: string): string {
  const names = new Set<string>();
  let lean = code;
  for (let before = ""; before !== lean;) {
    before = lean;
    lean = lean.replace(MEMBER, (_, value: string, name: string) => {
      names.add(name);
      return `its_${name}(${value})`;
    });
  }
  const members = [...names].map(
    (name) =>
      `const its_${name} = (one) => {\nif (one === undefined || one === null) return undefined;\nconst its = one.${name};\nreturn typeof its === "function" ? (...args) => one.${name}(...args) : its;\n};`,
  );
  return [...members, lean].join("\n");
}
