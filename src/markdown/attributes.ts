// `{.class #id lang=en}` after a heading, paragraph, picture, link or block → its attributes; `{width=200}` → the size of its picture.
// Only these are kept, whatever else is in the braces: no event handler or style can get through.
import type { Env } from "./env.ts";
import { isReserved, UNSAID_ATTRIBUTES } from "./html/policy.ts";
import { isLength, isOnlySize, sideInStyle } from "./picture-size.ts";
import { alone, isBlank, isElement, isText, type Element, type Node } from "./tree.ts";

const VALUE = String.raw`(?:"[^"\n]*"|\d+(?:[.,]\d+)?[ \u00a0\u202f]%|[^\s"}]+)`;
/** Also those that people try to set this way: they are removed from the text, and reported. */
const NAMED = String.raw`(?:class|id|lang|style|on[a-z]+|width|height|align|target|rel|title|loading|data-[\w-]+)=${VALUE}`;
/** Google Docs keeps the figures and the punctuation of a heading in its id: `{#1.-l'équipe}`. */
const ID = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.,:;!?'’()/-]*`;
const ONE = String.raw`(?:${NAMED}|\.[A-Za-z][\w-]*|#${ID})`;
/** Jekyll writes a colon first; Pandoc breaks long lines between two attributes too. */
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

const PHRASES = new Set(["img", "a", "em", "strong", "del", "code"]);
const LINES = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt"]);
const IMG = new Set(["img"]);
const AROUND_PICTURE = new Set(["a", "em", "strong", "p", "figure"]);

export function readAttributes(root: Element, env: Env): void {
  if (/\{:?[ \t]*(?:[.#]|[a-z-]+=)/.test(env.source.body)) blocks(root, [], env);
}

/** `around` are the elements that contain `parent`, the innermost last. */
function blocks(parent: Element, around: readonly Element[], env: Env): void {
  const out: Node[] = [];
  const rest = parent.children;
  for (let i = 0; i < rest.length; i++) {
    const node = rest[i];
    if (node === undefined) continue;
    if (isElement(node) && node.name !== "pre" && node.name !== "code") {
      // A paragraph of attributes is those of the block above it.
      const found = node.name === "p" && !node.raw ? ALONE.exec(onlyText(node)) : null;
      const above = found === null ? undefined : out.findLast((one) => !isBlank(one));
      if (found !== null && isElement(above) && !above.raw) {
        apply(above, found, node, env);
        if (isBlank(rest[i + 1])) i++;
        continue;
      }
      if (LINES.has(node.name) && !node.raw) lines(node, parent, around, env);
      else blocks(node, [...around, parent], env);
      if (node.name === "tbody" && takesRow(node, parent, env)) {
        i++;
        continue;
      }
    }
    out.push(node);
  }
  parent.children = out;
}

/** The text of a paragraph that contains nothing else. */
const onlyText = ({ children }: Element): string =>
  children.every(isText) ? children.map(({ text }) => text).join("") : "";

const isLineEnd = (node: Node | undefined): boolean => isText(node) && node.text === "\n";

/** Attributes of what they follow inside a text, and of the text itself at its end. */
function lines(block: Element, parent: Element, around: readonly Element[], env: Env): void {
  phrases(block, block, env);
  const last = block.children.at(-1);
  if (!isText(last) || block.name === "td" || block.name === "th" || block.name === "dt") return;
  const found = (block.name === "p" ? AT_END : AT_END_OF_HEADING).exec(last.text);
  if (found === null) return;
  last.text = last.text.slice(0, found.index);
  const isApart = last.text === "" && isLineEnd(block.children.at(-2));
  if (isApart) block.children.splice(-2);
  // The paragraph of a tight list has no tag: its item takes them, or the list if they have their own line.
  const shown = block.hidden ? (isApart ? around.at(-1) : parent) : block;
  apply(shown ?? block, found, block, env);
}

/** Attributes right behind a phrase or a picture, or on the line below it. */
function phrases(element: Element, block: Element, env: Env): void {
  const out: Node[] = [];
  for (const node of element.children) {
    const isBelow = isLineEnd(out.at(-1)) && node !== element.children.at(-1);
    const phrase = out.at(isBelow ? -2 : -1);
    if (isText(node) && isElement(phrase) && PHRASES.has(phrase.name)) {
      if (SPACE_BEFORE_SIZE.test(node.text) && pictureIn(phrase) !== undefined)
        node.text = node.text.replace(SPACE_BEFORE_SIZE, "");
      const pattern = isBelow ? ALONE : AT_START;
      for (let found = pattern.exec(node.text); found !== null; found = pattern.exec(node.text)) {
        node.text = node.text.slice(found[0].length);
        apply(phrase, found, block, env);
        if (isBelow && node.text === "") out.pop();
      }
    }
    if (isElement(node) && node.name !== "code") phrases(node, block, env);
    if (!isText(node) || node.text !== "") out.push(node);
  }
  element.children = out;
}

/** A last table row that contains only attributes applies to the table. Returns whether its body is then empty. */
function takesRow(body: Element, table: Element, env: Env): boolean {
  const row = body.children.findLast((node) => isElement(node, "tr"));
  const [first, ...others] = row?.children.filter((node) => isElement(node)) ?? [];
  const found = first === undefined ? null : ALONE.exec(onlyText(first));
  if (row === undefined || first === undefined || found === null) return false;
  if (others.some(({ children }) => children.length > 0)) return false;
  apply(table, found, first, env);
  body.children.splice(body.children.indexOf(row), 2);
  return body.children.every(isBlank);
}

/** Gives an element the attributes that were found in `block`. */
function apply(element: Element, found: RegExpExecArray, block: Element, env: Env): void {
  const drop = (name: string): void => {
    env.report("dropped-html", env.placeOf(block), { found: name });
  };
  for (const word of (found[1] ?? "").match(/(?:"[^"]*"|[^\s"]|\s(?=%))+/g) ?? []) {
    const [, name = "", written = ""] = /^([\w-]+)=(.*)$/s.exec(word) ?? [];
    const value = written.replace(/^["']|["']$/g, "");
    const classes = word.startsWith(".") ? [word.slice(1)] : name === "class" ? value.split(/\s+/) : [];
    const id = word.startsWith("#") ? word.slice(1) : name === "id" ? value : "";
    for (const one of classes)
      if (isReserved(one)) drop(`class="${one}"`);
      else if (/^[A-Za-z][\w-]*$/.test(one)) element.addClass(one);
    if (id !== "") element.set("id", env.ids.take(id));
    else if (name === "lang" && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value))
      element.set("lang", value);
    else if (classes.length === 0 && !takesSize(element, name, value) && !UNSAID_ATTRIBUTES.has(name))
      drop(name);
  }
}

/** Gives a size to the picture that an element is or contains; false if it is no size, or if there is no such picture. */
function takesSize(element: Element, name: string, value: string): boolean {
  if (name !== "width" && name !== "height" && !(name === "style" && isOnlySize(value))) return false;
  const picture = pictureIn(element);
  for (const side of ["width", "height"] as const) {
    const length = name === "style" ? sideInStyle(value, side) : name === side ? value : undefined;
    if (picture !== undefined && length !== undefined && isLength(length)) picture.set(side, length);
  }
  return picture !== undefined;
}

const pictureIn = (element: Element): Element | undefined => alone([element], IMG, AROUND_PICTURE);
