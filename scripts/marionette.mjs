// Drives Firefox through its own Marionette, whose commands are WebDriver's (https://w3c.github.io/webdriver/), as JSON over a
// socket.
// Playwright's Firefox is a modified browser, and geckodriver would be one more program to fetch.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** The key of an element reference. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Features to disable in a new profile, and port 0, which picks a free one. */
const PREFERENCES = {
  "marionette.port": 0,
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "ui.useOverlayScrollbars": 1,
};

/** Starts a headless Firefox with a new profile; `close` ends it. */
export async function openFirefox(program) {
  const profile = mkdtempSync(join(tmpdir(), "carnet-firefox-"));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${String(value)});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const options = ["--headless", "--marionette", "-remote-allow-system-access", "--profile", profile];
  const child = spawn(program, options, { stdio: "ignore" });
  const ended = new Promise((done) => child.once("exit", done).once("error", done));
  const close = async () => {
    child.kill();
    await ended;
    // Its processes may still write: each time, all is removed again, as `rmSync` would not.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const gone = ended.then(() =>
      Promise.reject(new Error(`${program} ended before it was asked anything.`)),
    );
    const send = await Promise.race([portOf(profile).then(speakTo), gone]);
    await send("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } });
    return { ...commands(send), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function portOf(profile) {
  const file = join(profile, "MarionetteActivePort");
  for (let waited = 0; waited < 60_000; waited += 100) {
    const port = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
    if (port > 0) return port;
    await delay(100);
  }
  throw new Error("Firefox did not say its port within a minute.");
}

/** Messages are `length:JSON`; requests are `[0, id, command, parameters]`, replies `[1, id, error, result]`. */
function speakTo(port) {
  const socket = connect(port, "127.0.0.1");
  const waiting = new Map();
  let id = 0;
  const send = (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      id += 1;
      waiting.set(id, { resolve, reject, command });
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  return new Promise((ready, failed) => {
    let read = Buffer.alloc(0);
    socket.once("error", failed);
    socket.on("data", (data) => {
      read = Buffer.concat([read, data]);
      for (;;) {
        const colon = read.indexOf(":");
        const end = colon + 1 + Number(read.subarray(0, Math.max(colon, 0)));
        if (colon < 0 || read.length < end) return;
        const message = JSON.parse(read.subarray(colon + 1, end));
        read = read.subarray(end);
        // The server first sends a greeting.
        if (!Array.isArray(message)) ready(send);
        else answered(waiting, message);
      }
    });
  });
}

function answered(waiting, [, id, error, result]) {
  const { resolve, reject, command } = waiting.get(id);
  waiting.delete(id);
  if (error) reject(new Error(`${command}: ${error.error}: ${error.message}`));
  else resolve(result);
}

/** The actions available on a page. */
function commands(send) {
  const evaluate = async (script) => (await send("WebDriver:ExecuteScript", { script, args: [] })).value;
  const find = async (selector) => {
    const { value } = await send("WebDriver:FindElement", { using: "css selector", value: selector });
    return { id: value[ELEMENT] };
  };
  return {
    evaluate,
    go: (url) => send("WebDriver:Navigate", { url }),
    back: () => send("WebDriver:Back"),
    resize: (width, height) => send("WebDriver:SetWindowRect", { width, height }),
    click: async (selector) => send("WebDriver:ElementClick", await find(selector)),
    type: async (selector, text) => send("WebDriver:ElementSendKeys", { ...(await find(selector)), text }),
    /** Runs a script in the browser's own context, which has access to the pages' console messages. */
    inBrowser: async (script) => {
      await send("Marionette:SetContext", { value: "chrome" });
      const found = await evaluate(script);
      await send("Marionette:SetContext", { value: "content" });
      return found;
    },
  };
}
