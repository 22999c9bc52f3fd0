import { describe, expect, it } from "vitest";
import { deadStatus, failure } from "../../../../src/checks/external/answers.ts";

/** The verdict and its reason; `fine` if there is none. */
const status = (code: number): string => {
  const verdict = deadStatus(code);
  return verdict === undefined
    ? "fine"
    : "reason" in verdict
      ? `${verdict.is} ${verdict.reason.why}`
      : verdict.is;
};

const said = (error: unknown): string => {
  const verdict = failure(error);
  return "reason" in verdict ? `${verdict.is} ${verdict.reason.why}` : verdict.is;
};

const coded = (code: string, cause?: unknown): Error => Object.assign(new Error(code, { cause }), { code });

describe("a status", () => {
  it.each([
    ["fine", [200, 204, 304, 399]],
    ["dead status", [400, 404, 410, 451, 500, 505]],
    ["unsure busy", [429]],
    ["unsure forbidden", [401, 402, 403, 405, 406, 407, 501, 999]],
    ["unsure unavailable", [502, 503, 504, 520, 524]],
  ])("is %s: %j", (words, codes) => {
    expect(codes.map(status)).toEqual(codes.map(() => words));
  });
});

describe("a failure", () => {
  it.each([
    ["dead no-host", ["ENOTFOUND", "ENODATA"]],
    ["dead refused", ["ECONNREFUSED"]],
    ["dead silent", ["ETIMEDOUT", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT"]],
    ["dead certificate", ["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "ERR_TLS_CERT_ALTNAME_INVALID"]],
    ["dead broken", ["ECONNRESET", "HPE_INVALID_CONSTANT"]],
    ["unsure network", ["EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "EACCES"]],
    ["unsure long", ["UND_ERR_HEADERS_OVERFLOW"]],
    [
      "unsure encryption",
      ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "UNABLE_TO_GET_ISSUER_CERT", "ERR_SSL_WRONG_VERSION"],
    ],
  ])("is %s: %j", (words, codes) => {
    expect(codes.map((code) => said(new TypeError("fetch failed", { cause: coded(code) })))).toEqual(
      codes.map(() => words),
    );
  });

  it("is read from the first of several addresses tried, and from the deepest cause", () => {
    const all = new AggregateError([coded("ECONNREFUSED"), coded("ENETUNREACH")]);
    expect(said(new TypeError("fetch failed", { cause: all }))).toBe("dead refused");
    expect(said(coded("UND_ERR", coded("OTHER", coded("ENOTFOUND"))))).toBe("dead no-host");
    expect(said(new AggregateError([], "", { cause: coded("ENOTFOUND") }))).toBe("dead no-host");
  });

  it("is `dead broken` if nothing gives a reason, or if it is its own cause", () => {
    const round = coded("ROUND");
    round.cause = round;
    expect([said(undefined), said("x"), said(round)]).toEqual(["dead broken", "dead broken", "dead broken"]);
  });

  it("is `dead silent` after a timeout", () => {
    expect(said(new DOMException("", "TimeoutError"))).toBe("dead silent");
  });
});
