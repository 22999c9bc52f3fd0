// Splits the free text of `author` into people and roles: "A, role et B, role" is two people with two roles.
// The text alone is ambiguous, so the rules have an order: a name in `people.yaml` first, then what looks like a name. Nothing
// in brackets is split. Also reads `twitter` of a post, and finds which of them it belongs to.
import { fold, unquoted } from "./text.ts";

export interface Signed {
  name: string;
  role?: string;
}

type Knows = (name: string) => boolean;

/** What a signature begins with on paper. */
const BY = /^(?:[Pp]ar|[Bb]y) (?=(?:[Ll]['’]|[Ll]a |[Tt]he )?\p{Lu})/u;

/** People and roles in reading order. `knows` is true if `people.yaml` has someone of that name. */
export function parseSignatures(text: string, knows: Knows): Signed[] {
  const clean = onOneLine(text);
  if (clean === "") return [];
  if (knows(clean)) return [{ name: unquoted(clean) }];
  return split(unquoted(clean.replace(BY, "")), /^;/)
    .flatMap((part) => parseGroup(part.text, knows))
    .filter(({ name }) => name !== "");
}

/** One list item, which is one person: `Name, role`. */
export function parseSignature(text: string, knows: Knows): Signed {
  const clean = onOneLine(text);
  if (knows(clean)) return { name: unquoted(clean) };
  const [name = clean, ...roles] = split(unquoted(clean), /^,/).map((part) => part.text);
  return signed(name, roles);
}

/** True if a role looks like a person's name: "Marie Dupont, Paul Durand" may be two people. */
export function isDoubtful(one: Signed): one is Signed & { role: string } {
  return one.role !== undefined && looksLikeName(one.name) && looksLikeName(one.role);
}

/** The name before a bracketed remark: "Thanh Ha Le (équipe EIG)" → "Thanh Ha Le". */
export function withoutBrackets(name: string): string {
  const bare = name.replace(/\s*\([^()]*\)\s*$/u, "");
  return bare === "" ? name : bare;
}

interface Part {
  text: string;
  /** The comma, or the word with its spaces, before it. */
  separator: string;
}

const isJoined = ({ separator }: Part): boolean => separator !== "" && separator !== ",";

/** Parses a text without semicolons. */
function parseGroup(text: string, knows: Knows): Signed[] {
  const parts = commaParts(text, knows);
  if (isPlainList(parts)) return parts.map((part) => ({ name: unquoted(part.text) }));
  const people: { name: string; roles: string[] }[] = [];
  for (const [i, part] of parts.entries()) {
    const last = people.at(-1);
    if (last === undefined || knows(part.text) || startsPerson(part, last, parts[i + 1], isPairs(parts)))
      people.push({ name: part.text, roles: [] });
    else if (!isJoined(part)) last.roles.push(part.text);
    else if (last.roles.length > 0) last.roles.push((last.roles.pop() ?? "") + part.separator + part.text);
    else last.name += part.separator + part.text;
  }
  return people.map(({ name, roles }) => signed(name, roles));
}

function signed(name: string, roles: readonly string[]): Signed {
  return { name: unquoted(name), ...(roles.length > 0 && { role: roles.join(", ") }) };
}

/** True for a list without roles: "A, B et C", "A, B, C", "A, B et l’équipe C". Only its last part may be joined. */
function isPlainList(parts: readonly Part[]): boolean {
  const isNamed = (part: Part, i: number): boolean =>
    looksLikeName(part.text) || (isJoined(part) && i === parts.length - 1 && TEAM.test(part.text));
  return parts.length > 2 && parts.every(isNamed) && !parts.slice(1, -1).some(isJoined);
}

/** True for "Name, role, Name, role". */
function isPairs(parts: readonly Part[]): boolean {
  return (
    parts.length > 3 &&
    parts.length % 2 === 0 &&
    parts.every(({ text }, i) => looksLikeName(text) === (i % 2 === 0))
  );
}

/** Whether a part is another person than the last one, or goes on with their name or role. */
function startsPerson(
  part: Part,
  last: { name: string; roles: readonly string[] },
  next: Part | undefined,
  alternate: boolean,
): boolean {
  const bare = withoutBrackets(unquoted(part.text));
  if (!isJoined(part)) return alternate && looksLikeName(bare);
  if (looksLikeName(bare)) return true;
  const isCapital = /^\p{Lu}/u.test(bare);
  if (last.roles.length > 0) return TEAM.test(bare) || (isCapital && next !== undefined && !isJoined(next));
  // In the name of an organisation, what follows "et" may be a single word: "La Fondation Truc et Muche".
  if (ORGANISATION.test(last.name) && !bare.includes(" ")) return false;
  return isCapital || TEAM.test(bare);
}

/** Splits at commas and at "et", "and", "&". Names of `people.yaml` that contain one stay whole. */
function commaParts(text: string, knows: Knows): Part[] {
  const parts: Part[] = [];
  for (const piece of split(text, /^(?:,(?: (?:et|and|&)(?= ))?| (?:et|and|&)(?= ))/i)) {
    const last = parts.at(-1);
    const word = piece.separator.replace(/^,/, "");
    const separator = word === "" ? piece.separator : `${word} `;
    if (last !== undefined && word !== "" && knows(last.text + separator + piece.text))
      last.text += separator + piece.text;
    else if (piece.text !== "") parts.push({ text: piece.text, separator });
  }
  return parts;
}

/** Splits a text outside brackets; each piece has the separator before it. */
function split(text: string, separator: RegExp): Part[] {
  const pieces: Part[] = [];
  let [depth, from, before] = [0, 0, ""];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === "(" || c === "[") depth++;
    else if (c === ")" || c === "]") depth = Math.max(0, depth - 1);
    const [found] = (depth === 0 ? separator.exec(text.slice(i, i + 8)) : null) ?? [];
    if (found === undefined) continue;
    pieces.push({ text: text.slice(from, i).trim(), separator: before });
    [from, before] = [i + found.length, found];
    i = from - 1;
  }
  pieces.push({ text: text.slice(from).trim(), separator: before });
  return pieces;
}

const onOneLine = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();

const TEAM =
  /^(?:(?:l['’]\s?|l[ae] |the )?(?:équipe|team|collectif)|les (?:agents|équipes|membres))(?:\s|$)/iu;
const ORGANISATION =
  /^(?:l['’]|l[ae] |the )?(?:agence|association|banque|caisse|direction|fondation|institut|ministère|mairie|région|société|université|ville)\s|(?:agency|centre|center|council|department|institute|ministry|office) (?:for|of) /iu;

/** Words that distinguish a role, a team or an organisation from a person's name. */
const ROLE_WORDS = new Set(
  (
    "agence agent agente analyst architecte association bureau chargé chargée chef cheffe chief collectif comité coordinateur coordinatrice data département " +
    "department designer design dev developer développeur développeuse digital directeur directrice direction director eig engineer équipe expert experte fondation " +
    "group groupe ingénieur ingénieure innovation institut lab lead link manager mentor ministère mission numérique office officer policy president président product " +
    "programme project projet promotion public researcher responsable scientist service services software stagiaire studio team université university ux writer"
  ).split(" "),
);
const PARTICLES = /^(?:de|du|des|la|le|les|van|von|der|den|da|di|el|al|ben|bin|y)$/i;

/** Two to five words with capitals, none of which is a word for a role: "EIG Link" and "Data Scientist" are not names. */
function looksLikeName(text: string): boolean {
  const words = withoutBrackets(unquoted(text)).split(" ");
  if (words.length < 2 || words.length > 5) return false;
  return words.every(
    (word, i) =>
      !ROLE_WORDS.has(word.toLowerCase()) &&
      (/^\p{Lu}[\p{L}.'’-]*$/u.test(word) || (i > 0 && (PARTICLES.test(word) || /^d['’]\p{Lu}/u.test(word)))),
  );
}

/** The handle in `colinemalivel`, `@colinemalivel` or the address of a profile; undefined if there is none. */
export function readHandle(written: string): string | undefined {
  const address = /^(?:https?:\/\/)?(?:www\.|mobile\.)?(?:twitter|x)\.com\/@?(\w{1,30})\/?(?:[?#].*)?$/i;
  const text = written.trim();
  return (address.exec(text) ?? /^@?(\w{1,30})$/.exec(text))?.[1];
}

interface Signer {
  name: string;
  /** Handles of the person in `people.yaml`. */
  handles: readonly string[];
}

/**
 * Index of the signer that the handle resembles most; undefined if it resembles none, or two equally: a wrong owner would be worse
 * than none.
 */
export function ownerOf(handle: string, signers: readonly Signer[]): number | undefined {
  const scores = signers.map((signer) => likeness(handle.toLowerCase(), signer));
  const best = Math.max(0, ...scores);
  const owner = scores.indexOf(best);
  return best === 0 || scores.lastIndexOf(best) !== owner ? undefined : owner;
}

/** 0 for no resemblance; the higher, the surer: the letters of the beginnings of words of the name in the handle. */
function likeness(handle: string, { name, handles }: Signer): number {
  if (handles.some((one) => one.toLowerCase().replace(/^@/, "") === handle)) return 100;
  return fold(name)
    .split(" ")
    .map((word) => {
      let length = word.length;
      while (length > 3 && !handle.includes(word.slice(0, length))) length--;
      return length > 3 ? length : 0;
    })
    .reduce((sum, length) => sum + length, 0);
}
