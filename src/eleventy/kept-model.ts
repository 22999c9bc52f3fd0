// For a process that renders repeatedly: what it rendered from last, if only texts of the same site were saved since.
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
  /** What the owner's code asked Eleventy to watch or to copy at the last rendering, as it is written there. */
  watched: readonly string[] = [];

  /** Identifies one run of the owner's code; another value makes it run again. */
  run = "";

  /** Makes the owner's code run again: what it read, or what made it fail, may have changed. */
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

  /** Otherwise, Eleventy would keep layouts compiled with it, and use them for the next rendering in this process. */
  release(): void {
    this.#last?.environment.release();
    this.#last = undefined;
  }
}
