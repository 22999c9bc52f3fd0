// Authors in the forms of other themes → signatures that Carnet reads: a name, and a role after a comma.
import { signatureOf } from "../../content/entries/signed-map.ts";
import { isMap } from "../../content/yaml/parse.ts";
import type { HeadEditor } from "./editor.ts";
import { text, texts } from "../values.ts";

const CARNET_SIGNATURE = new Set(["id", "name", "role"]);

/** Names that layouts in French give to the key. */
const FRENCH = ["auteur", "auteurs", "autrice", "autrices"];

export function authors(head: HeadEditor): void {
  inFrench(head);
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

/** An address is no name: it stays where only its own layout reads it. */
function inFrench(head: HeadEditor): void {
  for (const key of FRENCH) {
    const names = texts(head.data[key]);
    const isNamed = names.length > 0 && !names.some((name) => name.includes("://"));
    if (isNamed && !head.has("author") && !head.has("authors"))
      head.rename(key, "author", head.data[key], "key");
  }
}

const isSigned = (one: unknown): boolean =>
  typeof one === "string" ||
  (isMap(one) &&
    Object.entries(one).every(([key, value]) => CARNET_SIGNATURE.has(key) && typeof value === "string"));
