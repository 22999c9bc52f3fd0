import { describe, expect, it } from "vitest";
import type { Network } from "../../../../src/checks/external/types.ts";
import { network, failing, linksTo, check, usesLocalHosts } from "./local-hosts.ts";

usesLocalHosts();

describe("without a network", () => {
  it("reports that it is offline", async () => {
    expect((await check(linksTo("https://hors-ligne.example/"))).offline).toBe(true);
    expect((await check(linksTo("https://inconnu.example/", "https://ferme.example/"))).offline).toBe(true);
  });

  it("reports so too if addresses of a host that does not exist were skipped", async () => {
    const gone = ["1", "2"].map((path) => `https://inconnu.example/${path}`);
    expect((await check(linksTo(...gone, "https://ferme.example/"))).offline).toBe(true);
  });

  it("still requests the next host if the first does not answer", async () => {
    const unreached = ["1", "2"].map((path) => `https://hors-ligne.example/${path}`);
    const { problems, offline } = await check(linksTo(...unreached, "https://e.example/"));
    expect([problems.length, offline]).toEqual([2, false]);
  });

  it("gives up after fewer than 40 of 300 hosts", async () => {
    let asked = 0;
    const off: Network = {
      ...network,
      fetch: () => {
        asked++;
        return failing("ENOTFOUND");
      },
    };
    const links = linksTo(...Array.from({ length: 300 }, (_, n) => `https://h${String(n)}.example/`));
    const steps: [number, number][] = [];
    const { offline } = await check(links, {
      network: off,
      onProgress: (done, total) => steps.push([done, total]),
    });
    expect(offline).toBe(true);
    expect(asked).toBeLessThan(40);
    expect(steps.at(-1)).toEqual([300, 300]);
  });

  it("does not claim to be offline if a host answers, if only one host is missing, or without links", async () => {
    expect((await check(linksTo("https://inconnu.example/", "https://e.example/status/404"))).offline).toBe(
      false,
    );
    expect((await check(linksTo("https://e.example/status/403"))).offline).toBe(false);
    expect((await check(linksTo("https://inconnu.example/"))).offline).toBe(false);
    expect((await check([])).offline).toBe(false);
  });
});
