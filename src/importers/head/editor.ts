// Edits front matter key by key: what is not edited keeps its bytes, its order and its comments.
// TOML and JSON are converted to YAML as a whole, since Carnet reads nothing else; comments between keys are kept.
import { isScalar, stringify, isMap as isYamlMap, type Pair } from "yaml";
import { excerpt } from "../../excerpt.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import type { Change, ChangeKind } from "../model.ts";
import { parsedYaml, type SourceText } from "../source-text.ts";
import { tomlComments } from "../toml.ts";

interface Piece {
  key: string;
  start: number;
  /** Where the value ends, without the comment after it. */
  valueEnd: number;
}

export class HeadEditor {
  readonly data: YamlMap;
  readonly changes: Change[] = [];
  readonly #text: SourceText;
  /** Key in the source → new key and value; undefined if the key is removed. */
  readonly #edits = new Map<string, { key: string; value: unknown } | undefined>();
  readonly #added: string[] = [];

  constructor(text: SourceText) {
    this.#text = text;
    this.data = { ...text.data };
  }

  has(key: string): boolean {
    return Object.hasOwn(this.data, key) && this.data[key] !== null;
  }

  set(key: string, value: unknown, kind: ChangeKind): void {
    const before = this.data[key];
    const source = this.#sourceOf(key);
    if (source !== undefined) this.#edits.set(source, { key, value });
    else if (!this.#added.includes(key)) this.#added.push(key);
    this.data[key] = value;
    this.#note(
      kind,
      source ?? key,
      before === undefined || before === null ? "" : shown(key, before),
      shown(key, value),
    );
  }

  /** Moves a value to its Carnet key, in the same place, and removes any earlier value of that key. */
  rename(from: string, to: string, value: unknown, kind: ChangeKind): void {
    const before = this.data[from];
    if (this.has(to)) this.remove(to, kind);
    else if (Object.hasOwn(this.data, to)) this.#drop(to);
    const source = this.#sourceOf(from);
    this.#drop(from);
    if (source === undefined) this.#added.push(to);
    else this.#edits.set(source, { key: to, value });
    this.data[to] = value;
    this.#note(kind, from, shown(from, before), shown(to, value));
  }

  remove(key: string, kind: ChangeKind): void {
    const before = this.data[key];
    const source = this.#sourceOf(key) ?? key;
    this.#drop(key);
    this.#note(kind, source, shown(key, before), "");
  }

  /** The key of the source whose value is now under this key: the same one, or one renamed to it. */
  #sourceOf(key: string): string | undefined {
    const renamed = [...this.#edits].find(([, edit]) => edit?.key === key)?.[0];
    const isRenamed = this.#edits.get(key) !== undefined;
    return renamed ?? (Object.hasOwn(this.#text.data, key) && !isRenamed ? key : undefined);
  }

  #drop(key: string): void {
    const source = this.#sourceOf(key);
    if (source !== undefined) this.#edits.set(source, undefined);
    const added = this.#added.indexOf(key);
    if (added >= 0) this.#added.splice(added, 1);
    Reflect.deleteProperty(this.data, key);
  }

  /** The whole text, with a body: unchanged bytes if nothing was edited. */
  write(body: string): string {
    const { format, head, eol, bom } = this.#text;
    const lines = format === "yaml" ? this.#editYaml(head) : this.#convert();
    const mark = bom ? "\ufeff" : "";
    return `${mark}---${eol}${lines}---${eol}${body}`;
  }

  #editYaml(head: string): string {
    const pieces = piecesOf(head);
    if (pieces === undefined) return this.#convert();
    const { eol, repeated } = this.#text;
    let out = "";
    let at = 0;
    for (const [i, piece] of pieces.entries()) {
      const isLast = !pieces.slice(i + 1).some(({ key }) => key === piece.key);
      const superseded = repeated.includes(piece.key) && !isLast;
      if (!superseded && !this.#edits.has(piece.key)) continue;
      const edit = superseded ? undefined : this.#edits.get(piece.key);
      out += head.slice(at, piece.start);
      const line = head.indexOf("\n", Math.max(piece.start, piece.valueEnd - 1));
      const lineEnd = line < 0 ? head.length : line + 1;
      if (edit !== undefined) {
        const comment = head.slice(piece.valueEnd, lineEnd).trim();
        out += written(edit.key, edit.value, eol) + (comment.startsWith("#") ? ` ${comment}` : "") + eol;
      }
      at = lineEnd;
    }
    out += head.slice(at);
    if (out !== "" && !out.endsWith("\n")) out += eol;
    return out + this.#added.map((key) => written(key, this.data[key], eol) + eol).join("");
  }

  /** All keys as YAML, in the order of the source. */
  #convert(): string {
    const { eol, head, format } = this.#text;
    const comments = format === "toml" ? tomlComments(head) : new Map<string, string[]>();
    const own = Object.keys(this.#text.data).flatMap((source) => {
      const edit = this.#edits.has(source)
        ? this.#edits.get(source)
        : { key: source, value: this.data[source] };
      const above = comments.get(source) ?? [];
      return edit === undefined ? above : [...above, written(edit.key, edit.value, eol)];
    });
    const added = this.#added.map((key) => written(key, this.data[key], eol));
    return [...own, ...added].map((line) => line + eol).join("");
  }

  #note(kind: ChangeKind, key: string, from: string, to: string): void {
    this.changes.push({ kind, line: lineOfKey(this.#text, key), from, to });
  }
}

/** The position of each top-level key; undefined for a map without one key per line. */
function piecesOf(head: string): Piece[] | undefined {
  const { contents } = parsedYaml(head);
  if (contents === null) return [];
  if (!isYamlMap(contents) || contents.flow === true) return undefined;
  const pieces: Piece[] = [];
  for (const pair of contents.items as Pair[]) {
    const { key, value } = pair;
    if (!isScalar(key) || !key.range) return undefined;
    const end = rangeEnd(value);
    pieces.push({
      key: String(key.value),
      start: key.range[0],
      valueEnd: Math.max(end ?? 0, key.range[1] + 1),
    });
  }
  return pieces;
}

function rangeEnd(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range))
    return undefined;
  const end: unknown = node.range[1];
  return typeof end === "number" ? end : undefined;
}

/** `key: value` without its line end. */
function written(key: string, value: unknown, eol: string): string {
  const options = { lineWidth: 0, flowCollectionPadding: false, schema: "core" } as const;
  const line =
    // A quoted title is text, whatever it looks like.
    key === "title" && typeof value === "string"
      ? `title: ${JSON.stringify(value)}`
      : flat(value)
        ? `${key}: ${stringify(value, { ...options, collectionStyle: "flow" }).trimEnd()}`
        : stringify({ [key]: value }, options).trimEnd();
  return line.replace(/\n/g, eol);
}

/** True for a list of scalars that fits on one line. */
function flat(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one !== "object" || one === null) &&
    JSON.stringify(value).length < 160
  );
}

function shown(key: string, value: unknown): string {
  return excerpt(`${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`, 120);
}

function lineOfKey({ head, format }: SourceText, key: string): number {
  const sign = format === "toml" || format === "js" ? "=" : ":";
  const at = head
    .split("\n")
    .findIndex((line) => line.replace(/^["'\s]+/, "").startsWith(key) && line.includes(sign));
  return at < 0 ? 0 : at + (format === "json" ? 1 : 2);
}
