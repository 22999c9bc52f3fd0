// The addresses that a text names: in links, pictures, reference definitions, attributes of HTML and directives.
// Each is given as Markdown or HTML reads it, without escapes; `%20` stays, since it belongs to the address.
import { withoutEntities } from "./plain-words.ts";

/** `<a b.png>`, which may hold blanks, or an address up to the first blank, with brackets in pairs. */
const ADDRESS = String.raw`(?:<((?:[^<>\n\\]|\\.)*)>|((?:[^\s()<>\\]|\\.|\((?:[^\s()\\]|\\.)*\))+))`;

const IN_MARKDOWN = [
  new RegExp(String.raw`\]\(\s*${ADDRESS}`, "g"),
  new RegExp(String.raw`^ {0,3}\[[^\]\n]+\]:\s*${ADDRESS}`, "gm"),
];
const IN_ATTRIBUTES =
  /(?<!\w)(?:src|href|poster|url|transcript)\s*=\s*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"'<>=`{}]+))/g;

export function namedFiles(body: string): string[] {
  const written = IN_MARKDOWN.flatMap((form) =>
    [...body.matchAll(form)].map(([, closed, plain]) =>
      (closed ?? plain ?? "").replace(/\\([!-/:-@[-`{-~])/g, "$1"),
    ),
  );
  const attributes = [...body.matchAll(IN_ATTRIBUTES)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
  return [...written, ...attributes].map((one) => withoutEntities(one).trim());
}
