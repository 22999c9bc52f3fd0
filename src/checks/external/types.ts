// Input of the check of links to other hosts, and its verdict on each address.
import type { Place } from "../../problems.ts";
import type { DeadReason, UnsureReason } from "../../strings/problems-external.ts";

/** What is known of an address after its host was asked. */
export type Verdict =
  | { is: "alive" }
  /** Alive, permanently at another address. */
  | { is: "moved"; to: string }
  | { is: "dead"; reason: DeadReason }
  | { is: "unsure"; reason: UnsureReason };

/** An address on another host, without fragment, and all the places that link to it. */
export interface ExternalLink {
  address: string;
  uses: readonly { href: string; text: string; place: Place; /** What a player shows. */ isPlayer?: true }[];
}

/** The machine's network and clock, which this folder never uses directly. */
export interface Network {
  fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** IP addresses of a host; rejects with Node's code if it has none. */
  lookup: (host: string) => Promise<readonly string[]>;
  sleep: (milliseconds: number) => Promise<void>;
}
