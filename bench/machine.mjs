// What a report was measured on: figures of one machine say little about another, ratios say more.
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { versionOf } from "./peers.mjs";

/** `peers`: names of the peers requested. */
export function describeMachine(peers) {
  const generators = peers.filter((name) => name !== "floor").map((name) => [name, versionOf(name)]);
  return {
    date: new Date().toISOString(),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    system: `${type()} ${release()}`,
    // Other load when the run began: above a few tenths, the machine was shared.
    load: Number(loadavg()[0].toFixed(2)),
    node: process.versions.node,
    peers: Object.fromEntries(generators.filter(([, version]) => version !== undefined)),
  };
}
