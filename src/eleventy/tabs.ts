// The pages of a development server that browsers show → those that must reload. A tab sends its page, and a mark of what it
// received, in the address at which it listens: a page that loaded during a save is reloaded as soon as it connects.
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { digestOf } from "../build/machine/digest.ts";

/** A connection from the script of an open page. */
export interface Listener {
  send(text: string): void;
  once(event: "close", listener: () => void): unknown;
}

interface Tab {
  /** Path of its page, as the browser has it. */
  path: string;
  /** The mark that the page was sent with. */
  mark: string;
}

/** Path of the script, as pages have it. */
export const TAB_SCRIPT = "/.carnet/tab.js";

/** Listens as long as the page is open; if the server restarts, it connects again once the page is visible. */
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

  /** `pageAt` returns the HTML that is sent for a path, before it is marked; `undefined` if it is not known. */
  constructor(pageAt: (path: string) => string | undefined) {
    this.#pageAt = pageAt;
  }

  /** Adds the script that listens, with the mark by which the server recognises the page. */
  mark(html: string): string {
    const script = `<script type="module" src="${TAB_SCRIPT}?mark=${this.#markOf(html)}"></script>`;
    return /<\/head>/i.test(html) ? html.replace(/<\/head>/i, (end) => script + end) : html + script;
  }

  /** Registers the page of a browser that connects. */
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

  /** Reloads the pages that have changed; all of them if `files`: files that pages load under fixed names have changed. */
  renew({ files }: { files: boolean }): void {
    if (files) this.#files++;
    for (const [listener, tab] of this.#open) this.#tell(listener, tab);
  }

  #tell(listener: Listener, { path, mark }: Tab): void {
    const html = this.#pageAt(path);
    if (html !== undefined && this.#markOf(html) !== mark) listener.send("reload");
  }

  /** Identifies a page, the files that it may have loaded, and the server. */
  #markOf(html: string): string {
    return [digestOf(html), this.#files, this.#server].join(".");
  }
}
