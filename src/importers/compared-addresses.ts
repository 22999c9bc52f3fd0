// The addresses of pictures, links and players in a text, before and after → those that are missing.
// Addresses that the import changes on purpose are equal: without the base path, from the root, encoded in another way.
import { findFrame } from "../embeds/providers.ts";
import type { Rendered } from "../markdown/types.ts";
import { decodeAddress } from "../percent-codes.ts";
import { withoutEntities } from "./head/plain-words.ts";
import { UNKNOWN_PART } from "./old-text.ts";
import { belowBase } from "./values.ts";

export interface Addresses {
  pictures: string[];
  links: string[];
}

/** `body` gives the players, whose frames are not rendered for a comparison of words. */
export function addressesIn(
  { references }: Pick<Rendered, "references">,
  body: string,
  keyOf: (address: string) => string,
): Addresses {
  const found: Addresses = { pictures: [], links: playersIn(body).map(keyOf) };
  for (const { kind, href } of references) {
    const key = keyOf(href);
    if (key !== "") (kind === "image" ? found.pictures : found.links).push(key);
  }
  return found;
}

const PLAYER =
  /<iframe\b[^>]{0,1000}?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|^[ \t>]*::video[^\n{]*\{url=([^\s}]+)/gim;

/** The page of each video: an address may be that of its frame. */
function playersIn(body: string): string[] {
  return [...body.matchAll(PLAYER)].map(([, double, single, bare, directive]) => {
    const written = withoutEntities(double ?? single ?? bare ?? directive ?? "");
    const found = findFrame(written.replace(/^http:/, "https:"), []);
    return "frame" in found ? found.frame.watchUrl : written;
  });
}

/** `renamed`: what the import says that it changed an address to. */
export function addressKeys(
  base: string,
  renamed: readonly { from: string; to: string }[],
): (address: string) => string {
  const plain = (address: string): string => {
    const written = withoutEntities(address.trim()).replace(/\s/g, " ");
    const path = (decodeAddress(written) ?? written).normalize("NFC").replace(/^\.\//, "");
    return belowBase(path, base);
  };
  const now = new Map(renamed.map(({ from, to }) => [plain(from), plain(to)]));
  return (address) => now.get(plain(address)) ?? plain(address);
}

/** Those of `before` without an equal in `after`, and those of `after` that are left. */
export function pairUp(
  before: readonly string[],
  after: readonly string[],
): { missing: string[]; left: string[] } {
  const counts = new Map<string, number>();
  for (const one of after) counts.set(one, (counts.get(one) ?? 0) + 1);
  const take = (one: string | undefined): boolean => {
    const left = one === undefined ? 0 : (counts.get(one) ?? 0);
    if (one === undefined || left === 0) return false;
    if (left === 1) counts.delete(one);
    else counts.set(one, left - 1);
    return true;
  };
  const missing = before.filter((one) => !one.includes(UNKNOWN_PART) && !take(one));
  // What says more about its address chooses first.
  const partly = before
    .filter((one) => one.includes(UNKNOWN_PART))
    .sort((a, b) => knownPart(b).length - knownPart(a).length);
  for (const one of partly)
    if (!take(one) && !take([...counts.keys()].find((other) => fits(one, other))))
      missing.push(one.replaceAll(UNKNOWN_PART, "…"));
  const left = [...counts].flatMap(([one, count]) => Array<string>(count).fill(one));
  return { missing, left };
}

const knownPart = (address: string): string => address.replaceAll(UNKNOWN_PART, "");

/** True if an address has the known parts of another, in order. */
function fits(partly: string, address: string): boolean {
  const parts = partly.split(UNKNOWN_PART);
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (!address.startsWith(first) || !address.slice(first.length).endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = address.indexOf(part, at);
    if (found < 0 || found + part.length > address.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
