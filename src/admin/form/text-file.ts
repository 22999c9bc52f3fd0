// The file of a text ↔ the values of the form. What an editor did not touch stays as it stands in the file, to the letter: other
// keys, their order, quotation marks, remarks, blank lines, line ends. The form alone would write all of the front matter anew.
import { canChange, readHead, withChange, type Values } from "./front-matter.ts";
import { inShape, type Shape } from "./values.ts";

/** The shape of each field of the form, by its key, in its order. */
export type Shapes = ReadonlyMap<string, Shape>;

/** Under this name the file itself goes along with its values, as JSON, since the form cuts blanks off its texts. */
const FILE = "carnet:file";

/** Shown by the form, whose language each editor chooses: in both. */
const UNREADABLE =
  "L’en-tête de ce texte contient une erreur : la vérification du site dit laquelle. / The front matter of this text has a mistake: the check of the site says which.";

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
  const data = readHead(head);
  const shown = [...shapes].flatMap(([key, shape]) => {
    const value = inShape(data[keyIn(key, data)], shape);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...data, ...Object.fromEntries(shown), body: unixed(body), [FILE]: JSON.stringify(file) };
}

/** The file with the values that an editor changed; a new one where there was none. */
export function fileOf(values: Values, shapes: Shapes): string {
  const { [FILE]: file, body, ...now } = values;
  const known = typeof file === "string" ? (JSON.parse(file) as string) : "---\n---\n\n";
  const before = valuesOf(known, shapes);
  const changes = [...shapes].flatMap(([key, shape]) => {
    const value = inShape(now[key], shape);
    const isSame = JSON.stringify(value) === JSON.stringify(inShape(before[key], shape));
    return key === "body" || isSame ? [] : [[key, value] as const];
  });
  const parts = cut(known);
  const text = withBody(parts, typeof body === "string" ? body : "");
  if (changes.length === 0 && text === parts.body) return known;
  // Of an error by this name, the form shows the cause; of another, only that there was one.
  if (changes.length > 0 && !canChange(parts.head))
    throw new Error("saving_failed", { cause: new Error(UNREADABLE) });
  const data = readHead(parts.head);
  const head = changes.reduce(
    (all, [key, value]) => withChange(all, [keyIn(key, data), value], lineEndOf(parts)),
    parts.head,
  );
  // The line that closes it may be the last of the file.
  const isCut = text !== "" && !parts.closing.endsWith("\n");
  return parts.opening + head + parts.closing + (isCut ? lineEndOf(parts) : "") + text;
}

const FENCED =
  /^(\uFEFF?---[ \t]*\r?\n)((?:(?!---[ \t]*(?:\r?\n|$))[^\n]*\n)*)(---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*)/;

/** A file that begins with its text is given front matter. */
function cut(file: string): Parts {
  // Carnet ends a line there, too.
  const lines = file.replace(/\r(?!\n)/g, "\n");
  const found = FENCED.exec(lines);
  if (!found) {
    const body = lines.replace(/^\uFEFF/, "");
    const end = body.includes("\r\n") ? "\r\n" : "\n";
    const mark = body === lines ? "" : "\uFEFF";
    return { opening: `${mark}---${end}`, head: "", closing: `---${end}${end}`, body };
  }
  const [whole, opening = "", head = "", closing = ""] = found;
  return { opening, head, closing, body: lines.slice(whole.length) };
}

function lineEndOf({ opening }: Parts): string {
  return opening.endsWith("\r\n") ? "\r\n" : "\n";
}

const unixed = (text: string): string => text.replaceAll("\r\n", "\n");

/** The body as an editor has it now: lines that stood there keep their ends, and its end is the one it had. */
function withBody(parts: Parts, now: string): string {
  const { body } = parts;
  const text = unixed(now).trimEnd();
  if (text === unixed(body).trimEnd()) return body;
  const common = lineEndOf(parts);
  const known = new Map(body.split(/(?<=\n)/).map((line) => [unixed(line), line]));
  const lines = text.split(/(?<=\n)/).map((line) => known.get(line) ?? line.replace(/\n$/, common));
  const [end = ""] = /\s*$/.exec(body) ?? [];
  return lines.join("") + (body.trim() === "" ? common : end);
}

/** `authors` says what `author` does, and is the key that is changed where a text has it. */
function keyIn(key: string, data: Values): string {
  return key === "author" && !("author" in data) && "authors" in data ? "authors" : key;
}
