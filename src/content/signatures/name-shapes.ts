// What the words of a signature look like: a person's name, a team, or a role.
import { unquoted } from "../text.ts";

/** Words that distinguish a role, a team or an organisation from a person's name. */
export const ROLE_WORDS = new Set(
  (
    "académie agence agent agente agents analyst architecte association auteur autrice banque bureau cabinet caisse cellule chargé chargée chef cheffe chercheur chercheuse chief " +
    "collectif comité coordination coordinateur coordinatrice data département designer design dev developer développeur développeuse digital directeur directrice direction doctorant " +
    "doctorante école éducation eig engineer équipe expert experte fondation group groupe ingénieur ingénieure innovation institut journaliste lab laboratoire lead link mairie manager " +
    "mentor mentors ministère mission musée national nationale numérique office officer opéra owner pôle préfecture president président présidente product programme project projet " +
    "promotion public publique rédaction région researcher responsable scientist secrétaire service stagiaire studio team transformation université university ux ville volunteer " +
    "advisor adviser affairs analyst architect assistant associate association biologist board centre center coach commission commissioner committee consultant coordinator corps council counsel " +
    "department economist editor educator foundation fellow government institute intern librarian library master minister ministry museum network operations professor " +
    "administrator ceo cio co-director co-founder cto deputy developers directorate director directors engineering founder health industrial industry local policy principal producer research rural science sciences social software trade unit " +
    "secretariat secretary services society specialist statistician storyteller strategist student systems technologist trainer treasury union writer"
  ).split(" "),
);
const PARTICLES = new Set([
  "de",
  "du",
  "des",
  "d",
  "la",
  "le",
  "les",
  "van",
  "von",
  "der",
  "den",
  "da",
  "di",
  "el",
  "al",
  "ben",
  "bin",
  "y",
]);
export const TEAM =
  /^(?:(?:l['’]\s?|l[ae] |the )?(?:équipe|equipe|team|collectif|rédaction)|les (?:agents|agentes|équipes|equipes|membres)|the (?:\p{L}+ ){1,3}team)(?:\s|$)/iu;
const UNIT =
  /^(?:l['’]|l[ae] |the )?(?:agence|association|banque|bureau|caisse|cellule|collectif|comité|département|direction|école|équipe|fondation|institut|laboratoire|mairie|ministère|mission|office|pôle|préfecture|région|service|team|université|ville)\s/iu;

/** In the name of one of these, what follows "et" may be a single word: "La Fondation Truc et Muche". */
const BODY =
  /^(l['’]|l[ae] |the )?(agence|association|banque|caisse|compagnie|direction|école|fondation|institut|ministère|mairie|région|société|université|ville)\s/iu;
/** "Department for Work and Pensions", "Centre for Data Ethics and Innovation". */
const ENGLISH_BODY =
  /^(?:the )?(?:\p{L}+ )?(?:agency|board|bureau|center|centre|college|commission|committee|council|department|directorate|division|faculty|foundation|institute|ministry|museum|office|school|society|university) (?:for|of|on) /iu;

export const isBody = (text: string): boolean => BODY.test(text) || ENGLISH_BODY.test(text);

/** A body or a team whose name has commas and "and": "Department for Levelling Up, Housing and Communities", "The Data, Policy and Research Team". */
export function isWholeBody(text: string): boolean {
  const [first = "", ...rest] = text.split(/,? and |, /);
  if (rest.length === 0) return false;
  const isWord = (part: string): boolean => /^\p{L}+$/u.test(part);
  if (
    /^The \p{Lu}\p{Ll}+$/u.test(first) &&
    /^(?:\p{Lu}\p{Ll}+ )+(?:Team|Unit|Group)$/u.test(rest.at(-1) ?? "")
  )
    return rest.slice(0, -1).every(isWord);
  return (
    ENGLISH_BODY.test(first) && text.includes(" and ") && rest.every((part) => isWord(part) || isPhrase(part))
  );
}

/** "Social Care", "Rural Affairs", "Local Government". */
const isPhrase = (part: string): boolean => /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(part) && hasRoleWord(part);

/** Has a word that names of people do not have. */
export const hasRoleWord = (text: string): boolean =>
  text.split(/[ ,]+/).some((word) => ROLE_WORDS.has(word.toLowerCase()));

const ACRONYM = /^\p{Lu}{2,8}$/u;

/** An organisation or a part of one: a word for it, or capitals alone (DINUM). */
export const isUnit = (text: string): boolean => UNIT.test(text) || ACRONYM.test(text);

/** Two to five words with capitals, none of which is a word for a role: "designer" and "Data Scientist" are not names. */
export function looksLikeName(text: string): boolean {
  const words = withoutBrackets(unquoted(text)).split(/[ ]+/);
  if (words.length < 2 || words.length > 5) return false;
  if (words.some((word) => ROLE_WORDS.has(word.toLowerCase()))) return false;
  if (
    /^\p{Lu}{3,}$/u.test(words[0] ?? "") &&
    !words.every((word) => /^\p{Lu}/u.test(word) && word === word.toUpperCase())
  )
    return false;
  return words.every(
    (word, i) =>
      /^\p{Lu}[\p{L}.'’-]*$/u.test(word) ||
      (i > 0 && (PARTICLES.has(word.toLowerCase()) || /^d['’]\p{Lu}/u.test(word))),
  );
}

/** The name before a bracketed remark: "Léo Martin (équipe EIG)" → "Léo Martin". */
export function withoutBrackets(name: string): string {
  const bare = name.replace(/\s*\([^()]*\)\s*$/u, "");
  return bare === "" ? name : bare;
}
