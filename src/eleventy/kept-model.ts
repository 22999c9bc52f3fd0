// What pages are rendered from. A process that renders repeatedly keeps it as long as only texts of the same site are saved.
import { randomUUID } from "node:crypto";
import type { Template } from "nunjucks";
import type { Prepared } from "../build/prepare.ts";
import type { CarnetEnvironment } from "./environment.ts";
import { createModel, environmentFor, type Model } from "./model.ts";
import { recordedCollections } from "./layouts.ts";

export interface Rendering {
  model: Model;
  environment: CarnetEnvironment;
  /** Layouts with front matter, by file; null for the others. */
  layouts: Map<string, LayoutFile | null>;
}

/** A layout of the site's own that has front matter: data, and the name of a layout around it. */
export interface LayoutFile {
  data: Record<string, unknown>;
  template: Template;
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
      return last;
    }
    this.release();
    const model = createModel(prepared);
    const environment = await environmentFor(model);
    environment.addGlobal("collections", recordedCollections(model));
    return (this.#last = { model, environment, layouts: new Map() });
  }

  /** Otherwise, Eleventy would keep layouts compiled with it, and use them for the next rendering in this process. */
  release(): void {
    this.#last?.environment.release();
    this.#last = undefined;
  }
}
