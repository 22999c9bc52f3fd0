// Results of earlier runs → the text of a file, and back.
// Only good results are kept, for a week: a dead link may work again, and is requested each time.
import * as z from "zod";
import type { Verdict } from "./types.ts";
import { parsedJson } from "../../files.ts";

export interface Known {
  verdict: Extract<Verdict, { is: "alive" | "moved" }>;
  /** When the host answered. */
  at: Date;
}

export type KnownAddresses = ReadonlyMap<string, Known>;

const DAYS_KEPT = 7;
const VERSION = 1;

const fileSchema = z.object({
  version: z.literal(VERSION),
  links: z.record(
    z.string(),
    z.object({ at: z.iso.datetime(), to: z.url({ protocol: /^https?$/ }).optional() }),
  ),
});

/** Results that are still valid at `now`; empty if the text is damaged, from another version, or not Carnet's. */
export function readKnown(text: string, now: Date): Map<string, Known> {
  const known = new Map<string, Known>();
  const parsed = fileSchema.safeParse(parsedJson(text));
  if (!parsed.success) return known;
  for (const [address, { at, to }] of Object.entries(parsed.data.links)) {
    const age = now.getTime() - Date.parse(at);
    if (age < 0 || age >= DAYS_KEPT * 24 * 3600 * 1000) continue;
    known.set(address, {
      at: new Date(at),
      verdict: to === undefined ? { is: "alive" } : { is: "moved", to },
    });
  }
  return known;
}

/** The text does not depend on the order in which hosts answered. */
export function writeKnown(known: KnownAddresses): string {
  const links = [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, { at, verdict }]): [string, { at: string; to?: string }] => [
      address,
      { at: at.toISOString(), ...(verdict.is === "moved" && { to: verdict.to }) },
    ]);
  return `${JSON.stringify({ version: VERSION, links: Object.fromEntries(links) }, null, 1)}\n`;
}
