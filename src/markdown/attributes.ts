// `{.class #id lang=en}` after a heading, paragraph, picture, link or block → its attributes; `{width=200}` → the size of its picture.
// Only these are kept, whatever else is in the braces: no event handler or style can get through.
import type { Env } from "./env.ts";
import { isReserved, UNSAID_ATTRIBUTES } from "./html/policy.ts";
import {
  addClass,
  alone,
  isBlank,
  isElement,
  isText,
  placeOf,
  setAttr,
  type Element,
  type Node,
  type Text,
} from "./tree.ts";
import { isLength, isOnlySize, sideInStyle } from "./wanted-size.ts";

/** Attributes that people try to set this way: removed from the text, and reported. */
const REFUSED = String.raw`(?:style|on[a-z]+|width|height|align|target|rel|title|loading|data-[\w-]+)=(?:"[^"\n]*"|\d+(?:[.,]\d+)?[ \u00a0\u202f]%|[^\s"}]+)`;
const NAMED = String.raw`(?:class|id)=(?:"[^"\n]*"|[\w-]+)`;
/** Google Docs keeps the figures and the punctuation of a heading in its id: `{#1.-l'équipe}`. */
const ID = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.,:;!?'’()/-]*`;
const ONE = String.raw`(?:${REFUSED}|${NAMED}|\.[A-Za-z][\w-]*|#${ID}|lang=[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)`;
/** Pandoc breaks long lines between two attributes too. */
const LIST = String.raw`\{:?[ \t]*(${ONE}(?:[ \t\n]+${ONE})*)[ \t]*\}`;

/** For the parser: at its `lastIndex`. */
export const BRACES = new RegExp(LIST, "uy");

