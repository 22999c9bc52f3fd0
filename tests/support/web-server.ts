// Starts the program of a web server for one test, and asks it. It listens on this machine only, and stops with the test.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";

/** Returns the address, without final slash. `folder` holds the server’s settings and its `error.log`, and is deleted at the end. */
export async function startServer(
  [program = "", ...args]: readonly string[],
  { folder, port }: { folder: string; port: number },
): Promise<string> {
  const server = spawn(program, args, { stdio: "ignore" });
  onTestFinished(async () => {
    server.kill("SIGTERM");
    if (server.exitCode === null) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  });
  const address = `http://127.0.0.1:${String(port)}`;
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(address)) return address;
    await wait(50);
  }
  throw new Error(`${program} does not answer: ${readFileSync(join(folder, "error.log"), "utf8")}`);
}

async function answers(address: string): Promise<boolean> {
  try {
    await ask(address);
    return true;
  } catch {
    return false;
  }
}

/** The answer at this very address: a redirect is not followed. */
export const ask = (address: string): Promise<Response> => fetch(address, { redirect: "manual" });

export async function header(address: string, name: string): Promise<string | null> {
  return (await ask(address)).headers.get(name);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("no port"));
      });
    });
  });
}
