// For a process that renders again and again: what it rendered from last, where only texts of the same site were saved since.
import { randomUUID } from "node:crypto";
import type { Prepared } from "../build/prepare.ts";
import type { CarnetEnvironment } from "./environment.ts";
import { createModel, environmentFor, type Model } from "./model.ts";

interface Rendering {
  model: Model;
  environment: CarnetEnvironment;
}

export class KeptModel {
  #last: Rendering | undefined;
  /** What the owner's code asked Eleventy to watch or to copy when pages were rendered last, as it is written there. */
  watched: readonly string[] = [];

  /** Names the time that the owner's code runs; another name has it run again. */
  run = "";

  /** Has the owner's code run again: what it read, or what kept it from running, may be another now. */
  runAgain(): void {
    this.run = randomUUID();
  }

  async of(prepared: Prepared): Promise<Rendering> {
    const last = this.#last;
    if (last?.model.prepared === prepared) {
      last.model.items.renew();
      last.environment.parts.forget();
      return last;
    }
    this.release();
    const model = createModel(prepared);
    this.#last = { model, environment: await environmentFor(model) };
    return this.#last;
  }

  /** Otherwise Eleventy still holds layouts compiled with it, for whoever renders next in this process. */
  release(): void {
    this.#last?.environment.release();
    this.#last = undefined;
  }
}
