// The pages that browsers show of a development server → those that are to be reloaded. A tab says which page it shows and
// what it was sent, in the address at which it listens: one that loaded during a save is told as soon as it does.
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { digestOf } from "../build/machine/digest.ts";

/** A connection to the script of a page that is open. */
export interface Listener {
  send(text: string): void;
  once(event: "close", listener: () => void): unknown;
}

interface Tab {
  /** Path of its page, as the browser has it. */
  path: string;
  /** The mark that the page came with. */
  mark: string;
}

/** Where pages find the script. */
export const TAB_SCRIPT = "/.carnet/tab.js";

/** Listens for as long as the page is open: also to a server that ended and came back, once the page is seen. */
export const tabScript = `const address = new URL(location.origin.replace("http", "ws"));
address.searchParams.set("page", location.pathname);
address.searchParams.set("mark", new URL(import.meta.url).searchParams.get("mark"));
function listen() {
  const socket = new WebSocket(address);
  socket.addEventListener("message", ({ data }) => {
    if (data === "reload") location.reload();
  });
  socket.addEventListener("close", () => {
    if (document.hidden) document.addEventListener("visibilitychange", listen, { once: true });
    else setTimeout(listen, 1000);
  });
}
listen();
`;

export class Tabs {
  readonly #server = randomUUID();
  readonly #pageAt: (path: string) => string | undefined;
  readonly #open = new Map<Listener, Tab>();
  #files = 0;

  /** `pageAt` says which HTML is sent for a path, before it is marked; undefined where that is not known. */
  constructor(pageAt: (path: string) => string | undefined) {
    this.#pageAt = pageAt;
  }

  /** The page with the script that listens, and what the server will know it by. */
  mark(html: string): string {
    const script = `<script type="module" src="${TAB_SCRIPT}?mark=${this.#markOf(html)}"></script>`;
    return /<\/head>/i.test(html) ? html.replace(/<\/head>/i, (end) => script + end) : html + script;
  }

  /** Follows the page of a browser that connects. */
  follow(listener: Listener, { url = "/" }: Pick<IncomingMessage, "url">): void {
    const said = new URLSearchParams(url.split("?")[1]);
    const path = said.get("page");
    const mark = said.get("mark");
    if (path === null || mark === null) return;
    const tab = { path, mark };
    this.#open.set(listener, tab);
    listener.once("close", () => this.#open.delete(listener));
    this.#tell(listener, tab);
  }

  /**
   * Has those reloaded whose page is another now; all of them with `files`: files changed that pages load by names that stay.
   */
  renew({ files }: { files: boolean }): void {
    if (files) this.#files++;
    for (const [listener, tab] of this.#open) this.#tell(listener, tab);
  }

  #tell(listener: Listener, { path, mark }: Tab): void {
    const html = this.#pageAt(path);
    if (html !== undefined && this.#markOf(html) !== mark) listener.send("reload");
  }

  /** What a page is, what it may have loaded, and from whom. */
  #markOf(html: string): string {
    return [digestOf(html), this.#files, this.#server].join(".");
  }
}
