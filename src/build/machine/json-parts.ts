// A value → its JSON, a part at a time. The text of all that is remembered of a large site would stand in memory three times
// at once: as text, as bytes, and as what it was made of.

/** Members of a long list or record that make one part. */
const AT_ONCE = 500;

/** Levels at which short records are looked into for long ones. */
const LEVELS = 2;

/** Joined, what `JSON.stringify` gives for a list or a record of plain values. */
export function* jsonParts(value: unknown, levels = LEVELS): Generator<string> {
  if (isLongList(value)) {
    yield* inSteps(value, ["[", "]"], (some) => some);
    return;
  }
  const members = membersOf(value);
  if (members && members.length > AT_ONCE) {
    yield* inSteps(members, ["{", "}"], (some) => Object.fromEntries(some));
    return;
  }
  if (!members || levels === 0) {
    yield JSON.stringify(value);
    return;
  }
  let sign = "{";
  for (const [key, held] of members) {
    yield `${sign}${JSON.stringify(key)}:`;
    yield* jsonParts(held, levels - 1);
    sign = ",";
  }
  yield members.length === 0 ? "{}" : "}";
}

function isLongList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > AT_ONCE;
}

/** Those of a record that JSON holds. */
function membersOf(value: unknown): [string, unknown][] | undefined {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return undefined;
  return Object.entries(value).filter(([, held]) => held !== undefined && typeof held !== "function");
}

function* inSteps<T>(
  members: readonly T[],
  [open, close]: readonly [string, string],
  joined: (some: T[]) => unknown,
): Generator<string> {
  let sign = open;
  for (let from = 0; from < members.length; from += AT_ONCE) {
    const text = JSON.stringify(joined(members.slice(from, from + AT_ONCE)));
    yield sign + text.slice(1, -1);
    sign = ",";
  }
  yield close;
}
