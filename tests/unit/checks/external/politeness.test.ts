import { describe, expect, it } from "vitest";
import type { Network } from "../../../../src/checks/external/types.ts";
import { requests, pauses, network, linksTo, check, shown, usesLocalHosts } from "./local-hosts.ts";

usesLocalHosts();

describe("politeness", () => {
  it("pauses between two requests to the same host", async () => {
    await check(linksTo("https://e.example/1", "https://e.example/2", "https://f.example/3"));
    expect(pauses).toEqual([500]);
  });

  it("sends no more requests to a host that says it is busy", async () => {
    const busy = await shown("https://e.example/busy/3600", "https://e.example/2", "https://e.example/3");
    expect(busy.map(({ code }) => code)).toEqual(["unchecked-link", "unchecked-link", "unchecked-link"]);
    expect(requests).toEqual(["HEAD e.example/busy/3600"]);
  });

  it.each(["inconnu", "perime", "piege"])("reports all addresses of %s.example as dead", async (host) => {
    const found = await shown(...["1", "2", "3"].map((path) => `https://${host}.example/${path}`));
    expect(found.map(({ code }) => code)).toEqual(["dead-link", "dead-link", "dead-link"]);
  });

  it("waits at most twice for a host that is temporarily unavailable", async () => {
    const paths = ["a", "b", "c", "d"].map((name) => `https://e.example/closed/20/${name}`);
    const found = await shown(...paths);
    expect(found.map(({ code }) => code)).toEqual(paths.map(() => "unchecked-link"));
    expect(pauses.filter((pause) => pause === 20_000)).toHaveLength(2);
    expect(requests).toHaveLength(4);
  });

  it.each(["502", "504"])("sends no more requests to a host that has answered %s twice", async (status) => {
    await shown(...["a", "b", "c"].map((path) => `https://e.example/status/${status}/${path}`));
    expect(requests.filter((one) => one.startsWith("HEAD"))).toHaveLength(2);
  });

  it("continues with a host that redirects to busy or unavailable hosts", async () => {
    const to = (there: string): string => `https://court.example/to/${encodeURIComponent(there)}`;
    const found = await shown(
      to("https://e.example/status/429"),
      to("https://f.example/status/503"),
      to("https://g.example/status/503"),
      "https://court.example/status/404",
    );
    expect(found.map(({ code }) => code)).toEqual([
      ...["unchecked-link", "unchecked-link", "unchecked-link", "dead-link"],
    ]);
  });

  it("continues with a host that refuses robots", async () => {
    const paths = ["status/403", "status/503", "status/404"].map((path) => `https://e.example/${path}`);
    const found = await shown(...paths);
    expect(found.map(({ code }) => code)).toEqual(["unchecked-link", "unchecked-link", "dead-link"]);
  });

  it("sends no more requests to a host after two timeouts", async () => {
    const paths = ["a", "b", "c", "d"].map((name) => `https://e.example/silent/${name}`);
    const found = await shown(...paths, "https://f.example/");
    expect(found.map(({ code }) => code)).toEqual([
      "dead-link",
      "dead-link",
      "unchecked-link",
      "unchecked-link",
    ]);
    expect(requests.filter((one) => one.includes("silent"))).toHaveLength(4);
  });
});

describe("an unreachable host", () => {
  it("gets requests for two addresses, and all of its links are reported", async () => {
    const asked = new Set<string>();
    const counting: Network = {
      ...network,
      fetch: (address, init) => {
        asked.add(address);
        return network.fetch(address, init);
      },
    };
    const closed = ["1", "2", "3", "4"].map((path) => `https://ferme.example/${path}`);
    const { problems } = await check(linksTo(...closed, "https://e.example/status/200"), {
      network: counting,
    });
    expect([...asked].filter((address) => address.includes("ferme"))).toEqual(closed.slice(0, 2));
    expect(problems).toHaveLength(4);
  });
});
