// `twitter` of a post: reads it in the forms that people write, and finds which author it belongs to.
// A handle that resembles no author belongs to the post: a wrong owner would be worse than none.
import { fold } from "../text.ts";

/** The handle in `colinemalivel`, `@colinemalivel` or the address of a profile; undefined if there is none. */
export function readHandle(written: string): string | undefined {
  const address = /^(?:https?:\/\/)?(?:www\.|mobile\.)?(?:twitter|x)\.com\/@?(\w{1,30})\/?(?:[?#].*)?$/i;
  const text = written.trim();
  return (address.exec(text) ?? /^@?(\w{1,30})$/.exec(text))?.[1];
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
  const scores = signers.map((signer) => likeness(handle.toLowerCase(), signer));
  const best = Math.max(0, ...scores);
  const owner = scores.indexOf(best);
  return best === 0 || scores.lastIndexOf(best) !== owner ? undefined : owner;
}

/** 0 for no resemblance; the higher, the surer. */
function likeness(handle: string, { name, handles }: Signer): number {
  if (handles.some((one) => one.toLowerCase().replace(/^@/, "") === handle)) return 100;
  const form = handle.replace(/[^a-z0-9]|\d+$/g, "");
  const words = fold(name).split(" ");
  const whole = words.join("");
  if (form.length < 3 || whole === "") return 0;
  if (form === whole || form === words.toReversed().join("")) return 90;
  // Initials before or after whole words: "cmalivel", "colinem".
  const initials = (some: readonly string[]): string => some.map((word) => word.charAt(0)).join("");
  const isShort = words.some(
    (_, i) =>
      i > 0 &&
      [
        initials(words.slice(0, i)) + words.slice(i).join(""),
        words.slice(0, i).join("") + initials(words.slice(i)),
      ].includes(form),
  );
  if (isShort) return 80;
  const held = words.filter((word) => word.length > 3 && form.includes(word)).join("").length;
  return held > 0 || !words.some((word) => word.length > 4 && form.startsWith(word.slice(0, 5))) ? held : 1;
}
