// Posts and static pages → their fingerprints: with their text, and as lists show them.
import type { Entry } from "../content/types.ts";
import { digestOf, textOf, textOfFields } from "./machine/digest.ts";
import type { Prepared } from "./prepare.ts";

export type NameOf = (entry: Entry) => string;

/**
 * Fields left out of an entry's fingerprint. The HTML covers the body; layouts receive neither the source nor `unheardHour`,
 * from which only a problem is made; pages that show neighbours add their fingerprints.
 */
const BESIDE: ReadonlySet<string> = new Set(["text", "previous", "next", "related", "unheardHour"]);

/**
 * Fingerprints of entries, from their own values only; the pages that show neighbours add those. `listed` leaves out the text:
 * a list, a neighbour or a related post shows the rest.
 */
export function entryNames({ rendered, covers }: Prepared): Record<"listed" | "whole", NameOf> {
  const listed = remember((entry) =>
    digestOf([textOfFields(entry, textOf, BESIDE), textOf(covers.get(entry.file))].join("\n")),
  );
  const whole = remember((entry) => digestOf(`${listed(entry)}\n${rendered.get(entry.file)?.digest ?? ""}`));
  return { listed, whole };
}

function remember(nameOf: NameOf): NameOf {
  const known = new Map<object, string>();
  return (entry) => {
    const name = known.get(entry) ?? nameOf(entry);
    known.set(entry, name);
    return name;
  };
}
