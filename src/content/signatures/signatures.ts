// Splits the free text of `author` into people and roles: "A, role et B, role" is two people with two roles.
// The text alone is ambiguous, so the rules have an order: a name in `people.yaml` first, then what looks like a name. Nothing
// in brackets is split.
import { withKnownJoints } from "./joining-words.ts";
import { dashed } from "./dashed-roles.ts";
import {
  isBody,
  isUnit,
  isWholeBody,
  looksLikeName,
  ROLE_WORDS,
  TEAM,
  withoutBrackets,
} from "./name-shapes.ts";
import { unquoted } from "../text.ts";

export interface Signed {
  name: string;
  role?: string;
}

/** What a signature begins with on paper. */
const BY =
  /^(?:(?:[Éé]crit|[Rr]édigé|[Ww]ritten|[Pp]osted) )?(?:[Pp]ar|[Bb]y) (?=(?:[Ll]['’]|[Ll]a |[Tt]he )?\p{Lu})/u;

/** People and roles in reading order. `knows` is true if `people.yaml` has someone of that name; `lang` is the text's language. */
export function parseSignatures(text: string, knows: (name: string) => boolean, lang = "fr"): Signed[] {
  const clean = text
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/ (et|and|&)(?: \1)+(?= )/gi, " $1")
    .trim();
  if (clean === "") return [];
  if (BY.test(clean) && !knows(clean)) return parseSignatures(clean.replace(BY, ""), knows, lang);
  if (knows(clean) || isWholeBody(clean)) return [{ name: unquoted(clean) }];
  return cut(withKnownJoints(unquoted(clean), lang, knows), /^;/)
    .flatMap(({ text: part }) => parseGroup(part, knows))
    .filter((one) => one.name !== "");
}

/** One list item, which is one person: `Name, role`. */
export function parseSignature(text: string, knows: (name: string) => boolean): Signed {
  const clean = text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
  if (knows(clean)) return { name: unquoted(clean) };
  const [name = clean, ...rest] = cut(unquoted(clean), /^,/).map((part) => part.text);
  return signed(name, rest, knows);
}

interface Part {
  text: string;
  /** True if "et", "and" or "&" precedes it. */
  joined: boolean;
  /** True if a comma precedes that word: "A, designer, et l’équipe". */
  apart?: boolean;
  /** True for a name that a role follows, among other such pairs. */
  leads?: boolean;
}

/** Parses a text without semicolons. */
function parseGroup(text: string, knows: (name: string) => boolean): Signed[] {
  const parts = commaParts(text, knows);
  if (isPlainList(parts)) return parts.map((part) => ({ name: unquoted(part.text) }));
  const [role, ...names] = parts.toReversed();
  // "A, B, C et D, role": of fewer names, one may be a role.
  if (
    role !== undefined &&
    !role.joined &&
    !looksLikeName(role.text) &&
    names.length > 3 &&
    isJoinedList(names.reverse())
  )
    return names.map(({ text: name }, i) => signed(name, i === names.length - 1 ? [role.text] : [], knows));
  const people: { name: string; roles: string[] }[] = [];
  markAlternating(parts);
  for (const [i, part] of parts.entries()) {
    const last = people.at(-1);
    if (last === undefined || startsPerson(parts, i, people, knows))
      people.push({ name: part.text, roles: [] });
    else if (!part.joined) last.roles.push(part.text);
    else if (last.roles.length > 0)
      last.roles.push(`${last.roles.pop() ?? ""}${joiner(text, part)}${part.text}`);
    else last.name += joiner(text, part) + part.text;
  }
  return people.map(({ name, roles }) => signed(name, roles, knows));
}

function signed(written: string, roles: readonly string[], knows: (name: string) => boolean): Signed {
  const parted = knows(written) ? undefined : dashed(written);
  const name = unquoted(parted?.name ?? written);
  const role = (parted === undefined ? roles : [parted.role, ...roles]).join(", ");
  return role === "" ? { name } : { name, role };
}

/**
 * True for a list without roles: "A, B et C", "A, B, C", "A, B et l’équipe C". It has at least three parts, of which only the
 * last may be joined. All are names, except that a joined last one may be a team; or all are organisations, and the last one is
 * joined.
 */
function isPlainList(parts: readonly Part[]): boolean {
  if (parts.length > 2 && parts.at(-1)?.joined && parts.every(({ text }) => isUnit(unquoted(text))))
    return parts.slice(1, -1).every(({ joined }) => !joined);
  const isNamed = ({ text, joined }: Part, i: number): boolean =>
    looksLikeName(text) || (joined && i === parts.length - 1 && TEAM.test(unquoted(text)));
  if (parts.length < 3 || !parts.every(isNamed)) return false;
  const joins = parts.map((part) => part.joined);
  return joins.slice(1, -1).every((joined) => !joined);
}

/** Names of which only the last is joined. */
const isJoinedList = (parts: readonly Part[]): boolean =>
  parts.every(({ text, joined }, i) => looksLikeName(text) && joined === (i === parts.length - 1));

function startsPerson(
  parts: readonly Part[],
  i: number,
  people: readonly { name: string; roles: string[] }[],
  knows: (name: string) => boolean,
): boolean {
  const text = unquoted(parts[i]?.text ?? "");
  const bare = withoutBrackets(text);
  if (knows(text) || knows(bare)) return true;
  const next = parts[i + 1];
  const last = people.at(-1);
  const named = dashed(bare)?.name ?? bare;
  // A dash introduces another person's role only after a person with such a role; elsewhere, it may belong to an organisation
  // in a role.
  if (parts[i]?.joined !== true)
    return (
      parts[i]?.leads === true ||
      (named !== bare && dashed(last?.name ?? "") !== undefined && looksLikeName(named)) ||
      (looksLikeName(text) &&
        isRoleInBrackets(last) &&
        (text.endsWith(")") || (next?.joined === false && !looksLikeName(next.text))))
    );
  const inRole = last !== undefined && (last.roles.length > 0 || dashed(last.name) !== undefined);
  if (!inRole && isBody(last?.name ?? "") && !bare.includes(" ")) return false;
  if (!inRole) return /^\p{Lu}/u.test(bare) || TEAM.test(bare);
  if (looksLikeName(named) || (parts[i].apart === true && TEAM.test(bare))) return true;
  const single = /^\p{Lu}[\p{Ll}-]+$/u.test(bare) && !ROLE_WORDS.has(bare.toLowerCase());
  const ownRole = next !== undefined && !next.joined;
  return (/^\p{Lu}/u.test(bare) && ownRole) || (single && !(people[0]?.name.includes(" ") ?? true));
}

/** True for "Marie Dupont (DINUM)" and nothing more: a name that follows, with a role of its own, is no role of hers. */
function isRoleInBrackets(last: { name: string; roles: string[] } | undefined): boolean {
  return last?.roles.length === 0 && last.name.endsWith(")") && looksLikeName(last.name);
}

/** Marks the names of "Name, role, Name, role", also where "et" and others follow or precede these. */
function markAlternating(parts: readonly Part[]): void {
  let from = 0;
  for (let to = 1; to <= parts.length; to++) {
    if (parts[to]?.joined === false) continue;
    const run = parts.slice(from, to);
    const isPairs = run.length >= 4 && run.length % 2 === 0;
    if (isPairs && run.every(({ text }, i) => looksLikeName(text) === (i % 2 === 0)))
      for (const [i, part] of run.entries()) part.leads = i % 2 === 0;
    from = to;
  }
}

/** True if a role looks like a person's name: "Marie Dupont, Paul Durand" may be two people. */
export function isDoubtful(signed: Signed): signed is Signed & { role: string } {
  const { name, role } = signed;
  return role !== undefined && looksLikeName(name) && looksLikeName(role);
}

function joiner(text: string, part: Part): string {
  const before = text.slice(0, Math.max(0, text.lastIndexOf(part.text)));
  return (part.apart === true ? "," : "") + (/ (et|and|&) $/i.exec(before)?.[0] ?? " et ");
}

/** Splits at commas and at "et", "and", "&". Names of `people.yaml` that contain "et", "and" or "&" stay whole. */
function commaParts(text: string, knows: (name: string) => boolean): Part[] {
  const pieces = cut(text, /^(,| et (?=\S)| and (?=\S)| & (?=\S))/i);
  const parts: Part[] = [];
  let apart = false;
  for (const piece of pieces) {
    const joined = piece.separator !== "" && piece.separator !== ",";
    const last = parts.at(-1);
    if (last !== undefined && joined && knows(last.text + piece.separator + piece.text))
      last.text += piece.separator + piece.text;
    else if (piece.text !== "") parts.push({ text: piece.text, joined, apart });
    apart = piece.text === "";
  }
  return parts;
}

/** Splits a text outside brackets; each piece has the separator before it. */
function cut(text: string, separator: RegExp): { text: string; separator: string }[] {
  const pieces: { text: string; separator: string }[] = [];
  let [depth, from, before] = [0, 0, ""];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === "(" || c === "[") depth++;
    else if (c === ")" || c === "]") depth = Math.max(0, depth - 1);
    else if (depth === 0 && (c === "," || c === ";" || c === " ")) {
      const [found] = separator.exec(text.slice(i, i + 6)) ?? [];
      if (found === undefined) continue;
      pieces.push({ text: text.slice(from, i).trim(), separator: before });
      [from, before] = [i + found.length, found];
      i = from - 1;
    }
  }
  pieces.push({ text: text.slice(from).trim(), separator: before });
  return pieces;
}
