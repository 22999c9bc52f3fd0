// A command → its wall time, processor time and peak memory, with all its children.
// `times` of the shell counts every child that it waited for; memory is read from /proc every 20 ms, so only on Linux.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const SAMPLE_EVERY = 20;

/** Runs `command` (a list of words) in a folder. Throws with its output if it fails. */
export async function measure(command, { cwd, env = {} }) {
  const started = performance.now();
  const child = spawn("sh", ["-c", '"$@" >&2; status=$?; times; exit $status', "sh", ...command], {
    cwd,
    env: { ...process.env, LC_ALL: "C.UTF-8", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err, peak] = ["", "", 0];
  child.stdout.on("data", (text) => (out += text));
  child.stderr.on("data", (text) => (err += text));
  const sampler = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), SAMPLE_EVERY);
  const status = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  clearInterval(sampler);
  const wall = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${command.join(" ")}\n${err}`);
  return { wall, cpu: childSeconds(out), ...(peak > 0 && { megabytes: peak / 1e6 }) };
}

/** Second line of `times`: user and system time of the children, as `0m1.23s 0m0.45s`. */
function childSeconds(times) {
  const line = times.trim().split("\n").at(-1) ?? "";
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** Resident bytes of a process and its descendants; a page shared by two of them counts twice. */
function memoryOf(pid) {
  try {
    const [, kilobytes = "0"] = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Number);
    return below.reduce((sum, child) => sum + memoryOf(child), Number(kilobytes) * 1024);
  } catch {
    // It has ended, or this is not Linux.
    return 0;
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Medians of wall and processor time, and the peak memory of any run. */
export function summary(runs) {
  const held = runs.flatMap(({ megabytes }) => megabytes ?? []);
  return {
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    ...(held.length > 0 && { megabytes: Math.max(...held) }),
  };
}

/**
 * Runs each contender's `run` in turn, round after round (A B C, A B C…), so that other load on the machine affects all alike.
 * With several rounds, an extra one comes first and does not count.
 */
export async function inTurn(contenders, rounds) {
  const results = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round++) {
    for (const { name, run } of contenders) {
      const result = await run(round);
      if (round >= 0) results.get(name).push(result);
    }
  }
  return results;
}
