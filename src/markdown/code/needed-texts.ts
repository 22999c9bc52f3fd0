// A JavaScript pattern → texts of which every match contains at least one. A text with none of them need not be searched.
import { RegExpParser, type AST } from "@eslint-community/regexpp";
import { foldCode } from "./fold-code.ts";

/** Searching for more of them is hardly faster than running the pattern. */
const MOST = 16;
/** The widest range of characters that is enumerated, such as all digits. */
const WIDEST = 10;

const parser = new RegExpParser({ ecmaVersion: 2025 });

/**
 * Folded (`foldCode`): what the pattern matches, looks ahead at or looks back at contains one of them, wherever it begins.
 * Undefined if no such texts are known.
 */
export function neededTexts(source: string, flags: string): readonly string[] | undefined {
  const pattern = parser.parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  return ofAlternatives(pattern.alternatives);
}

type Needs = readonly string[] | undefined;

/** The union over the alternatives: undefined if one of them may match anything. */
function ofAlternatives(alternatives: readonly AST.Alternative[]): Needs {
  const all = new Set<string>();
  for (const { elements } of alternatives) {
    const needs = ofSequence(elements);
    if (needs === undefined) return undefined;
    for (const text of needs) all.add(text);
  }
  const shortest = [...all].filter(
    (text) => ![...all].some((other) => other !== text && text.includes(other)),
  );
  return shortest.length > MOST ? undefined : shortest;
}

/** The most selective needs among its elements; consecutive characters form one text. */
function ofSequence(elements: readonly AST.Element[]): Needs {
  let best: Needs;
  let run = "";
  const consider = (needs: Needs) => {
    if (needs !== undefined && (best === undefined || tells(needs) > tells(best))) best = needs;
  };
  for (const element of elements) {
    const characters = charactersOf(element);
    if (characters?.length === 1) {
      run += characters.join("");
      continue;
    }
    // A lookaround consumes nothing: the characters on its two sides are adjacent.
    if (element.type !== "Assertion") {
      if (run !== "") consider([run]);
      run = "";
    }
    consider(characters ?? ofElement(element));
  }
  if (run !== "") consider([run]);
  return best;
}

/** Longer texts are rarer, and a shorter list is faster to search. */
function tells(needs: readonly string[]): number {
  return 4 * Math.min(...needs.map(({ length }) => length)) - needs.length / 2;
}

function ofElement(element: AST.Element): Needs {
  if (element.type === "CapturingGroup" || (element.type === "Group" && !element.modifiers))
    return ofAlternatives(element.alternatives);
  if (element.type === "Quantifier" && element.min > 0)
    return charactersOf(element.element) ?? ofElement(element.element);
  if (element.type === "Assertion" && "alternatives" in element && !element.negate)
    return ofAlternatives(element.alternatives);
  return undefined;
}

/** The characters of an element that matches one of a few ASCII characters, folded. */
function charactersOf(element: AST.Element): readonly string[] | undefined {
  if (element.type === "Character") return fromTo(element.value, element.value);
  if (element.type !== "CharacterClass" || element.negate) return undefined;
  const found = new Set<string>();
  for (const part of element.elements) {
    const characters =
      part.type === "Character"
        ? fromTo(part.value, part.value)
        : part.type === "CharacterClassRange"
          ? fromTo(part.min.value, part.max.value)
          : undefined;
    if (characters === undefined) return undefined;
    for (const character of characters) found.add(character);
  }
  return found.size === 0 || found.size > WIDEST ? undefined : [...found];
}

function fromTo(first: number, last: number): readonly string[] | undefined {
  if (last - first >= WIDEST) return undefined;
  const characters = Array.from({ length: last - first + 1 }, (_, i) =>
    foldCode(String.fromCodePoint(first + i)),
  );
  // Beyond ASCII, a letter may match others than its lower case.
  return characters.every((character) => /^[\0-\x7F]$/.test(character)) ? characters : undefined;
}
