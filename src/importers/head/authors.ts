// Authors in the forms of other themes → signatures that Carnet reads: a name, and a role after a comma.
import { signatureOf } from "../../content/entries/signed-map.ts";
import { isMap } from "../../content/yaml/parse.ts";
import type { HeadEditor } from "./editor.ts";
import { text } from "../values.ts";

const CARNET_SIGNATURE = new Set(["id", "name", "role"]);

export function authors(head: HeadEditor): void {
  for (const key of ["author", "authors"]) {
    const value = head.data[key];
    if (isMap(value)) {
      const name = signatureOf(value);
      if (name === undefined) head.remove(key, "author");
      else head.set(key, name, "author");
    } else if (Array.isArray(value) && value.some((one) => !isSigned(one)))
      head.set(
        key,
        value.flatMap((one) => (isMap(one) ? (signatureOf(one) ?? []) : (text(one) ?? []))),
        "author",
      );
    else if (typeof value === "number") head.set(key, String(value), "author");
  }
}

const isSigned = (one: unknown): boolean =>
  typeof one === "string" ||
  (isMap(one) &&
    Object.entries(one).every(([key, value]) => CARNET_SIGNATURE.has(key) && typeof value === "string"));
