// The addresses in a text: in links, pictures, reference definitions, HTML attributes and directives.
// Each is returned as Markdown or HTML reads it, without escapes; `%20` stays, since it is part of the address.
import { withoutEntities } from "./head/plain-words.ts";

/** `<a b.png>`, which may contain spaces, or an address up to the first space, with balanced parentheses. */
const ADDRESS = String.raw`(?:<((?:[^<>\n\\]|\\.)*)>|((?:[^\s()<>\\]|\\.|\((?:[^\s()\\]|\\.)*\))+))`;

const IN_MARKDOWN = [
  new RegExp(String.raw`\]\(\s*${ADDRESS}`, "g"),
  new RegExp(String.raw`^ {0,3}\[[^\]\n]+\]:\s*${ADDRESS}`, "gm"),
];
const IN_ATTRIBUTES =
  /(?<!\w)(?:src|href|poster|url|transcript)\s*=\s*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"'<>=`{}]+))/g;

export function namedFiles(body: string): string[] {
  const found: string[] = [];
  renameFiles(body, (address) => void found.push(address));
  return found;
}

/** The same text with changed addresses, where `rename` returns a new one: root-relative, and without spaces to escape. */
export function renameFiles(body: string, rename: (address: string) => string | undefined): string {
  const renamed = (whole: string, written: string, address: string): string => {
    const to = rename(withoutEntities(address).trim());
    const at = whole.lastIndexOf(written);
    if (to === undefined) return whole;
    // An address that only becomes root-relative keeps its own escapes.
    const own = to === `/${withoutEntities(address).trim()}` ? `/${written.trim()}` : to;
    return whole.slice(0, at) + own + whole.slice(at + written.length);
  };
  const inMarkdown = IN_MARKDOWN.reduce(
    (text, form) =>
      text.replace(form, (whole: string, closed: string | undefined, plain: string | undefined) => {
        const written = closed ?? plain ?? "";
        return renamed(whole, written, written.replace(/\\([!-/:-@[-`{-~])/g, "$1"));
      }),
    body,
  );
  return inMarkdown.replace(IN_ATTRIBUTES, (whole: string, ...groups: (string | undefined)[]) => {
    const written = groups.slice(0, 3).find((one) => one !== undefined) ?? "";
    return renamed(whole, written, written);
  });
}
