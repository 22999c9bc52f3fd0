// `twitter` of a post: reads it in the forms that people write, and finds which author it belongs to.
// A handle that resembles no author belongs to the post: a wrong owner would be worse than none.
import { fold } from "../text.ts";

/** A handle as read. `address`: it was written as a whole address. */
export type ReadHandle = { handle: string; form: "bare" | "at" | "address" } | { bad: string } | undefined;

/** Reads `colinemalivel`, `@colinemalivel` or the address of a profile. Undefined for empty text. */
export function readHandle(written: string): ReadHandle {
  const text = written.trim();
  if (text === "") return undefined;
  const [, fromAddress] =
    /^(?:https?:\/\/)?(?:www\.|mobile\.)?(?:twitter|x)\.com\/(?:#!\/)?@?(\w{1,30})\/?(?:status\/.*|[?#].*)?$/i.exec(
      text,
    ) ?? [];
  if (fromAddress !== undefined) return { handle: fromAddress, form: "address" };
  const [, at, bare] = /^(@?)(\w{1,30})$/.exec(text) ?? [];
  if (bare === undefined) return { bad: text };
  return { handle: bare, form: at === "@" ? "at" : "bare" };
}

/** Networks on which the name of an account gives its address. */
export const NETWORKS = ["bluesky", "github", "gitlab", "linkedin", "mastodon", "twitter", "x"] as const;
export type Network = (typeof NETWORKS)[number];

/** The network that a key of `handles` names, in any case. */
export const networkOf = (key: string): Network | undefined =>
  NETWORKS.find((one) => one === key.toLowerCase());

/** A fediverse account, with its server: `@ada@social.example`. */
export const ACCOUNT = /^@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/;
/** What an account may be named on any network. */
export const ACCOUNT_NAME = /^[@\w.-]+$/;

export interface Signer {
  name: string;
  /** Handles of the person in `people.yaml`. */
  handles: readonly string[];
}

/** Index of the signer that the handle resembles most; undefined if it resembles none, or two equally. */
export function ownerOf(handle: string, signers: readonly Signer[]): number | undefined {
  let best = 0;
  let owner: number | undefined;
  for (const [i, signer] of signers.entries()) {
    const score = likeness(handle, signer);
    if (score > best) [best, owner] = [score, i];
    else if (score === best && score > 0) owner = undefined;
  }
  return owner;
}

/** Scores by handle and signer: a few people sign thousands of texts, each with one handle. */
const LIKENESSES = new Map<string, number>();
const MOST_REMEMBERED = 5000;

function likeness(handle: string, signer: Signer): number {
  const key = [handle, signer.name, ...signer.handles].join("\n");
  let known = LIKENESSES.get(key);
  if (known === undefined) {
    if (LIKENESSES.size >= MOST_REMEMBERED) LIKENESSES.clear();
    LIKENESSES.set(key, (known = resemblance(handle, signer)));
  }
  return known;
}

/** 0 for no resemblance; the higher, the surer. */
function resemblance(handle: string, signer: Signer): number {
  const flat = handle.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (signer.handles.some((one) => one.toLowerCase().replace(/^@/, "") === handle.toLowerCase())) return 100;
  const plain = flat.replace(/\d+$/, "");
  const forms = [flat, plain, plain.replace(/0/g, "o").replace(/1/g, "i").replace(/3/g, "e")].filter(
    (form) => form.length >= 3,
  );
  const words = fold(signer.name)
    .split(" ")
    .filter((word) => word !== "");
  return Math.max(0, ...forms.map((form) => formLikeness(form, words)));
}

function formLikeness(form: string, words: readonly string[]): number {
  const whole = words.join("");
  if (form === whole || form === [...words].reverse().join("")) return 90;
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  if (words.length > 1 && (form === first + last || form === last + first)) return 88;
  if (words.length > 1 && abbreviations(words).has(form)) return 85;
  if (whole.length >= 6 && form.includes(whole)) return 80;
  const held = words.filter((word) => word.length >= 4 && form.includes(word));
  if (held.length > 0) return 50 + Math.min(20, held.join("").length);
  if (
    first.length >= 3 &&
    form.startsWith(first) &&
    words.slice(1).some((word) => word.startsWith(form.slice(first.length)))
  )
    return 60;
  return words.some((word) => word.length >= 5 && shared(word, form) >= 5) ? 40 : 0;
}

/** Initials before or after whole words: "jbledevehat", "cmalivel", "colinem". */
function abbreviations(words: readonly string[]): Set<string> {
  const initials = (some: readonly string[]): string => some.map((word) => word.charAt(0)).join("");
  const found = new Set<string>();
  for (let i = 1; i < words.length; i++) {
    found.add(initials(words.slice(0, i)) + words.slice(i).join(""));
    found.add(words.slice(0, i).join("") + initials(words.slice(i)));
  }
  found.add(initials(words.slice(0, 1)) + (words.at(-1) ?? ""));
  return found;
}

function shared(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}
