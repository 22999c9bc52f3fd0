// The content of a caption → the same with its credit marked: `Légende. © Nom` → `Légende. <small class="credit">© Nom</small>`.
// A credit ends a caption and is short. If another sentence follows, it is not a credit, and stays as it is.
import { isElement, isText, makeElement, makeText, textOf, type Node } from "./tree.ts";

const KIND = String.raw`[Pp]hotos?|[Pp]hotograph(?:ies?|y)?|[Ii]mages?|[Ii]llustrations?|[Dd]essins?|[Vv]isuels?|[Vv]idéos?|[Ii]nfographies?|[Pp]ictures?|[Vv]ideos?`;
/** Words that announce a credit even if nothing precedes them. */
const SURE = String.raw`©|\([cC]\)(?=\s+\p{L})|[Cc]opyright\s|[Cc]ourtesy of\s|[Cc]r[ée]dits?(?:\s+(?:${KIND}))?\s?:|(?:${KIND})\s+[Cc]redits?\s?:|[Ss]ources?\s?:|(?:${KIND})\s+(?:by\s+(?=\p{Lu})|©)`;
/** Words that may also begin a description: if nothing precedes them, a name must follow. */
const CREDIT = new RegExp(String.raw`(?:(${SURE})|(?:${KIND})\s?:\s?(?=\S))`, "gu");
/** What may precede a credit in the same caption. */
const BOUNDARY = /(?:^|[.!?…»”"'’)\]([–—\-|/,;:·•\n])\s*$/u;
const NAME = /^(?:(?:\p{Lu}[\p{L}\p{N}'’.-]*|d[eu]s?|la|le|et|and|of|the|van|von|&|\/)[\s,]*){1,10}$/u;
const LONGEST = 140;
/** Another sentence; the full stop of an initial does not end one. */
const GOES_ON = /(?<!(?:^|[^\p{L}])\p{Lu})[.!?…]\s+\p{L}/u;

/** The same nodes if there is no credit. */
export function setCreditApart(caption: Node[]): Node[] {
  for (const [i, node] of caption.entries()) {
    const text = isText(node) ? node.text : isElement(node) && node.name !== "code" ? textOf([node]) : "";
    const before = textOf(caption.slice(0, i));
    for (const { 0: sign, 1: sure, index } of text.matchAll(CREDIT)) {
      // Inside a link or bold, a credit must begin where the link or bold begins.
      if (!isText(node) && text.slice(0, index).trim() !== "") break;
      const rest = text.slice(index) + textOf(caption.slice(i + 1));
      if (!isCredit(before + text.slice(0, index), { sign, isSure: sure !== undefined }, rest)) continue;
      const head = [...caption.slice(0, i), ...(isText(node) ? [makeText(text.slice(0, index))] : [])];
      const tail = [isText(node) ? makeText(text.slice(index)) : node, ...caption.slice(i + 1)];
      return apart(head, tail);
    }
  }
  return caption;
}

function isCredit(head: string, { sign, isSure }: { sign: string; isSure: boolean }, rest: string): boolean {
  if (rest.length > LONGEST || GOES_ON.test(rest)) return false;
  const said = rest.slice(sign.length);
  if (sign === "©" || /^\([cC]\)$/.test(sign)) return /[\p{L}\p{N}]/u.test(said);
  if (!BOUNDARY.test(head)) return false;
  const isFirst = /^[\s([]*$/.test(head) || /[([]\s*$/.test(head);
  return isSure || !isFirst || NAME.test(said.trim().replace(/[)\].]+$/, ""));
}

function apart(head: Node[], tail: Node[]): Node[] {
  trimEnd(head);
  const bracket = takeEnd(head, /[([]$/);
  // Brackets that contain only the credit are removed; any other opening one is put back.
  if (bracket !== "" && takeEnd(tail, bracket === "(" ? /\)\s*\.?\s*$/ : /\]\s*\.?\s*$/) === "")
    tail.unshift(makeText(bracket));
  // `Légende - © Nom`: the dash has no use once the credit is set apart.
  takeEnd(head, /(?:^|\s)[-–—|/·•]$/u);
  const [first] = tail;
  const at = { span: { content: "", first: 0 }, offset: -1 };
  const small = makeElement("small", isElement(first) ? first : at, tail, [["class", "credit"]]);
  return [...head, ...(head.length === 0 ? [] : [makeText(" ")]), small];
}

function trimEnd(nodes: Node[]): void {
  for (let last = nodes.at(-1); isText(last); last = nodes.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== "") return;
    nodes.pop();
  }
}

/** Removes what a pattern finds at the end of the last text; empty if it finds nothing. */
function takeEnd(nodes: Node[], pattern: RegExp): string {
  const last = nodes.at(-1);
  const found = isText(last) ? pattern.exec(last.text) : null;
  if (!isText(last) || found === null) return "";
  last.text = last.text.slice(0, found.index);
  trimEnd(nodes);
  return found[0].trim().charAt(0);
}
