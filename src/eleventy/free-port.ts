// Ports of this machine, and the only interface of it that the development server listens on.
import { createServer } from "node:net";
import { HOST } from "./serve.ts";

/** Whether nothing listens on a port of this machine, at any of the addresses that `localhost` means. */
export async function portIsFree(port: number): Promise<boolean> {
  for (const host of [HOST, "::1"]) if (!(await canListen(port, host))) return false;
  return true;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no such address.
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");
    });
    probe.listen({ port, host }, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
