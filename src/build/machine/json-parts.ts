// A value → its JSON, a part at a time. As one text, what is remembered of a large site would be in memory three times at once:
// as text, as bytes, and as values.

/** Members of a long list or record in one part. */
const AT_ONCE = 500;

/** Depth to which short records are searched for long ones. */
const LEVELS = 2;

/** Joined, the parts equal `JSON.stringify` of a list or record of plain values. */
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

/** The members of a plain record that JSON can hold. */
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
