// The file of a text ↔ the values of the form. What an editor did not change stays as it is in the file, to the byte: other
// keys, their order, quotation marks, comments, blank lines, line ends. The form alone would rewrite all of the front matter.
import { headOfCopy, isCopy, valuesOfCopy } from "./copy.ts";
import { canChange, readHead, withChange, type Values } from "./front-matter.ts";
import { NAMES, nameOf } from "./names.ts";
import { cut, lineEndOf, unixed, withBody } from "./parts.ts";
import { inShape, type Shape } from "./values.ts";

/** The shape of each field of the form, by key, in the order of the form. */
export type Shapes = ReadonlyMap<string, Shape>;

/** This key carries the file itself among its values. It is JSON, since the form trims its strings. */
const FILE = "carnet:file";

/** Shown by the form, whose language each editor chooses: hence in both languages. */
const UNREADABLE =
  "L’en-tête de ce texte contient une erreur : la vérification du site dit laquelle. / The front matter of this text has a mistake: the check of the site says which.";

/** `body` is the text. Keys without a field are passed on as they are. */
export function valuesOf(file: string, shapes: Shapes, path = ""): Values {
  const { head, body } = cut(file);
  const data = readHead(head);
  const shown = [...shapes].flatMap(([key, shape]) => {
    const value = inShape(data[keyIn(key, data)], shape);
    return value === undefined ? [] : [[key, value] as const];
  });
  const ours = { [NAMES]: [nameOf(path)], [FILE]: JSON.stringify(file) };
  return { ...data, ...Object.fromEntries(shown), body: unixed(body), ...ours };
}

/**
 * Names of the texts whose addresses should redirect to this one: its earlier names, and its own if something its address
 * depends on has changed.
 */
export function namesBefore(values: Values, shapes: Shapes, addressKeys: readonly string[]): string[] {
  const { [NAMES]: names } = values;
  if (!Array.isArray(names)) return [];
  const [own = "", ...before] = names.map((one) => nameOf(String(one)));
  const moves = changesOf(values, fileBefore(values), shapes).some(([key]) => addressKeys.includes(key));
  return [...new Set(moves ? [own, ...before] : before)];
}

/** The file with the values that an editor changed, and the addresses that redirect to it; a new file if there was none. */
export function fileOf(values: Values, shapes: Shapes, addresses: readonly string[] = []): string {
  const known = fileBefore(values);
  const changes = changesOf(withAddresses(own(values, shapes), addresses), known, shapes);
  const { body } = values;
  const parts = cut(known);
  const text = withBody(parts, typeof body === "string" ? body : "");
  if (changes.length === 0 && text === parts.body) return known;
  // For an error with this message, the form shows the cause; for any other, only that an error occurred.
  if (changes.length > 0 && !canChange(parts.head))
    throw new Error("saving_failed", { cause: new Error(UNREADABLE) });
  const data = readHead(parts.head);
  const head = changes.reduce(
    (all, [key, value]) => withChange(all, [keyIn(key, data), value], lineEndOf(parts)),
    parts.head,
  );
  // The line that closes the front matter may be the last of the file.
  const isCut = text !== "" && !parts.closing.endsWith("\n");
  return parts.opening + head + parts.closing + (isCut ? lineEndOf(parts) : "") + text;
}

function fileBefore(values: Values): string {
  const { [FILE]: file } = values;
  if (typeof file !== "string") return "---\n---\n\n";
  const known = JSON.parse(file) as string;
  if (!isCopy(values)) return known;
  const parts = cut(known);
  return parts.opening + headOfCopy(parts.head, lineEndOf(parts)) + parts.closing + parts.body;
}

/** The values of the text itself: a copy also carries those of the original. */
function own(values: Values, shapes: Shapes): Values {
  const { [FILE]: file } = values;
  if (typeof file !== "string" || !isCopy(values)) return values;
  return valuesOfCopy(values, valuesOf(JSON.parse(file) as string, shapes));
}

function changesOf(values: Values, known: string, shapes: Shapes): (readonly [string, unknown])[] {
  const before = valuesOf(known, shapes);
  return [...shapes].flatMap(([key, shape]) => {
    const value = inShape(values[key], shape);
    const isSame = JSON.stringify(value) === JSON.stringify(inShape(before[key], shape));
    return key === "body" || isSame ? [] : [[key, value] as const];
  });
}

/** Addresses that are already listed stay where they are. */
function withAddresses(values: Values, addresses: readonly string[]): Values {
  if (addresses.length === 0) return values;
  const written = inShape(values[REDIRECTS], "list");
  const all = [...new Set([...(Array.isArray(written) ? (written as string[]) : []), ...addresses])];
  return { ...values, [REDIRECTS]: all };
}

const REDIRECTS = "redirect_from";

/** Synonyms of keys: the form changes the synonym if the text uses it. */
const OTHER_NAMES: Readonly<Record<string, string>> = { author: "authors", [REDIRECTS]: "aliases" };

function keyIn(key: string, data: Values): string {
  const other = OTHER_NAMES[key];
  return other !== undefined && !(key in data) && other in data ? other : key;
}