const AT_END = new RegExp(String.raw`(?:^|[ \t\u00a0])${LIST}[ \t]*$`, "u");
/** No braces end a heading for another reason: Hugo needs no space before them. */
const AT_END_OF_HEADING = new RegExp(String.raw`[ \t\u00a0]?${LIST}[ \t]*$`, "u");
const AT_START = new RegExp(`^${LIST}`, "u");
const ALONE = new RegExp(String.raw`^\s*${LIST}\s*$`, "u");
/** The space before braces that begin with a size, which belong to the picture before it. */
const SPACE_BEFORE_SIZE = /^[ \t\u00a0]+(?=\{:?[ \t]*(?:width|height)=)/;

const TAKES = new Set(["img", "a", "em", "strong", "del", "code"]);
const LINES = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt"]);
const IMG = new Set(["img"]);
const AROUND_PICTURE = new Set(["a", "em", "strong", "p", "figure"]);

export function readAttributes(root: Element, env: Env): void {
  if (!/\{:?[ \t]*(?:[.#]|[a-z-]+=)/.test(env.source.body)) return;
  blocks(root, [], env);
}

/** `around` are the elements that contain `parent`, the innermost last. */
function blocks(parent: Element, around: readonly Element[], env: Env): void {
  const out: Node[] = [];
  const rest = parent.children;
  for (let i = 0; i < rest.length; i++) {
    const node = rest[i];
    if (node === undefined) continue;
    if (node.kind !== "element" || node.name === "pre" || node.name === "code") {
      out.push(node);
      continue;
    }
    const found = isElement(node, "p") && !node.raw ? ALONE.exec(onlyText(node)) : null;
    const target = found === null ? undefined : (below(node, rest, i) ?? above(out));
    if (found !== null && target !== undefined) {
      apply(target, found, node, env);
      if (isBlank(rest[i + 1])) i++;
      continue;
    }
    if (LINES.has(node.name) && !node.raw) lines(node, parent, around, env);
    else blocks(node, [...around, parent], env);
    if (node.name === "tbody") lastRow(node, parent, env);
    // A body without rows.
    if (node.name === "tbody" && node.children.every(isBlank)) i++;
    else out.push(node);
  }
  parent.children = out;
}

/** The text of a paragraph that contains nothing else. */
const onlyText = ({ children }: Element): string =>
  children.every(isText) ? children.map(({ text }) => text).join("") : "";

/** The block directly under a paragraph of attributes that no block touches from above, as in kramdown. */
function below(node: Element, rest: readonly Node[], i: number): Element | undefined {
  const next = rest.slice(i + 1).find((one) => !isBlank(one));
  if (!isElement(next) || node.lines === undefined || next.lines?.[0] !== node.lines[1]) return undefined;
  const before = rest.slice(0, i).findLast((one) => !isBlank(one));
  return isElement(before) && before.lines?.[1] === node.lines[0] ? undefined : next;
}

const above = (out: readonly Node[]): Element | undefined => {
  const before = out.findLast((node) => !isBlank(node));
  return isElement(before) && !before.raw ? before : undefined;
};

/** Attributes of what they follow inside a text, and of the text itself at its end. */
function lines(block: Element, parent: Element, around: readonly Element[], env: Env): void {
  firstLine(block, env);
  within(block, block, env);
  const last = block.children.at(-1);
  if (!isText(last) || block.name === "td" || block.name === "th" || block.name === "dt") return;
  const found = (block.name === "p" ? AT_END : AT_END_OF_HEADING).exec(last.text);
  if (found === null) return;
  last.text = last.text.slice(0, found.index);
  const isApart = last.text === "" && isBreakText(block.children.at(-2));
  if (isApart) block.children.splice(-2);
  // The paragraph of a tight list has no tag: its item takes them, or the list if they have their own line.
  const shown = block.hidden ? (isApart ? around.at(-1) : parent) : block;
  apply(shown ?? block, found, block, env);
}

const isBreakText = (node: Node | undefined): boolean => isText(node) && node.text === "\n";

/** A first line of attributes applies to the paragraph that it begins, as in kramdown. */
function firstLine(block: Element, env: Env): void {
  const [first, second] = block.children;
  if (block.hidden || !isText(first) || !isBreakText(second)) return;
  const found = ALONE.exec(first.text);
  if (found === null) return;
  block.children.splice(0, 2);
  apply(block, found, block, env);
}

function within(element: Element, block: Element, env: Env): void {
  const out: Node[] = [];
  for (const node of element.children) {
    const before = out.at(-1);
    if (isText(node) && isElement(before) && TAKES.has(before.name)) afterPhrase(node, before, block, env);
    // On a line of their own, under a picture or a phrase and above another line.
    else if (isText(node) && isBreakText(before)) {
      const phrase = out.at(-2);
      const found =
        isElement(phrase) && TAKES.has(phrase.name) && node !== element.children.at(-1)
          ? ALONE.exec(node.text)
          : null;
      if (found !== null && isElement(phrase)) {
        apply(phrase, found, block, env);
        out.pop();
        continue;
      }
    }
    if (node.kind === "element" && node.name !== "code") within(node, block, env);
    out.push(node);
  }
  element.children = out;
}

function afterPhrase(text: Text, phrase: Element, block: Element, env: Env): void {
  if (SPACE_BEFORE_SIZE.test(text.text) && pictureIn(phrase) !== undefined)
    text.text = text.text.replace(SPACE_BEFORE_SIZE, "");
  for (let found = AT_START.exec(text.text); found !== null; found = AT_START.exec(text.text)) {
    text.text = text.text.slice(found[0].length);
    apply(phrase, found, block, env);
  }
}

/** A last table row that contains only attributes applies to the table, as a line below it would. */
function lastRow(body: Element, table: Element, env: Env): void {
  const row = body.children.findLast((node) => isElement(node, "tr"));
  if (row === undefined) return;
  const [first, ...others] = row.children.filter((node) => isElement(node));
  const found = first === undefined ? null : ALONE.exec(onlyText(first));
  if (first === undefined || found === null || others.some(({ children }) => children.length > 0)) return;
  apply(table, found, first, env);
  body.children.splice(body.children.indexOf(row), 2);
}

/** Gives an element the attributes that were found in `block`. */
function apply(element: Element, found: RegExpExecArray, block: Element, env: Env): void {
  for (const word of (found[1] ?? "").trim().match(/(?:"[^"]*"|[^\s"]|\s(?=%))+/g) ?? []) {
    const [, name = "", written = ""] = /^([\w-]+)=(.*)$/s.exec(word) ?? [];
    const value = written.replace(/^["']|["']$/g, "");
    const classes = word.startsWith(".") ? [word.slice(1)] : name === "class" ? value.split(/\s+/) : [];
    const id = word.startsWith("#") ? word.slice(1) : name === "id" ? value : "";
    for (const one of classes)
      if (isReserved(one)) drop(`class="${one}"`, block, env);
      else if (/^[A-Za-z][\w-]*$/.test(one)) addClass(element, one);
    if (id !== "") setAttr(element, "id", env.ids.take(id));
    else if (name === "lang") setAttr(element, "lang", value);
    else if (classes.length === 0 && !takesSize(element, name, value) && !UNSAID_ATTRIBUTES.has(name))
      drop(name, block, env);
  }
}

function drop(found: string, block: Element, env: Env): void {
  env.report("dropped-html", placeOf(block, env), { found });
}

/** Gives a size to the picture that an element is or contains; false if it is no size, or if there is no such picture. */
function takesSize(element: Element, name: string, value: string): boolean {
  if (name !== "width" && name !== "height" && !(name === "style" && isOnlySize(value))) return false;
  const picture = pictureIn(element);
  for (const side of ["width", "height"] as const) {
    const length = name === "style" ? sideInStyle(value, side) : name === side ? value : undefined;
    if (picture !== undefined && length !== undefined && isLength(length)) setAttr(picture, side, length);
  }
  return picture !== undefined;
}

const pictureIn = (element: Element): Element | undefined => alone([element], IMG, AROUND_PICTURE);
