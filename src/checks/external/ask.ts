// One address → what its host answers: alive, moved for good, dead, or nothing certain.
// Requested as a browser would, but without the content: HEAD first, then GET if the server may not handle HEAD.
import { isUtf8 } from "node:buffer";
import { isPrivateAddress, isPrivateHost } from "../private-host.ts";
import { deadStatus, failure, UNAVAILABLE } from "./answers.ts";
import type { Network, Verdict } from "./types.ts";

export interface Asking {
  network: Network;
  userAgent: string;
  /** Milliseconds within which a host must answer. */
  timeout: number;
  /** Waits for the turn of a host, then calls `request`. */
  turn: <T>(host: string, request: () => Promise<T>) => Promise<T>;
  /** The instant of this run, for a `Retry-After` that is a date. */
  now: Date;
}

export interface Asked {
  verdict: Verdict;
  /** True if the first host itself failed, or refuses everyone for a while: its other addresses may need no request. */
  host: boolean;
  /** True if any server answered, whatever it said. */
  answered: boolean;
}

const MOST_REDIRECTS = 5;
const LONGEST_WAIT = 30_000;

/** Follows redirects; a permanent one counts only if all those before it are permanent too. */
export async function ask(address: string, asking: Asking): Promise<Asked> {
  let at = address;
  let moved = address;
  let permanent = true;
  let answered = false;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const answer = await request(at, asking);
    if ("verdict" in answer) return { verdict: answer.verdict, host: hops === 0, answered };
    answered = true;
    const { status, location } = answer;
    if (!REDIRECTS.has(status) || location === undefined) {
      const dead = deadStatus(status);
      const alive: Verdict = moved === address ? { is: "alive" } : { is: "moved", to: moved };
      // Another host, reached by a redirect, says nothing about the first one.
      const isOwn = new URL(at).host === new URL(address).host;
      return { verdict: dead ?? alive, host: isOwn && TURNING_AWAY.has(status), answered };
    }
    const next = target(location, at);
    if (next === undefined)
      return { verdict: { is: "dead", reason: { why: "bad-redirect" } }, host: false, answered };
    permanent &&= status === 301 || status === 308;
    if (permanent) moved = next;
    at = next;
  }
  // Sites that require a cookie redirect robots in circles, which readers never see.
  return { verdict: { is: "unsure", reason: { why: "loop" } }, host: false, answered };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Statuses of a host that is busy, or closed for a while. */
const TURNING_AWAY = new Set([429, ...UNAVAILABLE]);

function target(location: string, from: string): string | undefined {
  if (!URL.canParse(location, from)) return undefined;
  const url = new URL(location, from);
  url.hash = "";
  // A redirect must not make the checker send a name and password, or leave the web.
  return /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" ? url.href : undefined;
}

interface Answer {
  status: number;
  location: string | undefined;
}

async function request(address: string, asking: Asking): Promise<Answer | { verdict: Verdict }> {
  const { host, hostname } = new URL(address);
  // Checked for every address on the way: a redirect must not make a CI machine send requests inside its own network.
  if (await isPrivate(hostname, asking.network))
    return { verdict: { is: "dead", reason: { why: "private" } } };
  const head = await attempt("HEAD", address, host, asking);
  const settled = "status" in head && (head.status < 400 || head.status === 410);
  if (settled) return head;
  if ("verdict" in head && !retriable(head.verdict)) return head;
  const wait = "status" in head ? waitFor(head, asking.now) : 0;
  if (wait > LONGEST_WAIT) return head;
  if (wait > 0) await asking.turn(host, () => asking.network.sleep(wait));
  return attempt("GET", address, host, asking);
}

/** If the system cannot resolve a name, the request fails with the reason. */
async function isPrivate(hostname: string, { lookup }: Network): Promise<boolean> {
  if (isPrivateHost(hostname)) return true;
  const addresses = await lookup(hostname).catch(() => []);
  return addresses.some(isPrivateAddress);
}

/** Some servers never answer HEAD, or close the connection. */
function retriable(verdict: Verdict): boolean {
  return verdict.is === "dead" && (verdict.reason.why === "silent" || verdict.reason.why === "broken");
}

interface Reply extends Answer {
  retryAfter: string | null;
}

async function attempt(
  method: "HEAD" | "GET",
  address: string,
  host: string,
  { network, userAgent, timeout, turn }: Asking,
): Promise<Reply | { verdict: Verdict }> {
  return turn(host, async () => {
    try {
      const response = await network.fetch(address, {
        method,
        redirect: "manual",
        headers: { "user-agent": userAgent, accept: "text/html,*/*;q=0.8" },
        signal: AbortSignal.timeout(timeout),
      });
      // Only the status and headers matter, not the body.
      await response.body?.cancel();
      const { status, headers } = response;
      return {
        status,
        location: asBrowsersRead(headers.get("location")) ?? undefined,
        retryAfter: headers.get("retry-after"),
      };
    } catch (error) {
      return { verdict: failure(error) };
    }
  });
}

/** `fetch` reads each byte as a character. Many servers send UTF-8, which browsers read as such if it is valid. */
function asBrowsersRead(header: string | null): string | null {
  if (header === null) return null;
  const bytes = Buffer.from(header, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : header;
}

/** Milliseconds that a busy server asks to wait, written as seconds or as a date (RFC 9110, 10.2.3). */
function waitFor({ status, retryAfter }: Reply, now: Date): number {
  if (retryAfter === null || (status !== 429 && status !== 503)) return 0;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - now.getTime();
  return Number.isNaN(seconds) ? 0 : Math.max(0, seconds);
}
