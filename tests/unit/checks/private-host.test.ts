import { describe, expect, it } from "vitest";
import { isPrivateAddress, isPrivateHost } from "../../../src/checks/private-host.ts";

/** The host as `URL` normalizes it: `0x7f.1` becomes `127.0.0.1`. */
const host = (written: string): string => new URL(`http://${written}/`).hostname;

describe("hosts that readers cannot reach", () => {
  it.each([
    "localhost",
    "LOCALHOST",
    "localhost.",
    "app.localhost",
    "imprimante.local",
    "wiki.corp",
    "intranet",
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "[::]",
    "[::1]",
    "[fe80::1]",
    "[fd00::1]",
    "[::ffff:10.0.0.1]",
    "[64:ff9b::7f00:1]",
  ])("include %s", (written) => {
    expect(isPrivateHost(host(written))).toBe(true);
  });

  it.each([
    "exemple.org",
    "local.example.org",
    "8.8.8.8",
    "172.32.0.1",
    "[2a01:e0a::1]",
    "[::ffff:8.8.8.8]",
    "[64:ff9b::808:808]",
  ])("do not include %s", (written) => {
    expect(isPrivateHost(host(written))).toBe(false);
  });

  it("are recognized by the address that a resolver returns", () => {
    expect(["127.0.0.1", "::1", "8.8.8.8", "2a01:e0a::1"].map(isPrivateAddress)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
