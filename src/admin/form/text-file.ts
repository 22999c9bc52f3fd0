// The file of a text ↔ the values of the form. What an editor did not touch stays as it stands in the file, to the letter: other
// keys, their order, quotation marks, remarks, blank lines. The form alone would write all of the front matter anew.
import { Document, isMap, isScalar, isSeq, parseDocument, type Pair } from "yaml";
import { inShape, type Shape } from "./values.ts";

type Values = Readonly<Record<string, unknown>>;

/** The shape of each field of the form, by its key, in its order. */
export type Shapes = ReadonlyMap<string, Shape>;

/** Under this name the file itself goes along with its values, from where it is read to where it is saved. */
const FILE = "carnet:file";

interface Parts {
  /** The line that opens the front matter. */
  opening: string;
  head: string;
  /** From the line that closes it to the first line of the body that says something. */
  closing: string;
  body: string;
}

/** `body` is the text; keys that the form has no field for are handed on as they are. */
export function valuesOf(file: string, shapes: Shapes): Values {
  const { head, body } = cut(file);
  const found: unknown = parseDocument(head, READING).toJS();
  const data = typeof found === "object" && found !== null ? (found as Values) : {};
  const shown = [...shapes].flatMap(([key, shape]) => {
    const value = inShape(data[keyIn(key, data)], shape);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...data, ...Object.fromEntries(shown), body, [FILE]: file };
}

/** The file with the values that an editor changed; a new one where there was none. */
export function fileOf(values: Values, shapes: Shapes): string {
  const { [FILE]: file, body, ...now } = values;
  const text = typeof body === "string" ? body : "";
  const known = typeof file === "string" ? file : "---\n---\n\n";
  const before = valuesOf(known, shapes);
  const changes = [...shapes].flatMap(([key, shape]) => {
    const value = inShape(now[key], shape);
    const isSame = JSON.stringify(value) === JSON.stringify(inShape(before[key], shape));
    return key === "body" || isSame ? [] : [[key, value] as const];
  });
  const parts = cut(known);
  const whole = text === parts.body ? text : `${text.trimEnd()}\n`;
  return parts.opening + changes.reduce(withChange, parts.head) + parts.closing + whole;
}

/** As Carnet reads front matter: dates and `oui` are text. */
const READING = { uniqueKeys: false, logLevel: "silent" } as const;

const FENCED =
  /^(\uFEFF?---[ \t]*\r?\n)((?:(?!---[ \t]*(?:\r?\n|$)).*\r?\n)*)(---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*)/;

/** A file that begins with its text is given front matter. */
function cut(file: string): Parts {
  const found = FENCED.exec(file);
  if (!found) return { opening: "---\n", head: "", closing: "---\n\n", body: file };
  const [whole, opening = "", head = "", closing = ""] = found;
  return { opening, head, closing, body: file.slice(whole.length) };
}

/** `authors` says what `author` does, and is the key that is changed where a text has it. */
function keyIn(key: string, data: Values): string {
  return key === "author" && !("author" in data) && "authors" in data ? "authors" : key;
}

/** Front matter with another value of one key, and all else as it stands. */
function withChange(head: string, [key, value]: readonly [string, unknown]): string {
  const document = parseDocument(head, READING);
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const names = Object.fromEntries(pairs.map((pair) => [nameOf(pair), true]));
  const pair = pairs.findLast((one) => nameOf(one) === keyIn(key, names));
  const line = value === undefined ? "" : lineOf(keyIn(key, names), value, pair?.value);
  if (pair === undefined) return line === "" ? head : withLineEnd(head) + line;
  const [start, end] = extentOf(pair, head);
  return head.slice(0, start) + line + head.slice(end);
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

/** From the beginning of the line of a key to the beginning of the one after its value: a remark beside it goes with it. */
function extentOf({ key, value }: Pair, head: string): [start: number, end: number] {
  const ofKey = isScalar(key) ? key.range : undefined;
  const ofValue = isScalar(value) || isSeq(value) || isMap(value) ? value.range : undefined;
  const [start = 0, afterKey = 0] = ofKey ?? [];
  const last = Math.max(afterKey, ofValue?.[1] ?? 0);
  // Of lists and texts below each other, the value ends with its last line.
  const end = head[last - 1] === "\n" ? last : head.indexOf("\n", last) + 1;
  return [start, end === 0 ? head.length : end];
}

/** Lists stand in one line, as the guide writes them; a text keeps the quotation marks that it had. */
function lineOf(key: string, value: unknown, old: unknown): string {
  const document = new Document({ [key]: value });
  const written = document.get(key, true);
  if (isSeq(written)) written.flow = true;
  if (isScalar(written) && isScalar(old) && (old.type === "QUOTE_DOUBLE" || old.type === "QUOTE_SINGLE"))
    written.type = old.type;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function withLineEnd(head: string): string {
  return head === "" || head.endsWith("\n") ? head : `${head}\n`;
}
