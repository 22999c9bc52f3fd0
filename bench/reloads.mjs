// The reloads that a development server announces to browsers. Node 20 has no WebSocket client, and the expected message is one
// word in a small unmasked frame: this listens on an upgraded connection, and sends nothing.
import { get, request } from "node:http";
import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";

const RELOAD = "reload";

/** Opens a page and listens like its script (`src/eleventy/tabs.ts`); `reloaded` resolves at the next reload. */
export async function listen(page) {
  const [, mark] = /<script[^>]* src="[^"]*\?mark=([^"]+)"/.exec(await opened(page)) ?? [];
  if (mark === undefined) throw new Error(`${page} does not listen`);
  const url = new URL("/", page);
  url.search = new URLSearchParams({ page: new URL(page).pathname, mark });
  const headers = {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers });
    asked.once("error", reject);
    asked.once("response", ({ statusCode }) => reject(new Error(`${url} is no WebSocket: ${statusCode}`)));
    asked.once("upgrade", (_, socket, head) => {
      let heard = head.toString("latin1");
      const reloaded = new Promise((tell) => {
        socket.on("data", (bytes) => {
          heard += bytes.toString("latin1");
          if (heard.includes(RELOAD)) tell();
        });
      });
      // The server may close first.
      socket.on("error", () => undefined);
      resolve({ reloaded, close: () => socket.destroy() });
    });
    asked.end();
  });
}

/** The page as a browser receives it; the response to `fetch` contains no script. */
async function opened(page) {
  const answer = await new Promise((resolve, reject) => {
    get(page, { headers: { accept: "text/html" } }, resolve).once("error", reject);
  });
  return text(answer);
}
