// Links to other hosts → problems: dead, moved for good, or uncertain; requested over the network, slowly.
// Only `carnet check --external` runs this: no build ever opens a connection.
import { groupBy } from "../../group.ts";
import { inParallel } from "../../parallel.ts";
import { problem, type Problem } from "../../problems.ts";
import { readable } from "../link-address.ts";
import { ask, type Asked, type Asking } from "./ask.ts";
import type { Known, KnownAddresses } from "./known.ts";
import { createTurns } from "./turns.ts";
import type { ExternalLink, Network, Verdict } from "./types.ts";

export interface ExternalCheckOptions {
  network: Network;
  now: Date;
  userAgent: string;
  /** Results of earlier runs; empty to request every address again. */
  known: KnownAddresses;
  onProgress?: (done: number, total: number) => void;
  /** Called from time to time with the results so far: the check takes long enough to be interrupted. */
  keep?: (known: KnownAddresses) => void;
  /** In milliseconds: how long a host may take to answer, and the pause between two requests to one host. */
  timeout?: number;
  pause?: number;
}

export interface ExternalCheck {
  problems: Problem[];
  /** Results to keep for the next run. */
  known: KnownAddresses;
  /** True if nothing answered at all: the machine has no network. */
  offline: boolean;
}

const AT_ONCE = 8;
const TIMEOUT = 10_000;
const PAUSE = 500;
/** Failed addresses of one host after which its others are skipped. */
const PATIENCE = 2;

/** Answers between two calls of `keep`: some seconds. */
const KEPT_AFTER = 20;

/** If none of this many addresses answered, the others would not either. */
const ENOUGH_TO_TELL = 20;

/** Takes half a second for each address of the host that has most of them, and as long as hosts take to answer. */
export async function checkExternalLinks(
  links: readonly ExternalLink[],
  options: ExternalCheckOptions,
): Promise<ExternalCheck> {
  const { network, now, userAgent, known: before } = options;
  const asking: Asking = {
    network,
    now,
    userAgent,
    timeout: options.timeout ?? TIMEOUT,
    turn: createTurns(options.pause ?? PAUSE, network.sleep),
  };
  const verdicts = new Map<string, Verdict>();
  for (const { address } of links) {
    const verdict = before.get(address)?.verdict;
    if (verdict !== undefined) verdicts.set(address, verdict);
  }
  const left = links.filter(({ address }) => !verdicts.has(address));
  const known = new Map<string, Known>(before);
  const told: Told = {
    asked: [],
    tell(found) {
      const { address, verdict } = found;
      const done = told.asked.push(found);
      verdicts.set(address, verdict);
      if (verdict.is === "alive" || verdict.is === "moved") known.set(address, { verdict, at: now });
      if (done % KEPT_AFTER === 0) options.keep?.(known);
      options.onProgress?.(done, left.length);
    },
  };
  const byOrigin = groupBy(
    left.map(({ address }) => address),
    (address) => new URL(address).origin,
  );
  await inParallel(byOrigin.values(), (addresses) => askOrigin(addresses, asking, told), { most: AT_ONCE });
  // If the check was given up half-way, the progress bar must end too.
  if (told.asked.length < left.length) options.onProgress?.(left.length, left.length);
  return { problems: problemsOf(links, verdicts), known, offline: isOffline(told.asked) };
}

interface Told {
  asked: (Asked & { address: string })[];
  tell: (found: Asked & { address: string }) => void;
}

/** Requests the addresses of one origin in turn; a host that does not exist, or does not answer, is given up. */
async function askOrigin(addresses: readonly string[], asking: Asking, { asked, tell }: Told): Promise<void> {
  let failures = 0;
  let failed: Verdict | undefined;
  for (const address of addresses) {
    if (asked.length >= ENOUGH_TO_TELL && isOffline(asked)) return;
    const found: Asked =
      failed === undefined ? await ask(address, asking) : { verdict: failed, host: true, answered: false };
    tell({ ...found, address });
    failures = found.host ? failures + 1 : 0;
    failed ??= afterwards(found, failures);
  }
}

/** The verdict on the other addresses of an origin without requests; undefined while requests are worthwhile. */
function afterwards({ verdict, host }: Asked, failures: number): Verdict | undefined {
  if (!host || verdict.is === "alive" || verdict.is === "moved") return undefined;
  if (FOR_ALL.has(verdict.reason.why)) return verdict;
  if (failures < PATIENCE) return undefined;
  // Otherwise, each address of a site that is closed for an hour would cost the wait that it asks for.
  return verdict.reason.why === "unavailable" ? verdict : { is: "unsure", reason: { why: "skipped" } };
}

/** Reasons that apply to every path of a host. */
const FOR_ALL: ReadonlySet<string> = new Set(["no-host", "certificate", "private", "busy"]);

/** One unreachable host may be gone; if all hosts are unreachable, this machine has no network. */
function isOffline(asked: Told["asked"]): boolean {
  if (asked.length === 0 || asked.some(({ answered }) => answered)) return false;
  const hosts = new Set(asked.map(({ address }) => new URL(address).host));
  const machine = asked.every(({ verdict }) => verdict.is === "unsure");
  return machine || (hosts.size > 1 && asked.every(({ verdict }) => isUnreached(verdict)));
}

function isUnreached(verdict: Verdict): boolean {
  return verdict.is === "unsure" || (verdict.is === "dead" && UNREACHED.has(verdict.reason.why));
}

const UNREACHED: ReadonlySet<string> = new Set(["no-host", "refused", "silent", "broken"]);

function problemsOf(links: readonly ExternalLink[], verdicts: ReadonlyMap<string, Verdict>): Problem[] {
  return links.flatMap(({ address, uses }) => {
    const verdict = verdicts.get(address);
    return verdict === undefined || verdict.is === "alive"
      ? []
      : uses.flatMap((use) => problemOf(use, verdict) ?? []);
  });
}

function problemOf(
  { href: written, text, place, isPlayer }: ExternalLink["uses"][number],
  verdict: Exclude<Verdict, { is: "alive" }>,
): Problem | undefined {
  const href = readable(written);
  // A player uses another address than the one that was requested.
  if (isPlayer && verdict.is === "moved") return undefined;
  if (isPlayer && verdict.is === "dead")
    return problem("dead-link/player", place, { href, title: text, reason: verdict.reason });
  if (verdict.is === "dead") return problem("dead-link/external", place, { href, reason: verdict.reason });
  if (verdict.is === "unsure") return problem("unchecked-link", place, { href, reason: verdict.reason });
  const [, fragment = ""] = /(#.*)$/s.exec(written) ?? [];
  return problem("moved-link", place, { href, text, suggestion: readable(verdict.to + fragment) });
}
