// The builds that a development server sends pages of → which one a browser was sent last, which its cookie says.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/**
 * A browser listens for new ones only once its page is there: those of a save meanwhile would not be shown before the next
 * save.
 */
export class Builds {
  readonly #server = randomUUID();
  #count = 0;

  next(): void {
    this.#count++;
  }

  note({ socket }: IncomingMessage, response: ServerResponse): void {
    const cookie = `${nameFor(socket)}=${this.#current()}; Path=/; HttpOnly; SameSite=Strict`;
    response.setHeader("Set-Cookie", cookie);
  }

  /** False for a browser that keeps no cookie: it is not known what it shows. */
  isBehind({ headers, socket }: IncomingMessage): boolean {
    const sent = (headers.cookie ?? "").split("; ").find((one) => one.startsWith(`${nameFor(socket)}=`));
    return sent !== undefined && !sent.endsWith(`=${this.#current()}`);
  }

  #current(): string {
    return `${this.#server}.${String(this.#count)}`;
  }
}

/** Cookies are a host's, whatever the port: each server has its own. */
function nameFor({ localPort = 0 }: Socket): string {
  return `carnet-${String(localPort)}`;
}
