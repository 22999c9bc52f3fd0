import { describe, expect, it } from "vitest";
import { requests, linksTo, check, usesLocalHosts } from "./local-hosts.ts";

usesLocalHosts();

describe("results of an earlier run", () => {
  it("are reused if good, and requested again if not", async () => {
    const links = linksTo(
      "https://e.example/1",
      "https://e.example/moved/301",
      "https://e.example/status/404",
    );
    const first = await check(links);
    expect([...first.known.keys()]).toEqual(["https://e.example/1", "https://e.example/moved/301"]);
    requests.length = 0;
    const second = await check(links, { known: first.known });
    expect(requests.map((one) => one.split(" ")[1])).toEqual([
      "e.example/status/404",
      "e.example/status/404",
    ]);
    expect(second.problems).toEqual(first.problems);
  });
});

it("passes on its results every 20 addresses, in case the run is stopped", async () => {
  const links = linksTo(...Array.from({ length: 45 }, (_, n) => `https://e.example/${String(n)}`));
  const kept: number[] = [];
  await check(links, { keep: (known) => kept.push(known.size) });
  expect(kept).toEqual([20, 40]);
});

it("reports progress after each address", async () => {
  const steps: [number, number][] = [];
  await check(linksTo("https://e.example/1", "https://f.example/2"), {
    onProgress: (done, total) => steps.push([done, total]),
  });
  expect(steps).toEqual([
    [1, 2],
    [2, 2],
  ]);
});
