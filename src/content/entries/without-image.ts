// What front matter says of a picture that no `image` names → a warning each.
import { problem, type Problem } from "../../problems.ts";
import type { FieldPlaces } from "../types.ts";
import type { YamlMap } from "../yaml/parse.ts";

export function withoutImage(raw: YamlMap, placeOf: FieldPlaces): Problem[] {
  const image = raw["image"] ?? "";
  // What is not a text has an error of its own.
  if (typeof image !== "string" || image.trim() !== "") return [];
  const hasText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
  const said = ["imageAlt", "imageCredit"].filter((key) => hasText(raw[key]));
  return said.map((key) => problem("no-effect/no-image", placeOf(key, "key"), { key }));
}
