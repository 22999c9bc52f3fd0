// A second thread that ends by itself during publication, for lack of memory for instance.
import { expect, it, vi } from "vitest";
import { places } from "../../../../src/build/output/places.ts";
import { Beside } from "../../../../src/build/output/side-thread.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

vi.mock("node:worker_threads", async (original) => {
  const { EventEmitter } = await import("node:events");
  class Worker extends EventEmitter {
    constructor() {
      super();
      setImmediate(() => this.emit("error", new Error("Out of memory.")));
    }
    postMessage = vi.fn();
  }
  return { ...(await original<object>()), Worker };
});

it("reports its error for requests made before it ended, and for later ones", async () => {
  const at = places(scratchFolder());
  const beside = new Beside();
  beside.link(at, [], new Set());
  await expect(beside.linked).rejects.toThrow("Out of memory.");
  await expect(beside.survey(at, [])).rejects.toThrow("Out of memory.");
  await expect(beside.clear(at)).rejects.toThrow("Out of memory.");
});
