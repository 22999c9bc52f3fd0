// What front matter says of a key → what a field of the form can show of it. People write a list in one line, `oui` for a
// boolean, a signature as a list; a field that finds another shape than its own would lose it at the next save.
import { meaning } from "../../content/tag-values.ts";
import { isYes } from "../../flag-words.ts";

/** How a field has its value: an `answer` is a flag that says no, too; `other` as it finds it. */
export type Shape = "text" | "list" | "flag" | "answer" | "other" | Labels;

/** A list that is chosen among these: what a written name means → how it is offered. */
export type Labels = ReadonlyMap<string, string>;

const SHAPES: Readonly<Record<string, Shape>> = {
  string: "text",
  text: "text",
  image: "text",
  datetime: "text",
  list: "list",
  boolean: "flag",
};

/** Of a field of the configuration. */
export function shapeOf(
  { widget, multiple, required }: Readonly<Record<string, unknown>>,
  labels?: Readonly<Record<string, string>>,
): Shape {
  if (labels !== undefined) return new Map(Object.entries(labels));
  if (multiple === true) return "list";
  if (widget === "boolean" && required !== false) return "answer";
  return SHAPES[String(widget)] ?? "other";
}

/** Nothing, for what says nothing: an empty value, and a flag that is off. */
export function inShape(value: unknown, shape: Shape): unknown {
  if (value === undefined || value === null || value === "") return undefined;
  const isOn = value === true || (typeof value === "string" && isYes(value));
  if (shape === "flag") return isOn || undefined;
  if (shape === "answer") return isOn;
  // The form cuts blanks off, as those that lines below a `|` end with.
  if (shape === "text") return asText(value).trim() || undefined;
  if (shape === "other") return value;
  const items = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [value];
  const texts = items.map((one) => asText(one).trim()).filter((one) => one !== "");
  const named =
    typeof shape === "string" ? texts : [...new Set(texts.map((one) => shape.get(meaning(one)) ?? one))];
  return named.length === 0 ? undefined : named;
}

/** Of a list, a line that Carnet reads as the same: people of `author` may be parted by semicolons. */
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
