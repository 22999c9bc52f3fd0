// Unknown keys inside a map → a warning each, and the values without them.
// An unknown key is no reason to lose what is beside it: only its own value is left out.
import type * as z from "zod";
import type { Place, Problem } from "../problems.ts";
import type { KeyPath } from "./yaml/locate.ts";
import { keysAt } from "./schema-at.ts";
import { isMap, type YamlMap } from "./yaml/parse.ts";
import { unknownKeyProblems, valueAt, type IssueContext } from "./zod-problems.ts";

type Issue = z.core.$ZodIssue;

/** A warning for each key that the schema does not know, except where another check reports them. */
export function unknownKeys(
  issues: readonly Issue[],
  {
    code,
    data,
    schema,
    placeOf,
    toldElsewhere = () => false,
    ownWarning = () => undefined,
  }: Pick<IssueContext, "code" | "data" | "placeOf"> & {
    schema: unknown;
    toldElsewhere?: ((path: KeyPath) => boolean) | undefined;
    ownWarning?: ((path: KeyPath) => Problem | undefined) | undefined;
  },
): Problem[] {
  return withinUnions(issues).flatMap((issue) => {
    if (issue.code !== "unrecognized_keys" || toldElsewhere(issue.path)) return [];
    const { keys, path } = issue;
    const written = Object.keys(valueAt(data, path) ?? {});
    const at = (key: string): Place => placeOf([...path, key], "key");
    const own = new Map(keys.map((key) => [key, ownWarning([...path, key])]));
    const others = keys.filter((key) => own.get(key) === undefined);
    return [
      ...[...own.values()].filter((one) => one !== undefined),
      ...unknownKeyProblems(code, others, { known: keysAt(schema, path), written, placeOf: at }),
    ];
  });
}

/** The paths of those keys, to be removed from the values. */
export function unknownPaths(issues: readonly Issue[]): KeyPath[] {
  return withinUnions(issues).flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
}

/** Adds the refusals of the branch of a union that a value was meant for: the other branches want another kind of value. */
function withinUnions(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    if (issue.code !== "invalid_union") return [issue];
    const [meant, ...others] = issue.errors.filter(
      (branch) => !branch.some(({ code, path }) => code === "invalid_type" && path.length === 0),
    );
    if (meant === undefined || others.length > 0) return [];
    return withinUnions(meant).map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
  });
}

/** A copy of a map without some keys. */
export function without(data: YamlMap, paths: readonly KeyPath[]): YamlMap {
  const copy = structuredClone(data);
  for (const path of paths) {
    let holder: unknown = copy;
    for (const key of path.slice(0, -1))
      holder = isMap(holder) ? holder[String(key)] : Array.isArray(holder) ? holder[Number(key)] : undefined;
    const last = String(path.at(-1));
    if (isMap(holder)) Reflect.deleteProperty(holder, last);
  }
  return copy;
}
