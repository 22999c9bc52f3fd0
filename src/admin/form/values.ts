// The value of a key in front matter → what a field of the form can show. Editors write a list on one line, `oui` for a
// boolean, or a list of authors; a field given a shape that it does not expect would lose the value at the next save.
import { meaning } from "../../content/tag-values.ts";
import { isYes } from "../../flag-words.ts";

/** The shape a field expects: `answer` is a boolean that also stores false; `other` is left as it is. */
export type Shape = "text" | "list" | "flag" | "answer" | "other" | Labels;

/** A list of choices: each way of writing a term, normalised → the label offered. */
type Labels = ReadonlyMap<string, string>;

const SHAPES: Readonly<Record<string, Shape>> = {
  string: "text",
  text: "text",
  image: "text",
  datetime: "text",
  list: "list",
  boolean: "flag",
};

/** The shape for a field of the configuration. */
export function shapeOf(
  { widget, multiple, required }: Readonly<Record<string, unknown>>,
  labels?: Readonly<Record<string, string>>,
): Shape {
  if (labels !== undefined) return new Map(Object.entries(labels));
  if (multiple === true) return "list";
  if (widget === "boolean" && required !== false) return "answer";
  return SHAPES[String(widget)] ?? "other";
}

/** Undefined for a value that says nothing: an empty one, or a `flag` that is off. */
export function inShape(value: unknown, shape: Shape): unknown {
  if (value === undefined || value === null || value === "") return undefined;
  const isOn = value === true || (typeof value === "string" && isYes(value));
  if (shape === "flag") return isOn || undefined;
  if (shape === "answer") return isOn;
  // The form trims strings, such as the line end of a block scalar (`|`).
  if (shape === "text") return asText(value).trim() || undefined;
  if (shape === "other") return value;
  const items = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [value];
  const texts = items.map((one) => asText(one).trim()).filter((one) => one !== "");
  const named =
    typeof shape === "string" ? texts : [...new Set(texts.map((one) => shape.get(meaning(one)) ?? one))];
  return named.length === 0 ? undefined : named;
}

/** A list becomes a line that Carnet reads in the same way: authors may be separated by semicolons. */
function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(" ; ");
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value === null) return "";
  const { id, name = id, role } = value as Record<string, unknown>;
  return [name, role]
    .map((one) => asText(one))
    .filter((one) => one !== "")
    .join(", ");
}
