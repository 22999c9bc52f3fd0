// What old pages showed with a browser plugin (`<object>`, its `<param>`, `<embed>`) → a player, or a problem.
// The tags are dropped. The fallback content of an object stays, unless a player replaces it.
import { findFrame } from "../../embeds/providers.ts";
import type { Place } from "../../problems.ts";
import type { Env } from "../env.ts";
import { allowedHosts } from "../players.ts";
import { valueOf } from "./attributes.ts";
import type { OpenTag } from "./cleaner.ts";
import { playerElement } from "./embedded.ts";

export interface PluginShown {
  /** Without `figure`. */
  player: string;
  /** Element whose remaining content the player replaces. */
  drop?: string;
}

export const PLUGIN_TAGS: ReadonlySet<string> = new Set(["object", "param", "embed"]);

/** The plugins of one text, tag by tag. */
export class Plugins {
  readonly #env: Env;
  /** The open object; settled once a part of it has been shown or reported. */
  #object: { place: Place; settled: boolean } | undefined;

  constructor(env: Env) {
    this.#env = env;
  }

  /** What a tag shows; undefined if it shows nothing, which is reported once per object. */
  open(tag: OpenTag, place: Place, heading: string): PluginShown | undefined {
    if (tag.name === "object") {
      this.close();
      this.#object = { place, settled: false };
    }
    const object = this.#object;
    const src = addressOf(tag);
    if (src === "" && object === undefined)
      this.#env.report("dropped-html/element", place, { name: tag.name });
    if (src === "" || object?.settled === true) return undefined;
    if (object !== undefined) object.settled = true;
    const found = findFrame(src, allowedHosts(this.#env));
    if ("frame" in found) {
      this.#object = undefined;
      const attributes = [{ name: "src", value: src }, ...tag.attributes];
      // Old code has no place for a title: the advice is the line that replaces it.
      const braces = `url=${found.frame.watchUrl}`;
      const player = playerElement({ ...tag, attributes }, { place, heading, braces }, this.#env);
      return { player, ...(object !== undefined && { drop: "object" }) };
    }
    const name = object === undefined ? tag.name : "object";
    this.#env.report("dropped-html/plugin", object?.place ?? place, { name, url: src });
    return undefined;
  }

  /** At the end of an object, or of the text. */
  close(): void {
    if (this.#object?.settled === false)
      this.#env.report("dropped-html/element", this.#object.place, { name: "object" });
    this.#object = undefined;
  }
}

/** The address that a tag loads; empty if there is none. */
function addressOf({ name, attributes }: OpenTag): string {
  const value = (of: string): string => valueOf(attributes, of)?.trim() ?? "";
  if (name === "object") return value("data");
  if (name === "embed") return value("src");
  return /^(?:movie|src|filename|url)$/i.test(value("name")) ? value("value") : "";
}
