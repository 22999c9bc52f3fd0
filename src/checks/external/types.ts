// What the check of links to other hosts is given and what it says of each address.
import type { Place } from "../../problems.ts";
import type { DeadReason, UnsureReason } from "../../strings/problems-external.ts";

/** What is known of an address once its host was asked. */
export type Verdict =
  | { is: "alive" }
  /** Alive, at another address for good. */
  | { is: "moved"; to: string }
  | { is: "dead"; reason: DeadReason }
  | { is: "unsure"; reason: UnsureReason };

/** An address of another host, without fragment, and all the places that link to it. */
export interface ExternalLink {
  address: string;
  uses: readonly { href: string; text: string; place: Place; /** What a player shows. */ isPlayer?: true }[];
}

/** The machine's network and clock, which this room never touches itself. */
export interface Network {
  fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** IP addresses of a host; rejects with Node's code where it has none. */
  lookup: (host: string) => Promise<readonly string[]>;
  sleep: (milliseconds: number) => Promise<void>;
}
