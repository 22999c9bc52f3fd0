// “And” between two people, in languages other than French and English: "Anna Schmidt und Paul Braun", "آن، بول".
// In a text of another language these words may be part of a name or of a role, and in their own they are part of some: "Ortega
// y Gasset" is one person.
import { looksLikeName } from "./name-shapes.ts";

/** By language, as patterns. */
const AND: ReadonlyMap<string, string> = new Map([
  ["br", "ha|hag"],
  ["ca", "i"],
  ["co", "è"],
  ["da", "og"],
  ["de", "und"],
  ["es", "y|e"],
  ["eu", "eta"],
  ["gl", "e"],
  ["it", "ed?"],
  ["nl", "en"],
  ["oc", "e"],
  ["pl", "i"],
  ["pt", "e"],
  ["ro", "și"],
  ["sv", "och"],
]);

/** What ends a name on either side. */
const END = /[,;&]| et | and /i;

/**
 * The text with the signs and words that French and English readers know: a comma for `،`, and "et" for the text's own word
 * where a full name follows it, and another name or a role comes before.
 */
export function withKnownJoints(text: string, lang: string, knows: (name: string) => boolean): string {
  const plain = text.replace(/\s*،/g, ",").replace(/\s*؛/g, ";");
  const word = AND.get(lang.toLowerCase().split("-")[0] ?? "");
  if (word === undefined) return plain;
  const [first = "", ...rest] = plain.split(new RegExp(`( (?:${word}) )`, "iu"));
  let joined = first;
  let before = first;
  let hasRole = first.includes(",");
  for (let i = 0; i + 1 < rest.length; i += 2) {
    const [said = "", after = ""] = [rest[i], rest[i + 1]];
    const left = before.split(END).at(-1)?.trim() ?? "";
    const right = after.split(END)[0]?.trim() ?? "";
    const isJoint = looksLikeName(right) && (looksLikeName(left) || hasRole) && !knows(left + said + right);
    joined += (isJoint ? " et " : said) + after;
    before = after;
    hasRole ||= after.includes(",");
  }
  return joined;
}
