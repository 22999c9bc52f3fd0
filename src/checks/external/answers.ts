// What a status or a network failure says about an address.
// Only what readers would meet too counts as dead: many hosts refuse robots, or are busy for a moment.
import type { DeadReason } from "../../strings/problems-external.ts";
import type { Verdict } from "./types.ts";

/** Undefined for a status with which readers get the page. */
export function deadStatus(status: number): Verdict | undefined {
  if (status < 400) return undefined;
  if (status === 429) return { is: "unsure", reason: { why: "busy", status } };
  if (FORBIDDEN.has(status)) return { is: "unsure", reason: { why: "forbidden", status } };
  if (UNAVAILABLE.has(status)) return { is: "unsure", reason: { why: "unavailable", status } };
  return { is: "dead", reason: { why: "status", status } };
}

/** Temporary failures; those from 520 on are what Cloudflare answers if it gets no answer from the host. */
export const UNAVAILABLE = new Set([502, 503, 504, 520, 521, 522, 523, 524]);

/** What servers answer to robots, to people who must sign in, or to methods that they do not know; 999 is LinkedIn's. */
const FORBIDDEN = new Set([401, 402, 403, 405, 406, 407, 501, 999]);

/** A failure before any response; the code that matters is nested deep in what `fetch` throws. */
export function failure(error: unknown): Verdict {
  const codes = codesOf(error);
  const known = codes.map((code) => FAILURES.get(code)).find((one) => one !== undefined);
  if (known !== undefined) return { is: "dead", reason: { why: known } };
  if (codes.some((code) => MACHINE.has(code))) return { is: "unsure", reason: { why: "network" } };
  if (codes.includes("UND_ERR_HEADERS_OVERFLOW")) return { is: "unsure", reason: { why: "long" } };
  if (codes.some((code) => ENCRYPTION.test(code))) return { is: "unsure", reason: { why: "encryption" } };
  if (codes.some((code) => CERTIFICATE.test(code))) return { is: "dead", reason: { why: "certificate" } };
  return { is: "dead", reason: { why: "broken" } };
}

const FAILURES = new Map<string, Exclude<DeadReason["why"], "status">>([
  ["ENOTFOUND", "no-host"],
  ["ENODATA", "no-host"],
  ["ECONNREFUSED", "refused"],
  ["TimeoutError", "silent"],
  ["ETIMEDOUT", "silent"],
  ["UND_ERR_CONNECT_TIMEOUT", "silent"],
  ["UND_ERR_HEADERS_TIMEOUT", "silent"],
]);

/** This machine's network fails, not the host. */
const MACHINE = new Set([
  "EAI_AGAIN",
  "ENETUNREACH",
  "ENETDOWN",
  "EHOSTUNREACH",
  "EADDRNOTAVAIL",
  "EACCES",
  "EPERM",
]);

/** Browsers fetch an intermediate certificate that the site does not send, and support older ciphers. */
const ENCRYPTION = /^UNABLE_TO_VERIFY_LEAF|^UNABLE_TO_GET_ISSUER|^ERR_SSL/;

const CERTIFICATE = /CERT|SELF_SIGNED|ALTNAME|^ERR_TLS/;

function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  let current = error;
  for (let depth = 0; depth < 6 && current instanceof Error; depth++) {
    if ("code" in current && typeof current.code === "string") codes.push(current.code);
    codes.push(current.name);
    // Several addresses of one host were tried.
    current =
      current instanceof AggregateError && current.errors.length > 0 ? current.errors[0] : current.cause;
  }
  return codes;
}
