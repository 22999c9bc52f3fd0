// The reloads that a development server tells browsers of. Node 20 has no WebSocket of its own, and what is awaited is one
// word in a small frame that the server sends unmasked: an upgraded connection is listened to, and nothing is sent.
import { request } from "node:http";
import { randomBytes } from "node:crypto";

const RELOAD = "eleventy.reload";

/** Connects as a page that is open; `reloaded` resolves at the first reload after that. */
export function listen(url) {
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
      let text = head.toString("latin1");
      const reloaded = new Promise((tell) => {
        socket.on("data", (bytes) => {
          text += bytes.toString("latin1");
          if (text.includes(RELOAD)) tell();
        });
      });
      // The server may go first.
      socket.on("error", () => undefined);
      resolve({ reloaded, close: () => socket.destroy() });
    });
    asked.end();
  });
}
